"""On a laptop: whose travel desk it is, packing for home, opening a further bag."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.pages.travel.laptop import LaptopPart
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import bringing, register
from tests.gui.desks import OFFICE, SetClock, write
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import LAPTOP, Road


@pytest.fixture
def part(away: Road) -> LaptopPart:
    made = away.page.parts["laptop"]
    assert isinstance(made, LaptopPart)
    return made


def test_it_says_which_office_since_when_and_what_waits(part: LaptopPart) -> None:
    assert part.about.text() == f"Travel desk of {OFFICE.name} · left 2024-11-25 10:00 · figures of today"
    assert f"“{LAPTOP}”" in part.name.text()


def test_what_was_done_is_packed_and_comes_home(away: Road, part: LaptopPart, desk: Desk, stick: Path,
                                                cases: list[UUID]) -> None:
    editing.save(away.desk, cases[0], [Edit("case", cases[0], "facts_in_brief", "", "在园区补充。")])
    write(away.qtbot, part.place.folder, str(stick))
    assert part.place.file.typed() == "外出笔记本一号-20241125-home.mdbag"
    away.click(part.pack)
    away.settle()
    path = stick / "外出笔记本一号-20241125-home.mdbag"
    assert part.packed.text().startswith(
        f"Packed into {path}: 1 case was changed or begun here, in 0 nothing was done.")
    bringing.bring_home(desk, path)
    assert reading.case(desk, cases[0]).case.facts_in_brief == "在园区补充。"


def test_packing_again_writes_over_nothing(away: Road, part: LaptopPart, stick: Path) -> None:
    write(away.qtbot, part.place.folder, str(stick))
    away.click(part.pack)
    away.click(part.pack)
    assert part.place.file.error() == "There already is a file of this name. Choose another name."
    assert len(list(stick.iterdir())) == 1


def test_a_further_bag_joins_and_the_line_beneath_is_of_its_day(
        away: Road, part: LaptopPart, desk: Desk, cases: list[UUID], stick: Path, clock: SetClock) -> None:
    clock.set(clock().date().replace(day=28))
    bag = hands.packed(desk, stick, cases[1], laptop_id=register.laptops(desk)[0].id)
    write(away.qtbot, part.bag, str(bag.path))
    QTest.keyClick(part.bag.line, Qt.Key.Key_Return)
    away.settle()
    away.settle()
    assert part.opened.text() == "1 case came with the bag; it is among your cases now."
    assert reading.case(away.desk, cases[1]).case.applicants[0].name == "祁文静"
    assert "left 2024-11-28 10:00" in away.frame.status.travel.text()


def test_a_bag_that_is_none_and_one_opened_twice_are_said_beside_the_field(
        away: Road, part: LaptopPart, desk: Desk, cases: list[UUID], stick: Path) -> None:
    for path, said in ((stick / "gone.mdbag", "There is no such file."),
                       (away.desk.store.place.folder / "office.vault",  # type: ignore[operator]
                        "This file is not a bag of this program."),
                       (next(iter(stick.parent.glob("road/*.mdbag"))),
                        "This bag was opened here already. Nothing was changed.")):
        write(away.qtbot, part.bag, str(path))
        away.click(part.open)
        away.settle()
        assert part.bag.error().startswith(said), path
        assert part.open.isEnabled()
