"""A page of several parts: one at a time, where one was, and the first where there is no such part."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.parted import PartedPage, Place
from mediation_desk.services.desk import Desk


class Written(OfficePart):
    """A part that notes what it is asked."""

    def __init__(self, desk: Desk, tasks: Tasks, asked: list[str], key: str) -> None:
        super().__init__(desk, tasks)
        self._asked, self._key = asked, key

    def shown(self) -> None:
        self._asked.append(f"shown {self._key}")

    def undo(self) -> None:
        self._asked.append(f"undo {self._key}")

    def print_page(self) -> None:
        self._asked.append(f"print {self._key}")

    def help_text(self) -> str:
        return f"help {self._key}"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tasks: Tasks, asked: list[str]) -> PartedPage:
    def making(key: str) -> Callable[[], OfficePart]:
        return lambda: Written(desk, tasks, asked, key)

    made = PartedPage("Parts", "", [Place("one", "One", "path", making("one")),
                                    Place("two", "Two", "path", making("two"), note="Mind the step.")])
    qtbot.addWidget(made)
    return made


def test_parts_are_made_when_they_are_first_shown(page: PartedPage, asked: list[str]) -> None:
    assert list(page.parts) == ["one"] and page.place == "" and page.buttons["one"].isChecked()
    page.buttons["two"].click()
    assert list(page.parts) == ["one", "two"] and page.place == "two"
    assert asked == ["shown one", "shown two"]


def test_the_part_in_front_answers_for_the_page(page: PartedPage, asked: list[str]) -> None:
    page.go_to("two")
    page.undo()
    page.print_page()
    page.shown()
    assert asked[2:] == ["undo two", "print two", "shown two"] and page.help_text() == "help two"


def test_a_place_that_is_not_here_is_the_first(page: PartedPage) -> None:
    page.go_to("two")
    page.go_to("nowhere")
    assert page.key == "one"


def test_a_note_stands_above_its_part_alone(page: PartedPage) -> None:
    page.go_to("two")
    said = {key: [one.text() for one in part.findChildren(QLabel)] for key, part in page.parts.items()}
    assert said == {"one": [], "two": ["Mind the step."]}
