"""The invitation opens from the calendar with the name that its file will have."""

from __future__ import annotations

from dataclasses import replace

from mediation_desk.services import editing
from tests.gui.pages.calendar.hands import Week


def test_it_is_made_of_the_chosen_session_and_closed_again(week: Week) -> None:
    editing.save(week.desk, week.first, [editing.Edit("case", week.first, "cause", "", "追索劳动报酬")])
    week.desk.settings = replace(week.desk.settings, phone="0971-8123456")
    pane = week.page.invitation
    assert not pane.is_made
    week.choose()
    assert week.page.board.chosen
    with week.qtbot.waitSignal(pane.opened):
        pane.open(week.page.board.chosen)
    week.settle()
    assert pane.paper._name == "宁中劳调〔2024〕0001号 调解邀请函.pdf"
    assert pane.paper.in_word.isVisible()
    with week.qtbot.waitSignal(pane.closed):
        week.click(pane.back)
    assert not pane.isVisible()
