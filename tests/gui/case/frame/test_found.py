"""What Ctrl+K finds of the case in front: its pages, and its papers as far as it is ready for them."""

from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.frame.found import PapersOverPages, pages, papers
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.reading import CaseView
from tests.gui.case import rooms
from tests.gui.case.rooms import Room


def of(view: CaseView) -> dict[str, tuple[str, Side | None]]:
    """The papers by their words, and what opening each asks for."""
    asked: list[tuple[str, Side | None]] = []
    found = {}
    for command in papers(view, lambda template, side: asked.append((template, side))):
        command.act()
        found[command.text] = asked[-1]
    return found


def test_the_pages_have_the_keys_that_lead_there(dressed: QApplication) -> None:
    gone: list[str] = []
    titles = {**{str(station): station.label for station in Station}, "evidence": "Evidence"}
    commands = list(pages(titles, gone.append))
    assert [one.keys for one in commands] == [*(f"Alt+{at}" for at in range(1, 7)), "This case"]
    for one in commands:
        one.act()
    assert gone == list(titles)


def test_a_paper_is_offered_once_the_case_is_ready_for_it(desk: Desk) -> None:
    bare, whole = rooms.register(desk), rooms.named(desk, rooms.streamers(desk))
    few, more = of(reading.case(desk, bare)), of(reading.case(desk, whole))
    assert set(few) < set(more)
    assert {template for template, _ in more.values()} == {
        kind.template for kind in making.available(rooms.stored(desk, whole))}


def test_a_paper_of_a_side_is_offered_for_each_side_by_its_name(desk: Desk) -> None:
    case_id = next(stop.case_id for stop in streamers.walk(desk))
    view = reading.case(desk, case_id)
    found = of(view)
    for kind in making.available(view.case):
        sides = {side for template, side in found.values() if template == kind.template}
        assert sides == set(kind.sides), kind.template


def test_a_paper_takes_the_place_of_the_page_and_gives_it_back(room: Room) -> None:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    shelf = PapersOverPages(room.window.bench)
    rooms.named(room.desk, room.case_id)
    editing.save(room.desk, room.case_id, [editing.Edit("case", room.case_id, "facts_in_brief", "", "欠薪")])
    workers = room.case.applicants
    registering.set_claims(room.desk, room.case_id, {one.id: ["unpaid_wages"] for one in workers})
    room.window.bench.reload()
    room.settle()
    template = making.available(room.case)[0].template
    shelf.open(page, template)
    room.settle()
    (pane,) = [one for one in page.findChildren(PaperPane) if not one.isHidden()]
    assert pane.paper.pages >= 1 and page.area.isHidden() and page.primary.isHidden()
    page.primary.show()
    shelf.cover(page)
    assert page.primary.isHidden()  # read anew, the page's own action stays beneath the paper
    pane.close_paper()
    assert not page.area.isHidden() and page.primary.isVisible()
