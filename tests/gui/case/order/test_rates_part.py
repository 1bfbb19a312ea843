"""The rates of an order come from its return visits; a call that nobody answered says nothing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.vocabulary import VisitOccasion
from tests.gui import desks
from tests.gui.case.conftest import Opener
from tests.gui.case.order.hands import noted, page_of


def test_a_call_that_nobody_answered_and_one_that_somebody_did(clock: desks.SetClock, case_id: UUID,
                                                              open_case: Opener) -> None:
    """Asked: contacted yes, solved no, satisfied yes: 30 + 35 of 100."""
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    clock.set(date(2025, 10, 15))
    part = page.rates
    room.click(part.add)
    form = part.form.form
    assert form.field("occasion").value() is VisitOccasion.WORK_ORDER
    room.choose(form.field("manner"), 0)
    room.choose(form.field("connected"), 1)
    assert form.field("satisfaction").isHidden() and form.field("performed").isHidden()
    room.click(part.form.record)
    [visit] = room.case.visits
    assert not visit.reached and visit.order_id == room.case.orders[0].id
    assert part.chips["satisfied"].state.text == "Satisfied: not asked" and part.mark.text() == ""

    room.click(part.add)
    for name, at in (("manner", 0), ("connected", 0), ("performed", 0), ("satisfaction", 0), ("contacted", 0),
                     ("solved", 1)):
        room.choose(form.field(name), at)
    room.click(part.form.record)
    assert [chip.state.text for chip in part.chips.values()] == [
        "Response: yes", "Solved: no", "Satisfied: yes"]
    assert part.mark.text() == "Mark: 65.00%"
