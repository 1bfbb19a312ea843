"""The unit of work: what is changed inside it is kept as a whole by commit(), or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Select, delete, insert, inspect, select, update
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, RowKey, Touched
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.merging import Conflict, Conflicts, Kind, Place
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.sites import Site, standing
from mediation_desk.domain.summary import agenda, search_words, summarise
from mediation_desk.domain.travel.elsewhere import PEOPLE, people
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.store import refiling
from mediation_desk.store.journal import entries
from mediation_desk.store.journal.pending import RowChange, pending
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.reading import marks, search
from mediation_desk.store.reading.anew import renewed
from mediation_desk.store.reading.dues.dues import Dues
from mediation_desk.store.reading.dues.kept import KeptOrNot
from mediation_desk.store.reading.figures import keeping as figures
from mediation_desk.store.reading.lists import Lists
from mediation_desk.store.reading.planned import Planned
from mediation_desk.store.tables.cases import ANY_ROWS, LISTED_TABLES, agreements, cases, payments
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.values import make_storable
from mediation_desk.store.work.caucus import Caucus, Members
from mediation_desk.store.work.evidence import Exhibits
from mediation_desk.store.work.fresh import AT_ONCE, file_new, values
from mediation_desk.store.work.office_rows import Drafts, Papers, Settings
from mediation_desk.store.work.sayings import Sayings
from mediation_desk.store.work.serials import Serials
from mediation_desk.store.work.statement_lines import StatementLines

T = TypeVar("T")
Guard = Callable[[Sequence[RowChange]], None]
"""Looks at what is about to be kept: takes back what others have written over meanwhile, or refuses."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who works, when, and by which verb."""

    account_id: UUID
    verb: str
    now: datetime


class Cases:
    """The cases by their keys."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session

    def get(self, case_id: UUID, *, to_write: bool = False) -> Case:
        """The case, whose lists come as they are looked at.

        ``to_write`` holds the case's row until the unit of work ends, so that writers of one case
        on a shared store queue up instead of meeting at commit.
        """
        return self._found(self._session.get(Case, case_id, with_for_update=to_write or None))

    def whole(self, case_id: UUID) -> Case:
        """The case with all its rows, to be looked at when the unit of work is over too."""
        case = self._found(self._session.get(Case, case_id))
        there = self._session.execute(ANY_ROWS, {"case_id": case_id}).mappings().one()
        for name in inspect(case).unloaded & there.keys():
            if there[name]:
                getattr(case, name)
            else:
                set_committed_value(case, name, [])
        return case

    @staticmethod
    def _found(case: Case | None) -> Case:
        if case is None:
            raise DeskError(N_("That case is not in this store."))
        return case

    def anew(self, known: Case, written: Callable[[int], Collection[RowKey] | None]) -> Case:
        """The case that was read before, as it stands now: ``known`` itself while nothing was written.

        ``written(version)``: the rows that were written since and until that version, as far as they
        are known; None: read the whole case.
        """
        version = self._session.scalar(select(cases.c.version).where(cases.c.id == known.id))
        if version == known.version:
            return known
        rows = written(version) if version is not None else None
        return self.whole(known.id) if rows is None else renewed(self._session, known, rows)

    def performances(self, case_ids: Collection[UUID]) -> dict[UUID, tuple[Agreement, list[Payment]]]:
        """The signed agreement and the payments of each of these cases, without the rest of them."""
        if not case_ids:
            return {}
        agreed = self._session.scalars(select(Agreement).where(agreements.c.case_id.in_(list(case_ids))))
        paid = self._session.scalars(select(Payment).where(payments.c.case_id.in_(list(case_ids)))).all()
        return {one.case_id: (one, [payment for payment in paid if payment.case_id == one.case_id])
                for one in agreed if one.signed_on is not None and one.removed_at is None}

    def add(self, case: Case) -> None:
        """Keep a new case."""
        self._session.add(case)

    def asked(self, asking: Unmasking) -> None:
        """Keep who asked for a party's whole numbers."""
        self._session.add(asking)


class Accounts:
    """The accounts by key or login."""

    def __init__(self, session: OrmSession, settings: Settings) -> None:
        self._session, self._settings = session, settings

    def get(self, account_id: UUID) -> Account:
        """The account with that key."""
        try:
            account = self._session.get(Account, account_id)
        except (ValueError, TypeError, LookupError, OverflowError) as nonsense:
            raise DeskError(N_("That account cannot be read: somebody wrote into it outside the program. "
                               "Verify the store.")) from nonsense
        if account is None:
            raise DeskError(N_("That account is not in this store."))
        return account

    def all(self) -> Sequence[Account]:
        """Every account, by name."""
        rows = self._session.scalars(select(Account)).all()
        return sorted((a for a in rows if not a.removed_at), key=lambda a: (a.name, a.login))

    def names(self) -> dict[UUID, str]:
        """What each of them is called, by key; and people of other offices that cases came from."""
        elsewhere = people({PEOPLE: self._settings.value(PEOPLE, {})})
        return {**elsewhere, **{account.id: account.name for account in self.all()}}

    def add(self, account: Account) -> None:
        """Keep a new account."""
        self._session.add(account)


class Work:
    """Repositories of one unit of work. Not thread-safe; lives inside ``with``."""

    def __init__(self, session: OrmSession, who: Actor, journal_key: bytes, calendar: WorkCalendar) -> None:
        self._session = session
        self._journal_key = journal_key
        self._calendar = calendar
        self.who = who
        self.id = new_key(who.now)
        self.guard: Guard | None = None
        self.grounds: list[Place] = []  # words that the verb acts on besides those it writes
        self.proofs: list[Callable[[Connection], None]] = []  # asked when all is written, before it is kept
        self.adopted: set[UUID] = set()  # the cases that were taken in whole
        self._own_site: tuple[UUID | None] | None = None  # once it was asked for
        self.kept: dict[UUID, int] = {}  # the cases that commit() changed, each with its new version
        connection = session.connection()
        self.cases = Cases(session)
        self.caucus = Caucus(session)
        self.members = Members(session)
        self.evidence = Exhibits(session)
        self.sayings = Sayings(session)
        self.statement_lines = StatementLines(session)
        self.lists = Lists(connection, who.account_id)
        self.planned = Planned(connection, self.lists)
        self.dues = Dues(connection, self.lists)
        self.kept_or_not = KeptOrNot(connection)
        self._told: dict[UUID, Touched] = {}
        self._fresh: set[UUID] = set()  # the cases that are about to be kept for the first time
        self._noted: list[RowChange] = []  # of tables that are written directly
        self.settings = Settings(connection, self._noted.append)
        self.accounts = Accounts(session, self.settings)
        self.serials = Serials(connection, self.settings, self._noted.append)
        self.papers = Papers(connection, self._noted.append)
        self.drafts = Drafts(connection, who.account_id)

    @property
    def connection(self) -> Connection:
        """The connection of this unit of work, for the store's own rooms."""
        return self._session.connection()

    def row(self, entity: type, key: UUID) -> Any:
        """Any mapped row by its key, for undo and field edits; also one that is about to be kept."""
        made: Iterator[Any] = (row for row in self._session.new if type(row) is entity)
        found = next((row for row in made if row.id == key), None) or self._session.get(entity, key)
        if found is None:
            raise NotThere(key)
        return found

    def all_of(self, entity: type[T]) -> Sequence[T]:
        """Every row of a table that stays small: laptops, bags."""
        return self._session.scalars(select(entity)).all()

    def own_site(self) -> UUID | None:
        """The site at which the person at the desk sits, unless that was taken out."""
        if self._own_site is None:
            sits = self.accounts.get(self.who.account_id).site_id
            known = [one.id for one in standing(self.all_of(Site))] if sits else []
            self._own_site = (sits if sits in known else None,)
        return self._own_site[0]

    def rows_of(self, entity: type[T], case_id: UUID) -> Sequence[T]:
        """Every row of a table that belongs to a case, removed ones too."""
        return self._session.scalars(select(entity).filter_by(case_id=case_id)).all()

    def chosen(self, wanted: Select[Any]) -> Sequence[Any]:
        """The rows that a room of the store asks for."""
        return self._session.scalars(wanted).all()

    def put(self, row: object) -> None:
        """Keep a row of any table, as it came home with its case."""
        self._session.add(row)

    def note(self, change: RowChange) -> None:
        """Tell the journal of what was written directly."""
        self._noted.append(change)

    def new_key(self) -> UUID:
        """A fresh row key."""
        return new_key(self.who.now)

    def refile(self, calendar: WorkCalendar, year: int) -> None:
        """Compute anew what the lists say of dates that the holidays of that year move."""
        refiling.refile(self._session, calendar, year)

    def settle(self) -> None:
        """Hold what is about to be kept to what others kept meanwhile, as commit does, and keep nothing."""
        make_storable(self._session)
        if self.guard is not None:
            self.guard(pending(self._session))

    def write_out(self) -> None:
        """Put what was done so far into the transaction, and let go of the rows that were made: for a unit
        of work that makes thousands of cases. Nothing is kept before commit()."""
        made = list(self._session.new)
        self._write(None, AT_EASE)
        for row in made:
            self._session.expunge(row)

    def commit(self, *, undoes: UUID | None = None, lists: Sequence[str] = (),
               result: UUID | None = None, pace: Pace = AT_EASE) -> Changes:
        """Keep everything: rows, journal and summaries, in one transaction. ``pace`` is told how far the
        cases have come, and ends it without a trace where somebody stops."""
        self._write(undoes, pace)
        for prove in self.proofs:
            prove(self.connection)
        self._session.commit()
        self.kept = {case_id: told.version for case_id, told in self._told.items()}
        return Changes(frozenset(self.kept), frozenset(lists), result, dict(self._told))

    def _write(self, undoes: UUID | None, pace: Pace) -> None:
        self.settle()
        changes, self._noted[:] = pending(self._session) + self._noted, []
        touched = self._touch({change.case_id for change in changes if change.case_id})
        places = [Place("cases", str(case.id)) for case in touched]
        lines = self.statement_lines.held()
        try:
            self._session.flush()
        except StaleDataError as stale:  # a case that was not held for writing
            raise Conflicts([Conflict(Kind.GROUND, place, None, None, None) for place in places]) from stale
        self.statement_lines.require_once(lines)
        self.caucus.written()
        act = entries.Act(work_id=self.id, at=self.who.now, account_id=self.who.account_id,
                          verb=self.who.verb, undoes=undoes)
        entries.write(self.connection, self._journal_key, act, changes, begun=self._fresh)
        written = _by_case(changes)
        self._file(touched, written, pace)
        self._told |= {case.id: self._touched(case, written[case.id]) for case in touched}

    def _file(self, touched: Sequence[Case], written: Mapping[UUID, Sequence[RowChange]], pace: Pace) -> None:
        """Bring the lists to where the cases are now."""
        fresh = [case for case in touched if case.id in self._fresh]
        for at in range(0, len(fresh), AT_ONCE):
            pace.step(at, len(touched))
            file_new(self.connection, fresh[at:at + AT_ONCE], self._calendar, self.who.now)
        for at, case in enumerate(one for one in touched if one.id not in self._fresh):
            if at % AT_ONCE == 0:
                pace.step(len(fresh) + at, len(touched))
            self._summarise(case, written[case.id])
        pace.step(len(touched), len(touched))

    def _touched(self, case: Case, changes: Sequence[RowChange]) -> Touched:
        return Touched(work_id=self.id, at=self.who.now, account_id=self.who.account_id, verb=self.who.verb,
                       version=case.version,
                       rows=frozenset((change.table, change.row_id) for change in changes))

    def _touch(self, case_ids: set[UUID]) -> list[Case]:
        """Raise the version of every case that a changed row belongs to; those that were made come first, in
        the order in which they were, for so they stand in the lists."""
        made = {row.id: row for row in self._session.new if isinstance(row, Case)}
        self._fresh = set(made) - self.adopted
        touched = []
        for case_id in (*(one for one in made if one in case_ids), *sorted(case_ids - set(made))):
            case = made.get(case_id) or self.row(Case, case_id)
            case.version += 1
            touched.append(case)
        return touched

    def _summarise(self, case: Case, changes: Sequence[RowChange]) -> None:
        """Keep the case's line in the lists, its agenda and its place in the search index."""
        connection = self.connection
        listed = case.id in self.adopted or not LISTED_TABLES.isdisjoint(one.table for one in changes)
        if not listed:
            here = update(case_rows).where(case_rows.c.case_id == case.id)
            connection.execute(here.values(updated_at=self.who.now))
            return
        seq = self._line(values(summarise(case, self._calendar, self.who.now)))
        connection.execute(delete(agenda_rows).where(agenda_rows.c.case_id == case.id))
        coming = [values(line) for line in agenda(case, self._calendar)]
        if coming:
            connection.execute(insert(agenda_rows), coming)
        search.file_case(connection, seq, search_words(case))
        figures.keep(connection, case)
        if case.id in self.adopted or any(one.table == "parties" for one in changes):
            marks.keep(connection, case)

    def _line(self, row: dict[str, Any]) -> int:
        """Write the case's line, only what changed of it (each column has its index); its number."""
        connection = self.connection
        present = select(case_rows).where(case_rows.c.case_id == row["case_id"])
        found = connection.execute(present).one_or_none()
        if found is None:
            made = connection.execute(insert(case_rows).values(row).returning(case_rows.c.seq))
            return int(made.scalar_one())
        changed = {name: value for name, value in row.items() if getattr(found, name) != value}
        if changed:
            connection.execute(update(case_rows).where(case_rows.c.seq == found.seq).values(changed))
        return int(found.seq)


def _by_case(changes: Sequence[RowChange]) -> dict[UUID, list[RowChange]]:
    found: dict[UUID, list[RowChange]] = {}
    for change in changes:
        if change.case_id:
            found.setdefault(change.case_id, []).append(change)
    return found
