"""The papers of a station behind one button, as far as the case is ready for them."""

import pytest

from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.documents.reading import run_together
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


def intake(room: Room) -> IntakePage:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    return page


def offered(button: PapersButton) -> list[str]:
    button._menu.aboutToShow.emit()
    return [act.text() for act in button._menu.actions()]


def test_what_the_case_is_not_ready_for_is_not_offered(desk: Desk, open_case: Opener) -> None:
    room = open_case(rooms.register(desk))
    page = intake(room)
    assert page.papers.isHidden() and not page.papers.open_first()
    registering.add_party(desk, room.case_id, PartyDraft(Role.APPLICANT, "马晓兰"))
    registering.add_party(desk, room.case_id, PartyDraft(Role.RESPONDENT, rooms.COMPANY))
    room.window.bench.reload()
    room.settle()
    assert not page.papers.isHidden() and offered(page.papers)


@pytest.fixture
def page(room: Room) -> IntakePage:
    """The streamers' intake, with all that its first paper needs but the facts."""
    rooms.named(room.desk, room.case_id)
    workers = room.case.applicants
    registering.set_claims(room.desk, room.case_id, {one.id: ["unpaid_wages"] for one in workers})
    room.window.bench.reload()
    room.settle()
    return intake(room)


def test_what_was_just_typed_stands_in_the_paper_that_is_opened(room: Room, page: IntakePage) -> None:
    room.begin(page.matter.facts, "no pay for October")
    assert page.papers.open_first()
    room.settle()
    assert page.papers.pane_open and room.case.facts_in_brief == "no pay for October"
    pane = page.findChild(PaperPane)
    assert isinstance(pane, PaperPane)
    assert "nopayforOctober" in run_together(pane.paper._data).replace(" ", "")


def test_beneath_a_paper_the_page_keeps_its_action_to_itself(room: Room, page: IntakePage) -> None:
    room.type(page.matter.facts, "no pay for October")
    assert page.primary.isVisible()
    page.papers.open_first()
    room.settle()
    assert page.primary.isHidden()
    room.window.bench.reload()  # a colleague saved something meanwhile
    room.settle()
    assert page.primary.isHidden() and page.papers.pane_open
    pane = page.findChild(PaperPane)
    assert isinstance(pane, PaperPane)
    room.click(pane.back)
    assert page.primary.isVisible() and not page.papers.pane_open


def test_papers_stand_in_the_order_of_the_file_and_each_worker_has_a_copy_of_their_own(
        room: Room, page: IntakePage) -> None:
    titles = offered(page.papers)
    assert titles.index("Application for mediation") < titles.index("Intake register") < titles.index(
        "Power of attorney")
    assert any(act.isSeparator() for act in page.papers._menu.actions())
    copies = rooms.submenu(page.papers._menu, titles.index("Application for mediation")).actions()
    names = [worker.name for worker in room.case.applicants]
    assert [act.text() for act in copies] == ["Whole case", *names]
    copies[1].trigger()
    room.settle()
    said = run_together(page.papers.pane.paper._data)
    assert names[0] in said and names[1] not in said
