"""The demonstration told and printed: each station with its figures, every paper as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import (
    alone,
    calendar,
    collective,
    figures,
    handed_off,
    listed,
    office,
    one_door,
    payments,
    publishing,
    rare_name,
    stage,
    travelling,
)
from mediation_desk.demonstration.streamers import Stop
from mediation_desk.demonstration.travelling import Road
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.kit.apart import process
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services import reading
from mediation_desk.services.casefile import files
from mediation_desk.services.casefile.binding import Wanted
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.papers import making as papers
from mediation_desk.services.papers import word
from mediation_desk.services.papers.making import PaperKind

TRAVEL, RECEIPT = "travel", "homecoming-receipt.pdf"
CASE_FILE = "case-file.pdf"
NAMES = {"mediation-record": "minutes", "signed-copy": "mediation-agreement-signed"}
"""Papers whose files are called otherwise than their templates."""
OFFICE = "office"  # the folder of the demonstration's own store, inside the folder asked for


STORY_OVER = date(2025, 1, 20)  # the streamers are paid, and called back


class StageClock:
    """A clock for the pictures: it stands where the scene needs it, so they are the same every day."""

    def __init__(self, day: date = STORY_OVER) -> None:
        self.turn_to(day)

    def turn_to(self, day: date) -> None:
        """Make it that day, four in the afternoon in China."""
        self.now = datetime.combine(day, time(8), UTC)

    def __call__(self) -> datetime:
        """The instant at which the scene plays."""
        return self.now


@dataclass(frozen=True)
class Shown:
    """What was made, and in which folder: the desk, the streamers' case and its papers; the office's figures;
    a bag that left and one that waits to come home."""

    desk: Desk
    case_id: UUID
    papers: tuple[Path, ...]
    figures: tuple[Path, ...]
    road: Road
    folder: Path


def show(folder: Path, around: Surroundings, tell: Callable[[str], None]) -> Shown:
    """Build a fresh demonstration desk in an empty folder, tell each station, write every paper there."""
    words = Words.of(CHINESE)
    stops: list[Stop] = []
    midway: list[Path] = []

    def heard(desk: Desk, stop: Stop) -> None:
        stops.append(stop)
        if stop.station is Station.MEDIATION:
            midway.extend(alone.sheets(desk, stop.case_id, folder))
        for line in _account(stop, words):
            tell(line)

    desk = office.build(folder / OFFICE, around, heard)
    case_id = stops[-1].case_id
    made = (*midway, *_write(desk, case_id, folder), *_bind(desk, case_id, folder),
            *calendar.write(desk, folder))
    payments.write(desk, folder)
    counted = tuple(figures.write(desk, folder))
    publishing.release(desk, folder)
    (folder / one_door.TEXT_FILE).write_text(one_door.ORDER, "utf-8")
    listed.take(desk, listed.write(desk, folder))
    handed_off.write(desk, folder, around)
    collective.write(folder, around)
    rare_name.write(folder, around)
    road = travelling.walk(desk, folder / TRAVEL, office.PASSWORD, around)
    return Shown(desk, case_id, made, counted, road, folder)


def finish(shown: Shown) -> None:
    """Bring the bag home and print its receipt; let go of the desk, and write down what was made: only that
    is cleared away another time."""
    (shown.folder / TRAVEL / RECEIPT).write_bytes(travelling.come_home(shown.desk, shown.road).pdf)
    shown.desk.store.close()
    stage.sign(shown.folder)


def _account(stop: Stop, words: Words) -> Iterator[str]:
    yield f"【{words.translate(stop.station.label)}】"
    for label, value in stop.figures:
        yield f"    {words.translate(label)}：{_said(value, words)}"


def _said(value: object, words: Words) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Money | date):
        return str(words.shown(value))
    return words.translate(value) if isinstance(value, str) else str(value)


def _write(desk: Desk, case_id: UUID, out: Path) -> Iterator[Path]:
    """Each paper as PDF, and beside it as DOCX where there is one."""
    case = reading.case(desk, case_id).case
    for kind in papers.available(case, forms=desk.forms):
        for name, side in _copies(kind):
            paper = papers.make(desk, case_id, kind.template, side=side)
            file = out / f"{name}.pdf"
            file.write_bytes(paper.pdf)
            if word.is_offered(paper):
                file.with_suffix(".docx").write_bytes(word.in_word(desk, paper))
            yield file


def _bind(desk: Desk, case_id: UUID, out: Path) -> Iterator[Path]:
    """The file of the closed case, with its bookmarks."""
    file = out / CASE_FILE
    files.save(desk, case_id, Wanted(), str(file.absolute()), process.sheets)
    yield file


def _copies(kind: PaperKind) -> Iterator[tuple[str, Side | None]]:
    """One file per paper, named after its template; one per side where each side has its own."""
    if "side" not in kind.copies:
        yield NAMES.get(kind.template, kind.template), None
        return
    for side in Side:
        yield f"{kind.template}-{side.value}", side
