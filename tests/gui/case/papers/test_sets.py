"""Everybody's set: papers and people are ticked, the file is shown, and an agreement printed so is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.papers.sets import SetsPane
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.settlement import settling
from tests.documents.reading import pages
from tests.gui import desks
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.walks import Walks


@pytest.fixture
def desk(walks: Walks, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    with desks.copied_desk(walks.to("accepted").folder, tmp_path / "store", around) as made:
        yield made


@pytest.fixture
def settled(desk: Desk, walks: Walks, open_case: Opener) -> Room:
    """The streamers' case with its terms kept, nothing printed yet."""
    case_id = walks.to("accepted").case_id
    reading.case(desk, case_id)
    settling.draft(desk, case_id, streamers.terms())
    return open_case(case_id)


def tick(pane: SetsPane, words: str) -> None:
    (item,) = pane.papers.findItems(words, Qt.MatchFlag.MatchStartsWith)
    item.setCheckState(Qt.CheckState.Checked)


def test_papers_and_people_are_chosen_and_an_agreement_that_is_printed_for_all_is_the_one_that_is_signed(
        settled: Room) -> None:
    room = settled
    page = room.window.page_in_front()
    assert isinstance(page, SettlementPage)
    pane = page.sets
    room.click(page.everybody)
    assert pane.isVisible() and page.primary.isHidden() and page.everybody.isHidden()
    assert not page.area.isVisible()
    assert pane.people.count() == 7 and not any(
        pane.papers.item(at).checkState() is Qt.CheckState.Checked for at in range(pane.papers.count()))
    room.click(pane.start)
    assert "at least one paper" in pane.trouble.text()
    tick(pane, "Mediation agreement")
    room.click(pane.nobody)
    for at in (0, 5):  # the first worker, the company
        pane.people.item(at).setCheckState(Qt.CheckState.Checked)
    room.click(pane.start)
    assert pane.trouble.isHidden() and pane.said.text() == "2 sets"
    told = [pane.people.item(at).text().split("\n")[1:] for at in range(7)]
    assert told == [["Mediation agreement, 1 copy"], *[[]] * 4, ["Mediation agreement, 1 copy"], []]
    shown = pane.view.paper._data
    assert sum("文书份数单" in page for page in pages(shown)) == 2
    assert not reading.case(room.desk, room.case_id).papers
    pane.view.paper.taken.emit(shown)  # as it is printed
    room.settle()
    (kept,) = reading.case(room.desk, room.case_id).papers
    assert kept.template == "mediation-agreement"
    room.click(pane.view.back)
    assert pane.isHidden() and page.everybody.isVisible()
    assert page.primary.isVisible() and page.area.isVisible()


def test_every_list_of_papers_leads_to_the_sets_too(settled: Room) -> None:
    settled.window.show_page("mediation")
    settled.settle()
    page = settled.window.page_in_front()
    assert isinstance(page, MediationPage)
    page.papers._menu.aboutToShow.emit()
    page.papers._menu.actions()[-1].trigger()
    settled.settle()
    assert page.papers.pane_open and page.papers.sets.papers.count() > 3
    page.papers.open("mediation-record")
    settled.settle()
    assert page.papers.sets.isHidden() and not page.papers.pane.isHidden()
