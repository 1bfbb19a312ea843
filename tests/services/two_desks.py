"""Two people at two desks who work on one case, each on what they last looked at; and what stands of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.leaning import Tables, tables_of
from mediation_desk.domain.merging import Conflict, Conflicts, Kind
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Attendance, Outcome, Role, Side
from mediation_desk.domain.wholeness import broken
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, keys, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.office import accounts
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.store.values import plain
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, terms

Word = tuple[str, str, str, object]  # table, row, field, and what stands there
LENT, HER = "黄河之水天上来 88", "王敏"
UNSAID = {"id", "case_id", "version", "station", "position", "removed_at", "created_at", "agreement_id",
          "instalment_id", "session_id", "paper_sha256"}  # what the program itself writes
OWNERS = {"attendees": "session_id", "shares": "agreement_id", "instalments": "agreement_id"}
FACTORS = ("pay", "rules")
CLAIMS = ("unpaid_wages", "double_wage", "overtime")
ELEMENTS = ("monthly_wage", "employed_from")


@dataclass
class Person:
    """Somebody at a desk: the case as they last saw it, the words they know, and those they wrote."""

    desk: Desk
    case: Case
    exhibits: list[Any] = field(default_factory=list)
    knows: set[Word] = field(default_factory=set)
    wrote: set[Word] = field(default_factory=set)


class Pair:
    """Two people and a case."""

    def __init__(self, office: Office, *, signed: bool) -> None:
        first = office.first
        self.case_id = asked(first, accepted(first))
        keys.add_mediator(first, self.case_id, _colleague(first))
        files = [FileSource(f"{name}.txt", data=name.encode()) for name in "abc"]
        filing.add_files(first, self.case_id, files)
        if signed:
            settling.draft(first, self.case_id, terms("12000.00"))
            settling.sign(first, self.case_id, date(2024, 12, 3))
        self._number, self._desk = 0, first
        self.words, self.broken = self.stored()  # what stood when anybody last did something
        hers = next((desk for desk in office.opened if desk.who.name == HER), None)
        self.people = [self._person(first), self._person(hers or office.desk("wang", LENT))]
        self.people[0].wrote |= self.words

    def _person(self, desk: Desk) -> Person:
        person = Person(desk, reading.case(desk, self.case_id).case)
        self.look(person)
        return person

    def look(self, person: Person) -> None:
        """Read the case anew."""
        person.case = reading.case(person.desk, self.case_id).case
        person.exhibits = list(filing.exhibits(person.desk, self.case_id).exhibits)
        person.knows |= self.words

    def token(self) -> str:
        """A word that nobody has written before."""
        self._number += 1
        return f"词{self._number}"

    def amount(self) -> int:
        """An amount in fen that nobody has written before."""
        self._number += 1
        return 100_000 + self._number

    def stored(self) -> tuple[set[Word], list[str]]:
        """Everything that anybody wrote and that stands; and what does not hold of the case as a whole."""
        with self._desk.case_reading(self.case_id) as (work, case):
            shelf = work.evidence.of(self.case_id, removed_too=True)
        return _words(case, tables_of(case, shelf)), [str(one.why) for one in broken(case, shelf)]

    def version(self) -> int:
        """How often the case was changed, whoever knows of it."""
        with self._desk.case_reading(self.case_id) as (_work, case):
            return case.version

    # -- one move ----------------------------------------------------------------------------

    def move(self, who: int, act: str, at: int, how: int, looks: bool) -> None:
        """Let somebody do something, on what they last saw; and see that no word is lost by it."""
        person = self.people[who]
        if looks:
            self.look(person)
        written = self._number
        try:
            ACTS[act](self, person, at, how)
        except DeskError as error:
            assert self.stored()[0] == self.words, "nothing is kept of what is refused or in conflict"
            for conflict in error.conflicts if isinstance(error, Conflicts) else ():
                self.shown(person, conflict)
        else:
            self.judge(person, act, range(written + 1, self._number + 1))

    def judge(self, person: Person, act: str, written: range) -> None:
        """What was written stands. Whoever makes a word vanish has seen it; whoever goes back a step takes
        back only their own."""
        before = self.words
        self.words, self.broken = self.stored()
        gone, come = before - self.words, self.words - before
        person.wrote |= come
        person.knows |= come
        taken = person.wrote if act in ("undo", "redo") else person.knows
        assert gone <= taken, (act, gone - taken)
        assert self.broken == [], (act, self.broken)
        stands = {str(word) for *_, word in come}
        assert all(any(_said(number, word) for word in stands) for number in written), (act, written, stands)

    def shown(self, person: Person, conflict: Conflict) -> None:
        """A conflict shows what stands, and who wrote it."""
        assert conflict.by is not None and conflict.by.name in ("陈守信", HER), conflict
        if conflict.kind is Kind.FIELD:
            versions = {str(one or "") for one in (conflict.seen, conflict.mine, conflict.stands)}
            assert len(versions) == 3, conflict


def _said(number: int, word: str) -> bool:
    """Whether a word is, or holds, the one that was given out under that number."""
    fen = 100_000 + number
    written = (str(fen), f"{fen // 100}.{fen % 100:02d}")
    return re.search(rf"词{number}(?!\d)", word) is not None or word in written


def _words(case: Case, tables: Tables) -> set[Word]:
    found: set[Word] = set()
    named = {f"证据{one.position}": f"证据<{one.id}>" for one in tables["exhibits"] if not one.removed_at}
    out = {str(row.id) for rows in tables.values() for row in rows if row.removed_at}
    for table, rows in {**tables, "cases": [case]}.items():
        for row in rows:
            if not row.removed_at and str(getattr(row, OWNERS.get(table, "id"))) not in out:
                found.add((table, str(row.id), "", True))
                found |= {(table, str(row.id), one.name, _meant(plain(getattr(row, one.name)), named))
                          for one in fields(row)
                          if one.name not in UNSAID and not one.name.endswith("_all")
                          and getattr(row, one.name) not in (None, "")}
    return found


def _meant(word: object, named: Mapping[str, str]) -> object:
    """What a word means: an exhibit that it names, whatever number that has by now."""
    if isinstance(word, str):
        for number, exhibit in named.items():
            word = word.replace(number, exhibit)
    return word


def _colleague(desk: Desk) -> UUID:
    """王敏, who comes to the office with the first example."""
    known = {account.login: account.id for account in accounts.everybody(desk)}
    if "wang" in known:
        return known["wang"]
    made = accounts.add(desk, accounts.AccountDraft(
        "wang", HER, frozenset({AccountRole.MEDIATOR}), LENT)).result
    assert made
    return made


Act = Callable[[Pair, Person, int, int], object]


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
    draft = meeting.as_drafted(session)
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
    booking.remove_payment(person.desk, pair.case_id, pick(person.case.payments, at).id)


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


def undo(pair: Pair, person: Person, at: int, how: int) -> None:
    history.undo(person.desk, pair.case_id)


def redo(pair: Pair, person: Person, at: int, how: int) -> None:
    history.redo(person.desk, pair.case_id)


def restore(pair: Pair, person: Person, at: int, how: int) -> None:
    entry = pick(list(history.removed(person.desk, pair.case_id)), at).entry
    history.restore(person.desk, pair.case_id, entry.table, entry.row_id)


def close(pair: Pair, person: Person, at: int, how: int) -> None:
    closing.close(person.desk, pair.case_id, date(2024, 12, 20), Outcome.WITHDRAWN, pair.token())


BEFORE_SIGNING: tuple[Act, ...] = (
    edit_case, add_party, edit_party, remove_party, set_claims, ask_amounts, ask_computed, say, answer, weigh,
    hold_session, change_session, remove_session, make_offer, accept_offer, remove_offer, draft, mention,
    edit_exhibit, remove_exhibit, renumber, visit, remove_visit, undo, undo, redo, restore)
AFTER_SIGNING: tuple[Act, ...] = (
    edit_case, edit_party, add_party, remove_party, hold_session, change_session, remove_session, book,
    edit_payment, remove_payment, visit, remove_visit, edit_exhibit, remove_exhibit, renumber, undo, undo,
    redo, restore)
ACTS: Mapping[str, Act] = {act.__name__: act for act in (*BEFORE_SIGNING, *AFTER_SIGNING, close)}
