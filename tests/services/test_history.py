"""Undo and the recycle bin never reach past a signature, a closing, a key or a colleague's case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Attendance, Outcome, Role, Side, Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.office import accounts
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
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
    share(office.first, case_id, colleague(office, "wang", AccountRole.MEDIATOR))
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
    case_of(theirs, case_id)
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


def test_the_bin_is_the_same_from_the_whole_timeline(office: Office) -> None:
    """What was edited, and what came and stayed, tells nothing of removals and stands in no way."""
    case_id = accepted(office.first)
    first, second = case_of(office.first, case_id).applicants
    editing.save(office.first, case_id, [Edit("party", first.id, "phone", "", "13900000000")])
    registering.remove_party(office.first, case_id, second.id)
    lines = history.timeline(office.first, case_id)
    found = history.gone(lines)
    assert str(second.id) in {line.entry.row_id for line in found}
    assert str(first.id) not in {line.entry.row_id for line in found}
    assert [line.entry.row_id for line in found] == [
        line.entry.row_id for line in history.removed(office.first, case_id)]


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
    booking.reverse_payments(office.first, case_id, [wrong], "登记有误")
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
    booking.reverse_payments(office.first, case_id, [wrong], "登记有误")
    pay(theirs, case_id, "7000.00")
    with pytest.raises(DeskError, match="outstanding"):
        history.undo(office.first, case_id)
    assert not booking.standing(office.first, case_id).overpaid


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


def test_undone_steps_are_done_again_whatever_zone_the_clock_has(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    utc = office.first.clock
    office.first.clock = lambda: utc().astimezone(office.first.zone)
    meeting.make_offer(office.first, case_id, Side.RESPONDENT, yuan("5000.00"))
    for step, offers in ((history.undo, 0), (history.redo, 1), (history.undo, 0)):
        step(office.first, case_id)
        assert len(case_of(office.first, case_id).offers) == offers


# What others have built upon


@pytest.fixture
def case_id(office: Office) -> UUID:
    return asked(office.first, accepted(office.first))


@pytest.fixture
def hers(office: Office, case_id: UUID) -> Desk:
    return shared(office, case_id)


def wage(desk: Desk, case_id: UUID, voice: sorting.Voice, text: str) -> None:
    worker = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", worker, voice, text)])


def words(desk: Desk, case_id: UUID) -> list[tuple[str | None, str | None]]:
    return [(entry.applicant, entry.respondent) for entry in case_of(desk, case_id).entries]


def test_a_statement_that_was_answered_is_not_taken_back(office: Office, hers: Desk, case_id: UUID) -> None:
    wage(office.first, case_id, "applicant", "4300")
    wage(hers, case_id, "respondent", "3000")
    with pytest.raises(Conflicts, match=r"This step is not taken back\. Wang changed this") as told:
        history.undo(office.first, case_id)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.mine) == (Kind.REMOVED, None)
    assert words(office.first, case_id) == [("4300.00", "3000.00")]


def test_a_step_done_again_makes_no_second_row_in_a_place(office: Office, hers: Desk, case_id: UUID) -> None:
    """He says 4,300 and takes it back; she answers in the same place; he does his again."""
    wage(office.first, case_id, "applicant", "4300")
    history.undo(office.first, case_id)
    wage(hers, case_id, "respondent", "3000")
    with pytest.raises(Conflicts, match="two entries in a place"):
        history.redo(office.first, case_id)
    assert words(office.first, case_id) == [(None, "3000.00")]


def test_an_undo_goes_by_the_step_and_not_by_what_the_page_shows(office: Office, hers: Desk,
                                                                 case_id: UUID) -> None:
    """Her word came after his and stands on his page already: taking back his is not taking back hers."""
    wage(office.first, case_id, "applicant", "4300")
    wage(hers, case_id, "applicant", "4100")
    case_of(office.first, case_id)
    with pytest.raises(Conflicts):
        history.undo(office.first, case_id)
    assert words(hers, case_id) == [("4100.00", None)]


def test_a_party_for_whom_others_asked_something_stays(office: Office, hers: Desk, case_id: UUID) -> None:
    third = registering.PartyDraft(Role.APPLICANT, "第三人")
    added = registering.add_party(office.first, case_id, third).result
    assert added
    case_of(hers, case_id)
    registering.set_claims(hers, case_id, {added: ["overtime"]})
    with pytest.raises(Conflicts, match="belongs to “第三人”") as told:
        history.undo(office.first, case_id)
    assert told.value.conflicts[0].by and told.value.conflicts[0].by.name == "Wang"
    assert len(case_of(office.first, case_id).applicants) == 3


def test_a_session_in_which_others_entered_somebody_stays(office: Office, hers: Desk, case_id: UUID) -> None:
    held = meeting.SessionDraft(datetime(2024, 11, 28, 14))
    session = meeting.hold_session(office.first, case_id, held).result
    assert session
    case_of(hers, case_id)
    meeting.change_session(hers, case_id, session, replace(held, attendees=((Attendance.PARTY, "温若晴"),)))
    with pytest.raises(Conflicts):
        history.undo(office.first, case_id)
    assert len(case_of(office.first, case_id).sessions) == 1


def test_an_exhibit_that_others_named_stays(office: Office, hers: Desk, case_id: UUID) -> None:
    filing.add_files(office.first, case_id, [FileSource("工资条.txt", data=b"1")])
    sorting.weigh_factor(hers, case_id, "pay", {"evidence": "见证据1"})
    with pytest.raises(Conflicts, match="belongs to “证据1”"):
        history.undo(office.first, case_id)


def test_an_acceptance_on_which_others_work_stays(office: Office) -> None:
    case_id = accepted(office.first)
    hers = shared_before(office, case_id)
    wage(hers, case_id, "applicant", "4300")
    with pytest.raises(Conflicts, match="would not be accepted"):
        history.undo(office.first, case_id)
    assert case_of(office.first, case_id).accepted_on


def shared_before(office: Office, case_id: UUID) -> Desk:
    """A colleague put on the case by a supervisor, so that the mediator's last step is the acceptance."""
    colleague(office, "boss", AccountRole.SUPERVISOR)
    sharing.add_mediator(office.desk("boss", LENT), case_id, colleague(office, "wang", AccountRole.MEDIATOR))
    return office.desk("wang", LENT)


def test_the_station_does_not_go_back_under_a_colleague(office: Office, hers: Desk, case_id: UUID) -> None:
    wage(office.first, case_id, "applicant", "4300")
    meeting.hold_session(office.first, case_id, meeting.SessionDraft(datetime(2024, 11, 28, 14)))
    case_of(hers, case_id)
    settling.draft(hers, case_id, terms("10000.00"))
    history.undo(office.first, case_id)
    assert case_of(office.first, case_id).station is Station.SETTLEMENT


def test_a_removal_is_taken_back_with_all_that_went_with_it(office: Office, case_id: UUID) -> None:
    worker = case_of(office.first, case_id).applicants[1].id
    sorting.say(office.first, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300")])
    registering.remove_party(office.first, case_id, worker)
    assert (case_of(office.first, case_id).entries, len(case_of(office.first, case_id).claims)) == ([], 2)
    history.undo(office.first, case_id)
    case = case_of(office.first, case_id)
    assert (len(case.entries), len(case.claims)) == (1, 4)


def test_no_offer_is_put_back_beside_another_of_its_round(office: Office, hers: Desk, case_id: UUID) -> None:
    first = meeting.make_offer(office.first, case_id, Side.APPLICANT, yuan("9000")).result
    assert first
    meeting.remove_offer(office.first, case_id, first)
    meeting.make_offer(hers, case_id, Side.APPLICANT, yuan("8000"))
    with pytest.raises(Conflicts, match="two entries in a place"):
        history.restore(office.first, case_id, "offers", str(first))
    with pytest.raises(Conflicts, match="two entries in a place"):
        history.undo(office.first, case_id)


def test_after_the_signing_the_bin_gives_no_claim_back(office: Office, case_id: UUID) -> None:
    worker = case_of(office.first, case_id).applicants[0].id
    registering.set_claims(office.first, case_id, {worker: ["unpaid_wages"]})
    gone = history.removed(office.first, case_id)[0].entry
    settling.draft(office.first, case_id, terms("10000.00"))
    settling.sign(office.first, case_id, SIGNED)
    with pytest.raises(DeskError, match="what it rests on changes no more"):
        history.restore(office.first, case_id, gone.table, gone.row_id)
