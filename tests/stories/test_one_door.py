"""The streamers come by 12345: pasted, registered the same day, referred in part, answered, replied to.

All of it through the windows, from an empty computer; the services are only read from.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration.one_door import ORDER
from mediation_desk.demonstration.streamers import COMPANY, WORKERS
from mediation_desk.domain.intake.order.replies import Release, release_of
from mediation_desk.domain.intake.orders import CameBy, FoundTrue, OrderStepKind
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.gui.case.order.page import OrderPage
from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.gui.intake.pasted.page import PastedPage
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.gui.road import ORDER as ORDER_PAGE
from mediation_desk.gui.road import REFERRAL
from mediation_desk.services.evidence import filing
from mediation_desk.services.papers import making
from tests.gui import desks
from tests.services.papers_desk import text_of
from tests.stories.desktop import Desktop, running
from tests.stories.hands import CONTROL, KEY
from tests.stories.opening import come_back_on, set_up_the_office

INSURANCE = "西宁市城中区社会保险服务中心"
SHIFT = Qt.KeyboardModifier.ShiftModifier
PART = "五名申请人在职期间社会保险费的缴纳"


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A computer that never saw the program, in a Chinese office, on 25 November 2024 at ten."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    around = desks.surroundings(tmp_path / "notes", desks.SetClock())
    with running(qapp, tmp_path, around) as program:
        program.start()
        yield Desktop(program)


def test_a_matter_comes_by_the_hotline_and_nobody_is_sent_from_door_to_door(desktop: Desktop, tmp_path: Path
                                                                            ) -> None:
    set_up_the_office(desktop)
    paste_the_order(desktop)
    owed_today(desktop)
    sign_in_and_call(desktop)
    refer_a_part(desktop)
    come_back_on(desktop, date(2024, 11, 27))
    hear_from_the_other_office(desktop, tmp_path)
    reply_and_finish(desktop)


def paste_the_order(desktop: Desktop) -> None:
    """Ctrl+Shift+V, the text as the hotline sends it, a look at what was found, Register."""
    frame = desktop.frame
    desktop.key(KEY.Key_V, CONTROL | SHIFT)
    page = frame.current()
    assert isinstance(page, PastedPage)
    desktop.press(page.text)
    desktop.paste(ORDER)
    for place in page.sheet.doubted():
        desktop.click(page.form.found[place].take)
    desktop.click(page.primary)
    case = desktop.case
    assert [worker.name for worker in case.applicants] == [name for name, *_ in WORKERS]
    assert [one.name for one in case.respondents] == [COMPANY]
    assert (case.received_on, case.registered_on) == (desks.FIRST_DAY, desks.FIRST_DAY)
    (order,) = case.orders
    assert (order.number, order.arrived_at, order.came_by) == (
        "241125091800000417", datetime(2024, 11, 25, 9, 18), CameBy.PASTED)
    assert order.original == ORDER.strip() and order.kind == "求助"
    assert {"unpaid_wages", "double_wage"} <= {claim.claim for claim in case.claims}


def owed_today(desktop: Desktop) -> None:
    """Registered, and not decided yet: it stands on Today with its hours, until it is accepted."""
    number = desktop.case.number
    today = desktop.frame.show_page("today")
    assert isinstance(today, TodayPage)
    desktop.settle()
    (line,) = today.owed.lines
    assert number in line.accessibleName() and "未决定" in line.accessibleName()
    desktop.click(line)
    assert desktop.case.number == number


def order_page(desktop: Desktop) -> OrderPage:
    """The button beside the road."""
    desktop.click(desktop.window.beside[ORDER_PAGE])
    page = desktop.window.page_in_front()
    assert isinstance(page, OrderPage)
    return page


def sign_in_and_call(desktop: Desktop) -> None:
    """Each clock is met with one press; the contact says at which number."""
    page = order_page(desktop)
    cards = list(page.clocks.cards.values())
    desktop.click(cards[0].act)
    desktop.click(cards[1].act)
    assert page.step.form.field("number").typed() == WORKERS[0][2]
    desktop.click(page.step.keep)
    assert {step.kind for step in desktop.case.order_steps} == {OrderStepKind.SIGNED_IN,
                                                                OrderStepKind.CONTACTED}


def referral_page(desktop: Desktop) -> ReferralPage:
    """The button beside the road."""
    desktop.click(desktop.window.beside[REFERRAL])
    page = desktop.window.page_in_front()
    assert isinstance(page, ReferralPage)
    return page


def refer_a_part(desktop: Desktop) -> None:
    """The contributions go to the office that levies them; the letter is printed and handed over."""
    page = referral_page(desktop)
    desktop.click(page.primary)
    form = page.drafting
    desktop.write(form.words, PART)
    desktop.write(form.office, INSURANCE)
    desktop.choose(form.kind, OfficeKind.SOCIAL_INSURANCE)
    desktop.write(form.reason, "社会保险费的征缴不属于劳动争议调解范围。")
    desktop.write(form.due, "2024-12-09")
    desktop.click(form.keep)
    desktop.click(page.acts.hand)
    desktop.click(page.handing.go)
    (one,) = desktop.case.referrals
    assert (one.manner, one.handed_on, one.part) == (HandOff.LETTER, desks.FIRST_DAY, PART)
    letter = text_of(making.make(desktop.desk, desktop.case.id, "referral-letter"))
    assert INSURANCE in letter and PART in letter and "2024年12月9日" in letter
    desktop.click(page.papers.pane.back)


def hear_from_the_other_office(desktop: Desktop, folder: Path) -> None:
    """Two days later its receipt and its answer are there; the paper becomes evidence of the case."""
    page = referral_page(desktop)
    desktop.click(page.acts.received)
    (answer := folder / "社保答复.pdf").write_bytes(b"%PDF-1.4 answer")
    desktop.click(page.acts.answer)
    desktop.write(page.noting.form.field("result"), "已责令单位补缴。")
    page.noting.take([answer])
    desktop.click(page.noting.keep)
    (one,) = desktop.case.referrals
    assert (one.received_on, one.answered_on, one.result) == (
        date(2024, 11, 27), date(2024, 11, 27), "已责令单位补缴。")
    (exhibit,) = filing.exhibits(desktop.desk, desktop.case.id).exhibits
    assert (exhibit.name, exhibit.source) == (answer.name, INSURANCE)


def reply_and_finish(desktop: Desktop) -> None:
    """A public answer that names nobody is released; the order is finished within its five working days."""
    page = order_page(desktop)
    form = page.reply.form
    desktop.click(page.reply.propose)
    desktop.choose(form.field("found_true"), FoundTrue.YES)
    desktop.choose(form.field("solved"), True)
    desktop.write(form.field("public_answer"), f"{WORKERS[0][0]}反映的问题属实。")
    desktop.click(page.reply.keep)
    assert not page.reply.check.release.isEnabled(), "it still tells who is meant"
    desktop.write(form.field("public_answer"), "您反映的问题属实，社会保险部分已转有关部门处理并已答复。")
    desktop.click(page.reply.keep)
    check = page.reply.check
    for tick in check.ticks.values():
        desktop.click(tick)
    desktop.click(check.release)
    (reply,) = desktop.case.replies
    assert release_of(reply) is Release.RELEASED
    desktop.click(list(page.clocks.cards.values())[2].act)
    assert desktop.case.order_steps[-1].kind is OrderStepKind.FINISHED
    paper = text_of(making.make(desktop.desk, desktop.case.id, "reply-12345"))
    assert "您反映的问题属实" in paper and desktop.case.orders[0].number in paper
    QGuiApplication.clipboard().clear()
