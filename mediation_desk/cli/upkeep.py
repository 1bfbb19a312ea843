"""The commands of upkeep: a store backed up, restored beside, proven whole, and its figures counted again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.cli.speech import bar, tell, words
from mediation_desk.domain.words import N_, DeskError, by_count, say

if TYPE_CHECKING:
    from mediation_desk.domain.reports.figures import Check
    from mediation_desk.services.desk import Desk
    from mediation_desk.services.entry.sign_in import Surroundings

DAMAGED, DOES_NOT_ADD_UP = 3, 1


def surroundings() -> Surroundings:
    """This computer as the services see it, without Qt."""
    from datetime import UTC, datetime, timedelta, timezone

    import platformdirs

    from mediation_desk.services.entry.sign_in import Surroundings

    away = datetime.now().astimezone().utcoffset() or timedelta(hours=8)  # machines without a zone: China
    notes = platformdirs.user_data_path("mediation-desk", appauthor=False) / "notes"
    return Surroundings(lambda: datetime.now(UTC), timezone(away), notes)


def _password() -> str:
    """Asked for without showing it; from a pipe, its first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import typer

    return str(typer.prompt(words().translate(N_("Password")), hide_input=True))


def _say_waiting() -> None:
    print(words().translate(N_("Another desk is bringing the store up to date; this one waits for it …")),
          file=sys.stderr)


@contextmanager
def signed_in(where: str, who: str) -> Iterator[Desk]:
    """The desk at a store, its password asked for; closed at the end."""
    from mediation_desk.services.entry import sign_in
    from mediation_desk.services.upkeep import upkeep

    place = upkeep.place_at(where)
    with ExitStack() as after:
        after.callback(place.close)
        if not place.exists():
            raise DeskError(N_("There is no office in this folder. Choose another place, or set one up."))
        desk = sign_in.sign_in(place, who, _password(), surroundings(), waiting=_say_waiting)
        after.callback(desk.store.close)
        if desk.has_older_vault:
            print(words().translate(N_("The key file is an older one that was put back. Passwords, accounts "
                                       "and the recovery sheet of that day stand in it.")), file=sys.stderr)
        yield desk


def back_up(where: str, who: str, folder: Path | None) -> None:
    """Make a backup and read it back."""
    from mediation_desk.services.upkeep import upkeep

    with signed_in(where, who) as desk, bar() as progress:
        made = upkeep.back_up(desk, folder, progress=progress)
    tell(N_("Backup made and read back: {path}"), path=made.path)


def restore(made: Path, place: str, who: str, yes: bool) -> None:
    """Look into a backup, ask, and make a new store of it."""
    import typer

    from mediation_desk.services.upkeep import upkeep

    password, around = _password(), surroundings()
    told = upkeep.look_inside(made, who, password, around.pauses(place))
    tell(by_count(N_("{count} case, last changed on {day}; backed up on {made} by {who}."),
                  N_("{count} cases, last changed on {day}; backed up on {made} by {who}."), told.cases),
         count=told.cases,
          day=told.newest_at or "?", made=told.made_at, who=told.made_by)
    if not yes:
        question = say(N_("Restore it into {place}?"), place=place)
        typer.confirm(words().sentence(question), abort=True, err=True)
    with bar() as progress:
        upkeep.restore(made, who, password, upkeep.place_at(place), around, progress=progress)
    tell(N_("Restored into {place}. Its accounts and passwords are those of the backup."), place=place)


def verify(where: str, who: str, noted: str) -> None:
    """Prove a store; exits with ``DAMAGED`` when there are findings. ``noted``: a mark of an earlier day."""
    from mediation_desk.services.upkeep import upkeep

    with signed_in(where, who) as desk, bar() as progress:
        found = upkeep.prove(desk, noted=noted, progress=progress)
        zone, mark = desk.zone, "" if found else upkeep.mark(desk)
    for finding in found:
        print(words().sentence(finding.sentence(zone)))
    if found:
        raise SystemExit(DAMAGED)
    tell(N_("The store is whole."))
    tell(N_("Mark of today, to be noted down outside the store: {mark}"), mark=mark)


def verify_figures(where: str, who: str) -> None:
    """Count a store's figures again; exits with ``DOES_NOT_ADD_UP`` where one of them does not reconcile.

    Whoever may not read the office's figures is told which identities hold, without a number.
    """
    from mediation_desk.services.reports import proving

    with signed_in(where, who) as desk, bar() as progress:
        found = proving.prove(desk, progress=progress)
    for year, checks in found.years:
        for check in checks:
            print(f"{year}  {_told_of(check, numbers=found.told)}")
    if found.cases:
        tell(by_count(N_("{count} case is kept for the figures otherwise than it is."),
                      N_("{count} cases are kept for the figures otherwise than they are."), found.cases),
             count=found.cases)
    if found.totals:
        tell(by_count(N_("{count} total of a day is not what a recount gives."),
                      N_("{count} totals of days are not what a recount gives."), found.totals),
             count=found.totals)
    if not found.holds:
        raise SystemExit(DOES_NOT_ADD_UP)
    tell(N_("The figures reconcile."))


def _told_of(check: Check, *, numbers: bool) -> str:
    """The identity, whether it holds, and both its sides."""
    label = words().translate(check.label)
    said = words().translate(N_("holds") if check.holds else N_("does not hold"))
    if not numbers:
        return f"{label}: {said}"
    left, right = (sum(value for _label, value in side) for side in (check.left, check.right))
    return f"{label}: {said} ({left} {'=' if check.holds else '≠'} {right})"
