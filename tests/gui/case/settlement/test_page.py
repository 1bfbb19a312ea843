"""Settlement: terms typed, tables that add up, a paper that follows, the agreement signed and frozen."""

import hashlib
from pathlib import Path

from PySide6.QtWidgets import QLabel

from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.settlement import AGREEMENT
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, previewed, set_first_day, tick_all

# -- terms -----------------------------------------------------------------------------------


def test_the_paper_follows_the_last_change_and_is_marked_as_a_draft(room: Room) -> None:

    page = page_of(room)
    assert page.paper.isHidden()
    set_first_day(room, page)
    previewed(room, page)
    assert page.paper.isVisible() and page.paper.pages > 0
    wanted = page.terms.draft()
    assert page.paper._data == signing.preview_agreement(room.desk, room.case_id, wanted).pdf
    room.begin(page.terms.place, "Xining")
    after = previewed(room, page)
    assert after == signing.preview_agreement(room.desk, room.case_id, page.terms.draft()).pdf
    assert page.terms.draft().signing_place == "Xining"
    assert room.case.agreement is None


def test_a_due_day_in_a_year_not_announced_says_so(room: Room) -> None:
    """11 January 2027 is a Monday that may still be moved; 1 January is a holiday by law."""
    page = page_of(room)
    set_first_day(room, page, "2026-12-11")
    schedule = page.terms.schedule
    falls = [one.id for one in schedule.model.columns].index("falls")

    def shown() -> list[str]:
        return [schedule.model.cell(schedule.model.index(at, falls)).text for at in (0, 1)]

    assert shown() == ["2026-12-11", "2027-01-11, not certain"]
    beneath = [label.text() for label in schedule.findChildren(QLabel)]
    assert any("holidays of 2027 are not announced" in text for text in beneath)
    set_first_day(room, page, "2026-12-01")
    assert shown() == ["2026-12-01", "2027-01-01, rest day"]
    set_first_day(room, page)
    assert not any("announced" in label.text() for label in schedule.findChildren(QLabel))


def test_the_paper_falls_under_the_terms_where_there_is_no_room(room: Room) -> None:
    page = page_of(room)
    assert page._right.parentWidget() is page._split
    room.frame.resize(900, 700)
    room.settle()
    assert page.area.isAncestorOf(page._right)
    assert page.area.horizontalScrollBar().maximum() == 0
    room.frame.resize(1366, 768)
    room.settle()
    assert page._right.parentWidget() is page._split
    terms, paper = page._split.sizes()
    assert terms > 400 and paper > 400  # both can be read, whichever was there first


# -- keeping and signing ---------------------------------------------------------------------


def test_a_change_after_keeping_asks_to_keep_again(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    assert page.primary.text() == "Sign …"
    room.type(page.terms.grace, "7")
    assert page.primary.text() == "Keep the terms"
    keep(room, page)
    assert room.case.agreement and room.case.agreement.grace_days == 7


def test_keeping_without_a_first_day_says_so_beside_it(room: Room) -> None:
    page = page_of(room)
    page.keep_terms()
    room.settle()
    assert page.terms.first.error() == "This must be filled in."
    assert room.case.agreement is None


def move(room: Room) -> None:
    """A colleague corrects the first applicant's address."""
    first = room.case.applicants[0]
    edit = Edit("party", first.id, "address", first.address, "Kunlun Road 12")
    editing.save(room.desk, room.case_id, [edit])


def test_the_terms_have_their_room_when_the_page_first_opens(room: Room) -> None:
    """Their parts are made only when they are looked at; the paper does not take the width before."""
    terms, paper = page_of(room)._split.sizes()
    assert terms > 400 and paper > 400


def test_the_kept_agreement_is_shown_as_it_is_signed_and_frozen_as_it_was_saved(room: Room,
                                                                               tmp_path: Path) -> None:
    """Saved on Monday and signed; on Tuesday somebody corrects an address; what was signed is frozen."""
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    shown = previewed(room, page)
    assert shown == making.make(room.desk, room.case_id, AGREEMENT).pdf
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    move(room)
    room.window.bench.reload()
    room.settle()
    assert previewed(room, page) != shown
    room.click(page.primary)
    assert previewed(room, page) == shown
    assert page.sign_card.outdated.isVisible() and "changed after" in page.sign_card.outdated.text()
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert page.paper._data == shown == (tmp_path / "agreement.pdf").read_bytes()
    assert room.case.signed_agreement.paper_sha256 == hashlib.sha256(shown).hexdigest()


def test_not_yet_shows_what_the_case_says_now(room: Room, tmp_path: Path) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    former = previewed(room, page)
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    move(room)
    room.window.bench.reload()
    room.settle()
    room.click(page.primary)
    assert previewed(room, page) == former
    room.click(page.sign_card.later)
    now = previewed(room, page)
    assert now == making.make(room.desk, room.case_id, AGREEMENT).pdf != former
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    room.click(page.primary)
    assert previewed(room, page) == now and not page.sign_card.outdated.isVisible()


def test_a_change_that_nobody_saw_while_the_card_is_open_is_not_signed(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    previewed(room, page)
    move(room)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    (panel,) = [one for one in page.findChildren(ClashPanel) if one.isVisible()]
    assert "Kunlun Road 12" in "".join(one.text() for one in panel.findChildren(QLabel))
    assert room.case.agreement and room.case.agreement.signed_on is None
    assert not page.sign_card.isVisible()
