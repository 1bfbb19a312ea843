"""Cases are chosen, the laptop is named, the bag is packed, and what happens next is said."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.travel.leaving import LeavingPart, megabytes
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.travel import leaving, opening, register
from mediation_desk.store.pace import Stopped
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import LAPTOP, Road


@pytest.fixture
def part(road: Road) -> LeavingPart:
    made = road.part("leaving")
    assert isinstance(made, LeavingPart)
    return made


def mark(road: Road, part: LeavingPart, at: int) -> None:
    """A press on the mark before a case."""
    table = part.choice.table
    spot = table.visualRect(part.choice.model.index(at, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    road.settle()


def fill(road: Road, part: LeavingPart, stick: Path, name: str = "") -> None:
    if part.name.isVisible():
        write(road.qtbot, part.name, LAPTOP)
    write(road.qtbot, part.place.folder, str(stick))
    if name:
        write(road.qtbot, part.place.file, name)


def pack(road: Road, part: LeavingPart) -> None:
    road.click(part.pack)
    road.settle()


def test_a_case_goes_along_and_is_on_the_laptop_as_it_was(
        road: Road, part: LeavingPart, cases: list[UUID], stick: Path, tmp_path: Path,
        around: Surroundings) -> None:
    mark(road, part, 1)  # the newest stands first: the second row is the first case
    fill(road, part, stick)
    assert part.place.file.typed() == "外出笔记本一号-20241125.mdbag"
    pack(road, part)
    (bag,) = register.bags(road.desk)
    assert (bag.laptop, bag.carrier, bag.bag.is_out) == (LAPTOP, desks.PERSON, True)
    assert [case_id for case_id, _number in bag.cases] == [cases[0]] and bag.hidden == 0
    assert part.next.isVisible() and part.next.title.text() == f"1 case is in the bag for “{LAPTOP}”."
    path = stick / "外出笔记本一号-20241125.mdbag"
    assert part.next.path.text() == str(path)
    there = opening.found(tmp_path / "laptop", path, desks.PASSWORD, around)
    try:
        assert reading.case(there, cases[0]).case.applicants[0].name == "马海龙"
    finally:
        there.store.close()


def test_without_a_case_or_a_name_each_trouble_stands_where_it_belongs(
        road: Road, part: LeavingPart, stick: Path) -> None:
    write(road.qtbot, part.place.folder, str(stick))
    pack(road, part)
    assert part.name.error() == "This must be filled in."
    write(road.qtbot, part.name, LAPTOP)
    pack(road, part)
    assert part.trouble_line.text() == "Choose the cases that you take along."
    assert part.trouble_line.isVisible() and register.bags(road.desk) == []
    mark(road, part, 0)
    assert part.trouble_line.isHidden()


def test_no_bag_is_written_over_and_a_folder_that_is_not_there_is_named(
        road: Road, part: LeavingPart, stick: Path) -> None:
    (stick / "alt.mdbag").write_bytes(b"the bag of yesterday")
    mark(road, part, 0)
    fill(road, part, stick, "alt")
    pack(road, part)
    assert part.place.file.error() == "There already is a file of this name. Choose another name."
    assert (stick / "alt.mdbag").read_bytes() == b"the bag of yesterday"
    write(road.qtbot, part.place.folder, str(stick / "gone"))
    pack(road, part)
    assert part.place.folder.error().startswith("There is no such folder.")
    assert register.bags(road.desk) == [] and part.pack.isEnabled()


def test_the_known_laptop_stands_ready_the_next_time(road: Road, part: LeavingPart, stick: Path) -> None:
    mark(road, part, 0)
    fill(road, part, stick)
    pack(road, part)
    assert part.next.done.hasFocus()
    QTest.keyClick(part.next.done, Qt.Key.Key_Return)
    road.settle()
    assert part.next.isHidden() and part.choice.chosen() == ()
    assert part.laptop.combo.currentText() == LAPTOP and part.name.isHidden()
    mark(road, part, 1)
    write(road.qtbot, part.place.file, "second")
    pack(road, part)
    assert [bag.laptop for bag in register.bags(road.desk)] == [LAPTOP, LAPTOP]
    assert len(register.laptops(road.desk)) == 1
    assert part.place.folder.typed() == str(stick)


def test_the_size_is_said_as_it_changes(road: Road, part: LeavingPart, cases: list[UUID]) -> None:
    assert part.told_size.text().startswith("No case is chosen.")
    mark(road, part, 0)
    road.qtbot.waitUntil(lambda: part.told_size.text().startswith("1 case,"))
    road.click(part.choice.all)
    road.qtbot.waitUntil(lambda: part.told_size.text().startswith("2 cases,"))
    size = leaving.size(road.desk, cases, with_evidence=True)
    assert part.told_size.text() == f"2 cases, 0 files of evidence, about {megabytes(size.bytes)}"
    road.click(part.choice.none)
    road.qtbot.waitUntil(lambda: part.told_size.text().startswith("No case is chosen."))


def test_stopping_leaves_no_file_and_nobody_on_the_road(
        road: Road, part: LeavingPart, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked to stop in the middle of the rows; the button can be pressed again."""
    whole = leaving.pack

    def stopped(*args: object) -> object:
        pace = args[3]
        part.work.ask_to_stop()
        with pytest.raises(Stopped):
            whole(*args)  # type: ignore[arg-type]
        assert pace is not None
        raise Stopped

    monkeypatch.setattr(leaving, "pack", stopped)
    mark(road, part, 0)
    fill(road, part, stick)
    pack(road, part)
    assert road.said == "Stopped. Nothing was changed."
    assert list(stick.iterdir()) == [] and register.bags(road.desk) == [] and part.pack.isEnabled()


def test_sizes_are_said_in_the_unit_that_fits() -> None:
    assert [megabytes(size) for size in (0, 12_345, 99_999, 100_000, 12_540_000, 2_500_000_000)] == [
        "1 kB", "12 kB", "100 kB", "0.1 MB", "12.5 MB", "2,500.0 MB"]


@pytest.fixture
def supervisor(desk: Desk, around: Surroundings) -> Iterator[Desk]:
    colleague(desk, "ma", "马主任", Role.SUPERVISOR)
    made = other_desk(desk, "ma", around)
    yield made
    made.store.close()


def test_who_mediates_nothing_is_told_whose_it_is(qtbot: QtBot, supervisor: Desk, tasks: Tasks,
                                                  memory: Memory) -> None:
    road = Road(qtbot, supervisor, tasks, memory)
    said = road.part("leaving").findChild(EmptyState)
    assert said is not None and said.title.text() == "Mediators take cases along"


def test_a_bag_of_another_persons_laptop_is_refused_beside_it(
        road: Road, part: LeavingPart, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The laptop was chosen, and is somebody else's by the time the bag is packed."""
    hands.packed(road.desk, stick, hands.case(road.desk, "韩雪"))
    part.shown()
    road.settle()
    assert part.laptop.value() is not None
    monkeypatch.setattr(part, "_laptop_id", lambda: UUID(int=7))
    mark(road, part, 0)
    fill(road, part, stick)
    pack(road, part)
    assert part.laptop.error().startswith("That laptop is not one of yours.")
