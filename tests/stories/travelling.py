"""A person who takes cases along, works on them elsewhere and brings them home, through the windows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.travel.bags import BagsPart
from mediation_desk.gui.pages.travel.choosing import OPEN
from mediation_desk.gui.pages.travel.homecoming.part import HomecomingPart
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.gui.pages.travel.laptop import LaptopPart
from mediation_desk.gui.pages.travel.leaving import LeavingPart
from mediation_desk.gui.pages.travel.page import TravelPage
from tests.stories.desktop import Desktop
from tests.stories.hands import KEY

PartT = TypeVar("PartT", bound=OfficePart)


class Traveller(Desktop):
    """At a computer of the office, or at a laptop on the road."""

    @property
    def in_front(self) -> QWidget | None:
        """The program's window, where it was started."""
        return self.program.frame or self.program.entry

    def turn_to(self) -> None:
        """Go to this computer: its window is the one that has the keyboard."""
        if (window := self.in_front) is not None:
            self.program.come_forward()
            self.wait_for(window.isActiveWindow)
            self.settle()

    def choose_row(self, table: Table, answers: Callable[[Any], bool]) -> None:
        """Click the first column of the row that answers."""
        model = cast(Any, table.model())
        self.wait_for(lambda: any(map(answers, rows(model))), f"{table.accessibleName()} shows the row")
        at = next(at for at, row in enumerate(rows(model)) if answers(row))
        index = model.index(at, 0)
        table.scrollTo(index)
        spot = table.visualRect(index).center()
        self.bring_into_sight(table.viewport(), spot)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self.settle()

    def open_case(self, worker: str) -> None:
        """Cases on the rail, the case's row, Enter."""
        self.click(self.frame.rail.buttons["cases"])
        page = self.frame.current()
        assert isinstance(page, CasesPage)
        self.choose_row(page.table, by_worker(worker))
        self.key(KEY.Key_Return)
        assert self.case.applicants[0].name == worker

    def particulars(self, worker: str, name: str, text: str) -> None:
        """Write over something that is known of a person of the case in front."""
        page = self.station(IntakePage)
        self.choose_row(page.parties.table, lambda party: party.name == worker)
        assert page.parties.detail is not None
        self.write(page.parties.detail.form.field(name), text)

    def confide(self, words: str) -> None:
        """What the workers say alone: opened, kept, covered again."""
        page = self.station(MediationPage)
        self.click(page.private.toggles[Side.APPLICANT])
        alone = page.private.side(Side.APPLICANT)
        assert alone is not None
        self.write(alone.note_form.field("note"), words)
        self.click(alone.note_button)
        self.click(page.private.toggles[Side.APPLICANT])

    # -- the travel page -----------------------------------------------------------------

    def travel(self, key: str, kind: type[PartT]) -> PartT:
        """Travel on the rail, and a part of the page."""
        self.click(self.frame.rail.buttons["travel"])
        page = self.frame.current()
        assert isinstance(page, TravelPage)
        self.click(page.buttons[key])
        part = page.parts[key]
        assert isinstance(part, kind)
        return part

    def take_along(self, laptop: str, stick: Path, *workers: str) -> Path:
        """Mark the cases, name the laptop and the stick, pack; the bag."""
        part = self.travel("leaving", LeavingPart)
        if part.next.isVisible():
            self.click(part.next.done)
        self.choose(part.choice.which, OPEN)
        for worker in workers:
            self.choose_row(part.choice.table, by_worker(worker))
        if part.laptop.value() is not None:
            self.choose(part.laptop, None)
        self.write(part.name, laptop)
        self.write(part.place.folder, str(stick))
        self.click(part.pack)
        assert part.next.isVisible(), part.place.file.error() or part.trouble_line.text()
        return Path(part.next.path.text())

    def open_bag(self, bag: Path, password: str) -> None:
        """From the first page of a laptop that never saw the program."""
        entry = self.entry
        self.wait_for(entry.isActiveWindow)
        self.press(entry.welcome.open_bag)
        self.write(entry.bag_door.bag, str(bag))
        self.write(entry.bag_door.password, password)
        self.press(entry.bag_door.enter)
        self.sit_down()
        assert self.desk.branch is not None

    def pack_home(self, stick: Path) -> Path:
        """What was done here, into one file."""
        part = self.travel("laptop", LaptopPart)
        self.write(part.place.folder, str(stick))
        name = part.place.file.typed()
        self.click(part.pack)
        assert part.packed.isVisible(), part.place.file.error()
        return stick / name

    def look_into(self, bag: Path) -> HomecomingPart:
        """Type where the bag lies, and look."""
        part = self.travel("homecoming", HomecomingPart)
        for sight in (part.result, part.preview):
            if sight.isVisible():
                part.put_away()
        self.write(part.arriving.bag, str(bag))
        self.click(part.arriving.look)
        assert part.preview.isVisible(), part.arriving.bag.error()
        return part

    def show_coming(self, part: HomecomingPart, number: str) -> list[QuestionCard]:
        """Click a case of the bag; what is to be decided in it."""
        self.choose_row(part.preview.table, lambda line: line.coming.label == number)
        assert part.preview.view is not None
        return list(part.preview.view.cards.values())

    def receipt(self, part: HomecomingPart) -> str:
        """The receipt on the screen, read as text."""
        self.click(part.result.receipt)
        assert part.paper.isVisible()
        said = text_of(part.paper._data)
        self.click(part.paper_away)
        return said

    def bags(self, laptop: str) -> BagsPart:
        """What is on the road, with a laptop's bag chosen."""
        part = self.travel("bags", BagsPart)
        self.choose_row(part.table, lambda line: line.laptop == laptop)
        return part


def by_worker(worker: str) -> Callable[[Any], bool]:
    """The case of whoever is named first in it."""
    return lambda row: bool(row.first_applicant == worker)


def rows(model: Any) -> list[Any]:
    """The rows that are there by now."""
    return [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def text_of(pdf: bytes) -> str:
    """A paper's text without the spaces and line breaks of its setting."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
