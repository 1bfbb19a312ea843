"""What is on the road: told in a table, printed, declared lost, its keys renewed."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.travel.bags import BagsPart
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.mediation import caucus
from mediation_desk.services.travel import bringing, opening, register, returning
from tests.gui import desks
from tests.gui.desks import PERSON, write
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import LAPTOP, Road
from tests.services.papers_desk import accepted


@pytest.fixture
def part(road: Road) -> BagsPart:
    made = road.part("bags")
    assert isinstance(made, BagsPart)
    return made


@pytest.fixture
def out(road: Road, cases: list[UUID], stick: Path) -> BagsPart:
    """The same with a bag on the road."""
    hands.packed(road.desk, stick, *cases)
    made = road.part("bags")
    assert isinstance(made, BagsPart)
    return made


def told(part: BagsPart) -> list[str]:
    return [str(part.model.index(0, at).data()) for at in range(part.model.columnCount())]


def test_where_nothing_is_out_the_page_says_what_belongs_there(part: BagsPart) -> None:
    empty = part.table._empty
    assert empty is not None and empty.isVisible() and empty.title.text() == "Nothing is on the road"
    assert not part.print.isVisible()


def test_a_bag_stands_with_carrier_laptop_day_and_numbers(out: BagsPart) -> None:
    """Twenty numbers are set aside behind the two that are used: 3 to 22."""
    assert told(out) == ["2024-11-25 10:00", PERSON, LAPTOP, "on the road", "2", "Yes", "2024: 3–22"]
    assert out.cases.text() == "In the bag: 宁中劳调〔2024〕0001号, 宁中劳调〔2024〕0002号"


def test_an_administrator_declares_it_lost_with_a_reason(road: Road, out: BagsPart) -> None:
    road.click(out.lose)
    assert out.card.isVisible() and out.card.note.area.hasFocus()
    road.click(out.card.go)
    assert out.card.note.error() == "This must be filled in."
    write(road.qtbot, out.card.note, "笔记本在公交车上遗失。")
    road.click(out.card.go)
    (line,) = register.bags(road.desk)
    assert line.bag.lost_note == "笔记本在公交车上遗失。" and not line.bag.is_out
    assert told(out)[3] == "lost, 2024-11-25" and not out.lose.isVisible()
    assert out.cases.text().endswith("Declared lost: 笔记本在公交车上遗失。")
    assert register.away(road.desk, [line.cases[0][0]]) == {}


def test_esc_leaves_the_bag_undeclared(road: Road, out: BagsPart) -> None:
    road.click(out.lose)
    QTest.keyClick(out.card.note.area, Qt.Key.Key_Escape)
    assert out.card.isHidden() and register.bags(road.desk)[0].bag.is_out


def test_the_list_is_printed_and_put_away(road: Road, out: BagsPart) -> None:
    road.click(out.print)
    road.settle()
    assert out.paper.isVisible() and not out.table.isVisible()
    assert out.paper._name == "携案清单-20241125.pdf"
    QTest.keyClick(out.away, Qt.Key.Key_Escape)
    assert out.table.isVisible() and not out.paper.isVisible()
    road.page.print_page()
    road.settle()
    assert out.paper.isVisible()


def test_the_receipt_of_a_bag_that_came_home_is_printed_again(
        road: Road, cases: list[UUID], stick: Path, tmp_path: Path, around: Surroundings) -> None:
    bag = hands.packed(road.desk, stick, cases[0]).path
    laptop = opening.found(tmp_path / "road", bag, desks.PASSWORD, around)
    returning.pack(laptop, tmp_path / "home.mdbag")
    laptop.store.close()
    part = road.part("bags")
    assert isinstance(part, BagsPart)
    assert part.receipt.isHidden()
    bringing.bring_home(road.desk, tmp_path / "home.mdbag")
    part.shown()
    road.settle()
    assert not part.receipt.isHidden() and part.which.isHidden()
    road.click(part.receipt)
    road.settle()
    assert part.paper.isVisible() and part.paper._name.startswith("归并回执-20241125-")


def test_one_press_renews_the_keys_and_the_words_alone_stay_readable(
        road: Road, stick: Path) -> None:
    case_id = accepted(road.desk)
    caucus.note(road.desk, case_id, Side.APPLICANT, "两万也行")
    hands.packed(road.desk, stick, case_id)
    part = road.part("bags")
    assert isinstance(part, BagsPart)
    road.click(part.renew)
    assert part.said.isVisible()
    assert part.said.text() == "1 case has a fresh key; the laptop does not have it."
    assert [word.text for word in caucus.talk(road.desk, case_id).words] == ["两万也行"]
    assert "renew_key" in [event.verb for event in reading.case(road.desk, case_id).events]
    assert part.renew.isEnabled()


@pytest.fixture
def wang(desk: Desk, cases: list[UUID], stick: Path, around: Surroundings) -> Iterator[Desk]:
    """A colleague who mediates other cases, after the office's own left with a bag."""
    hands.packed(desk, stick, *cases)
    colleague(desk, "wang", "王调解", Role.MEDIATOR)
    made = other_desk(desk, "wang", around)
    yield made
    made.store.close()


def test_a_colleague_sees_that_it_is_out_and_none_of_its_cases(qtbot: QtBot, wang: Desk, tasks: Tasks,
                                                               memory: Memory) -> None:
    road = Road(qtbot, wang, tasks, memory)
    part = road.part("bags")
    assert isinstance(part, BagsPart)
    assert part.cases.text() == "In the bag: 2 cases of colleagues"
    assert told(part)[4] == "2" and not part.lose.isVisible() and not part.renew.isVisible()
    road.settle()
