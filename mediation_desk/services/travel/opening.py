"""Opening a bag on a laptop: the first one founds its travel desk, later ones bring it up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.branch import Branch
from mediation_desk.domain.travel.register import Bag, Laptop
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings, seated
from mediation_desk.services.office import key_file
from mediation_desk.services.travel import files
from mediation_desk.services.travel.unpacking import note_left_behind, unpacked
from mediation_desk.store import store as stores
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.store import Store
from mediation_desk.store.travel import bag, envelope, loads, office_rows, taking_in
from mediation_desk.store.travel import register as kept
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Outside, Travelling
from mediation_desk.store.travel.packing import key_place
from mediation_desk.store.vault import branch as vaults
from mediation_desk.store.vault import keys as vault_keys
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.branch import Colleague
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.vault.keys import Key, WillNotOpen, public_half
from mediation_desk.store.vault.noted import noted_of
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.work import Actor, Work


@dataclass(frozen=True)
class Opened:
    """What a bag brought."""

    cases: int
    changes: Changes


def found(folder: Path, path: Path, password: str, around: Surroundings, pace: Pace = AT_EASE) -> Desk:
    """Make a travel desk in a new folder out of its first bag, and sit down at it.

    ``password``: the carrier's, as it was when the bag was packed; it opens the travel desk from now on.
    Everything is made beside the folder and then given its name: whole or not at all. DeskError beside
    ``bag``, ``password`` or ``place``; Stopped.
    """
    outside = _outward(path)
    with around.pauses(str(outside.bag_id)).door():
        private = vaults.private_key(outside.store_id, outside.carrier, password)
    key = bag.key_for_carrier(outside, private)
    _require_new(folder)
    half = folder.with_name(f".{folder.name}.{uuid4().hex}.opening")
    try:
        login = _make(half, path, outside, key, private, password, around, pace)
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return seated(stores.open_store(stores.in_folder(folder), login, password), around)


def _require_new(folder: Path) -> None:
    try:
        if folder.exists() and any(folder.iterdir()):
            raise DeskError(N_("There already is something in this place. Choose a new folder."),
                            field="place")
        if folder.exists():
            folder.rmdir()
    except OSError as trouble:
        raise DeskError(N_("The folder cannot be written. Choose another one."), field="place") from trouble


def _outward(path: Path) -> Outside:
    outside = bag.look_at(path)
    if outside.homeward:
        raise DeskError(N_("This bag is on its way home: bring it home at the office, on the travel page."),
                        field="bag")
    if not outside.carrier.private_wrap:
        raise DeskError(N_("This bag is for another office: it is taken in there, on the travel page, under "
                           "“From other offices”."), field="bag")
    return outside


def _make(folder: Path, path: Path, outside: Outside, key: Key, private: Key, password: str,
          around: Surroundings, pace: Pace) -> str:
    """Make the travel desk; the name by which its carrier signs in."""
    with bag.unpacking(path, key) as (inside, _parts):
        me = Colleague(outside.carrier.account_id, inside.carrier_login, public_half(private))
        people = [Colleague(one.id, one.login, one.public_key) for one in inside.people]

    def vault() -> tuple[Vault, vault_keys.Opened]:
        made, opened = vaults.found_branch(outside.store_id, me, private, password, around.cost)
        return vaults.with_colleagues(made, opened, people, inside.escrow_public_key), opened

    store = stores.found_with(stores.in_folder(folder), vault)
    try:
        who = Actor(account_id=me.account_id, verb="open_bag", now=around.clock())
        with unpacked(store, path, key, around.clock, pace) as (load, arrived), \
                store.work(who, around.library.calendar) as work:
            work.settings.vault.keep(noted_of(store.place.vault.read()))
            _take(store, work, outside, load, arrived.values())
            work.commit()
        store.tell_ledger(around.clock())
    finally:
        store.close()
    return me.login


def open_bag(desk: Desk, path: Path, pace: Pace = AT_EASE) -> Opened:
    """Bring a travel desk up to date with a further bag of its office. DeskError beside ``bag``; Stopped."""
    outside = _outward(path)
    _require_this_desk(desk, outside)
    key = bag.key_for_carrier(outside, desk.store.opened.private_key)
    around = Surroundings(desk.clock, desk.zone, Path(), desk.library)
    with unpacked(desk.store, path, key, desk.clock, pace) as (load, arrived), \
            desk.work("open_bag", Verb.REGISTER_CASE) as work:
        if any(one.id == outside.bag_id for one in kept.bags(work)):
            raise DeskError(N_("This bag was opened here already. Nothing was changed."), field="bag")
        people = [Colleague(one.id, one.login, one.public_key) for one in load.inside.people]
        key_file.changed(desk, work, lambda vault: vaults.with_colleagues(
            vault, desk.store.opened, people, load.inside.escrow_public_key))
        _take(desk.store, work, outside, load, arrived.values())
        changes = work.commit(lists=("cases", "agenda", "bags", "settings", "places", "forms", "typefaces"))
    again = seated(desk.store, around)
    desk.settings, desk.law, desk.branch, desk.forms = again.settings, again.law, again.branch, again.forms
    return Opened(len(load.inside.cases), changes)


def open_chosen(desk: Desk, typed: str, *, progress: Progress, cancelled: Cancelled) -> Opened:
    """The same for a bag that somebody chose or typed."""
    return open_bag(desk, files.old_file(typed), Pace(progress, cancelled))


def _require_this_desk(desk: Desk, outside: Outside) -> None:
    with desk.reading(Verb.REGISTER_CASE):
        branch = desk.branch
    if branch is None:
        raise DeskError(N_("This is the office itself. A bag is opened on the laptop that it was packed "
                           "for."), field="bag")
    if outside.store_id != desk.store.place.vault.read().store_id:
        raise DeskError(N_("This bag is another office's. Nothing was changed."), field="bag")
    if outside.laptop_id != branch.laptop_id:
        raise DeskError(N_("This bag was packed for another laptop. Pack one for “{laptop}”."), field="bag",
                        laptop=branch.laptop)


def _take(store: Store, work: Work, outside: Outside, load: Load, arrived: Iterable[Taken]) -> None:
    inside = load.inside
    taking_in.take_people(work, inside.people)
    taking_in.take_numbers(work, inside.numbers)
    work.settings.write(dict(inside.settings))
    taking_in.take_typefaces(work, inside.typefaces)
    office_rows.take(work, inside.office_rows)
    work.settings.write(_branch(outside, load).stored())
    if all(one.id != outside.laptop_id for one in kept.laptops(work)):
        work.put(Laptop(id=outside.laptop_id, name=inside.laptop, carrier_id=outside.carrier.account_id,
                        known_since=inside.made_at))
    work.put(Bag(id=outside.bag_id, laptop_id=outside.laptop_id, carrier_id=outside.carrier.account_id,
                 left_at=inside.made_at, with_evidence=bool(loads.evidence_in(inside))))
    for taken in arrived:
        evidence.finish(work.connection, taken, work.who.now)
    for one in inside.cases:
        mine = taking_in.departure_of(work, one, outside.bag_id, outside.laptop_id)
        taking_in.take_case(work, store.journal_key, load, one, mine, _wrap(store, one))
    note_left_behind(work, load, load.cases)


def _branch(outside: Outside, load: Load) -> Branch:
    inside = load.inside
    way_home: Mapping[str, str] = {
        "office_key": inside.office_key.hex(), "return_salt": inside.return_salt.hex(),
        "wrap_salt": inside.wrap_salt.hex()}
    return Branch(outside.laptop_id, inside.laptop, inside.office, inside.made_at, way_home)


def _wrap(store: Store, travelling: Travelling) -> bytes:
    """The case's key for the carrier, under this store's salt; nothing where they do not hold it."""
    if not travelling.key:
        return b""
    opened = store.opened
    try:
        key = envelope.take_out(travelling.key, opened.private_key, key_place(travelling.case_id))
    except WillNotOpen:
        raise bag.BagDamaged from None
    return seals.wrap_for(key, public_half(opened.private_key), travelling.case_id, opened.account_id,
                          salt=seals.wrap_salt(opened.store_key))
