"""What each side said alone is opened by itself: the other's words stay covered until they are asked for."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.vocabulary import Outcome, SealedKind, Side
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.zone import ZoneBar
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.store.store import in_folder
from mediation_desk.store.tables.cases import sealed_items
from tests.gui import desks
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.walks import Walks
from tests.holders import share
from tests.trust.forgers import put

LENT = "lent 12 words"
WORKERS, COMPANY = "不低于29000元", "不高于31000元"


@pytest.fixture
def desk(walks: Walks, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of the office in which both sides talked alone."""
    with desks.copied_desk(walks.to("accepted").folder, tmp_path / "store", around) as made:
        reading.case(made, walks.to("accepted").case_id)  # as a person does before they write
        yield made


@pytest.fixture
def talked(walks: Walks) -> UUID:
    """The streamers' case with both bottom lines learned back to back."""
    return walks.to("accepted").case_id


def page_of(room: rooms.Room) -> MediationPage:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    return page


def words(within: QWidget) -> str:
    """Everything written in widgets, shown or not."""
    return " ".join([*(made.text() for made in within.findChildren(QLabel)),
                     *(made.text() for made in within.findChildren(QLineEdit)),
                     *(made.text() for made in within.findChildren(QPushButton)),
                     *(area.toPlainText() for area in within.findChildren(QPlainTextEdit))])


@pytest.mark.parametrize(("side", "shown", "covered"), [
    (Side.APPLICANT, WORKERS, COMPANY), (Side.RESPONDENT, COMPANY, WORKERS)])
def test_one_press_opens_one_side_and_the_others_words_are_in_no_widget(
        open_case: Opener, talked: UUID, side: Side, shown: str, covered: str) -> None:
    room = open_case(talked)
    page = page_of(room)
    room.click(page.private.toggles[side])
    told = words(room.frame)
    assert shown in told and covered not in told
    assert not page.private.findChildren(ZoneBar)
    assert page.private.side(Side.APPLICANT if side is Side.RESPONDENT else Side.RESPONDENT) is None


def test_with_both_open_the_zone_shows_and_covering_one_takes_it_away(
        open_case: Opener, talked: UUID) -> None:
    room = open_case(talked)
    page = page_of(room)
    for press in page.private.toggles.values():
        room.click(press)
    assert WORKERS in words(room.frame) and COMPANY in words(room.frame)
    assert page.private.findChildren(ZoneBar)
    room.click(page.private.toggles[Side.APPLICANT])
    assert WORKERS not in words(room.frame) and COMPANY in words(room.frame)
    assert not page.private.findChildren(ZoneBar)
    assert page.private.shown


def test_only_the_side_that_is_asked_for_is_unsealed(desk: Desk, talked: UUID) -> None:
    talk = caucus.talk(desk, talked, (Side.APPLICANT,))
    assert {word.side for word in talk.words} == {Side.APPLICANT} and talk.zone is None


def test_a_case_that_is_over_shows_it_and_takes_nothing_more(
        desk: Desk, open_case: Opener, talked: UUID) -> None:
    closing.close(desk, talked, desk.today, Outcome.NO_AGREEMENT, "", sure=True)
    room = open_case(talked)
    page = page_of(room)
    room.click(page.private.toggles[Side.APPLICANT])
    column = page.private.side(Side.APPLICANT)
    assert column is not None and WORKERS in words(column)
    assert not any(form.isVisible() for form in (column.line_form, column.offer_form, column.note_form))


# -- what is not as it was sealed, and who may not read it any more ------------------------

def test_an_entry_that_does_not_open_is_named_in_its_place_and_the_others_are_shown(
        desk: Desk, open_case: Opener, talked: UUID) -> None:
    caucus.note(desk, talked, Side.APPLICANT, "孩子要上学")
    line = next(word for word in caucus.talk(desk, talked).words if word.kind is SealedKind.BOTTOM_LINE
                and word.side is Side.APPLICANT)
    put(desk, sealed_items, line.id, kind=SealedKind.OFFER)
    room = open_case(talked)
    page = page_of(room)
    for press in page.private.toggles.values():
        room.click(press)
    told = words(page.private)
    assert "No zone is shown while an entry does not open" in told
    assert "does not open: the entry was altered" in told and WORKERS not in told
    assert "孩子要上学" in told and COMPANY in told
    assert not page.private.findChildren(ZoneBar)


@pytest.fixture
def theirs(desk: Desk, talked: UUID, around: Surroundings) -> Iterator[Desk]:
    """王, who was let in, at a desk of their own."""
    made = accounts.add(desk, accounts.AccountDraft("wang", "王调解", frozenset({AccountRole.MEDIATOR}),
                                                    LENT)).result
    assert made
    share(desk, talked, made)
    place = desk.store.place.folder
    assert place is not None
    at = sign_in.sign_in(in_folder(place), "wang", LENT, around)
    yield at
    at.store.close()


@pytest.fixture
def their_page(theirs: Desk, tasks: Tasks, memory: Memory, talked: UUID) -> Iterator[MediationPage]:
    """The page at 王's desk, with what the applicants said alone on screen."""
    room = rooms.Room(theirs, tasks, memory, talked)
    page = page_of(room)
    room.click(page.private.toggles[Side.APPLICANT])
    assert WORKERS in words(room.frame)
    yield page
    room.frame.close()
    room.settle()


def settle(tasks: Tasks) -> None:
    while tasks.busy:
        assert tasks.drain()
    QTest.qWait(0)


@pytest.mark.parametrize("what", ["disabled", "demoted", "taken off"])
def test_it_closes_by_itself_and_says_so_when_the_right_is_gone(
        desk: Desk, theirs: Desk, their_page: MediationPage, tasks: Tasks, talked: UUID, what: str) -> None:
    """As the clock of the open area looks, every quarter of a minute."""
    wang = theirs.who.account_id
    {"disabled": lambda: accounts.disable(desk, wang),
     "demoted": lambda: accounts.change(desk, wang, "王调解", frozenset({AccountRole.SUPERVISOR})),
     "taken off": lambda: sharing.remove_mediator(desk, talked, wang)}[what]()
    assert their_page.private._clock.isActive() and their_page.private._clock.interval() <= 15_000
    their_page.private._clock.timeout.emit()
    settle(tasks)
    assert not their_page.private.shown and WORKERS not in words(their_page)
    assert their_page.bar.words.text() and not their_page.private._clock.isActive()


def test_a_step_that_is_refused_closes_it_as_well(
        desk: Desk, theirs: Desk, their_page: MediationPage, tasks: Tasks) -> None:
    accounts.disable(desk, theirs.who.account_id)
    their_page.bench.undo()
    settle(tasks)
    assert not their_page.private.shown and "disabled meanwhile" in their_page.bar.words.text()
