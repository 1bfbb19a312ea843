"""The streamers' case through the windows, from an empty computer to the closed case.

Everything is typed, pasted, pressed or chosen as a person does it; the services are only read from.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from mediation_desk.app.machine import Machine
from mediation_desk.app.program import Program
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import (
    Attendance,
    Business,
    ClockKind,
    DefaultClause,
    InstalmentState,
    KindOfWork,
    Outcome,
    PaymentMethod,
    Satisfaction,
    SealedKind,
    SessionMode,
    Side,
    Station,
    Status,
    VisitManner,
)
from mediation_desk.gui.case.closing.page import ClosingPage
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.performance.page import PerformancePage
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.tasks import overrides
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.performance import booking
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting
from tests.gui import desks
from tests.stories.hands import ALT, CONTROL, KEY, Hands

WORKERS = (
    ("马晓岚", "639999199803120629", "19900000001"),
    ("韩雨桐", "639999200007051242", "19900000002"),
    ("李向东", "639999199611200333", "19900000003"),
    ("祁小川", "63999920010228057X", "19900000004"),
    ("白玛措", "639999199910090867", "19900000005"),
)
COMPANY, CREDIT_CODE = "西宁云上湟水文化传媒有限公司", "91639999MADEM00112"
OFFICE = "宁中区劳动争议调解中心"
SIGNING = date(2024, 11, 25)
CENTRE = "第一调解室"
PLACES = dict(zip(Station, (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5, KEY.Key_6), strict=True))
STATIONS = (IntakePage, SortingPage, MediationPage, SettlementPage, PerformancePage, ClosingPage)
PageT = TypeVar("PageT", bound=StationPage)


class Desktop(Hands):
    """The program on a screen, and the day on the wall."""

    def __init__(self, program: Program, clock: desks.SetClock) -> None:
        super().__init__(program.tasks)
        self.program, self.clock = program, clock

    @property
    def frame(self) -> DeskFrame:
        assert self.program.frame is not None
        return self.program.frame

    @property
    def desk(self) -> Desk:
        return self.frame.desk

    @property
    def window(self) -> CaseWindow:
        window = self.frame.current()
        assert isinstance(window, CaseWindow)
        return window

    @property
    def view(self) -> CaseView:
        """The case as the store has it now."""
        return reading.case(self.desk, self.window.bench.case_id)

    @property
    def case(self) -> Case:
        return self.view.case

    def station(self, kind: type[PageT]) -> PageT:
        """Alt and the station's number."""
        self.key(PLACES[kind.station], ALT)
        page = self.window.page_in_front()
        assert isinstance(page, kind)
        return page

    def come_back_on(self, day: date) -> None:
        """Lock the desk, and unlock it on another day: the case is where it was left."""
        self.key(KEY.Key_L, CONTROL)
        self.clock.set(day)
        entry = self.program.entry
        assert entry is not None
        self.wait_for(lambda: entry.isActiveWindow())
        self.write(entry.sign_in.password, desks.PASSWORD)
        self.press(entry.sign_in.enter)
        self.sit_down()
        self.settle()

    def sit_down(self) -> None:
        self.settle()
        self.wait_for(lambda: self.program.frame is not None and self.program.frame.isActiveWindow())


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A computer that never saw the program, in a Chinese office, on 25 November 2024."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    clock = desks.SetClock()
    machine = Machine(tmp_path / "data", tmp_path / "config", clock, desks.ZONE)
    machine.around = desks.surroundings(tmp_path / "notes", clock)
    qapp.setQuitOnLastWindowClosed(False)
    overrides.guard()
    program = Program(qapp, machine)
    program.start()
    yield Desktop(program, clock)
    program.end()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setQuitOnLastWindowClosed(True)


def test_the_streamers_are_paid_through_the_windows(desktop: Desktop) -> None:
    set_up_the_office(desktop)
    take_the_matter_in(desktop)
    sort_it(desktop)
    talk_together_and_alone(desktop)
    settle_and_sign(desktop)
    follow_the_payments(desktop)
    close_it(desktop)


# -- the office ----------------------------------------------------------------------------


def set_up_the_office(desktop: Desktop) -> None:
    """The welcome window, the wizard's four steps, and the desk stands."""
    entry = desktop.program.entry
    assert entry is not None
    desktop.wait_for(entry.isActiveWindow)
    desktop.press(entry.welcome.found)
    wizard = entry.wizard
    desktop.write(wizard.office.name, OFFICE)
    desktop.write(wizard.office.region, "630100")
    desktop.press(wizard.next)
    assert wizard.numbers.example.text() == "宁中劳调〔2024〕0001号　宁中劳调〔2024〕0002号"
    desktop.press(wizard.next)
    desktop.press(wizard.next)
    account = wizard.account
    for field, text in ((account.person, desks.PERSON), (account.login, desks.LOGIN),
                        (account.password, desks.PASSWORD), (account.again, desks.PASSWORD)):
        desktop.write(field, text)
    desktop.press(wizard.next)
    desktop.sit_down()
    assert desktop.desk.settings.name == desktop.desk.settings.seal_name == OFFICE
    assert desktop.frame.windowTitle().startswith("今日")


# -- intake --------------------------------------------------------------------------------


def take_the_matter_in(desktop: Desktop) -> None:
    """Ctrl+N, five workers pasted from a list, the company typed, claims ticked, both consents."""
    desktop.key(KEY.Key_N, CONTROL)
    cases = desktop.frame.current()
    assert isinstance(cases, CasesPage)
    desktop.choose(cases.sheet.kind, KindOfWork.STREAMER)
    desktop.click(cases.sheet.register)
    page = desktop.window.page_in_front()
    assert isinstance(page, IntakePage)
    assert desktop.case.number == "宁中劳调〔2024〕0001号"
    desktop.write(page.matter.cause, "追索劳动报酬、未订立书面劳动合同二倍工资差额")
    desktop.write(page.matter.facts, "五名申请人任网络主播，2024年10月工资未发，亦未订立书面劳动合同。")
    enter_the_parties(desktop, page)
    claim(desktop, page)
    desktop.write(page.acceptance.form.field("applicants_agree_on"), "2024.11.25")
    desktop.write(page.acceptance.form.field("respondents_agree_on"), "20241125")
    desktop.click(page.primary)
    assert (desktop.case.received_on, desktop.case.accepted_on) == (SIGNING, SIGNING)
    due = {clock.kind: clock.due_on for clock in desktop.view.clocks}
    assert due == {ClockKind.ACCEPTANCE: date(2024, 11, 28),  # three working days
                   ClockKind.ARBITRATION_OPEN: date(2024, 12, 10),  # 15 days from receipt
                   ClockKind.MEDIATION_END: date(2024, 12, 10)}  # 15 days from acceptance
    said = " ".join(page.acceptance.clock_words())
    assert "2024-11-28" in said and said.count("2024-12-10") == 2


def enter_the_parties(desktop: Desktop, page: IntakePage) -> None:
    parties = page.parties
    desktop.click(parties.paste)
    desktop.press(parties.panel.text.area)
    desktop.paste("\n".join("\t".join(worker) for worker in WORKERS))
    desktop.click(parties.panel.add)
    people = desktop.case.applicants
    assert [(one.name, one.id_number, one.phone) for one in people] == list(WORKERS)
    assert [one.sex for one in people] == ["female", "female", "male", "male", "female"]
    assert people[3].birth_date == date(2001, 2, 28)
    desktop.click(parties.add_respondent)
    assert parties.detail is not None
    form = parties.detail.form
    assert form.field("name").hasFocus()
    for name, text in (("name", COMPANY), ("credit_code", CREDIT_CODE), ("legal_representative", "周启明"),
                       ("legal_representative_post", "执行董事"), ("address", "青海省西宁市城西区")):
        desktop.write(form.field(name), text)
    assert not form.field("credit_code")._help  # nothing looks wrong with it
    desktop.choose(form.field("business"), Business.EMPLOYER)
    company = desktop.case.respondents[0]
    assert (company.name, company.credit_code, company.legal_representative) == (COMPANY, CREDIT_CODE,
                                                                                 "周启明")
    assert desktop.window.header.names.text().endswith(COMPANY)


def claim(desktop: Desktop, page: IntakePage) -> None:
    """Everybody asks for October's pay and double wage; the fifth unticks the double wage."""
    claims = page.claims
    for name in ("unpaid_wages", "double_wage"):
        desktop.pick_from_menu(claims.more, claims.names[name])
    desktop.cell(claims.grid, 5, "double_wage")
    desktop.key(KEY.Key_Space)
    asked = {worker.name: [one.claim for one in desktop.case.claims if one.worker_id == worker.id]
             for worker in desktop.case.applicants}
    assert all(set(asked[name]) == {"unpaid_wages", "double_wage"} for name, *_ in WORKERS[:4])
    assert asked["白玛措"] == ["unpaid_wages"]


# -- sorting -------------------------------------------------------------------------------


def sort_it(desktop: Desktop) -> None:
    """Both sides' words from dates and wage alone; the program's calculators do the rest."""
    page = desktop.station(SortingPage)
    elements = page.elements
    rows = [one.id for one in elements.case_cells.rows]
    for column, answer in (("applicant", "是"), ("respondent", "否")):
        desktop.cell(elements.case_grid, rows.index("employment_relationship"), column)
        desktop.paste(answer)
    for voice, wage, contract in (("applicant", "4300", "无"), ("respondent", "3,000.00", "有")):
        desktop.choose(elements.voice, voice)
        columns = {
            "employed_from": ["2024-9-1"] * 4 + ["2024年10月1日"], "employed_until": ["2024.10.31"] * 5,
            "monthly_wage": [wage] * 5, "unpaid_from": ["2024-10-01"] * 5,
            "unpaid_until": ["2024-10-31"] * 5,
            "written_contract": ["否" if contract == "无" else "是"] * 4}
        for column, words in columns.items():
            desktop.cell(elements.grid, 0, column)
            desktop.paste("\n".join(words))
    outcome = sorting.sort(desktop.case, sorting.sorter(desktop.desk, desktop.case))
    stakes = {issue.element.id: (issue.stake, len(issue.affected)) for issue in outcome.issues}
    assert stakes == {"employment_relationship": (yuan("17200.00"), 4),
                      "written_contract": (yuan("17200.00"), 4), "monthly_wage": (yuan("11700.00"), 5)}
    assert outcome.applicants_amount() == yuan("38700.00")
    assert outcome.respondents_amount() == yuan("15000.00")  # five times 3,000.00
    shown = [figure.number.text() for figure in page.strip.figures.values()]
    assert shown == ["38,700.00", "15,000.00", "—"]
    stated = " ".join(made.text() for made in page.strip.issues)
    assert stated.count("17,200.00") == 2 and stated.count("11,700.00") == 1
    desktop.click(page.primary)
    assert desktop.case.claimed == yuan("38700.00")
    assert list(asked_by_worker(desktop.case).values()) == [
        yuan("8600.00")] * 4 + [yuan("4300.00")]
    assert (asked_for(desktop.case, "unpaid_wages"), asked_for(desktop.case, "double_wage")) == (
        yuan("21500.00"), yuan("17200.00"))


def asked_for(case: Case, name: str) -> Money:
    return total(one.asked for one in case.claims if one.claim == name and one.asked)


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
    present = desktop.case.sessions[0].attendees
    assert [one.name for one in present if one.attendance is Attendance.PARTY] == [
        worker[0] for worker in WORKERS]
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
    else:
        desktop.click(editor.form.field("attendees").adders[1])  # type: ignore[attr-defined]
        desktop.write(editor.form.field("record"), "双方对10月工资未发无争议。")
    desktop.click(editor.keep_button)
    assert page.sessions.editor is None


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
                  "2025年1月10日", COMPANY, CREDIT_CODE, "周启明", OFFICE,
                  *(words for name, number, _ in WORKERS for words in (name, number))):
        assert words in text, words
    for sealed in ("29,000", "29000", "31,000", "31000", "两个月付清", "不能一次付清"):
        assert sealed not in text


# -- performance ---------------------------------------------------------------------------


def follow_the_payments(desktop: Desktop) -> None:
    """Paid on time; then in part; then the rest, two days late and within the grace of five."""
    owed_on(desktop, date(2024, 12, 9), "0.00", "30,264.00")
    owed_on(desktop, date(2024, 12, 10), "15,132.00", "30,264.00")
    book(desktop, "", "回单1")
    owed_on(desktop, date(2025, 1, 10), "15,132.00", "15,132.00")
    book(desktop, "8000", "回单2")
    owed_on(desktop, date(2025, 1, 11), "7,132.00", "7,132.00")
    second = booking.standing(desktop.desk, desktop.case.id).instalments[1]
    assert (second.state, second.days_late) == (InstalmentState.GRACE, 1)
    owed_on(desktop, date(2025, 1, 12), "7,132.00", "7,132.00")
    book(desktop, "", "回单3")
    standing = booking.standing(desktop.desk, desktop.case.id)
    assert (str(standing.outstanding), standing.accelerated_on) == ("0.00", None)
    assert [(one.settled_on, one.days_late, one.state) for one in standing.instalments] == [
        (date(2024, 12, 10), 0, InstalmentState.PAID), (date(2025, 1, 12), 2, InstalmentState.PAID)]
    assert [(one.paid_on, one.amount) for one in desktop.case.payments] == [
        (date(2024, 12, 10), yuan("15132.00")), (date(2025, 1, 10), yuan("8000.00")),
        (date(2025, 1, 12), yuan("7132.00"))]
    assert all(share == received for _, share, received in standing.workers)


def owed_on(desktop: Desktop, day: date, today: str, outstanding: str) -> None:
    """Another day at the desk: what is owed on it, in the store and on screen."""
    desktop.come_back_on(day)
    page = desktop.station(PerformancePage)
    standing = booking.standing(desktop.desk, desktop.case.id)
    assert (str(standing.owed_today), str(standing.outstanding)) == (today, outstanding), day
    assert standing.accelerated_on is None
    assert page.owed.number.text().startswith(today)


def book(desktop: Desktop, amount: str, voucher: str) -> None:
    """The form proposes what is owed; another amount is typed over it."""
    page = desktop.station(PerformancePage)
    desktop.click(page.primary)
    if amount:
        desktop.write(page.booking.amount, amount)
    desktop.write(page.booking.voucher, voucher)
    desktop.click(page.booking.book_button)
    assert not page.booking.isVisible()


# -- closing -------------------------------------------------------------------------------


def close_it(desktop: Desktop) -> None:
    """The workers are called back; the case closes as mediated and performed, and only shows."""
    desktop.come_back_on(date(2025, 1, 15))
    page = desktop.station(ClosingPage)
    desktop.click(page.add_visit)
    form = page.visit_form.form
    desktop.write(form.field("visited_on"), "2025-01-14")
    desktop.choose(form.field("manner"), VisitManner.PHONE)
    desktop.choose(form.field("party_id"), desktop.case.applicants[0].id)
    desktop.choose(form.field("performed"), True)
    desktop.choose(form.field("satisfaction"), Satisfaction.SATISFIED)
    desktop.write(form.field("note"), "五人均已收到全部款项")
    desktop.click(page.visit_form.record)
    desktop.click(page.outcomes.choices.buttons[Outcome.PERFORMED])
    desktop.write(page.end.field("closing_note"), "两期均在宽限期内付清")
    desktop.click(page.primary)
    case = desktop.case
    assert (case.status, case.outcome, case.closed_on) == (Status.CLOSED, Outcome.PERFORMED,
                                                           date(2025, 1, 15))
    assert [(one.visited_on, one.note) for one in case.visits] == [
        (date(2025, 1, 14), "五人均已收到全部款项")]
    nothing_can_be_changed(desktop)


def nothing_can_be_changed(desktop: Desktop) -> None:
    """Every field of every station only shows, and the one that is typed into keeps its words."""
    before = desktop.case.version
    page = desktop.station(IntakePage)
    desktop.begin(page.matter.cause, "改写案由")
    desktop.key(KEY.Key_Tab)
    assert not page.primary.isVisible() and not page.parties.add_applicant.isEnabled()
    for kind in STATIONS:
        shown: StationPage = desktop.station(kind)
        open_still = [one.name for one in shown.findChildren(Field)
                      if one.isVisible() and not one._read_only and not one.property("staysOpen")]
        assert set(open_still) <= {"reopening_reason"}, kind
    assert desktop.case.version == before and desktop.case.cause.startswith("追索劳动报酬")
