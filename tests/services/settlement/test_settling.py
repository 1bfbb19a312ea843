"""The agreement is frozen as it was put before the parties: the very bytes, whatever happens meanwhile."""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import making
from mediation_desk.services.papers.making import Paper
from mediation_desk.services.settlement import settling
from mediation_desk.services.upkeep import upkeep
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms, text_of

SIGNED = date(2024, 11, 26)


def drafted(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    return case_id


def agreement(desk: Desk, case_id: UUID) -> Paper:
    return making.make(desk, case_id, making.AGREEMENT)


def move(desk: Desk, case_id: UUID) -> None:
    """The first applicant moves house."""
    first = case_of(desk, case_id).applicants[0]
    editing.save(desk, case_id, [Edit("party", first.id, "address", first.address, "昆仑路12号")])


def test_what_was_printed_before_the_signing_is_what_is_frozen(office: Office) -> None:
    case_id = drafted(office.first)
    printed = agreement(office.first, case_id)
    settling.sign(office.first, case_id, SIGNED)
    frozen = agreement(office.first, case_id)
    assert frozen.pdf == printed.pdf
    assert case_of(office.first, case_id).signed_agreement.paper_sha256 == hashlib.sha256(
        printed.pdf).hexdigest()


def test_printed_on_another_day_it_is_the_same_paper(office: Office) -> None:
    """The parties sign one after the other, on copies that were printed on different days."""
    case_id = drafted(office.first)
    monday = agreement(office.first, case_id)
    office.clock.set(2025, 1, 23)
    assert agreement(office.first, case_id).pdf == monday.pdf


def test_a_change_after_the_printing_does_not_come_under_the_signatures(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    printed = agreement(desk, case_id)
    settling.put_out(desk, case_id, printed)
    move(desk, case_id)
    found = making.about_to_be_signed(desk, case_id)
    assert found.outdated and found.paper.pdf == printed.pdf
    settling.sign(desk, case_id, SIGNED, shown=found.paper.sha256)
    assert agreement(desk, case_id).pdf == printed.pdf
    assert "昆仑路12号" not in text_of(agreement(desk, case_id))
    assert upkeep.prove(desk) == []


def test_what_was_printed_last_counts(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    settling.put_out(desk, case_id, agreement(desk, case_id))
    move(desk, case_id)
    settling.put_out(desk, case_id, agreement(desk, case_id))
    assert not making.about_to_be_signed(desk, case_id).outdated
    settling.sign(desk, case_id, SIGNED)
    assert "昆仑路12号" in text_of(agreement(desk, case_id))


def test_printing_twice_keeps_one_paper_and_signing_adds_none(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    for _copy in range(2):
        settling.put_out(desk, case_id, agreement(desk, case_id))
    settling.sign(desk, case_id, SIGNED)
    assert len(reading.case(desk, case_id).papers) == 1


def test_other_terms_are_not_signed_on_the_paper_of_the_former_ones(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    former = agreement(desk, case_id)
    settling.put_out(desk, case_id, former)
    settling.draft(desk, case_id, terms("20000.00"))
    with pytest.raises(DeskError, match="drafted anew"):
        settling.put_out(desk, case_id, former)
    settling.sign(desk, case_id, SIGNED)
    assert "20,000.00" in text_of(agreement(desk, case_id))
    assert "30,264.00" not in text_of(agreement(desk, case_id))


def test_what_was_printed_stands_in_the_way_of_no_undo(office: Office) -> None:
    """The print is told in the case's journal, and the step before it is still taken back."""
    desk = office.first
    case_id = drafted(desk)
    settling.put_out(desk, case_id, agreement(desk, case_id))
    assert history.timeline(desk, case_id)[-1].entry.verb == "put_out_agreement"
    assert [verb for _work, verb in history.steps(desk, case_id).undo][-1] == "draft_agreement"
    history.undo(desk, case_id)
    assert case_of(desk, case_id).agreement is None
    assert upkeep.prove(desk) == []


def test_a_paper_that_nobody_has_looked_at_is_not_signed(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    shown = agreement(desk, case_id).sha256
    move(desk, case_id)
    with pytest.raises(DeskError, match="since it was shown"):
        settling.sign(desk, case_id, SIGNED, shown=shown)
    assert case_of(desk, case_id).agreement.signed_on is None  # type: ignore[union-attr]


def test_a_draft_is_marked_and_never_taken_for_the_paper_to_sign(office: Office) -> None:
    case_id = drafted(office.first)
    draft = making.preview_agreement(office.first, case_id, terms())
    assert draft.to_sign is None and "草稿" in text_of(draft)
    assert "草稿" not in text_of(agreement(office.first, case_id))
