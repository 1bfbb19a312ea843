"""From other offices: a bag is looked into and taken in, handed back, and the own card is written."""

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.gui.pages.travel.elsewhere import ElsewherePart
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import bringing, cards, handing_over
from mediation_desk.services.travel.handing_over import Handing
from tests.gui.desks import OFFICE, write
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import Road
from tests.gui.pages.travel.there import THERE


@pytest.fixture
def theirs(there: Desk) -> UUID:
    """A matter of the other office."""
    return hands.case(there, "韩雪梅")


@pytest.fixture
def bag(road: Road, there: Desk, theirs: UUID, stick: Path) -> Path:
    """It was handed over to the person at the desk."""
    wanted = Handing((theirs,), cards.own(road.desk).card, "当事人住在宁中区")
    return handing_over.pack(there, wanted, stick / "in.mdbag").path


@pytest.fixture
def part(road: Road) -> ElsewherePart:
    made = road.part("elsewhere")
    assert isinstance(made, ElsewherePart)
    return made


def look(road: Road, part: ElsewherePart, bag: Path) -> None:
    write(road.qtbot, part.coming.bag, str(bag))
    road.click(part.coming.look)
    road.settle()


def test_a_bag_is_looked_into_and_taken_in_and_taken_back(road: Road, part: ElsewherePart, bag: Path,
                                                          theirs: UUID) -> None:
    assert part.back.empty.isVisible()
    look(road, part, bag)
    coming = part.coming
    assert coming.sight.isVisible()
    assert f"From {THERE.name}, packed by 白玉兰 on 2024-11-25" in coming.told.text()
    assert "Reason: 当事人住在宁中区" in coming.told.text()
    assert coming.model.rowCount() == 1
    road.click(coming.take)
    road.settle()
    view = reading.case(road.desk, theirs)
    assert view.case.number == "宁中劳调〔2024〕0003号" and view.own
    assert coming.result.text() == (f"河口调〔2024〕001号 of {THERE.name} is 宁中劳调〔2024〕0003号 here.")
    assert coming.sight.isHidden() and part.back.pack.isVisible()
    assert "宁中劳调〔2024〕0003号 (there 河口调〔2024〕001号)" in part.back.cases.text()
    road.click(road.page.bar.action)
    road.settle()
    assert reading.case(road.desk, theirs).case.removed_at is not None
    assert part.back.empty.isVisible()


def test_nothing_is_changed_by_looking_or_leaving(road: Road, part: ElsewherePart, bag: Path) -> None:
    look(road, part, bag)
    road.click(part.coming.leave)
    assert part.coming.sight.isHidden() and part.back.empty.isVisible()


def test_what_is_no_such_bag_is_said_beside_the_field(road: Road, part: ElsewherePart, stick: Path,
                                                      cases: list[UUID]) -> None:
    own = hands.packed(road.desk, stick, cases[0]).path
    for path, words in ((own, "your own office's"), (stick / "none.mdbag", "no such file")):
        look(road, part, path)
        assert words in part.coming.bag.error()
        assert part.coming.sight.isHidden()


def test_it_is_handed_back_and_brought_home_there(road: Road, part: ElsewherePart, bag: Path, theirs: UUID,
                                                  there: Desk, stick: Path) -> None:
    look(road, part, bag)
    road.click(part.coming.take)
    road.settle()
    reading.case(road.desk, theirs)
    editing.save(road.desk, theirs, [Edit("case", theirs, "facts_in_brief", "", "这边补充的。")])
    write(road.qtbot, part.back.place.folder, str(stick))
    assert part.back.place.file.typed() == "白玉兰-20241125-home.mdbag"
    road.click(part.back.pack)
    road.settle()
    assert "1 case was changed here, in 0 nothing was done." in part.back.result.text()
    bringing.bring_home(there, stick / "白玉兰-20241125-home.mdbag")
    assert reading.case(there, theirs).case.facts_in_brief == "这边补充的。"


def test_the_own_card_is_written_and_its_number_shown(road: Road, part: ElsewherePart, there: Desk,
                                                      stick: Path) -> None:
    own = cards.own(road.desk)
    assert (part.own.whose.text(), part.own.number.text()) == (
        f"{OFFICE.name}, 李调解", f"Check number: {own.check}")
    write(road.qtbot, part.own.place.folder, str(stick))
    road.click(part.own.write)
    road.settle()
    path = stick / f"{OFFICE.name}-李调解.mdcard"
    assert part.own.written.text() == f"Written to {path}."
    assert cards.read(there, str(path)).check == own.check
    road.click(part.own.write)
    assert part.own.place.file.error() == "There already is a file of this name. Choose another name."
