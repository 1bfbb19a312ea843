"""Taking in: what another office handed over, looked at first, then kept as cases of this office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel import elsewhere
from mediation_desk.domain.travel.elsewhere import Origin
from mediation_desk.domain.travel.register import Bag, Laptop
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.writing import begin
from mediation_desk.services.travel import files
from mediation_desk.services.travel.unpacking import finish, note_left_behind, unpacked
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.travel import bag, loads, receiving, register
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Handover, Inside, Outside, Travelling
from mediation_desk.store.travel.received import received
from mediation_desk.store.travel.untrusted import untrusted
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.work import Work


class Standing(Enum):
    """What a bag of another office brings of a case."""

    NEW = "it is not in this office yet"
    AGAIN = "it came from there before, and this is how it stands there now"
    HERE = "it was taken in from this bag already"


@dataclass(frozen=True)
class Offered:
    """A case of the bag before anything is changed. ``label``: its number there; ``here``: the one that it
    has here. ``counts``: its rows by table. ``trouble``: why it is not taken in; its ``case`` is there, in
    memory alone, unless it could not be read."""

    case_id: UUID
    label: str
    standing: Standing = Standing.NEW
    here: str = ""
    case: Case | None = field(default=None, repr=False)
    counts: Mapping[str, int] = field(default_factory=dict)
    trouble: Sentence | None = None

    @property
    def comes(self) -> bool:
        """Whether taking in would change anything of it."""
        return self.trouble is None and self.standing is not Standing.HERE


@dataclass(frozen=True)
class Incoming:
    """A bag of another office that was looked into. ``files``, ``size``: of evidence, in bytes."""

    path: Path
    office: str
    sender: str
    reason: str
    packed_at: datetime
    cases: tuple[Offered, ...]
    files: int
    size: int


@dataclass(frozen=True)
class TakenIn:
    """What was kept: each case by its key, its number here and there; ``waiting``: those that were not, by
    their number there, and why."""

    office: str
    kept: tuple[tuple[UUID, str, str], ...]
    waiting: tuple[tuple[str, Sentence], ...]
    changes: Changes


def look(desk: Desk, path: Path, pace: Pace = AT_EASE) -> Incoming:
    """Look into a bag of another office; nothing is changed. DeskError beside ``bag``; Stopped."""
    outside, key = _for_me(desk, path)
    with untrusted():
        load = loads.read(path, key, pace=pace)
    inside = load.inside
    told = _handover(inside)
    with desk.reading(Verb.REGISTER_CASE) as work:
        _require_from_there(work, told, outside)
        cases = tuple(_offered(desk, work, load, one, outside) for one in inside.cases)
    return Incoming(path, inside.office, told.sender, told.reason, inside.made_at, cases,
                    len(inside.contents), sum(one.size for one in inside.contents))


def look_into(desk: Desk, typed: str, *, progress: Progress, cancelled: Cancelled) -> Incoming:
    """The same of a bag whose place was typed or chosen."""
    return look(desk, files.old_file(typed), Pace(progress, cancelled))


def _for_me(desk: Desk, path: Path) -> tuple[Outside, Key]:
    outside = bag.look_at(path)
    with desk.reading(Verb.REGISTER_CASE):
        desk.require_office()
    if outside.store_id == desk.store.place.vault.read().store_id:
        raise DeskError(N_("This bag is your own office's. What comes back to it is brought home, under "
                           "“Bring a bag home”."), field="bag")
    if outside.homeward or outside.carrier.private_wrap:
        raise DeskError(N_("This bag is another office's own, for one of its laptops. A bag for this office "
                           "is packed there under “Hand over”, with your card."), field="bag")
    return outside, bag.key_for_carrier(outside, desk.store.opened.private_key)


def _handover(inside: Inside) -> Handover:
    if inside.handover is None or not inside.office.strip():
        raise BagDamaged
    return inside.handover


def _require_from_there(work: Work, told: Handover, outside: Outside) -> None:
    """A desk that is known is named by its own office alone, which shares a secret with this one since the
    first bag."""
    known = elsewhere.origins(work.settings.read()).get(outside.laptop_id)
    if known is not None and bytes.fromhex(known.way_home["return_salt"]) not in told.salts:
        raise DeskError(N_("This bag says that it is from {office}, and was not packed there. Nothing was "
                           "changed."), field="bag", office=known.office)


def _offered(desk: Desk, work: Work, load: Load, travelling: Travelling, outside: Outside) -> Offered:
    case_id, label = travelling.case_id, travelling.label
    try:
        with untrusted():
            case, _exhibits = receiving.case_in(load, case_id)
            receiving.entries_in(load, travelling)
        standing = _standing(work, case_id, outside)
        _require_forms(desk, case)
        if standing is Standing.AGAIN:
            receiving.require_handed_back(work, travelling)
    except DeskError as trouble:
        return Offered(case_id, label, trouble=trouble.sentence)
    here = work.cases.get(case_id).number if standing is not Standing.NEW else ""
    return Offered(case_id, label, standing, here, case, _counts(load, case_id))


def _counts(load: Load, case_id: UUID) -> dict[str, int]:
    counts: dict[str, int] = {}
    for table, _row_id in receiving.rows_of(load, case_id):
        counts[table] = counts.get(table, 0) + 1
    return counts


def _standing(work: Work, case_id: UUID, outside: Outside) -> Standing:
    if not register.here(work, [case_id]):
        return Standing.NEW
    if any(one.bag_id == outside.bag_id for one in received(work, case_id)):
        return Standing.HERE
    number = work.cases.get(case_id).number
    if all(one.laptop_id != outside.laptop_id for one in receiving.departures(work, case_id)):
        raise DeskError(N_("This case is in this office already, as {number}, and did not come in a bag for "
                           "you. Nothing of it was changed."), field="bag", number=number)
    return Standing.AGAIN


def _require_forms(desk: Desk, case: Case) -> None:
    """The sheets that the case names are at hand here."""
    for name in case.dispute_sheets.split():
        if name not in desk.library.sheets.sheets:
            raise DeskError(N_("The case is sorted with a form that this office does not have: {sheet}. Ask "
                               "for the form, and have it put in under Office."), field="bag", sheet=name)


# Keeping it


def take_in(desk: Desk, path: Path, pace: Pace = AT_EASE) -> TakenIn:
    """Keep what the bag brings, case by case, each as one step that can be taken back.

    Each gets a number of this office, and the person at the desk as its mediator with a fresh key. What is
    here already from this bag stays as it is. DeskError beside ``bag``; Stopped.
    """
    outside, key = _for_me(desk, path)
    kept, waiting, changes = [], [], Changes()
    with untrusted(), unpacked(desk.store, path, key, desk.clock, pace) as (load, arrived):
        told = _handover(load.inside)
        with desk.reading(Verb.REGISTER_CASE) as work:
            _require_from_there(work, told, outside)
        for at, one in enumerate(load.inside.cases):
            pace.progress(at, len(load.inside.cases))  # no stopping here: what is kept is kept
            try:
                made = _take(desk, load, one, outside, arrived)
            except DeskError as trouble:
                waiting.append((one.label, trouble.sentence))
                continue
            if made is not None:
                kept.append((one.case_id, made[0], one.label))
                changes = changes.then(made[1])
    return TakenIn(load.inside.office, tuple(kept), tuple(waiting), changes)


def take_in_chosen(desk: Desk, path: Path, *, progress: Progress, cancelled: Cancelled) -> TakenIn:
    """The same, told how far it is."""
    return take_in(desk, path, Pace(progress, cancelled))


def _take(desk: Desk, load: Load, travelling: Travelling, outside: Outside,
          arrived: Mapping[str, Taken]) -> tuple[str, Changes] | None:
    case_id = travelling.case_id
    with desk.work("receive_case", Verb.REGISTER_CASE) as work, untrusted():
        desk.require_office()
        case, _exhibits = receiving.case_in(load, case_id)
        entries = receiving.entries_in(load, travelling)
        _require_forms(desk, case)
        standing = _standing(work, case_id, outside)
        if standing is Standing.HERE:
            return None
        receiving.note(work, outside.bag_id, outside.laptop_id, load.inside.office, travelling, entries)
        if standing is Standing.NEW:
            receiving.put_in_case(work, load, travelling, _number(desk, work, case_id))
            begin(desk, work, case_id)
        else:
            receiving.bring_up(work, load, travelling)
        number = work.cases.get(case_id).number if standing is Standing.AGAIN else ""
        finish(work, load, case_id, arrived)
        note_left_behind(work, load, [case_id])
        _note_bag(work, load.inside, outside)
        changes = work.commit(lists=("cases", "agenda", "evidence", "bags"))
    with desk.reading() as work:
        return number or work.cases.get(case_id).number, changes


def _number(desk: Desk, work: Work, case_id: UUID) -> str:
    """The next number of the year in which the case came here."""
    year = desk.today.year
    return desk.settings.numbers.number(year, work.serials.next(year, case_id))


def _note_bag(work: Work, inside: Inside, outside: Outside) -> None:
    """From where it came, the way back, and what the people there are called."""
    told = _handover(inside)
    origin = Origin(outside.laptop_id, outside.store_id, inside.office, told.sender,
                    {"office_key": inside.office_key.hex(), "return_salt": inside.return_salt.hex()})
    stored = work.settings.read()
    work.settings.write(elsewhere.with_origin(stored, origin))
    work.settings.write(elsewhere.with_people(stored, inside.names, inside.office))
    if all(one.id != outside.laptop_id for one in register.laptops(work)):
        work.put(Laptop(id=outside.laptop_id, name=told.sender, carrier_id=outside.carrier.account_id,
                        known_since=work.who.now, office=inside.office, store_id=outside.store_id))
    if all(one.id != outside.bag_id for one in register.bags(work)):
        work.put(Bag(id=outside.bag_id, laptop_id=outside.laptop_id, carrier_id=work.who.account_id,
                     left_at=inside.made_at, with_evidence=bool(inside.contents), home_at=work.who.now,
                     reason=told.reason))
