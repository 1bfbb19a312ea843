"""Terms and signature: what cannot be, for whom, and what a colleague drafted meanwhile."""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Role, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from mediation_desk.services.upkeep import upkeep
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import WORKERS, accepted, asked, case_of, terms, text_of

SIGNED = date(2024, 12, 3)


def signed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    return case_id


# What cannot be


def test_instalments_beyond_any_calendar_are_refused_beside_their_days(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    with pytest.raises(DeskError) as told:
        settling.draft(office.first, case_id, terms("100.00", date(2024, 12, 10), date(9999, 12, 31)))
    assert told.value.field == "due_dates"


def test_a_total_of_too_few_fen_has_no_empty_instalment(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    with pytest.raises(DeskError, match="every instalment"):
        settling.draft(office.first, case_id, terms("0.01"))


def test_terms_by_hand_take_no_empty_instalment(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    wanted = Terms(yuan("100.00"), (date(2024, 12, 10), date(2025, 1, 10)), split_kind=SplitKind.BY_HAND,
                   amounts=(yuan("0.00"), yuan("100.00")))
    with pytest.raises(DeskError) as told:
        settling.draft(office.first, case_id, settling.TermsDraft(wanted))
    assert told.value.field == "amounts"


# For whom


@pytest.mark.parametrize("change", ["removed", "added", "other part"])
def test_terms_drafted_for_others_are_neither_printed_nor_signed(office: Office, change: str) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    second = case_of(desk, case_id).applicants[1].id
    if change == "removed":
        registering.remove_party(desk, case_id, second)
    elif change == "added":
        registering.add_party(desk, case_id, registering.PartyDraft(Role.APPLICANT, "后来的人"))
    else:
        editing.save(desk, case_id, [Edit("party", second, "role", Role.APPLICANT, Role.THIRD_PARTY)])
    for attempt in (lambda: settling.sign(desk, case_id, SIGNED),
                    lambda: making.make(desk, case_id, AGREEMENT)):
        with pytest.raises(DeskError, match="anew"):
            attempt()


def test_after_the_signing_no_side_gains_or_loses_anybody(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    first = case_of(desk, case_id).applicants[0]
    with pytest.raises(DeskError, match="signed"):
        editing.save(desk, case_id, [Edit("party", first.id, "role", Role.APPLICANT, Role.THIRD_PARTY)])
    for role in (Role.APPLICANT, Role.RESPONDENT):
        with pytest.raises(DeskError, match="signed"):
            registering.add_parties(desk, case_id, [registering.PartyDraft(role, "后来的人")])
    agent = registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "郑代理")).result
    assert agent
    registering.remove_party(desk, case_id, agent)
    editing.save(desk, case_id, [Edit("party", first.id, "phone", "", "13900000000")])
    assert len(case_of(desk, case_id).applicants) == len(WORKERS)


# Meanwhile


@pytest.fixture
def case_id(office: Office) -> UUID:
    return asked(office.first, accepted(office.first))


@pytest.fixture
def hers(office: Office, case_id: UUID) -> Desk:
    """A colleague who mediates the same case, at a desk of her own."""
    share(office.first, case_id, colleague(office, "wang", AccountRole.MEDIATOR))
    desk = office.desk("wang", LENT)
    case_of(desk, case_id)
    return desk


def total_of(desk: Desk, case_id: UUID) -> object:
    agreement = case_of(desk, case_id).agreement
    return agreement and agreement.total


def test_a_colleagues_terms_are_not_replaced_unseen(office: Office, hers: Desk, case_id: UUID) -> None:
    settling.draft(office.first, case_id, terms("10000.00"))
    seen = reading.case(office.first, case_id).seen
    case_of(hers, case_id)
    settling.draft(hers, case_id, terms("12000.00"))
    with pytest.raises(Conflicts, match="two entries in a place") as told:
        settling.draft(office.first, case_id, terms("11000.00"), seen)
    (conflict,) = told.value.conflicts
    assert conflict.kind is Kind.WHOLE and conflict.by and conflict.by.name == "Wang"
    assert total_of(office.first, case_id) == yuan("12000.00")
    settling.draft(office.first, case_id, terms("11000.00"), told.value.seen)
    assert total_of(office.first, case_id) == yuan("11000.00")
    assert len([one for one in case_of(office.first, case_id).agreements_all if not one.removed_at]) == 1


def test_ones_own_terms_are_replaced_in_a_row(office: Office, hers: Desk, case_id: UUID) -> None:
    """Kept, changed and kept, taken back and kept again, before the window has read the case anew."""
    settling.draft(hers, case_id, terms("9000.00"))
    seen = reading.case(office.first, case_id).seen
    for total in ("10000.00", "11000.00"):
        settling.draft(office.first, case_id, terms(total), seen)
    history.undo(office.first, case_id, seen)
    settling.draft(office.first, case_id, terms("12000.00"), seen)
    assert total_of(office.first, case_id) == yuan("12000.00")


def test_where_no_terms_stand_nothing_is_in_the_way(office: Office, hers: Desk, case_id: UUID) -> None:
    settling.draft(hers, case_id, terms("9000.00"))
    seen = reading.case(office.first, case_id).seen
    history.undo(hers, case_id)
    settling.draft(office.first, case_id, terms("10000.00"), seen)
    assert total_of(office.first, case_id) == yuan("10000.00")


def test_terms_by_the_claims_rest_on_the_claims_that_were_seen(office: Office, hers: Desk,
                                                               case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    claim = case_of(hers, case_id).claims[0]
    registering.ask_amounts(hers, case_id, {(claim.worker_id, claim.claim): yuan("9000")})
    with pytest.raises(Conflicts) as told:
        settling.draft(office.first, case_id, terms("10000.00"), seen)
    assert [(one.kind, one.place.field) for one in told.value.conflicts] == [(Kind.GROUND, "asked")]
    settling.draft(office.first, case_id, terms("10000.00"), told.value.seen)


@pytest.mark.parametrize("change", ["terms", "name", "claim"])
def test_what_is_signed_is_what_was_seen(office: Office, hers: Desk, case_id: UUID, change: str) -> None:
    settling.draft(office.first, case_id, terms())
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[0]
    if change == "terms":
        settling.draft(hers, case_id, terms("12000.00"))
    elif change == "name":
        editing.save(hers, case_id, [Edit("party", worker.id, "name", worker.name, "温若清")])
    else:
        registering.ask_amounts(hers, case_id, {(worker.id, "unpaid_wages"): yuan("1")})
    with pytest.raises(Conflicts, match="Wang changed what this rests on") as told:
        settling.sign(office.first, case_id, SIGNED, seen)
    assert not case_of(office.first, case_id).is_signed
    settling.sign(office.first, case_id, SIGNED, told.value.seen)
    assert case_of(office.first, case_id).is_signed


def test_nobody_signs_what_they_never_looked_at(office: Office, case_id: UUID) -> None:
    settling.draft(office.first, case_id, terms())
    with pytest.raises(Conflicts):
        settling.sign(office.desk(), case_id, SIGNED)


# What is frozen


def drafted(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    return case_id


def agreement(desk: Desk, case_id: UUID) -> Paper:
    return making.make(desk, case_id, AGREEMENT)


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
    found = signing.about_to_be_signed(desk, case_id)
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
    assert not signing.about_to_be_signed(desk, case_id).outdated
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
    draft = signing.preview_agreement(office.first, case_id, terms())
    assert draft.to_sign is None and "草稿" in text_of(draft)
    assert "草稿" not in text_of(agreement(office.first, case_id))
