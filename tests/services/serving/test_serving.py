"""Papers go out and come back: kept as they were entered, told on the day's agenda, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.serving import serving
from mediation_desk.services.serving.serving import Given
from tests.services.papers_desk import RECEIVED, case_of, registered

SOON, LATE = date(2025, 1, 23), date(2024, 12, 2)


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A matter of two workers, taken in today."""
    return registered(desk)


def given(desk: Desk, case_id: UUID, **told: object) -> Given:
    """The acceptance notice for the company, to be received on Thursday."""
    company = case_of(desk, case_id).respondents[0].id
    told = {"title": "受理通知书", "party_id": company, "sent_by": "李调解", "due_on": SOON} | told
    return Given(**told)  # type: ignore[arg-type]


def the_one(desk: Desk, case_id: UUID) -> ServiceReceipt:
    """The case's only receipt."""
    [one] = serving.receipts(desk, case_id)
    return one


def told(desk: Desk, due: Due) -> list[tuple[date, int]]:
    """What Today says of papers in that part: the day, and how many."""
    return [(row.on, row.number) for row, _case in reading.day(desk).pressing[due].items
            if row.kind == "service"]


def test_papers_go_out_together_each_with_a_receipt_of_its_own(desk: Desk, case_id: UUID) -> None:
    worker = case_of(desk, case_id).applicants[0]
    serving.serve(desk, case_id, [given(desk, case_id, sent_on=RECEIVED), given(
        desk, case_id, party_id=worker.id, manner=ServiceManner.POST, due_on=date(2025, 1, 24), copies=2)])
    company, theirs = serving.receipts(desk, case_id)
    assert company.recipient == case_of(desk, case_id).respondents[0].name and company.sent_by == "李调解"
    assert (theirs.recipient, theirs.manner, theirs.copies) == (worker.name, ServiceManner.POST, 2)
    assert told(desk, Due.SERVICE) == [(SOON, 1), (date(2025, 1, 24), 1)]


def test_one_that_cannot_be_keeps_all_the_others_from_going_out(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError) as refused:
        serving.serve(desk, case_id, [given(desk, case_id), given(desk, case_id, due_on=None)])
    assert refused.value.field == "due_on" and serving.receipts(desk, case_id) == ()


def test_nobody_of_another_case_and_nobody_who_was_taken_out_is_given_anything(desk: Desk, case_id: UUID
                                                                              ) -> None:
    """A card that is filled in while a colleague takes the party out names it still."""
    stranger = case_of(desk, registered(desk)).applicants[0]
    gone = case_of(desk, case_id).applicants[1]
    serving.serve(desk, case_id, [given(desk, case_id, party_id=gone.id, recipient=gone.name)])
    before = the_one(desk, case_id)
    registering.remove_party(desk, case_id, gone.id)
    for one in (stranger, gone):
        with pytest.raises(NotThere):
            serving.serve(desk, case_id, [given(desk, case_id, party_id=one.id, recipient=one.name)])
    with pytest.raises(NotThere):
        serving.note(desk, case_id, before, replace(before, party_id=stranger.id))
    serving.note(desk, case_id, before, replace(before, signed_by="门卫", served_at=datetime(2025, 1, 19, 9)))
    assert (the_one(desk, case_id).party_id, the_one(desk, case_id).signed_by) == (gone.id, "门卫")


def test_what_is_received_leaves_today_and_comes_back_with_undo(desk: Desk, case_id: UUID) -> None:
    serving.serve(desk, case_id, [given(desk, case_id, due_on=LATE)])
    assert told(desk, Due.OVERDUE) == [(LATE, 1)]
    one = the_one(desk, case_id)
    received = replace(one, served_at=datetime(2024, 11, 25, 8, 30), signed_by=" 周某 ")
    serving.note(desk, case_id, one, received)
    assert the_one(desk, case_id).signed_by == "周某" and told(desk, Due.OVERDUE) == []
    history.undo(desk, case_id)
    assert the_one(desk, case_id).served_at is None and told(desk, Due.OVERDUE) == [(LATE, 1)]
    serving.remove(desk, case_id, one.id)
    assert serving.receipts(desk, case_id) == () and told(desk, Due.OVERDUE) == []
    history.restore(desk, case_id, "service_receipts", str(one.id))
    assert told(desk, Due.OVERDUE) == [(LATE, 1)]


def test_two_who_note_different_things_keep_both(desk: Desk, case_id: UUID) -> None:
    serving.serve(desk, case_id, [given(desk, case_id)])
    seen, before = desk.seen(case_id), the_one(desk, case_id)
    serving.note(desk, case_id, before, replace(before, place="某路8号"), seen)
    serving.note(desk, case_id, before, replace(before, note="门卫在场\n前台不收 "), seen)
    assert (the_one(desk, case_id).place, the_one(desk, case_id).note) == (
        "某路8号", "门卫在场\n前台不收")
    with pytest.raises(NotThere):
        stranger = replace(before, id=UUID(int=3))
        serving.note(desk, case_id, stranger, replace(stranger, note="某人"))


def test_what_is_on_its_way_in_a_case_that_is_over_presses_nobody(desk: Desk, case_id: UUID) -> None:
    serving.serve(desk, case_id, [given(desk, case_id, due_on=LATE)])
    closing.close(desk, case_id, RECEIVED, Outcome.WITHDRAWN, "说明", sure=True)
    assert told(desk, Due.OVERDUE) == []
    one = the_one(desk, case_id)
    serving.note(desk, case_id, one, replace(one, served_at=datetime(2024, 11, 25, 8, 30)))
