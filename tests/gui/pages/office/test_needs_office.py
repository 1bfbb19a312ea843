"""On a laptop: what the office does stands in its place with the reason, and is not refused on arrival."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.holidays import HolidaysPart
from mediation_desk.gui.pages.office.needs_office import NeedsOfficePart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.office.hands import House
from tests.gui.pages.travel import hands


@pytest.fixture
def laptop(qtbot: QtBot, desk: Desk, tmp_path: Path, around: Surroundings, tasks: Tasks, memory: Memory
           ) -> Iterator[House]:
    """The administrator's own laptop, at the office page."""
    there = hands.laptop(desk, tmp_path / "road", around, hands.case(desk, "马海龙"))
    made = House(qtbot, there, tasks, memory)
    yield made
    made.settle()
    there.store.close()


def test_accounts_are_named_and_not_there(laptop: House) -> None:
    part = laptop.part("accounts")
    assert isinstance(part, NeedsOfficePart)
    assert part.words.title.text() == "Accounts" and part.words.text.text() == part.help_text() != ""


def test_every_part_opens_without_a_refusal(laptop: House) -> None:
    for key in laptop.page.buttons:
        laptop.part(key)
        assert laptop.said == "", key


@pytest.mark.parametrize("key", ["details", "sheets", "figures", "holidays"])
def test_the_reason_stands_above_what_the_office_changes(laptop: House, key: str) -> None:
    part = laptop.part(key)
    said = [one.text() for one in part.findChildren(QLabel) if one.text().startswith("This is done at the")]
    assert len(said) == 1


def test_what_could_only_be_refused_cannot_be_pressed(laptop: House) -> None:
    sheets, figures, holidays = (laptop.part(key) for key in ("sheets", "figures", "holidays"))
    assert isinstance(sheets, SheetsPart) and isinstance(figures, FiguresPart)
    assert isinstance(holidays, HolidaysPart)
    for press in (sheets.recovery, sheets.escrow, figures.add, figures.change, figures.remove, holidays.take,
                  holidays.drop):
        assert not press.isEnabled(), press.text()
        assert press.toolTip().startswith("This is done at the office."), press.text()
    details = laptop.part("details")
    assert isinstance(details, DetailsPart)
    assert all(details.form.field(name)._read_only for name in details.form.names())
