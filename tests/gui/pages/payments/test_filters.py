"""What narrows the payments: a company's name as it is typed, and a mediator for whoever sees all cases."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.domain.sites import HERE
from mediation_desk.gui.pages.payments.filters import DueFilters
from mediation_desk.services.office.sites import Choice
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


def test_instalments_of_a_site_are_chosen_where_there_are_any(qtbot: QtBot, dressed: QApplication) -> None:
    made = DueFilters(all_cases=False)
    show(qtbot, made)
    made.set_sites([])
    assert not made.site.isVisible()
    made.set_sites([Choice(HERE, ""), Choice(WHO, "城东街道工作站")])
    assert made.site.isVisible()
    with qtbot.waitSignal(made.changed):
        made.site.combo.setCurrentIndex(1)
        made.site.combo.activated.emit(1)
    assert made.wanted(None) == DueFilter(sites=(HERE,)) and made.narrows()
    made.clear()
    assert made.wanted(None) == DueFilter()
