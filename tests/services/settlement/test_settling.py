"""Terms and signature: what cannot be, for whom, and what a colleague drafted meanwhile."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Role, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, keys, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import WORKERS, accepted, asked, case_of, terms
from tests.services.test_keys import LENT, colleague

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
                    lambda: making.make(desk, case_id, making.AGREEMENT)):
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
    keys.add_mediator(office.first, case_id, colleague(office, "wang", AccountRole.MEDIATOR))
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
    assert [(one.kind, one.place.field) for one in told.value.conflicts] == [(Kind.GROUND, "asked_fen")]
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
