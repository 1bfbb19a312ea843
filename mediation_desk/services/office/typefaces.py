"""The office's own typefaces: TrueType files for characters that no shipped face has."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.own_files import OwnTypeface
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library import private_files
from mediation_desk.library.typefaces import MOST_BYTES, check_typeface
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import Cancelled, FileSource, Meter, Progress, take
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.work import Work


def typefaces(desk: Desk) -> list[OwnTypeface]:
    """Those that stand, in the order in which a character is looked for in them."""
    with desk.reading() as work:
        return [replace(one) for one in _standing(work)]


def add_typeface(desk: Desk, path: Path, *, progress: Progress | None = None,
                 cancelled: Cancelled | None = None) -> Changes:
    """Keep a TrueType file behind those that stand. DeskError beside ``typeface`` where papers cannot be set
    in it, or where it is there already; Stopped."""
    with desk.reading(Verb.EDIT_FORMS):
        data = _read(path)
    name = line(check_typeface(data).name) or line(path.stem)
    taken = take(desk, FileSource(path.name, data=data), Meter(len(data), progress, cancelled)).taken
    try:
        with desk.work("add_typeface", Verb.EDIT_FORMS) as work:
            return _add(work, name, taken)
    finally:
        contents.drop(desk.store.engine, [taken.file_id])  # what was not kept


def _add(work: Work, name: str, taken: Taken) -> Changes:
    standing = _standing(work)
    _require_new(standing, taken.sha256)
    made = OwnTypeface(id=work.new_key(), name=name, sha256=taken.sha256, size=taken.size,
                       position=max((one.position for one in standing), default=-1) + 1)
    contents.finish(work.connection, taken, work.who.now)
    work.put(made)
    return work.commit(lists=("typefaces",), result=made.id)


def remove_typeface(desk: Desk, typeface_id: UUID) -> Changes:
    """Let papers do without it; its content stays, so that it can be put back."""
    with desk.work("remove_typeface", Verb.EDIT_FORMS) as work:
        _typeface(work, typeface_id).removed_at = work.who.now
        return work.commit(lists=("typefaces",))


def put_back_typeface(desk: Desk, typeface_id: UUID) -> Changes:
    """Let a typeface that was taken out serve again, in its place."""
    with desk.work("put_back_typeface", Verb.EDIT_FORMS) as work:
        found = work.row(OwnTypeface, typeface_id)
        _require_new([one for one in _standing(work) if one is not found], found.sha256)
        found.removed_at = None
        return work.commit(lists=("typefaces",))


def order_typefaces(desk: Desk, order: Sequence[UUID]) -> Changes:
    """Look for a character in this order; those that are not named come behind, as they stood."""
    with desk.work("order_typefaces", Verb.EDIT_FORMS) as work:
        places = {key: at for at, key in enumerate(order)}
        standing = sorted(_standing(work), key=lambda one: places.get(one.id, len(places)))
        for at, one in enumerate(standing):
            one.position = at
        return work.commit(lists=("typefaces",))


def files(desk: Desk, known: Collection[str] = ()) -> Mapping[str, bytes]:
    """The content of those that stand by its fingerprint, in their order; nothing of what is ``known``
    already. A damaged one is left out."""
    found: dict[str, bytes] = {}
    with desk.reading() as work:
        for one in _standing(work):
            with suppress(contents.ContentDamaged):
                found[one.sha256] = b"" if one.sha256 in known else b"".join(
                    contents.read(work.connection, one.sha256))
    return found


def _read(path: Path) -> bytes:
    try:
        with private_files.open_plain(path) as file:
            return file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise DeskError(N_("“{name}” cannot be read. Check that it is still there and that you may "
                           "open it."), field="typeface", name=path.name) from trouble


def _standing(work: Work) -> list[OwnTypeface]:
    found = [one for one in work.all_of(OwnTypeface) if not one.removed_at]
    return sorted(found, key=lambda one: (one.position, one.id))


def _typeface(work: Work, typeface_id: UUID) -> OwnTypeface:
    found = next((one for one in _standing(work) if one.id == typeface_id), None)
    if found is None:
        raise NotThere(typeface_id)
    return found


def _require_new(standing: Sequence[OwnTypeface], sha256: str) -> None:
    if twice := next((one for one in standing if one.sha256 == sha256), None):
        raise DeskError(N_("“{name}” is in the list already."), field="typeface", name=twice.name)
