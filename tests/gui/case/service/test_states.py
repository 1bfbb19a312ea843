"""How far a paper is, never by a colour alone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.gui.case.service.states import service_state

TODAY = date(2024, 12, 3)


def test_late_on_its_way_and_to_be_sent_are_told_apart_by_word_icon_and_colour(dressed: object) -> None:
    days = ((date(2024, 12, 1), date(2024, 12, 2)), (date(2024, 12, 1), None), (None, TODAY))
    those = [ServiceReceipt(id=UUID(int=1), case_id=UUID(int=2), sent_on=sent, due_on=due)
             for sent, due in days]
    shown = [service_state(one, TODAY) for one in those]
    assert [state.text for state in shown] == ["Not received in time", "On its way", "To be sent"]
    assert len({state.meaning for state in shown}) == len({state.icon for state in shown}) == 3
