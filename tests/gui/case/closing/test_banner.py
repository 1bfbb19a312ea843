"""What stands above a case that is over: how and when it ended, and the reason with which it opens again."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.vocabulary import Outcome, Refusal, Status
from mediation_desk.gui.case.closing.banner import ClosedBanner
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case import rooms
from tests.gui.case.closing.hands import page_of
from tests.gui.case.conftest import Opener


def test_a_closed_case_is_reopened_only_with_a_reason(desk: Desk, open_case: Opener) -> None:
    case_id = rooms.named(desk, rooms.streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    room = open_case(case_id)
    page = page_of(room)
    assert page.banner.isVisible()
    room.click(page.banner.reopen)
    assert page.banner.reason.error() == "This must be filled in."
    assert room.case.status is Status.WITHDRAWN
    room.begin(page.banner.reason, "the workers came back")
    room.click(page.banner.reopen)
    assert (room.case.status, room.case.reopening_reason) == (Status.OPEN, "the workers came back")
    assert page.banner.isHidden() and not page.end.isHidden() and page.add_visit.isEnabled()


def test_a_voided_case_says_so_with_its_number(desk: Desk, open_case: Opener) -> None:
    from mediation_desk.services.intake import registering

    case_id = rooms.streamers(desk)
    registering.void(desk, case_id, desk.today, "entered twice")
    room = open_case(case_id)
    page = page_of(room)
    assert room.case.number in page.banner.words.text() and page.banner.note.text() == "entered twice"
    room.type(page.banner.reason, "it was not")
    room.click(page.banner.reopen)
    assert room.case.status is Status.OPEN


@pytest.mark.parametrize(("language", "closed", "refused"), [
    (ENGLISH, "Closed on 2024-11-25. The case can only be read.",
     "Refused on 2024-11-25. The case can only be read."),
    (CHINESE, "已于2024-11-25结案，只能查看。", "已于2024-11-25决定不予受理，只能查看。")])
def test_a_closing_and_a_refusal_are_told_apart(desk: Desk, dressed: QApplication, language: str,
                                                closed: str, refused: str) -> None:
    kit_words.install(dressed, Words.of(language))
    banner = ClosedBanner()
    case_id = rooms.named(desk, rooms.streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.RECONCILED)
    banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
    assert banner.words.text() == closed and banner.note.isHidden()  # nothing was noted, nothing is shown
    other = rooms.named(desk, rooms.streamers(desk))
    registering.refuse(desk, other, desk.today, Refusal.OUT_OF_SCOPE, "属民间借贷")
    banner.show_case(rooms.stored(desk, other), may_reopen=True)
    assert banner.words.text() == refused
    banner.deleteLater()


def test_what_ended_well_has_the_colour_of_agreement_and_a_withdrawal_has_not(desk: Desk,
                                                                             dressed: QApplication) -> None:
    banner = ClosedBanner()
    colours = {}
    for outcome in (Outcome.RECONCILED, Outcome.WITHDRAWN):
        case_id = rooms.named(desk, rooms.streamers(desk))
        closing.close(desk, case_id, desk.today, outcome, "told by telephone")
        banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
        colours[banner.outcome.state.text] = banner.outcome.state.meaning
        assert banner.note.text() == "told by telephone" and not banner.note.isHidden()
    assert colours == {"Settled by the parties themselves": "agreed", "Application withdrawn": "muted"}
    banner.deleteLater()


def test_whoever_may_not_reopen_is_not_asked_for_a_reason(desk: Desk, dressed: QApplication) -> None:
    case_id = rooms.named(desk, rooms.streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    banner = ClosedBanner()
    banner.show_case(rooms.stored(desk, case_id), may_reopen=False)
    assert not banner.isHidden() and not banner.reopen.isVisibleTo(banner)
    banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
    assert banner.reopen.isVisibleTo(banner)
    banner.deleteLater()


def test_a_reason_serves_one_reopening_only(desk: Desk, dressed: QApplication) -> None:
    banner = ClosedBanner()
    case_id = rooms.named(desk, rooms.streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
    banner.reason.set_value("the workers came back")
    closing.reopen(desk, case_id, "the workers came back")
    banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
    assert banner.isHidden()
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    banner.show_case(rooms.stored(desk, case_id), may_reopen=True)
    assert banner.reason.typed() == ""
    banner.deleteLater()
