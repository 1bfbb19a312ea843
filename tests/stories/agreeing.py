"""The streamers agree: what is done at the mediation and at the settlement station, at whichever computer."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import date

from pypdf import PdfReader
from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.course import Move
from mediation_desk.domain.money import total, yuan
from mediation_desk.domain.vocabulary import (
    ClockKind,
    DefaultClause,
    PaymentMethod,
    Presence,
    SealedKind,
    SessionMode,
    SessionState,
    Side,
)
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.services.mediation import caucus
from mediation_desk.services.reading import CaseView
from tests.stories.desktop import Desktop
from tests.stories.hands import KEY

WORKERS = (
    ("马晓岚", "639999199803120629", "19900000001"),
    ("韩雨桐", "639999200007051242", "19900000002"),
    ("李向东", "639999199611200333", "19900000003"),
    ("祁小川", "63999920010228057X", "19900000004"),
    ("白玛措", "639999199910090867", "19900000005"),
)
COMPANY, CREDIT_CODE = "西宁云上湟水文化传媒有限公司", "91639999MADEM00112"
SIGNING = date(2024, 11, 25)
CENTRE = "第一调解室"


# -- mediation -----------------------------------------------------------------------------


def talk_together_and_alone(desktop: Desktop) -> None:
    """A joint session and one with each side; two rounds, both bottom lines, a third round accepted."""
    page = desktop.station(MediationPage)
    hold(desktop, page, "14:00", SessionMode.JOINT)
    hold(desktop, page, "1500", SessionMode.CAUCUS, Side.APPLICANT)
    hold(desktop, page, "1530", SessionMode.CAUCUS, Side.RESPONDENT)
    assert [(one.mode, one.side) for one in desktop.case.sessions] == [
        (SessionMode.JOINT, None), (SessionMode.CAUCUS, Side.APPLICANT),
        (SessionMode.CAUCUS, Side.RESPONDENT)]
    sit_together(desktop, page)
    for side, amount, instalments in ((Side.APPLICANT, "38700", "1"), (Side.RESPONDENT, "21500", "6"),
                                      (Side.APPLICANT, "33000", "2"), (Side.RESPONDENT, "28000", "3")):
        offer(desktop, page, side, amount, instalments)
    say_alone(desktop, page)
    desktop.click(page.offers.findChildren(QPushButton, "accept")[-1])
    assert [(one.round, one.side, one.amount, one.instalments) for one in desktop.case.offers] == [
        (1, Side.APPLICANT, yuan("38700.00"), 1), (1, Side.RESPONDENT, yuan("21500.00"), 6),
        (2, Side.APPLICANT, yuan("33000.00"), 2), (2, Side.RESPONDENT, yuan("28000.00"), 3),
        (3, Side.RESPONDENT, yuan("30264.00"), 2)]
    assert [one.accepted_at is not None for one in desktop.case.offers] == [False] * 4 + [True]


def hold(desktop: Desktop, page: MediationPage, time: str, mode: SessionMode,
         side: Side | None = None) -> None:
    desktop.click(page.primary)
    editor = page.sessions.editor
    assert editor is not None
    desktop.write(editor.form.field("starts_on"), "2024-11-25")
    desktop.write(editor.form.field("starts_time"), time)
    desktop.write(editor.form.field("place"), CENTRE)
    desktop.choose(editor.mode, mode)
    if side is not None:
        desktop.choose(editor.side, side)
    desktop.click(editor.keep_button)
    assert page.sessions.editor is None


def sit_together(desktop: Desktop, page: MediationPage) -> None:
    """The joint session: everybody came, what was said goes into the minutes, and it is held."""
    page.sessions.table.choose_row(0)
    desktop.key(KEY.Key_Return)
    editor = page.sessions.editor
    assert editor is not None and editor.course is not None
    assert editor.attendance is not None and editor.minutes is not None
    desktop.click(editor.attendance.everybody[Side.APPLICANT])
    desktop.choose(list(editor.attendance.rows.values())[-1].came, Presence.CAME)
    desktop.click(editor.attendance.keep_button)
    desktop.write(editor.minutes.new.field("text"), "双方对10月工资未发无争议。")
    desktop.click(editor.minutes.add_button)
    desktop.write(editor.form.field("ended_at"), "1450")
    desktop.click(editor.course.buttons[Move.END])
    held = desktop.case.sessions[0]
    assert held.state is SessionState.HELD and len(held.presences) == 6
    assert [one.text for one in held.minutes] == ["双方对10月工资未发无争议。"]
    desktop.click(editor.cancel)


def offer(desktop: Desktop, page: MediationPage, side: Side, amount: str, instalments: str) -> None:
    """After one side's offer the form waits for the other's, as at the table."""
    form = page.offers.form
    if page.offers.side.value() is not side:
        desktop.choose(page.offers.side, side)
    desktop.write(form.field("amount"), amount)
    desktop.write(form.field("instalments"), instalments)
    desktop.click(page.offers.add_button)


def say_alone(desktop: Desktop, page: MediationPage) -> None:
    """Both bottom lines are sealed; the company's last offer is kept alone, then released."""
    lines = ((Side.APPLICANT, "29000", "most", "不低于29000元，最多两个月付清"),
             (Side.RESPONDENT, "31000", "fewest", "不高于31000元，不能一次付清"))
    for side, amount, bound, words in lines:
        desktop.click(page.private.toggles[side])
        column = page.private.side(side)
        assert column is not None
        desktop.write(column.line_form.field("bottom_line"), amount)
        desktop.write(column.line_form.field(bound), "2")
        desktop.write(column.line_form.field("text"), words)
        desktop.click(column.line_button)
    talk = caucus.talk(desktop.desk, desktop.case.id)
    assert talk.zone is not None and talk.zone.exists
    assert (talk.zone.low, talk.zone.high) == (yuan("29000.00"), yuan("31000.00"))
    company = page.private.side(Side.RESPONDENT)
    assert company is not None
    desktop.write(company.offer_form.field("amount"), "30264")
    desktop.write(company.offer_form.field("instalments"), "2")
    desktop.click(company.offer_button)
    assert len(desktop.case.offers) == 4  # nobody is told yet
    desktop.click(company.findChildren(QPushButton, "release")[0])
    for press in page.private.toggles.values():
        desktop.click(press)
    assert not page.private.shown
    kept = caucus.talk(desktop.desk, desktop.case.id)
    assert [len(kept.of(side, SealedKind.BOTTOM_LINE)) for side in Side] == [1, 1]


# -- settlement ----------------------------------------------------------------------------


def settle_and_sign(desktop: Desktop) -> None:
    """The accepted offer becomes the terms; kept, signed, frozen, and read back from the paper."""
    page = desktop.station(SettlementPage)
    terms = page.terms
    assert (terms.total.value(), terms.count.value()) == (yuan("30264.00"), 2)
    desktop.write(terms.first, "2024-12-10")
    desktop.choose(terms.method, PaymentMethod.TRANSFER)
    desktop.choose(terms.clause, DefaultClause.ACCELERATE)
    desktop.write(terms.grace, "5")
    desktop.write(terms.place, "西宁市")
    desktop.click(page.primary)
    assert desktop.case.agreement is not None and desktop.case.agreement.signed_on is None
    desktop.click(page.primary)
    desktop.write(page.sign_card.day, "2024-11-25")
    for box in page.sign_card.findings.left:  # what is looked at before signing
        desktop.click(box)
    desktop.click(page.sign_card.sign_button)
    the_shares_add_up(desktop.case)
    due = {clock.kind: clock.due_on for clock in desktop.view.clocks}
    assert due[ClockKind.REVIEW] == date(2024, 12, 10)  # 15 days after the agreement
    assert due[ClockKind.CONFIRMATION] == date(2024, 12, 25)  # 30 days after it
    the_agreement_reads_right(desktop.view, page)


def the_shares_add_up(case: Case) -> None:
    """30,264.00 x 8,600 / 38,700 = 6,725.333...: one fen is left over and one of the four has it."""
    agreement = case.signed_agreement
    assert (agreement.total, agreement.grace_days) == (yuan("30264.00"), 5)
    assert (agreement.method, agreement.default_clause) == (PaymentMethod.TRANSFER,
                                                            DefaultClause.ACCELERATE)
    assert agreement.signed_on == SIGNING
    shares = {case.party(one.worker_id).name: one.amount for one in agreement.shares}
    assert sorted(shares[name] for name, *_ in WORKERS[:4]) == [
        yuan("6725.33"), yuan("6725.33"), yuan("6725.33"), yuan("6725.34")]
    assert shares["白玛措"] == yuan("3362.67")
    assert [(one.due_on, one.amount) for one in agreement.instalments] == [
        (date(2024, 12, 10), yuan("15132.00")), (date(2025, 1, 10), yuan("15132.00"))]
    for instalment in agreement.instalments:
        assert total(one.amount for one in instalment.shares) == instalment.amount
    for share in agreement.shares:
        assert share.amount == total(one.amount for instalment in agreement.instalments
                                     for one in instalment.shares if one.worker_id == share.worker_id)


def the_agreement_reads_right(view: CaseView, page: SettlementPage) -> None:
    shown = page.paper._data
    assert hashlib.sha256(shown).hexdigest() == view.papers[0].sha256  # what was frozen is on the screen
    pages = [one.extract_text() for one in PdfReader(io.BytesIO(shown)).pages]
    text = re.sub(r"\s+", "", "".join(pages))
    for words in ("调解协议书", "宁中劳调〔2024〕0001号", "人民币叁万零贰佰陆拾肆元整", "30,264.00",
                  "38,700.00", "15,132.00", "6,725.33", "6,725.34", "3,362.67", "2024年12月10日",
                  "2025年1月10日", COMPANY, CREDIT_CODE, "周启明", page.bench.desk.settings.seal_name,
                  *(words for name, number, _ in WORKERS for words in (name, number))):
        assert words in text, words
    for sealed in ("29,000", "29000", "31,000", "31000", "两个月付清", "不能一次付清"):
        assert sealed not in text
