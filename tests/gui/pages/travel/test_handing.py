"""Cases are chosen, a card is read, a reason given, and the bag for the other office lies on the stick."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.pages.travel.handing import HandingPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import cards, receiving, register
from tests.gui.desks import write
from tests.gui.pages.travel.hands import Road

REASON = "用人单位在河口区"


@pytest.fixture
def part(road: Road) -> HandingPart:
    made = road.part("handing")
    assert isinstance(made, HandingPart)
    return made


@pytest.fixture
def card(there: Desk, stick: Path) -> Path:
    return cards.write_own(there, str(stick), "白玉兰")


def mark(road: Road, part: HandingPart, at: int) -> None:
    """A press on the mark before a case."""
    spot = part.choice.table.visualRect(part.choice.model.index(at, 0)).center()
    QTest.mouseClick(part.choice.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    road.settle()


def fill(road: Road, part: HandingPart, card: Path, reason: str = REASON) -> None:
    write(road.qtbot, part.card, str(card))
    QTest.keyClick(part.card.line, Qt.Key.Key_Tab)
    road.settle()
    write(road.qtbot, part.reason, reason)
    write(road.qtbot, part.place.folder, str(card.parent))


def test_a_case_is_handed_over_and_the_other_office_takes_it_in(
        road: Road, part: HandingPart, cases: list[UUID], card: Path, there: Desk) -> None:
    mark(road, part, 1)
    fill(road, part, card)
    assert part.whose.isVisible()
    assert cards.own(there).check in part.whose.text() and "白玉兰, 河口区人民调解委员会" in part.whose.text()
    assert part.place.file.typed() == "白玉兰-20241125.mdbag"
    road.click(part.pack)
    road.settle()
    assert part.next.isVisible()
    assert part.next.title.text() == "1 case is in the bag for 白玉兰, 河口区人民调解委员会."
    (line,) = register.bags(road.desk)
    assert (line.office, line.laptop, line.bag.reason) == ("河口区人民调解委员会", "白玉兰", REASON)
    looked = receiving.look(there, card.parent / "白玉兰-20241125.mdbag")
    assert [one.case_id for one in looked.cases] == [cases[0]]
    road.click(part.next.done)
    assert part.pack.isVisible() and not part.choice.chosen() and part.reason.value() == ""


def test_what_is_missing_is_said_beside_it(road: Road, part: HandingPart, card: Path) -> None:
    road.click(part.pack)
    assert part.card.error() and part.reason.error()
    fill(road, part, card)
    road.click(part.pack)
    assert part.trouble_line.text() == "Choose the cases that you hand over."
    assert register.bags(road.desk) == []


def test_a_card_of_the_own_office_or_none_at_all_is_refused_beside_the_field(road: Road, part: HandingPart,
                                                                             stick: Path) -> None:
    own = cards.write_own(road.desk, str(stick), "own")
    (stick / "no.mdcard").write_bytes(b"nothing of the kind")
    for path, words in ((own, "own office"), (stick / "no.mdcard", "not a card"),
                        (stick / "x", "no such file")):
        write(road.qtbot, part.card, str(path))
        QTest.keyClick(part.card.line, Qt.Key.Key_Tab)
        road.settle()
        assert words in part.card.error()
        assert part.whose.isHidden()


def test_a_card_that_was_just_typed_is_read_before_it_is_packed(road: Road, part: HandingPart, card: Path
                                                                ) -> None:
    mark(road, part, 0)
    write(road.qtbot, part.reason, REASON)
    write(road.qtbot, part.place.folder, str(card.parent))
    write(road.qtbot, part.card, str(card))
    road.click(part.pack)
    road.settle()
    assert part.next.isVisible()
