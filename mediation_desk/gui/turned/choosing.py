"""F11 where there is a second screen: which of the two shall show the joint view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.turned.second_screen import SecondScreen


def turn_menu(parent: QWidget, case_id: UUID, second: SecondScreen,
              turn: Callable[[UUID], object]) -> QMenu | None:
    """The choice; None where there is none, because there is but one screen."""
    if second.free() is None:
        return None
    menu = QMenu(parent)
    menu.addAction(tr("Turn this screen"), partial(turn, case_id))
    if second.showing != case_id:
        wanted = (tr("Show it on the second screen") if second.showing is None
                  else tr("Show this case on the second screen instead"))
        menu.addAction(wanted, partial(second.show_case, case_id))
    if second.showing is not None:
        menu.addAction(tr("Take it off the second screen"), second.take_off)
    return menu
