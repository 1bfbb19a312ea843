"""What narrows the payments: a company's name as it is typed, and a mediator for whoever sees all cases."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.gui.pages.payments.filters import DueFilters
from tests.gui.desks import show, write

WHO = UUID(int=7)


def test_typing_and_choosing_narrow_and_clearing_leaves_nothing_out(
        qtbot: QtBot, dressed: QApplication) -> None:
    made = DueFilters(all_cases=True)
    show(qtbot, made)
    made.set_mediators([(WHO, "陈守信"), (UUID(int=8), "祁小川")])
    with qtbot.waitSignal(made.changed):
        write(qtbot, made.company, "湟水")
    made.mediator.set_value(WHO)
    assert made.wanted(Section.WEEK) == DueFilter(Section.WEEK, (WHO,), "湟水") and made.narrows()
    with qtbot.waitSignal(made.changed):
        made.clear()
    assert made.wanted(None) == DueFilter() and not made.narrows() and not made.waits


def test_a_mediator_of_their_own_cases_chooses_no_mediator(qtbot: QtBot, dressed: QApplication) -> None:
    made = DueFilters(all_cases=False)
    show(qtbot, made)
    made.set_mediators([(WHO, "陈守信"), (UUID(int=8), "祁小川")])
    assert not made.mediator.isVisible()
