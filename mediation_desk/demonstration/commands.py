"""The demonstration as commands: the walk told, its papers written, its pages pictured."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from mediation_desk.domain.words import N_
from mediation_desk.library.words import Words

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")


def demo(out: Path, words: Words, *, screenshots: bool) -> Iterator[str]:
    """Build a fresh demonstration desk under ``out``; yields what to tell the person who asked."""
    from mediation_desk.demonstration import stage
    from mediation_desk.demonstration.showing import StageClock, finish, show
    from mediation_desk.services.entry.sign_in import Surroundings

    clock, folder = StageClock(), stage.clear(out)
    if folder != out:
        yield words.fill(N_("{out} holds something that no demonstration made, or that was changed since: it "
                            "stays as it is, and this one goes to {folder}."), {"out": out, "folder": folder})
    told: list[str] = []
    made = show(folder, Surroundings(clock, CHINA, folder / "notes"), told.append)
    yield from told
    yield words.fill(N_("{count} papers are in {folder}."), {
        "count": len(made.papers) + len(made.figures), "folder": folder})
    if screenshots:
        _without_display()
        from mediation_desk.demonstration.pictures import take

        files = take(made, clock, folder)
        yield words.fill(N_("{count} pictures of the windows are in {folder}."),
                         {"count": len(files), "folder": folder})
    finish(made)


def screenshots(out: Path) -> Iterator[Path]:
    """Picture every page, both languages, light and dark, and the agreement's first page."""
    _without_display()
    from mediation_desk.demonstration.pictures import take, take_paper
    from mediation_desk.demonstration.showing import StageClock, show
    from mediation_desk.gui.kit.look.theme import Mode
    from mediation_desk.services.entry.sign_in import Surroundings
    from mediation_desk.services.settlement.settling import AGREEMENT

    clock = StageClock()
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        made = show(scratch, Surroundings(clock, CHINA, scratch / "notes"), lambda _line: None)
        yield from take(made, clock, out, (Mode.LIGHT, Mode.DARK))
        yield take_paper((scratch / f"{AGREEMENT}.pdf").read_bytes(), out / "agreement.png")
        made.desk.store.close()


def _without_display() -> None:
    """Pictures need no screen: Qt paints into memory."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
