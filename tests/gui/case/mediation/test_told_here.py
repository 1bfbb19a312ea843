"""What the other side released shows on this side's page, and from then on it is out."""

from uuid import UUID

from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, releasing
from tests.gui.case.mediation.hands import page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room

SEALED, TOLD = "two days off", "two days may be taken off"


def released(desk: Desk, case_id: UUID) -> None:
    entry = caucus.note(desk, case_id, Side.APPLICANT, SEALED, kind=SealedKind.ADMISSION).result
    assert entry
    releasing.release_fact(desk, case_id, entry, TOLD)
    kept = caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("33000"), 2, "with a certificate").result
    assert kept
    caucus.release(desk, case_id, kept)


def shown(room: Room) -> list[bool]:
    """Of each fact and each offer, whether the store knows it as shown."""
    facts = [one.shown_at is not None for one in room.case.told_facts]
    return facts + [one.shown_at is not None for one in room.case.offers]


def test_it_shows_what_may_be_told_in_the_words_that_may_be_told(room: Room, desk: Desk) -> None:
    released(desk, room.case_id)
    company = shown_alone(room, Side.RESPONDENT)
    told = words_on_screen(company.told)
    assert TOLD in told and "33,000.00 yuan, in 2 instalments" in told and "with a certificate" in told
    assert "Shown here since 2024-11-25" in told
    assert SEALED not in words_on_screen(room.frame)
    assert shown(room) == [True, True]
    room.click(page_of(room).private.toggles[Side.RESPONDENT])
    assert not shown_alone(room, Side.APPLICANT).findChildren(QPushButton, "take_back")


def test_the_side_itself_is_told_nothing_of_its_own(room: Room, desk: Desk) -> None:
    released(desk, room.case_id)
    workers = shown_alone(room, Side.APPLICANT)
    assert not workers.told.isVisible()
    assert shown(room) == [False, False]


def test_with_both_pages_open_no_side_looks_on_and_nothing_counts_as_shown(room: Room, desk: Desk) -> None:
    """The mediator alone compares the two; what was released can still be taken back."""
    shown_alone(room, Side.APPLICANT)
    company = shown_alone(room, Side.RESPONDENT)
    released(desk, room.case_id)
    room.window.bench.reload()
    room.settle()
    assert not company.told.isVisible()
    assert shown(room) == [False, False]
    workers = page_of(room).private.side(Side.APPLICANT)
    assert workers is not None and len(workers.findChildren(QPushButton, "take_back")) == 2


def test_what_was_taken_back_is_not_shown(room: Room, desk: Desk) -> None:
    released(desk, room.case_id)
    releasing.take_back_told(desk, room.case_id, room.case.told_facts[0].id)
    assert TOLD not in words_on_screen(shown_alone(room, Side.RESPONDENT).told)
