"""Upkeep: backups by themselves and by hand, thinned; restoring beside the store; proving it whole."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from mediation_desk.domain.rights import NotAllowed, Verb, require
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk, KeyRenewed, ShutOut
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office.merging import merged_row
from mediation_desk.services.pauses import Pauses
from mediation_desk.services.upkeep.store_key import known_keys
from mediation_desk.store import cloud_folder
from mediation_desk.store.backup import backup
from mediation_desk.store.backup import manifest as backup_manifest
from mediation_desk.store.backup import restore as backup_restore
from mediation_desk.store.backup.before import copy_before_migration
from mediation_desk.store.backup.manifest import Manifest, Reason
from mediation_desk.store.journal import ledger
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.store import Place, in_folder, on_server, open_with
from mediation_desk.store.vault.keys import Opened
from mediation_desk.store.verify.findings import Finding, Step
from mediation_desk.store.verify.ledger import Anchor
from mediation_desk.store.verify.verify import verify
from mediation_desk.store.work.work import Actor

EVERY = timedelta(minutes=30)
FOLDER = "backup.folder"  # the setting; empty: beside the store
RESTORED = "backup.restored"  # the setting: [last journal row that was restored, when] of each restoring


@dataclass(frozen=True)
class Backup:
    """A backup in the folder; ``made_at`` in the office's zone, ``size`` in bytes."""

    path: Path
    made_at: datetime
    size: int
    reason: Reason
    journal_seq: int


@dataclass(frozen=True)
class Upkeep:
    """Whether a backup is due, judged by the newest one and by how far the journal went since."""

    newest: Backup | None
    journal_seq: int

    @property
    def changed_since(self) -> bool:
        """Whether anything was saved since the newest backup."""
        return self.newest is None or self.newest.journal_seq != self.journal_seq

    def due(self, now: datetime) -> bool:
        """Whether something changed and the newest backup is 30 minutes old, or of a day still to come
        (a clock was set back)."""
        if not self.changed_since:
            return False
        return self.newest is None or not timedelta() <= now - self.newest.made_at < EVERY


def folder(desk: Desk) -> Path | None:
    """Where this store's backups go: as set, else beside the store; None for a shared store without."""
    return _as_set(desk, _setting(desk, FOLDER))


def _as_set(desk: Desk, chosen: object) -> Path | None:
    if isinstance(chosen, str) and chosen:
        return Path(chosen)
    beside = desk.store.place.folder
    return beside / "backups" if beside else None


def _setting(desk: Desk, name: str) -> Any:
    """A setting of ours; None also when somebody damaged the settings, which :func:`prove` will tell."""
    with desk.reading() as work:
        try:
            return work.settings.read().get(name)
        except ValueError:
            return None


def set_folder(desk: Desk, chosen: Path | None, seen: Path | None = None) -> None:
    """Choose another folder, on a memory stick say; None: beside the store again.

    ``seen``: where the backups went when the person looked; None: where they go now.
    """
    with desk.work("set_backup_folder", Verb.CHANGE_OFFICE_SETTINGS) as work:
        if chosen is not None:
            _require_writable(chosen)
        stands = folder(desk)
        merged_row(desk, work, ("settings", FOLDER), _written(seen or stands),
                   _written(chosen or _as_set(desk, "")), _written(stands))
        work.settings.write({FOLDER: str(chosen) if chosen else ""})
        work.commit(lists=("settings",))


def _written(place: Path | None) -> dict[str, object]:
    return {"folder": str(place or "")}


def _require_writable(chosen: Path) -> None:
    trial = private_files.fresh_beside(chosen / "trial")
    try:
        private_files.create(trial).close()
        trial.unlink()
    except OSError as trouble:
        raise DeskError(N_("The folder cannot be written. Choose another one."), field="folder") from trouble


def listed(desk: Desk) -> list[Backup]:
    """This store's backups, the newest first."""
    where = folder(desk)
    if where is None:
        return []
    store_id = desk.store.place.vault.read().store_id
    return [_told(path, manifest, desk.zone)
            for path, manifest in reversed(backup_manifest.backups_in(where, store_id))]


def unreadable(desk: Desk) -> list[str]:
    """The names of the backups in the folder that cannot be read, so that none is passed over unsaid."""
    where = folder(desk)
    return backup_manifest.unreadable_in(where) if where is not None else []


def _told(path: Path, manifest: Manifest, zone: tzinfo) -> Backup:
    return Backup(path, manifest.made_at.astimezone(zone), manifest.size, manifest.reason,
                  manifest.journal_seq)


def standing(desk: Desk) -> Upkeep:
    """The newest backup, and how far the journal is."""
    with desk.reading() as work:
        return Upkeep(next(iter(listed(desk)), None), ledger.length(work.connection))


def back_up(desk: Desk, into: Path | None = None, *, progress: Progress = nobody_looks,
            cancelled: Cancelled = goes_on) -> Backup:
    """Make a backup now, here or into another folder. DeskError beside ``folder`` when it cannot be."""
    with desk.reading(Verb.BACK_UP):
        where = into or folder(desk)
    if where is None:
        raise DeskError(N_("Choose a folder for backups first."), field="folder")
    return _back_up(desk, where, "asked", Pace(progress, cancelled))


def back_up_if_due(desk: Desk, *, progress: Progress = nobody_looks,
                   cancelled: Cancelled = goes_on) -> Backup | None:
    """The automatic backup: makes one when something changed and the last is 30 minutes old.

    Besides, every ten minutes, the journal's ledger is told how far each case has come.
    """
    with desk.reading() as work:
        due = ledger.due(work.connection, desk.now)
    if due:
        desk.store.tell_ledger(desk.now)
    where = folder(desk)
    if where is None or not standing(desk).due(desk.now):
        return None
    return _back_up(desk, where, "automatic", Pace(progress, cancelled))


def on_closing(desk: Desk, *, progress: Progress = nobody_looks,
               cancelled: Cancelled = goes_on) -> Backup | None:
    """The backup on closing: makes one when anything was saved since the last, and tells the ledger."""
    where = folder(desk)  # refused to who was shut out meanwhile
    desk.store.tell_ledger(desk.now)
    if where is None or not standing(desk).changed_since:
        return None
    return _back_up(desk, where, "closing", Pace(progress, cancelled))


def _back_up(desk: Desk, where: Path, reason: Reason, pace: Pace) -> Backup:
    now = desk.now.astimezone(desk.zone)
    desk.store.tell_ledger(now)  # so that the backup knows every case's head of this moment
    path, manifest = backup.write(backup.BackupSource.of(desk.store), where, now, reason, pace)
    backup.thin(where, manifest.store_id, now)
    return _told(path, manifest, desk.zone)


def place_at(words: str) -> Place:
    """A folder or the address of a server as somebody writes it at a terminal. DeskError beside ``place``
    for the home of a person whom this computer does not know."""
    where = Whereabouts.read(words)
    if where.server:
        return on_server(where.checked().server)
    return in_folder(where.path if words.startswith("~") else Path(words).absolute())


# Restoring


@dataclass(frozen=True)
class LookInside:
    """What a backup holds: shown before somebody decides to restore it."""

    made_at: datetime
    made_by: str
    cases: int
    newest_at: datetime | None
    journal_rows: int


def inspect(path: Path) -> Manifest:
    """What a backup says of itself without any password: when, why, how large, of which store."""
    return backup_manifest.read_manifest(path)


def look_inside(path: Path, login: str, password: str, pauses: Pauses) -> LookInside:
    """What is in the backup, opened with a sign-in name and password of that time."""
    manifest, opened = _opened(path, login, password, pauses)
    found = backup_restore.look(path, manifest, opened)
    maker = found.people.get(str(manifest.made_by))
    return LookInside(manifest.made_at, maker.name if maker else "?", found.cases, found.newest_at,
                      found.counts["journal"])


def _opened(path: Path, login: str, password: str, pauses: Pauses) -> tuple[Manifest, Opened]:
    """The pause is that of the store which was backed up: another copy of the folder begins none anew."""
    place = f"backup/{backup_manifest.read_manifest(path).store_id}"
    with pauses.of(place).door():
        return backup_restore.open_backup(path, login, password)


def restore(path: Path, login: str, password: str, into: Place, around: Surroundings, *,
            progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> None:
    """Make a store of the backup in a new folder or an empty database; the present store stays as it is.

    An administrator of that time opens it with the password of that time. Accounts and passwords are
    those of the backup; the journal of the new store says what was restored, and when.
    """
    manifest, opened = _opened(path, login, password, around.pauses(into.name))
    me = backup_restore.look(path, manifest, opened).people[str(opened.account_id)]
    require(me.roles, Verb.RESTORE_BACKUP, own_case=False)
    try:
        backup_restore.restore(path, manifest, opened, into, Pace(progress, cancelled))
        _note_restoring(manifest, opened, into, around)
    finally:
        into.close()


def _note_restoring(manifest: Manifest, opened: Opened, into: Place, around: Surroundings) -> None:
    """In the new store's journal; its tables are brought up to date on the way."""
    local = around.clock().astimezone(around.zone)
    store = open_with(into, opened, copy_before_migration(into, local, around.notes))
    try:
        who = Actor(account_id=opened.account_id, verb="restore_backup", now=around.clock())
        with store.work(who, around.library.calendar) as work:
            earlier = work.settings.read().get(RESTORED, [])
            work.settings.write({RESTORED: [*earlier, [manifest.journal_seq, who.now.isoformat()]]})
            work.commit()
    finally:
        store.close()


# Proving


def mark(desk: Desk) -> str:
    """How far the journal has come, to be noted down on paper: :func:`prove` tells later whether the store
    still knows it. Only this and backups betray a whole store that was put back to an earlier day."""
    with desk.reading(Verb.VERIFY):
        pass
    desk.store.tell_ledger(desk.now)
    with desk.reading() as work:
        return ledger.mark(ledger.place(work.connection))


def prove(desk: Desk, *, noted: str = "", progress: Progress = nobody_looks,
          cancelled: Cancelled = goes_on) -> list[Finding]:
    """Everything that is not as it should be; an empty list is a whole store.

    ``noted``: a :func:`mark` of an earlier day. DeskError beside ``noted`` when it is none.
    """
    pace = Pace(progress, cancelled)
    found = []
    with closing(proving(desk, noted)) as seen:
        for one in seen:
            if isinstance(one, Finding):
                found.append(one)
            else:
                pace.step(one.done, one.total)
    return found


def proving(desk: Desk, noted: str = "") -> Generator[Step | Finding, None, None]:
    """The same in small slices, for the background; nothing is written, and it may be left at any time."""
    _require_verifier(desk)
    marks = [Anchor(*ledger.read_mark(noted), at=None)] if noted.strip() else []
    try:
        anchors = _anchors(desk)
    except Exception:  # the settings or the vault are damaged, which the verification itself tells
        anchors = []
    yield from verify(desk.store, desk.calendar, [*anchors, *marks])
    _require_verifier(desk)  # what was found under a key that is a former one by now is no finding


def _require_verifier(desk: Desk) -> None:
    """Everybody may prove the store: it shows no case. One whose accounts cannot be read, or say that this
    account was disabled, is proven too: that row may be the very one that somebody wrote."""
    try:
        with desk.reading(Verb.VERIFY):
            return
    except ShutOut:
        return
    except (NotAllowed, KeyRenewed):
        raise
    except Exception:  # what is damaged the verification itself tells
        return


def _anchors(desk: Desk) -> list[Anchor]:
    """What the genuine backups know of the journal, but for what a restoring knowingly left behind."""
    where = folder(desk)
    if where is None:
        return []
    keys = known_keys(desk)
    left = [(seq, datetime.fromisoformat(at)) for seq, at in _setting(desk, RESTORED) or ()]
    found = backup_manifest.backups_in(where, desk.store.place.vault.read().store_id)
    return [Anchor(manifest.journal_seq, manifest.journal_hash, manifest.made_at)
            for _path, manifest in found if any(map(manifest.is_genuine, keys))
            and not any(manifest.journal_seq > seq and manifest.made_at <= at for seq, at in left)]


def cloud_warning(where: Path) -> Sentence | None:
    """The sentence to show when a cloud client carries the folder away, or None."""
    return cloud_folder.warning(where)
