"""Two people at two desks who work on one case, each on what they last looked at; and what stands of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from uuid import UUID

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.intake import consent
from mediation_desk.domain.leaning import Tables, tables_of
from mediation_desk.domain.mediation.private import PrivateWord
from mediation_desk.domain.merging import Conflict, Conflicts, Kind
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.wholeness import broken
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.settlement import settling
from mediation_desk.store.values import plain
from tests.holders import share
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, registered, terms

Word = tuple[str, str, str, object]  # table, row, field, and what stands there
LENT, HER = "黄河之水天上来 88", "王敏"
UNSAID = {"id", "case_id", "version", "station", "position", "removed_at", "created_at", "agreement_id",
          "instalment_id", "session_id", "paper_sha256", "sealed"}  # what the program itself writes
OWNERS = {"attendees": "session_id", "shares": "agreement_id", "instalments": "agreement_id"}


@dataclass
class Person:
    """Somebody at a desk: the case as they last saw it, the words they know, and those they wrote."""

    desk: Desk
    case: Case
    exhibits: list[Any] = field(default_factory=list)
    sealed: list[PrivateWord] = field(default_factory=list)
    knows: set[Word] = field(default_factory=set)
    wrote: set[Word] = field(default_factory=set)


class Pair:
    """Two people and a case, which comes as far as ``stage``."""

    def __init__(self, office: Office, stage: Stage) -> None:
        first = office.first
        self.case_id = asked(first, registered(first) if stage is Stage.RECEIVED else accepted(first))
        share(first, self.case_id, _colleague(first))
        files = [FileSource(f"{name}.txt", data=name.encode()) for name in "abc"]
        filing.add_files(first, self.case_id, files)
        if stage is Stage.SIGNED:
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
        person.sealed = list(caucus.talk(person.desk, self.case_id).words)
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
            tables = {**tables_of(case, shelf), "sealed_items": work.caucus.items(self.case_id)}
        return _words(case, tables), [str(one.why) for one in broken(case, shelf)]

    def version(self) -> int:
        """How often the case was changed, whoever knows of it."""
        with self._desk.case_reading(self.case_id) as (_work, case):
            return case.version

    # -- one move ----------------------------------------------------------------------------

    def move(self, who: int, act: Act, at: int, how: int, looks: bool) -> None:
        """Let somebody do something, on what they last saw; and see that no word is lost by it."""
        person = self.people[who]
        if looks:
            self.look(person)
        written = self._number
        try:
            act(self, person, at, how)
        except DeskError as error:
            assert self.stored()[0] == self.words, "nothing is kept of what is refused or in conflict"
            for conflict in error.conflicts if isinstance(error, Conflicts) else ():
                self.shown(person, conflict)
        else:
            self.judge(person, act.__name__, range(written + 1, self._number + 1))

    def judge(self, person: Person, act: str, written: range) -> None:
        """What was written stands. Whoever makes a word vanish has seen it; whoever goes back a step takes
        back only their own."""
        before = self.words
        self.words, self.broken = self.stored()
        gone, come = {word for word in before - self.words if not self.with_each(word)}, self.words - before
        person.wrote |= come
        person.knows |= come
        taken = person.wrote if act in ("undo", "redo") else person.knows
        assert gone <= taken, (act, gone - taken)
        assert self.broken == [], (act, self.broken)
        stands = {str(word) for *_, word in come}
        assert all(any(_said(number, word) for word in stands) for number in written), (act, written, stands)

    def with_each(self, word: Word) -> bool:
        """Whether it is the day of the respondents' side, which follows what each of them says once they say
        it: a respondent who comes back with an answer of its own makes it another."""
        return word[2] == "respondents_agree_on" and any(
            one[2] in ("agreed_on", "declined_on") for one in self.words)

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
    if consent.each_has_said([one for one in case.parties if one.role is Role.RESPONDENT]):
        found = {word for word in found if word[2] != "respondents_agree_on"}  # it follows from theirs
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
"""Something that a person does on what they see: ``at`` and ``how`` say to which row and in which way."""
