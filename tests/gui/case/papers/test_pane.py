"""A paper in the place of a station's page, with the way back."""

import pytest
from PySide6.QtCore import Qt

from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.services import editing
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from tests.gui.case import rooms
from tests.gui.case.rooms import Room


@pytest.fixture
def pane(room: Room) -> PaperPane:
    rooms.named(room.desk, room.case_id)
    registering.consent_all(room.desk, room.case_id, rooms.RECEIVED)
    editing.save(room.desk, room.case_id, [editing.Edit("case", room.case_id, "facts_in_brief", "", "欠薪")])
    workers = room.case.applicants
    registering.set_claims(room.desk, room.case_id, {one.id: ["unpaid_wages"] for one in workers})
    room.window.bench.reload()
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, StationPage)
    return PaperPane(room.window.bench, page)


def test_the_paper_stands_under_its_title_ready_to_print(room: Room, pane: PaperPane) -> None:
    kind = making.available(room.case)[0]
    pane.open(kind.template)
    room.settle()
    made = making.make(room.desk, room.case_id, kind.template)
    assert pane.title.text() == made.title and pane.paper._data == made.pdf
    assert pane.isVisible() and pane.page.area.isHidden() and pane.paper.print.hasFocus()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_back_leads_to_the_page_as_it_was(room: Room, pane: PaperPane, way: str) -> None:
    closed: list[int] = []
    pane.closed.connect(lambda: closed.append(1))
    pane.open(making.available(room.case)[0].template)
    room.settle()
    if way == "button":
        room.click(pane.back)
    else:
        room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert pane.isHidden() and pane.page.area.isVisible() and closed == [1]
    assert room.window.key == "intake"  # Esc closes the paper, not the case


def test_a_paper_that_cannot_be_made_is_told_on_the_page_and_covers_nothing(room: Room,
                                                                           pane: PaperPane) -> None:
    pane.open("mediation-agreement")
    room.settle()
    assert pane.isHidden() and pane.page.area.isVisible() and pane.page.bar.words.text()
