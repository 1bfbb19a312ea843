"""On the screen one after the other signs; a changed paper crosses signatures out; then all is frozen."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.services import editing, reading
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import making
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, set_first_day, tick_all
from tests.gui.signing.strokes import draw


def sign_one(room: Room, page: SettlementPage, at: int = 0) -> None:
    """Press Sign beside somebody, read the line, tick, draw, Enter."""
    part = page.sign_card.on_screen
    room.click(list(part.signers.buttons.values())[at])
    room.click(part.card.read)
    draw(part.card.pad)
    QTest.keyClick(part.card.pad, Qt.Key.Key_Return)
    room.settle()


def test_two_sign_on_the_screen_the_paper_changes_and_the_rest_sign_on_paper(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    card = page.sign_card
    room.click(card.by_screen)
    part = card.on_screen
    assert part.now is not None and part.now.paper.kept, "it was put out before anybody signs"
    assert hashlib.sha256(page.paper._data).hexdigest() == part.now.paper.paper.sha256, "its very bytes show"
    assert len(part.signers.buttons) == len(part.now.rows) and "0 of" in part.head.text()
    room.click(list(part.signers.buttons.values())[1])
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert part.card.isHidden() and card.isVisible(), "Esc puts the pad away, and the card stays"
    sign_one(room, page)
    assert next(iter(part.signers.buttons.values())).hasFocus(), "whoever signs next is at hand"
    sign_one(room, page)
    names = [one.name for one in room.case.applicants[:2]]
    assert {one.signer for one in room.case.signatures} == set(names) and "2 of" in part.head.text()
    assert {one.paper_sha256 for one in room.case.signatures} == {part.now.paper.paper.sha256}

    # The terms are left, the window is looked at again later: what was begun goes on.
    room.click(card.later)
    room.click(page.primary)
    assert part.isVisible() and part.now.signed == 2

    # The case says something else by now; put out anew, both signatures are crossed out.
    editing.save(room.desk, room.case_id, [
        Edit("case", room.case_id, "cause", room.case.cause, "欠薪及加班")])
    room.window.bench.reload()
    room.settle()
    assert part.anew.isVisible() and card.outdated.isVisible()
    room.click(part.anew)
    assert part.now.crossed_out == 2 and "2 signatures are crossed out" in part.head.text()
    tick_all(page)
    room.click(card.sign_button)
    assert not room.case.is_signed, "what is crossed out must be made anew, or taken out"

    # She signs anew; the other is taken out and signs on paper, as do all the rest.
    room.click(page.primary)
    sign_one(room, page)
    room.click(list(part.signers.taking_out.values())[1])
    assert [one.signer for one in room.case.signatures] == names[:1]
    tick_all(page)
    room.click(card.sign_button)
    assert room.case.is_signed
    copy = making.make(room.desk, room.case_id, "signed-copy")
    assert copy.pdf.startswith(b"%PDF") and reading.case(room.desk, room.case_id).case.signatures
