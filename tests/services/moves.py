"""What two people at two desks do to one case: one move each, on what the person last saw."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Attendance, Outcome, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.closing import closing
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from tests.services.mediation.drafted import as_drafted
from tests.services.papers_desk import RECEIVED, terms
from tests.services.two_desks import Act, Pair, Person

FACTORS = ("pay", "rules")
CLAIMS = ("unpaid_wages", "double_wage", "overtime")


def pick(rows: list[Any], at: int) -> Any:
    """One of the rows that a person sees."""
    if not rows:
        raise DeskError("nothing there")
    return rows[at % len(rows)]


def _edit(pair: Pair, person: Person, entity: str, row: Any, name: str, value: object) -> None:
    editing.save(person.desk, pair.case_id, [Edit(entity, row.id, name, getattr(row, name), value)])
    setattr(row, name, value)  # the field on the page shows it from now on


def edit_case(pair: Pair, person: Person, at: int, how: int) -> None:
    _edit(pair, person, "case", person.case, ("cause", "facts_in_brief")[how % 2], pair.token())


def add_party(pair: Pair, person: Person, at: int, how: int) -> None:
    role = (Role.AGENT, Role.APPLICANT, Role.RESPONDENT)[how % 3]
    principal = pick(person.case.parties, at).id if role is Role.AGENT else None
    registering.add_party(person.desk, pair.case_id, registering.PartyDraft(
        role, pair.token(), particulars={"acts_for": principal}))


def edit_party(pair: Pair, person: Person, at: int, how: int) -> None:
    _edit(pair, person, "party", pick(person.case.parties, at), ("phone", "address")[how % 2], pair.token())


def remove_party(pair: Pair, person: Person, at: int, how: int) -> None:
    registering.remove_party(person.desk, pair.case_id, pick(person.case.parties, at).id)


def set_claims(pair: Pair, person: Person, at: int, how: int) -> None:
    """Tick or untick one claim; the others are sent along as they are seen."""
    worker = pick(person.case.applicants, at)
    ticked = {claim.claim for claim in person.case.claims if claim.worker_id == worker.id}
    wanted = ticked ^ {CLAIMS[how % len(CLAIMS)]}
    registering.set_claims(person.desk, pair.case_id, {worker.id: sorted(wanted)})


def ask_amounts(pair: Pair, person: Person, at: int, how: int) -> None:
    claim = pick(person.case.claims, at)
    registering.ask_amounts(person.desk, pair.case_id,
                            {(claim.worker_id, claim.claim): Money(pair.amount())})


def ask_computed(pair: Pair, person: Person, at: int, how: int) -> None:
    sorting.ask_computed(person.desk, pair.case_id)


def say(pair: Pair, person: Person, at: int, how: int) -> None:
    worker = pick([*person.case.applicants, None], at)
    voice: sorting.Voice = ("applicant", "respondent", "note")[how % 3]
    text = pair.token() if voice == "note" else str(Money(pair.amount())).replace(",", "")
    sorting.say(person.desk, pair.case_id, [
        sorting.Saying("monthly_wage", worker.id if worker else None, voice, text)])


def answer(pair: Pair, person: Person, at: int, how: int) -> None:
    verb = (sorting.admit, sorting.deny)[how % 2]
    verb(person.desk, pair.case_id, "monthly_wage", pick(person.case.applicants, at).id, "respondent")


def weigh(pair: Pair, person: Person, at: int, how: int) -> None:
    name = ("applicant", "respondent", "note")[how % 3]
    sorting.weigh_factor(person.desk, pair.case_id, FACTORS[at % 2], {name: pair.token()})


def hold_session(pair: Pair, person: Person, at: int, how: int) -> None:
    meeting.hold_session(person.desk, pair.case_id, meeting.SessionDraft(
        datetime(2024, 11, 28, 14), place=pair.token()))


def change_session(pair: Pair, person: Person, at: int, how: int) -> None:
    """One particular is changed, the rest is sent along as it is seen."""
    session = pick(person.case.sessions, at)
    draft = as_drafted(session)
    token = pair.token()
    changed: tuple[dict[str, Any], ...] = (
        {"place": token}, {"record": token},
        {"attendees": (*draft.attendees[at % 2:], (Attendance.PARTY, token))})
    meeting.change_session(person.desk, pair.case_id, session.id, replace(draft, **changed[how % 3]))


def remove_session(pair: Pair, person: Person, at: int, how: int) -> None:
    meeting.remove_session(person.desk, pair.case_id, pick(person.case.sessions, at).id)


def make_offer(pair: Pair, person: Person, at: int, how: int) -> None:
    meeting.make_offer(person.desk, pair.case_id, list(Side)[how % 2], Money(pair.amount()),
                       terms=pair.token())


def accept_offer(pair: Pair, person: Person, at: int, how: int) -> None:
    meeting.accept_offer(person.desk, pair.case_id, pick(person.case.offers, at).id)


def remove_offer(pair: Pair, person: Person, at: int, how: int) -> None:
    meeting.remove_offer(person.desk, pair.case_id, pick(person.case.offers, at).id)


def draft(pair: Pair, person: Person, at: int, how: int) -> None:
    settling.draft(person.desk, pair.case_id, replace(terms(str(Money(pair.amount())).replace(",", "")),
                                                      other_terms=pair.token()))


def book(pair: Pair, person: Person, at: int, how: int) -> None:
    booking.book(person.desk, pair.case_id, booking.PaymentDraft(
        date(2024, 12, 10 + at % 5), Money(100_000 * (1 + how)), note=pair.token()))


def edit_payment(pair: Pair, person: Person, at: int, how: int) -> None:
    _edit(pair, person, "payment", pick(person.case.payments, at), ("voucher", "note")[how % 2], pair.token())


def remove_payment(pair: Pair, person: Person, at: int, how: int) -> None:
    booking.reverse_payments(person.desk, pair.case_id, [pick(person.case.payments, at).id], "登记有误")


def visit(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.visit(person.desk, pair.case_id, closing.VisitDraft(
        date(2024, 12, 20), party_id=pick(person.case.parties, at).id, note=pair.token()))


def remove_visit(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.remove_visit(person.desk, pair.case_id, pick(person.case.visits, at).id)


def edit_exhibit(pair: Pair, person: Person, at: int, how: int) -> None:
    exhibit = pick(person.exhibits, at)
    giver = str(pick(person.case.parties, how).id)
    name, value = ("proves", pair.token()) if how % 2 else ("given_by", giver)
    edit = Edit("exhibit", exhibit.id, name, getattr(exhibit, name), value)
    filing.change(person.desk, pair.case_id, [edit])
    setattr(exhibit, name, value)


def remove_exhibit(pair: Pair, person: Person, at: int, how: int) -> None:
    exhibit = pick(person.exhibits, at)
    filing.remove(person.desk, pair.case_id, exhibit.id)
    person.exhibits.remove(exhibit)  # whoever takes one out does not name it afterwards


def renumber(pair: Pair, person: Person, at: int, how: int) -> None:
    order = [one.id for one in person.exhibits]
    filing.renumber(person.desk, pair.case_id, order[at % 3:] + order[:at % 3])


def mention(pair: Pair, person: Person, at: int, how: int) -> None:
    """Name an exhibit as evidence of a factor, or of an element.

    Where nobody else came between, their page shows the numbers as they are by now.
    """
    if person.desk.seen(pair.case_id).knows_all(pair.version()):
        person.exhibits = list(filing.exhibits(person.desk, pair.case_id).exhibits)
    label = f"{pair.token()}、{pick(person.exhibits, at).label}"
    if how % 2:
        sorting.weigh_factor(person.desk, pair.case_id, FACTORS[at % 2], {"evidence": label})
    else:
        sorting.say(person.desk, pair.case_id, [sorting.Saying("monthly_wage", None, "evidence", label)])


def own_word(pair: Pair, person: Person, at: int, how: int) -> None:
    """One respondent says something of its own."""
    amount = str(Money(pair.amount())).replace(",", "") if how % 4 else ""
    sorting.say(person.desk, pair.case_id, [sorting.Saying(
        "monthly_wage", pick(person.case.applicants, how).id, "respondent", amount,
        pick(person.case.respondents, at).id)])


def consent(pair: Pair, person: Person, at: int, how: int) -> None:
    """A respondent agrees or declines; the form shows one of the two answers at a time."""
    respondent = pick([one for one in person.case.parties if one.role is Role.RESPONDENT], at)
    name, other = ("agreed_on", "declined_on") if how % 2 else ("declined_on", "agreed_on")
    _edit(pair, person, "party", respondent, name, RECEIVED - timedelta(how % 3))
    setattr(respondent, other, None)


def consent_all(pair: Pair, person: Person, at: int, how: int) -> None:
    registering.consent_all(person.desk, pair.case_id, RECEIVED - timedelta(at % 2))


def accept(pair: Pair, person: Person, at: int, how: int) -> None:
    registering.accept(person.desk, pair.case_id, RECEIVED)


def seal(pair: Pair, person: Person, at: int, how: int) -> None:
    """A side says something alone; nobody else reads it, so that it counts by its row."""
    if how % 2:
        caucus.note(person.desk, pair.case_id, list(Side)[at % 2], "单独说的话")
    else:
        caucus.take_offer(person.desk, pair.case_id, list(Side)[at % 2], Money(250_000))


def release(pair: Pair, person: Person, at: int, how: int) -> None:
    caucus.release(person.desk, pair.case_id, pick(person.sealed, at).id)


def forget(pair: Pair, person: Person, at: int, how: int) -> None:
    caucus.forget(person.desk, pair.case_id, pick(person.sealed, at).id)


def add_exhibit(pair: Pair, person: Person, at: int, how: int) -> None:
    name = pair.token()
    filing.add_files(person.desk, pair.case_id, [FileSource(f"{name}.txt", data=name.encode())])


def take_back(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.take_back(person.desk, pair.case_id)


def reopen(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.reopen(person.desk, pair.case_id, pair.token())


def undo(pair: Pair, person: Person, at: int, how: int) -> None:
    history.undo(person.desk, pair.case_id)
    _look_again(pair, person)


def redo(pair: Pair, person: Person, at: int, how: int) -> None:
    history.redo(person.desk, pair.case_id)
    _look_again(pair, person)


def _look_again(pair: Pair, person: Person) -> None:
    """Whoever takes an exhibit out, or brings it back, by their own step sees that, and names none that is
    out."""
    person.exhibits = list(filing.exhibits(person.desk, pair.case_id).exhibits)


def restore(pair: Pair, person: Person, at: int, how: int) -> None:
    entry = pick(list(history.removed(person.desk, pair.case_id)), at).entry
    history.restore(person.desk, pair.case_id, entry.table, entry.row_id)


def close(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.close(person.desk, pair.case_id, date(2024, 12, 20), Outcome.AGREEMENT, pair.token(), sure=True)


BEFORE_ACCEPTANCE: tuple[Act, ...] = (
    edit_case, add_party, edit_party, remove_party, set_claims, ask_amounts, consent, consent, consent_all,
    accept, add_exhibit, edit_exhibit, remove_exhibit, undo, undo, redo, restore)
BEFORE_SIGNING: tuple[Act, ...] = (
    edit_case, add_party, edit_party, remove_party, set_claims, ask_amounts, ask_computed, say, own_word,
    answer, weigh, hold_session, change_session, remove_session, make_offer, accept_offer, remove_offer, seal,
    release, forget, draft, mention, edit_exhibit, remove_exhibit, renumber, visit, remove_visit, consent,
    undo, undo, redo, restore)
AFTER_SIGNING: tuple[Act, ...] = (
    edit_case, edit_party, add_party, remove_party, hold_session, change_session, remove_session, seal,
    forget, book, edit_payment, remove_payment, visit, remove_visit, add_exhibit, edit_exhibit,
    remove_exhibit, renumber, close, take_back, reopen, undo, undo, redo, restore)
