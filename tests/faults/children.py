"""What the children of the fault tests do until they are killed; each acknowledges what is done."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.referral import incoming, packages
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, receiving
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.backup.before import copy_before_migration
from mediation_desk.store.store import Place, in_folder, on_server, open_with
from mediation_desk.store.vault.vault import unlock
from tests.faults import later_program
from tests.offices import CHEAP, PASSWORD, Clock

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER = 1, 2, 3


def acknowledge(said: object) -> None:
    """One whole line, at once."""
    os.write(1, f"ack {said}\n".encode())


def place_at(where: str) -> Place:
    return on_server(where) if "://" in where else in_folder(Path(where))


def around(notes: str) -> Surroundings:
    return Surroundings(Clock(datetime.now(UTC)), ZoneInfo("Asia/Shanghai"), Path(notes), cost=CHEAP)


def desk_at(where: str, notes: str) -> Desk:
    return sign_in.sign_in(place_at(where), "chen", PASSWORD, around(notes))


def save(where: str, notes: str, case: str) -> None:
    """Count in a field of the case, for ever."""
    desk, case_id = desk_at(where, notes), UUID(case)
    while True:
        seen = reading.case(desk, case_id).case.facts_in_brief
        following = str(int(seen or 0) + 1)
        editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, following)])
        acknowledge(following)


def back_up(where: str, notes: str, into: str) -> None:
    """Make backups for ever."""
    desk = desk_at(where, notes)
    while True:
        acknowledge(upkeep.back_up(desk, Path(into)).path.name)


def restore(backup: str, notes: str, into: str) -> None:
    """Restore into new folders for ever."""
    number = 0
    while True:
        number += 1
        upkeep.restore(Path(backup), "chen", PASSWORD, in_folder(Path(into) / str(number)), around(notes))
        acknowledge(number)


def bring_up_to_date(where: str, notes: str) -> None:
    """Open a store of an earlier program; the copy of it and the migrations come after the first word."""
    place, around_us = place_at(where), around(notes)
    opened = unlock(place.vault.read(), "chen", PASSWORD)
    acknowledge("unlocked")
    now = around_us.clock().astimezone(around_us.zone)
    open_with(place, opened, copy_before_migration(place, now, around_us.notes))
    acknowledge("done")


def migrate(where: str, notes: str) -> None:
    """Open the store with a program that has one more migration."""
    with later_program.installed(Path(notes) / "scripts"):
        desk_at(where, notes)
        acknowledge("done")


def renew_key(where: str, notes: str) -> None:
    """Renew the store key for ever."""
    desk = desk_at(where, notes)
    acknowledge(desk.store.opened.store_key.hex())
    while True:
        store_key.renew(desk, PASSWORD)
        acknowledge(desk.store.opened.store_key.hex())


def renew_key_until_full(where: str, notes: str, most: str) -> None:
    """Renew the store key where no file may be larger than ``most`` bytes."""
    desk = desk_at(where, notes)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), resource.RLIM_INFINITY))
    try:
        store_key.renew(desk, PASSWORD)
        acknowledge("renewed")
    except DeskError as refused:
        os.write(1, f"refused {refused}\n".encode())


def save_until_full(where: str, notes: str, case: str, spare: str) -> None:
    """Count until files may grow no more: ``spare`` bytes beyond the largest there is."""
    desk, case_id = desk_at(where, notes), UUID(case)
    largest = max(file.stat().st_size for file in Path(where).iterdir() if file.is_file())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + int(spare), resource.RLIM_INFINITY))
    while True:
        seen = reading.case(desk, case_id).case.facts_in_brief
        following = str(int(seen or 0) + 1)
        try:
            editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, following)])
        except DeskError as refused:
            os.write(1, f"refused {refused}\n".encode())
            return
        acknowledge(following)


def back_up_until_full(where: str, notes: str, into: str, most: str) -> None:
    """Make a backup where no file may be larger than ``most`` bytes."""
    desk = desk_at(where, notes)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), resource.RLIM_INFINITY))
    try:
        acknowledge(upkeep.back_up(desk, Path(into)).path.name)
    except DeskError as refused:
        os.write(1, f"refused {refused}\n".encode())


def save_where_nothing_may_be_written(where: str, notes: str, case: str, when: str) -> None:
    """Save while (``when`` "opened") or before (``when`` "closed") the folder is made read-only.

    Root gives up the capability that lets it write anywhere, so that the mode binds it like anybody.
    """
    folder, case_id = Path(where), UUID(case)
    give_up_overriding()
    desk = desk_at(where, notes) if when == "opened" else None
    files = [file for file in folder.iterdir() if file.is_file()]
    for file in files:
        file.chmod(0o400)
    folder.chmod(0o500)
    try:
        desk = desk or desk_at(where, notes)
        for number in range(400):  # what is open stays writable; a new file, or a new place, does not
            seen = reading.case(desk, case_id).case.facts_in_brief
            edit = editing.Edit("case", case_id, "facts_in_brief", seen, str(int(seen or 0) + 1))
            editing.save(desk, case_id, [edit])
            acknowledge(edit.after)
            if number == 20:
                desk.store.close()
    except DeskError as refused:
        os.write(1, f"refused {refused}\n".encode())


def give_up_overriding() -> None:
    """Drop the capabilities that read and write past a file's mode (Linux capset, version 3)."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = struct.pack("=Ii", 0x20080522, 0)
    sets = ctypes.create_string_buffer(24)
    if libc.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    words = list(struct.unpack("=6I", sets.raw))
    words[0] &= ~(1 << CAP_DAC_OVERRIDE | 1 << CAP_DAC_READ_SEARCH | 1 << CAP_FOWNER)
    if libc.capset(header, struct.pack("=6I", *words)):
        raise OSError(ctypes.get_errno(), "capset")


def take_along(where: str, notes: str, case: str, into: str) -> None:
    """Pack bags for ever, each for a new laptop."""
    desk, number = desk_at(where, notes), len(list(Path(into).glob("*.mdbag")))
    while True:
        number += 1
        target = Path(into) / f"{number}-{os.getpid()}.mdbag"
        leaving.pack(desk, leaving.Leaving((UUID(case),), laptop=f"{number}"), target)
        acknowledge(target.name)


def open_bags(path: str, notes: str, into: str) -> None:
    """Make travel desks of one bag for ever."""
    number = 0
    while True:
        number += 1
        opening.found(Path(into) / str(number), Path(path), PASSWORD, around(notes)).store.close()
        acknowledge(number)


def come_home(where: str, notes: str, bags: str) -> None:
    """Look into each bag and bring it home, one after the other, over and over."""
    desk = desk_at(where, notes)
    for path in sorted(Path(bags).glob("*.mdbag")):
        homecoming.look(desk, path)
        bringing.bring_home(desk, path)
        acknowledge(path.stem)


def take_in(where: str, notes: str, bags: str) -> None:
    """Take in each bag of another office, one after the other."""
    desk = desk_at(where, notes)
    for path in sorted(Path(bags).glob("*.mdbag")):
        receiving.look(desk, path)
        receiving.take_in(desk, path)
        acknowledge(path.stem)


def seal_packages(where: str, notes: str, case: str, referral: str, into: str) -> None:
    """Seal a referral for ever, each time into a new file."""
    desk, number = desk_at(where, notes), 0
    while True:
        number += 1
        target = Path(into) / f"{number}-{os.getpid()}.mdpackage"
        reading.case(desk, UUID(case))
        packages.seal(desk, UUID(case), UUID(referral), Sealing(), target)
        acknowledge(target.name)


def take_packages(where: str, notes: str, folder: str) -> None:
    """Take in each package of another office, one after the other; those that are here are refused."""
    desk = desk_at(where, notes)
    for path in sorted(Path(folder).glob("*.mdpackage")):
        with suppress(DeskError):
            incoming.take_in(desk, path, compared=incoming.look(desk, path).check)
        acknowledge(path.stem)


def take_list(where: str, notes: str, count: str) -> None:
    """Take a list in, after it was looked at."""
    from mediation_desk.services.intake.lists import importing
    from tests.order_lists import list_of, rows

    desk, told = desk_at(where, notes), list_of(rows(int(count)))
    acknowledge("begins")
    acknowledge(len(importing.take(desk, told, {}).changes.cases))


def take_along_until_full(where: str, notes: str, case: str, into: str, most: str) -> None:
    """Pack a bag where no file may be larger than ``most`` bytes."""
    desk = desk_at(where, notes)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), resource.RLIM_INFINITY))
    try:
        leaving.pack(desk, leaving.Leaving((UUID(case),), laptop="小白"), Path(into) / "full.mdbag")
        acknowledge("packed")
    except DeskError as refused:
        os.write(1, f"refused {refused}\n".encode())


def open_until_full(path: str, notes: str, into: str, most: str) -> None:
    """Make a travel desk where no file may be larger than ``most`` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), resource.RLIM_INFINITY))
    try:
        opening.found(Path(into), Path(path), PASSWORD, around(notes)).store.close()
        acknowledge("opened")
    except DeskError as refused:
        os.write(1, f"refused {refused}\n".encode())


CHILDREN: Mapping[str, Callable[..., None]] = {
    one.__name__: one for one in (save, back_up, restore, migrate, bring_up_to_date, renew_key,
                                  renew_key_until_full, save_until_full, back_up_until_full,
                                  save_where_nothing_may_be_written, take_along, open_bags,
                                  come_home, take_in, take_list, take_along_until_full, open_until_full)}
