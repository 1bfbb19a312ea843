"""Leaving: cases put into a bag for the person at the desk, noted at the office, written where they want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel import numbers
from mediation_desk.domain.travel.register import Bag, Laptop
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import held_or_none
from mediation_desk.services.keys.writing import to_write
from mediation_desk.services.travel import files, office_keys
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.travel import envelope, loads, packing, register
from mediation_desk.store.travel.manifest import Travelling
from mediation_desk.store.travel.office_key import OfficeKey
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.work.serials import LEFT
from mediation_desk.store.work.work import Work

LONGEST_NAME = 40
TO_YEAR_END = 31  # days before a new year from which on a bag has numbers of that year too


@dataclass(frozen=True)
class Leaving:
    """What somebody wants to take along. ``laptop_id``: a known laptop, or None for a new one, which is
    called ``laptop``."""

    cases: tuple[UUID, ...]
    laptop_id: UUID | None = None
    laptop: str = ""
    with_evidence: bool = True


@dataclass(frozen=True)
class Size:
    """How much would be in a bag: cases, files of evidence, and bytes without compression."""

    cases: int
    files: int
    bytes: int


@dataclass(frozen=True)
class Packed:
    """A bag that was written."""

    bag_id: UUID
    path: Path
    cases: int
    numbers: str
    changes: Changes


def size(desk: Desk, cases: Sequence[UUID], *, with_evidence: bool) -> Size:
    """How big a bag with these cases would be, evidence counted once however often it is used."""
    with desk.reading() as work:
        contents = loads.contents_of(work.connection, cases) if with_evidence else []
        beside = loads.files_of(loads.typefaces_of(work.connection), contents)
        rows = packing.row_bytes(work.connection, cases)
    return Size(len(cases), len(contents), rows + sum(one.size for one in (*contents, *beside)))


def pack(desk: Desk, leaving: Leaving, target: Path, pace: Pace = AT_EASE) -> Packed:
    """Write the bag into a new file, and note at the office who has these cases from now on.

    Keys of sealed matter go along for the person at the desk alone, where they hold them. DeskError
    beside ``cases``, ``laptop`` or ``folder``; Stopped. Where it does not come to an end, no case is on the
    road, and the numbers that were set aside go with the next bag.
    """
    _check(leaving)
    with files.new_bag(target):
        keys = {case_id: _key_of(desk, case_id) for case_id in leaving.cases}
        if desk.store.opened.must_change:
            raise DeskError(N_("Choose a password of your own first; a lent one opens no bag."),
                            field="cases")
        ready = _made_ready(desk, leaving)
        try:
            wanted = packing.Wanted(
                bag_id=ready.bag.id, laptop=ready.laptop, carrier_id=desk.who.account_id, keys=keys,
                made_at=ready.bag.left_at, office=desk.settings.name, numbers=ready.numbers,
                with_evidence=leaving.with_evidence, office_key=ready.office_key)
            travelling = packing.write(desk.store, ready.vault, wanted, target, pace)
            changes = _noted(desk, ready, travelling)
        except BaseException:
            _give_back(desk, ready)
            raise
    return Packed(ready.bag.id, target, len(travelling), ready.bag.numbers, changes)


def pack_into(desk: Desk, leaving: Leaving, folder: str, name: str, *, progress: Progress,
              cancelled: Cancelled) -> Packed:
    """Pack a bag, at a place as somebody typed it. DeskError beside ``folder`` and ``file`` too."""
    _check(leaving)
    return pack(desk, leaving, files.new_file(folder, name), Pace(progress, cancelled))


def _check(leaving: Leaving) -> None:
    if not leaving.cases:
        raise DeskError(N_("Choose the cases that you take along."), field="cases")
    if leaving.laptop_id is None and not leaving.laptop.strip():
        raise DeskError(N_("Give the laptop a name by which the office knows it."), field="laptop")
    if len(leaving.laptop.strip()) > LONGEST_NAME:
        raise DeskError(N_("A laptop's name has {most} characters at most."), field="laptop",
                        most=LONGEST_NAME)


def _key_of(desk: Desk, case_id: UUID) -> bytes:
    """The key of what was said alone, for the person at the desk; nothing for one who does not hold it.

    Who left since is off the list first, so that nothing of it is left to be settled on the road.
    """
    with desk.case_work(case_id, "check_out") as (work, _case):
        if held_or_none(desk, work, case_id) is None:
            return b""
        held = to_write(desk, work, case_id)
        work.commit()
        public = held.recipients.public_key(desk.who.account_id)
        assert public is not None  # whoever holds a key has one
        return envelope.enclose(held.key, public, packing.key_place(case_id))


@dataclass(frozen=True)
class _Ready:
    bag: Bag
    laptop: Laptop
    is_new_laptop: bool
    numbers: Mapping[int, Sequence[int]]
    office_key: OfficeKey
    vault: Vault


def _made_ready(desk: Desk, leaving: Leaving) -> _Ready:
    """Numbers set aside, and the office's key for bags, which the first bag makes."""
    with desk.work("check_out") as work:
        desk.require(Verb.CHECK_OUT_CASE, own_case=True)
        laptop = _laptop(desk, work, leaving)
        reserved = {year: work.serials.reserve(year, wanted) for year, wanted in _wanted(desk, work, laptop)}
        key = office_keys.to_pack(desk, work)
        work.commit()
        bag = Bag(id=work.new_key(), laptop_id=laptop.id, carrier_id=desk.who.account_id,
                  left_at=work.who.now, with_evidence=leaving.with_evidence,
                  numbers=numbers.words({year: numbers.blocks_of(ours) for year, ours in reserved.items()}))
        return _Ready(bag, laptop, leaving.laptop_id is None, reserved, key, desk.store.place.vault.read())


def _wanted(desk: Desk, work: Work, laptop: Laptop) -> Iterator[tuple[int, int]]:
    """How many numbers of which year: as many as the laptop needs to have a block again. Near the end of a
    year the next one may begin on the road."""
    left = work.settings.read().get(LEFT, {}).get(str(laptop.id), {})
    today = desk.today
    near = (today.replace(month=12, day=31) - today).days < TO_YEAR_END
    for year in [today.year, today.year + 1] if near else [today.year]:
        yield year, max(0, numbers.AT_ONCE - len(numbers.within(left.get(str(year), []))))


def _laptop(desk: Desk, work: Work, leaving: Leaving) -> Laptop:
    if leaving.laptop_id is None:
        return Laptop(id=work.new_key(), name=leaving.laptop.strip(), carrier_id=desk.who.account_id,
                      known_since=work.who.now)
    known = next((one for one in register.laptops(work) if one.id == leaving.laptop_id), None)
    if known is None or known.carrier_id != desk.who.account_id or known.store_id is not None:
        raise DeskError(N_("That laptop is not one of yours. Choose another, or name a new one."),
                        field="laptop")
    return known


def _noted(desk: Desk, ready: _Ready, travelling: Sequence[Travelling]) -> Changes:
    with desk.work("check_out") as work:
        desk.require(Verb.CHECK_OUT_CASE, own_case=True)
        if ready.is_new_laptop:
            work.put(ready.laptop)
        register.leaves(work, ready.bag, travelling)
        return work.commit(lists=("bags", "cases"), result=ready.bag.id)


def _give_back(desk: Desk, ready: _Ready) -> None:
    with desk.work("check_out") as work:
        for year, reserved in ready.numbers.items():
            work.serials.give_back(year, reserved)
        work.commit()
