"""A signed agreement is changed at the screen: set anew, printed, signed; and nothing before it is signed."""

from __future__ import annotations

import hashlib
from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mediation_desk.domain.money import yuan
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.services import drafts
from mediation_desk.services.papers import making
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.performance import booking
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import book, on, page_of
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock
from tests.services.papers_desk import text_of


def test_half_is_paid_and_the_rest_is_set_anew_in_three_parts(room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 10))
    book(room)
    page = on(room, clock, date(2025, 1, 20))
    room.click(page.set_anew)
    change = page.change
    assert change.total.value() == yuan("15132") and "15,132.00" in change.so_far.text()
    assert page.set_anew.isHidden()
    room.click(change.keep)
    assert change.when.first.error() and room.case.supplement is None
    room.type(change.why, "春节回款推迟")
    room.type(change.when.count, "3")
    room.type(change.when.first, "2025-03-10")
    room.click(change.keep)
    drafted = room.case.supplement
    assert drafted is not None and change.isHidden() and not page.drafted.isHidden()
    assert [str(one.amount) for one in drafted.instalments if not one.paid_before] == ["5,044.00"] * 3
    assert booking.standing(room.desk, room.case_id).accelerated_on is not None  # nothing is changed yet
    text = text_of(making.make(room.desk, room.case_id, SUPPLEMENT))
    assert "春节回款推迟" in text and "第三期：2025年5月10日" in text
    room.click(page.drafted.sign)
    assert room.case.supplement is None and page.drafted.isHidden()
    now = booking.standing(room.desk, room.case_id)
    assert [one.due_on.month for one in now.instalments] == [12, 3, 4, 5] and now.accelerated_on is None
    assert not page.set_anew.isHidden()
    settlement = room.go(4)
    assert isinstance(settlement, SettlementPage)
    first, second = room.case.signed_agreements
    said = [label.text() for label in settlement.signed_part.findChildren(QLabel)]
    assert {"Signed on", "25 November 2024", "Changed on", "20 January 2025"} <= set(said)
    prints = settlement.signed_part.fingerprint.text().replace(" ", "").splitlines()
    assert [one[-64:] for one in prints] == [first.paper_sha256, second.paper_sha256]
    assert hashlib.sha256(settlement.paper._data).hexdigest() == first.paper_sha256  # what is shown beside it


def test_a_draft_is_set_otherwise_printed_dropped_and_brought_back(room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 20))
    room.click(page.set_anew)
    room.type(page.change.why, "分期太短")
    room.type(page.change.when.first, "2025-02-10")
    room.click(page.change.keep)
    room.click(page.drafted.set_anew)
    assert page.change.why.typed() == "分期太短" and page.change.when.first.value() == date(2025, 2, 10)
    room.type(page.change.total, "28000")
    room.click(page.change.keep)
    assert room.case.supplement is not None and room.case.supplement.total == yuan("28000")
    room.click(page.drafted.print)
    assert page.papers.pane_open
    page.papers.pane.close_paper()
    room.settle()
    room.click(page.drafted.drop)
    assert room.case.supplement is None and not page.set_anew.isHidden()
    room.window.bench.undo()
    room.settle()
    assert room.case.supplement is not None and not page.drafted.isHidden()


def test_what_cannot_be_is_said_and_what_was_typed_comes_back_after_a_kill(room: Room, clock: SetClock,
                                                                         open_case: Opener) -> None:
    page = on(room, clock, date(2024, 12, 20))
    room.click(page.set_anew)
    room.type(page.change.when.first, "2025-02-10")
    room.click(page.change.keep)
    assert page.change.why.error()
    room.begin(page.change.why, "公司资金")
    room.window.bench.notes.flush()
    room.settle()
    assert drafts.all_kept(room.desk)
    again = page_of(open_case(room.case_id))
    again.set_anew.click()
    assert again.change.why.typed() == "公司资金"


def test_what_is_wrong_is_said_where_it_is_seen_and_keeps_nobody_there(room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 20))
    room.click(page.set_anew)
    change, when = page.change, page.change.when
    room.type(change.why, "分期太短")
    room.type(when.first, "2025-02-10")
    room.type(change.total, "0")
    assert change.total.error() and not change.total.isAncestorOf(in_focus())  # Tab went on
    room.type(change.total, "300")
    room.type(when.count, "3")
    room.choose(when.rhythm, 1)
    room.click(change.keep)
    assert when.every.error() and not when.first.error()
    room.choose(when.rhythm, 3)
    when.schedule.model.edits.emit([("1", "due", "2025-01-10")])
    assert "after the one before" in when.schedule.error() and when.schedule.isVisible()
    room.click(change.keep)
    assert room.case.supplement is None and when.schedule.isAncestorOf(in_focus())


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
