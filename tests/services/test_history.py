"""Undo and the recycle bin never reach past a signature, a closing, a key or a colleague's case."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Outcome, Side, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.office import accounts
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague, notes
from tests.services.papers_desk import WORKERS, accepted, asked, case_of, terms

SIGNED, DUE = date(2024, 12, 3), date(2024, 12, 10)


def drafted_twice(desk: Desk) -> UUID:
    """Terms drafted, thought over and drafted anew."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("10000.00"))
    settling.draft(desk, case_id, terms("12000.00"))
    return case_id


def shared(office: Office, case_id: UUID) -> Desk:
    """A colleague's desk who is a mediator of the case too."""
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR))
    return office.desk("wang", LENT)


def pay(desk: Desk, case_id: UUID, amount: str, worker: UUID | None = None, on: date = DUE) -> UUID:
    made = booking.book(desk, case_id, PaymentDraft(on, yuan(amount), worker)).result
    assert made
    return made


def agreed(desk: Desk, case_id: UUID) -> str:
    return str(case_of(desk, case_id).signed_agreement.total)


# A signed agreement


def test_an_undo_never_takes_back_the_draft_that_a_colleague_signed(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    theirs = shared(office, case_id)
    for total in ("10000.00", "12000.00"):
        settling.draft(office.first, case_id, terms(total))
    settling.sign(theirs, case_id, SIGNED)
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(office.first, case_id)
    assert agreed(office.first, case_id) == "12,000.00"


def test_a_replaced_draft_comes_back_by_undo_but_not_from_the_bin(office: Office) -> None:
    case_id = drafted_twice(office.first)
    assert history.removed(office.first, case_id) == []
    history.undo(office.first, case_id)
    agreement = case_of(office.first, case_id).agreement
    assert agreement and str(agreement.total) == "10,000.00"


def test_a_replaced_draft_never_takes_the_place_of_the_signed_agreement(office: Office) -> None:
    case_id = drafted_twice(office.first)
    settling.sign(office.first, case_id, SIGNED)
    old = case_of(office.first, case_id).agreements_all[0]
    with pytest.raises(DeskError):
        history.restore(office.first, case_id, "agreements", str(old.id))
    assert agreed(office.first, case_id) == "12,000.00"


def test_a_worker_removed_before_the_signing_stays_out_after_it(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first, [*WORKERS, "第三人某"]))
    third = case_of(office.first, case_id).applicants[2]
    registering.remove_party(office.first, case_id, third.id)
    settling.draft(office.first, case_id, terms("10000.00"))
    settling.sign(office.first, case_id, SIGNED)
    with pytest.raises(DeskError, match="signed"):
        history.restore(office.first, case_id, "parties", str(third.id))
    assert len(case_of(office.first, case_id).applicants) == 2


# Keys and sealed words


def test_the_bin_holds_no_keys_and_gives_none_back(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    theirs = shared(office, case_id)
    sharing.remove_mediator(office.first, case_id, theirs.who.account_id)
    assert history.removed(office.first, case_id) == []
    wrap = next(line.entry for line in history.timeline(office.first, case_id)
                if line.entry.table == "case_key_wraps" and line.entry.verb == "remove_mediator")
    with pytest.raises(DeskError):
        history.restore(office.first, case_id, wrap.table, wrap.row_id)
    assert [account.login for account in reading.case(office.first, case_id).mediators] == ["chen"]


def test_a_note_that_renewed_the_key_is_undone_and_the_key_stays(office: Office) -> None:
    """Writing after a colleague left seals everything anew; the undo takes back the note alone."""
    case_id = asked(office.first, accepted(office.first))
    theirs = shared(office, case_id)
    caucus.note(office.first, case_id, Side.APPLICANT, "先说的话")
    accounts.disable(office.first, theirs.who.account_id)
    caucus.note(office.first, case_id, Side.APPLICANT, "后说的话")
    history.undo(office.first, case_id)
    assert notes(office.first, case_id) == ["先说的话"]
    history.redo(office.first, case_id)
    assert notes(office.first, case_id) == ["先说的话", "后说的话"]


# Closing and reopening


def test_a_closing_is_taken_back_only_by_reopening_with_a_reason(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    closing.close(office.first, case_id, date(2024, 12, 20), Outcome.NO_AGREEMENT)
    with pytest.raises(DeskError):
        history.undo(office.first, case_id)
    assert case_of(office.first, case_id).status is Status.CLOSED


def test_a_reopening_is_not_undone_past_the_rules_of_closing(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    closing.close(office.first, case_id, date(2024, 12, 20), Outcome.NO_AGREEMENT)
    closing.reopen(office.first, case_id, "双方又愿意谈")
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(office.first, case_id)
    assert case_of(office.first, case_id).status is Status.OPEN


# Payments


def test_a_payment_put_back_never_makes_more_than_was_agreed(office: Office) -> None:
    case_id = drafted_twice(office.first)
    settling.sign(office.first, case_id, SIGNED)
    wrong = pay(office.first, case_id, "12000.00")
    booking.remove_payment(office.first, case_id, wrong)
    theirs = shared(office, case_id)
    pay(theirs, case_id, "7000.00")
    with pytest.raises(DeskError, match="outstanding"):
        history.restore(office.first, case_id, "payments", str(wrong))
    ledger = booking.standing(office.first, case_id)
    assert (str(ledger.outstanding), str(ledger.overpaid)) == ("5,000.00", "0.00")


def test_undoing_a_removal_never_overpays_either(office: Office) -> None:
    case_id = drafted_twice(office.first)
    settling.sign(office.first, case_id, SIGNED)
    theirs = shared(office, case_id)
    wrong = pay(office.first, case_id, "12000.00")
    booking.remove_payment(office.first, case_id, wrong)
    pay(theirs, case_id, "7000.00")
    with pytest.raises(DeskError, match="outstanding"):
        history.undo(office.first, case_id)
    assert not booking.standing(office.first, case_id).overpaid


def test_a_late_booking_of_an_early_payment_leaves_nobody_overpaid(office: Office) -> None:
    """Two workers share 12,000.00 equally. 6,000.00 went to the first on the 12th; a transfer to both
    of 6,000.00 on the 10th would have given her 3,000.00 before: only 0.00 to 6,000.00 of it fits."""
    case_id = asked(office.first, accepted(office.first))
    settling.draft(office.first, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(office.first, case_id, SIGNED)
    first = case_of(office.first, case_id).applicants[0].id
    pay(office.first, case_id, "6000.00", first, date(2024, 12, 12))
    with pytest.raises(DeskError) as told:
        pay(office.first, case_id, "6000.00", None, date(2024, 12, 10))
    assert told.value.field == "amount"
    ledger = booking.standing(office.first, case_id)
    assert (str(ledger.outstanding), str(ledger.overpaid)) == ("6,000.00", "0.00")


def test_an_undone_booking_takes_its_station_back_too(office: Office) -> None:
    case_id = drafted_twice(office.first)
    settling.sign(office.first, case_id, SIGNED)
    pay(office.first, case_id, "12000.00")
    assert case_of(office.first, case_id).station.value == "closing"
    history.undo(office.first, case_id)
    assert case_of(office.first, case_id).station.value == "performance"


def test_a_released_offer_is_withdrawn_by_undo_and_waits_sealed_again(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    kept = caucus.take_offer(office.first, case_id, Side.APPLICANT, yuan("9000.00")).result
    assert kept
    caucus.release(office.first, case_id, kept)
    history.undo(office.first, case_id)
    assert case_of(office.first, case_id).offers == []
    assert not caucus.talk(office.first, case_id).words[0].released
    meeting.make_offer(office.first, case_id, Side.RESPONDENT, yuan("5000.00"))


def test_terms_by_hand_take_no_empty_instalment(office: Office) -> None:
    from mediation_desk.domain.vocabulary import SplitKind

    case_id = asked(office.first, accepted(office.first))
    wanted = Terms(yuan("100.00"), (date(2024, 12, 10), date(2025, 1, 10)), split_kind=SplitKind.BY_HAND,
                   amounts=(yuan("0.00"), yuan("100.00")))
    with pytest.raises(DeskError) as told:
        settling.draft(office.first, case_id, settling.TermsDraft(wanted))
    assert told.value.field == "amounts"


def test_undone_steps_are_done_again_whatever_zone_the_clock_has(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    utc = office.first.clock
    office.first.clock = lambda: utc().astimezone(office.first.zone)
    meeting.make_offer(office.first, case_id, Side.RESPONDENT, yuan("5000.00"))
    for step, offers in ((history.undo, 0), (history.redo, 1), (history.undo, 0)):
        step(office.first, case_id)
        assert len(case_of(office.first, case_id).offers) == offers
