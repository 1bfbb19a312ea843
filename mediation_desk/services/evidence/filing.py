"""Evidence: files taken into a case, what is said of them, and the numbers they are named by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from mediation_desk.domain import evidence as rules
from mediation_desk.domain import verbs
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.deciding import is_completable
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.intake.order.replies import PROOFS
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit, told
from mediation_desk.services.evidence import private_folder
from mediation_desk.services.evidence.taking import (
    Arrived,
    Brought,
    Cancelled,
    FileSource,
    Meter,
    Progress,
    Stopped,
    size_of,
    take,
)
from mediation_desk.services.removing import take_out
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.work import Work

ABANDONED = timedelta(days=1)  # an import on a shared store that has not ended by then is over
TABLE = "exhibits"
FIELDS = frozenset({"name", "given_by", "proves", "original", "received_on", "source", "pages", "opinion",
                    "returned_on"})


@dataclass(frozen=True)
class Listed:
    """The exhibits that stand, by number, and in how many entries of the case each is named."""

    exhibits: tuple[Exhibit, ...]
    named: Mapping[int, int]
    givers: Mapping[str, str]  # the names of the case's parties, removed ones too, by given_by


# Looking


def exhibits(desk: Desk, case_id: UUID) -> Listed:
    """The exhibits of a case; for looking only, verbs change them by their keys."""
    with desk.case_reading(case_id) as (work, case):
        named: dict[int, int] = {}
        for entry in _entries(case):
            for number in rules.mentions(entry.evidence):
                named[number] = named.get(number, 0) + 1
        givers = {str(party.id): party.name for party in case.parties_all}
        return Listed(tuple(work.evidence.of(case_id)), named, givers)


def _entries(case: Case) -> list[ElementEntry | RelationshipEntry]:
    """Whatever of the case can name an exhibit."""
    return [*case.entries, *case.factors]


def references(desk: Desk, case_id: UUID) -> list[tuple[str, str]]:
    """What an element's evidence can name, for completion: ("证据3", "工资流水.pdf")."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        return [(exhibit.label, exhibit.name) for exhibit in work.evidence.of(case_id)]


# Taking in


def take_in(desk: Desk, case_id: UUID, sources: Sequence[FileSource], *, progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> Brought:
    """Bring the files into the store, where they wait for :func:`file_away`; this may take long.

    A file that cannot be read does not hold up the others: it is told in ``refused``. Progress is
    told in KiB. Raises Stopped, with nothing kept, when ``cancelled`` says so.
    """
    _require_open(desk, case_id)
    contents.sweep(desk.store.engine, desk.now - ABANDONED)
    meter = Meter(sum(map(size_of, sources)) * 2, progress, cancelled)
    arrived: list[Arrived] = []
    refused: list[DeskError] = []
    try:
        for source in sources:
            try:
                arrived.append(take(desk, source, meter))
            except Stopped:
                raise
            except DeskError as error:
                refused.append(error)
    except BaseException:
        _let_go(desk, arrived)
        raise
    return Brought(tuple(arrived), tuple(refused))


def file_away(desk: Desk, case_id: UUID, brought: Brought, given_by: str = "",
              seen: Seen | None = None) -> Changes:
    """Make what arrived exhibits of the case, with the next numbers: all of them or none."""
    try:
        return _file(desk, case_id, brought, given_by, seen)
    except BaseException:
        _let_go(desk, brought.arrived)
        raise


def add_files(desk: Desk, case_id: UUID, sources: Sequence[FileSource | Path], given_by: str = "", *,
              progress: Progress | None = None, cancelled: Cancelled | None = None,
              seen: Seen | None = None) -> Changes:
    """Take in and file at once: all of them, or none when one of them cannot be read."""
    wanted = [FileSource.of(one) if isinstance(one, Path) else one for one in sources]
    brought = take_in(desk, case_id, wanted, progress=progress, cancelled=cancelled)
    if brought.refused:
        _let_go(desk, brought.arrived)
        raise brought.refused[0]
    return file_away(desk, case_id, brought, given_by, seen)


def _require_open(desk: Desk, case_id: UUID) -> None:
    with desk.case_reading(case_id, Verb.EDIT_CASE, whole=False) as (_work, case):
        verbs.require(case, "add_evidence")


def _let_go(desk: Desk, arrived: Sequence[Arrived]) -> None:
    contents.drop(desk.store.engine, [one.taken.file_id for one in arrived])


def _file(desk: Desk, case_id: UUID, brought: Brought, given_by: str, seen: Seen | None) -> Changes:
    with desk.case_work(case_id, "add_evidence", seen) as (work, case):
        _check_giver(desk, case, given_by)
        number = rules.next_position(work.evidence.of(case_id, removed_too=True))
        made: UUID | None = None
        for at, one in enumerate(brought.arrived):
            contents.finish(work.connection, one.taken, work.who.now)
            made = work.new_key()
            work.evidence.add(Exhibit(
                id=made, case_id=case_id, position=number + at, name=one.name or "?", given_by=given_by,
                sha256=one.taken.sha256, size=one.taken.size, media_type=one.media_type,
                received_on=desk.today))
        return work.commit(lists=("evidence",), result=made)


# Changing what is said of them


def change(desk: Desk, case_id: UUID, edits: Sequence[Edit], seen: Seen | None = None) -> Changes:
    """Keep edits of exhibits (entity "exhibit"; fields in FIELDS): all of them or none."""
    known = told(seen or desk.seen(case_id), dict.fromkeys(edits, TABLE))
    with desk.case_work(case_id, "edit_evidence", known) as (work, case):
        for edit in edits:
            if edit.field not in FIELDS:
                raise ValueError(f"{edit.field} is not edited as a field")
            if not is_completable(case, "exhibit", edit.field):
                case.require_open()
            row = _standing(work, case_id, edit.row_id)
            setattr(row, edit.field, _CHECKS.get(edit.field, _as_it_is)(desk, case, edit.after))
            rules.check_return(row)
        return work.commit(lists=("evidence",))


def _standing(work: Work, case_id: UUID, exhibit_id: UUID) -> Exhibit:
    exhibit = work.evidence.get(case_id, exhibit_id)
    if exhibit.removed_at:
        raise NotThere(exhibit_id)
    return exhibit


def _as_it_is(_desk: Desk, _case: Case, value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _check_name(_desk: Desk, _case: Case, value: Any) -> str:
    name = rules.tidy_name(str(value).replace("/", "／").replace("\\", "＼"))
    if not name:
        raise DeskError(N_("An exhibit needs a name."), field="name")
    return name


def _check_giver(_desk: Desk, case: Case, value: Any) -> str:
    given = str(value or "")
    if given in ("", *Side, *(str(party.id) for party in case.parties)):
        return given
    if given in {str(party.id) for party in case.parties_all}:
        raise NotThere(given)
    raise DeskError(N_("Choose one of the parties of this case."), field="given_by")


def _check_day(desk: Desk, _case: Case, value: Any) -> Any:
    if value is None:
        raise DeskError(N_("Enter the date received."), field="received_on")
    if value > desk.today:
        raise DeskError(N_("The date received lies in the future."), field="received_on")
    return value


def _or_nothing(_desk: Desk, _case: Case, value: Any) -> str | None:
    return storable(str(value or "")).strip() or None


def _check_returned(desk: Desk, _case: Case, value: Any) -> Any:
    if value is not None and value > desk.today:
        raise DeskError(N_("That day lies in the future."), field="returned_on")
    return value


_CHECKS: Mapping[str, Callable[[Desk, Case, Any], Any]] = {
    "name": _check_name, "given_by": _check_giver, "received_on": _check_day, "source": _or_nothing,
    "opinion": _or_nothing, "returned_on": _check_returned}


def remove(desk: Desk, case_id: UUID, exhibit_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an exhibit out; it waits in the recycle bin, and its number is not given again."""
    with desk.case_work(case_id, "remove_evidence", seen) as (work, case):
        take_out(work, case, TABLE, exhibit_id)
        return work.commit(lists=("evidence",))


def renumber(desk: Desk, case_id: UUID, order: Sequence[UUID], seen: Seen | None = None) -> Changes:
    """Number the exhibits 1, 2, 3 … in that order; entries that name them (证据3) follow.

    One that was taken out meanwhile is passed over; those that were added meanwhile come last.
    """
    with desk.case_work(case_id, "renumber_evidence", seen) as (work, case):
        there = work.evidence.of(case_id, removed_too=True)
        moved = rules.renumber(there, rules.order_of(there, order))
        for entry in _entries(case):
            text = rules.with_moved_numbers(entry.evidence, moved)
            if text != entry.evidence:
                entry.evidence = text
        for reply in case.replies:
            for name in PROOFS:
                setattr(reply, name, rules.with_moved_numbers(getattr(reply, name), moved))
        return work.commit(lists=("evidence",))


# The start of a session


def begin(desk: Desk) -> None:
    """At the start of a session: sweep away what an interrupted one left, in the store and in the
    temporary folder. On a store of its own, nobody else can be in the middle of an import, whatever
    the clock said when it began."""
    with desk.reading():
        pass
    alone = desk.store.place.folder is not None
    contents.sweep(desk.store.engine, datetime(9999, 1, 1, tzinfo=UTC) if alone else desk.now - ABANDONED)
    private_folder.sweep(desk)
