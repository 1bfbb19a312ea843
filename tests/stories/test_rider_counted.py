"""A rider's case with two respondents from intake to closing, counted: at most 150 clicks and keys
beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from mediation_desk.app.machine import Machine
from mediation_desk.app.program import Program
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import (
    KindOfWork,
    Outcome,
    OwedHow,
    Presence,
    SealedKind,
    SessionMode,
    Side,
    Source,
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
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.tasks import overrides
from mediation_desk.services import reading
from mediation_desk.services.mediation import caucus
from mediation_desk.services.performance import booking
from tests.gui import desks
from tests.stories.counted import Counted
from tests.stories.hands import ALT, CONTROL, KEY

MOST = 150
RIDER, NUMBER, PHONE = "扎西东珠", "639999199803120629", "19900000001"
PLATFORM, PARTNER = "湟水快送网络科技有限公司", "宁西人力资源有限公司"
BILL = "按单\t780\t5.5\t\n奖励\t\t\t300\n扣减\t\t\t150"
"""780 orders at 5.50, a bonus of 300.00, less 150.00: 4,440.00."""
THEIRS = "按单\t780\t5.5\t\n扣减\t\t\t450"
"""The enterprises grant no bonus and take off 450.00: 3,840.00."""
PageT = TypeVar("PageT", bound=StationPage)


class Desk(Counted):
    """The program on a screen, the day on the wall, and a count of all that is done."""

    def __init__(self, program: Program, clock: desks.SetClock) -> None:
        super().__init__(program.tasks)
        self.program, self.clock = program, clock

    @property
    def window(self) -> CaseWindow:
        assert self.program.frame is not None
        window = self.program.frame.current()
        assert isinstance(window, CaseWindow)
        return window

    @property
    def case(self) -> Case:
        assert self.program.frame is not None
        return reading.case(self.program.frame.desk, self.window.bench.case_id).case

    def page(self, kind: type[PageT]) -> PageT:
        """The station that is in front; how one came there was counted."""
        page = self.window.page_in_front()
        assert isinstance(page, kind), page
        return page

    def cell_of(self, page: SortingPage, element: str) -> None:
        """Click the first worker's cell of an element."""
        grid = page.elements.grid
        at = [one.id for one in grid._cells.columns].index(element)
        index = grid._cells.index(0, at)
        assert not grid.visualRect(index).isEmpty(), element
        self.press(grid.viewport(), grid.visualRect(index).center())
        self.settle()
        assert grid.currentIndex() == index

    def come_back_on(self, day: date) -> None:
        """Ctrl+L in the evening; the password and Enter on another morning."""
        self.key(KEY.Key_L, CONTROL)
        self.clock.set(day)
        entry = self.program.entry
        assert entry is not None
        self.wait_for(lambda: entry.isActiveWindow())
        self.text(desks.PASSWORD)
        self.enter()
        self.sit_down()

    def sit_down(self) -> None:
        self.settle()
        self.wait_for(lambda: self.program.frame is not None and self.program.frame.isActiveWindow())
        self.settle()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A Chinese office on the morning of 25 November 2024, its mediator signed in, at 1366 x 768."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    clock = desks.SetClock()
    machine = Machine(tmp_path / "data", tmp_path / "config", clock, desks.ZONE)
    machine.around = desks.surroundings(tmp_path / "notes", clock)
    desks.found_office(machine.threshold().office, machine.around).store.close()
    qapp.setQuitOnLastWindowClosed(False)
    overrides.guard()
    program = Program(qapp, machine)
    program.memory.keep("language", "zh_CN")
    program.speak("zh_CN")
    program.start()
    made = Desk(program, clock)
    entry = program.entry
    assert entry is not None
    made.wait_for(entry.isActiveWindow)
    made.write(entry.sign_in.login, desks.LOGIN)
    made.write(entry.sign_in.password, desks.PASSWORD)
    made.press(entry.sign_in.enter)
    made.sit_down()
    assert program.frame is not None
    program.frame.resize(1366, 768)
    made.acts.clear()  # the count begins with the matter
    yield made
    program.end()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setQuitOnLastWindowClosed(True)


def test_from_intake_to_closing_in_at_most_150_clicks_and_keys(desk: Desk) -> None:
    counted: list[tuple[str, int]] = []
    for part in (take_it_in, sort_it, mediate, settle, follow_the_payments, close_it):
        before = desk.count
        part(desk)
        counted.append((part.__name__, desk.count - before))
    told = ", ".join(f"{name} {count}" for name, count in counted)
    assert desk.count <= MOST, f"{desk.count} clicks and keys: {told}\n" + "\n".join(desk.acts)
    print(f"{desk.count} clicks and keys beside {desk.letters} letters: {told}")


# -- intake --------------------------------------------------------------------------------


def take_it_in(desk: Desk) -> None:
    register(desk)
    enter_the_parties(desk)
    claim(desk)
    page = desk.page(IntakePage)
    desk.click(page.acceptance.everybody)
    desk.enter()  # accepts, on the day that stands in the field
    case = desk.case
    assert case.accepted_on == date(2024, 11, 25)
    assert [one.agreed_on for one in case.respondents] == [date(2024, 11, 25)] * 2
    desk.enter()  # goes on to sorting


def register(desk: Desk) -> None:
    """Ctrl+N: a rider, sent by the hotline; then the cause and the facts."""
    desk.key(KEY.Key_N, CONTROL)
    desk.tab(-2)
    desk.along("外卖骑手")
    desk.tab(-1)
    desk.along("12345转办")
    desk.tab(3)
    desk.text("241125093000123456")
    desk.enter()
    desk.text("配送劳务报酬")
    desk.enter()
    desk.text("九月配送费未结清，平台与合作企业互相推诿。")
    case = desk.case
    assert (case.kind_of_work, case.source) == (KindOfWork.DELIVERY, Source.HOTLINE)
    assert case.cause == "配送劳务报酬"


def enter_the_parties(desk: Desk) -> None:
    """The rider from a message, each enterprise with what its licence says."""
    page = desk.page(IntakePage)
    desk.click(page.parties.paste)
    desk.copied(f"{RIDER}\t{NUMBER}\t{PHONE}")
    desk.key(KEY.Key_Return, CONTROL)
    desk.enter()  # adds the first respondent
    for at, (name, code, head, address, kind) in enumerate((
            (PLATFORM, "91639999MADEM00112", "周启明", "西宁市城西区", "平台企业"),
            (PARTNER, "91639999MADEM00315", "石建业", "西宁市城北区", "合作用工企业"))):
        if at:
            desk.click(page.parties.add_respondent)
        for text, enters in ((name, 1), (code, 1), (head, 3), (address, 1)):
            desk.text(text)
            desk.enter(enters)
        desk.along(kind)
    case = desk.case
    assert (case.applicants[0].id_number, case.applicants[0].phone) == (NUMBER, PHONE)
    assert [(one.name, one.legal_representative) for one in case.respondents] == [
        (PLATFORM, "周启明"), (PARTNER, "石建业")]
    assert all(one.business and one.address and one.credit_code for one in case.respondents)
    assert case.facts_in_brief.startswith("九月配送费")


def claim(desk: Desk) -> None:
    page = desk.page(IntakePage)
    desk.pick(page.claims.more, page.claims.names["gig_pay"])
    assert [one.claim for one in desk.case.claims] == ["gig_pay"]


# -- sorting -------------------------------------------------------------------------------


def sort_it(desk: Desk) -> None:
    """Whether it is employment, and each side's bill; the claim takes the computed figure."""
    page = desk.page(SortingPage)
    desk.copied("否\t否")  # in the cell where the keyboard is: both say that it is no employment
    desk.cell_of(page, "pay_items")
    for voice, bill in (("applicant", BILL), ("respondent", THEIRS)):
        desk.press(page.elements.details.fields[voice].list.grid.viewport())  # type: ignore[index]
        desk.copied(bill)
    desk.click(page.primary)
    entries = {one.element: (one.applicant, one.respondent) for one in desk.case.entries}
    assert entries["employment_relationship"] == ("no", "no")
    assert all(entries["pay_items"])
    assert page.sight is not None
    assert page.sight.outcome.applicants_amount() == yuan("4440.00")
    assert page.sight.outcome.respondents_amount() == yuan("3840.00")
    assert desk.case.claimed == yuan("4440.00")


# -- mediation -----------------------------------------------------------------------------


def mediate(desk: Desk) -> None:
    """A session face to face and one with each side; both bottom lines; three rounds, the last accepted."""
    desk.key(KEY.Key_3, ALT)
    page = desk.page(MediationPage)
    meet(desk, page)
    for at, side in enumerate(Side):
        talk_alone(desk, page, side, f"1{5 + at}:30")
    bargain(desk, page)
    say_alone(desk, page)
    desk.click(page.offers.findChildren(QPushButton, "accept")[-1])
    assert [(one.mode, one.side) for one in desk.case.sessions] == [
        (SessionMode.JOINT, None), *((SessionMode.CAUCUS, side) for side in Side)]
    assert [one.accepted_at is not None for one in desk.case.offers] == [False] * 3 + [True]
    desk.enter()  # on to the settlement


def meet(desk: Desk, page: MediationPage) -> None:
    desk.click(page.primary)
    editor = page.sessions.editor
    assert editor is not None
    desk.text("14:30")
    desk.enter()
    page.sessions.table.choose_row(0)
    desk.enter()
    kept = page.sessions.editor
    assert kept is not None and kept.attendance is not None and kept.minutes is not None
    for row in kept.attendance.rows.values():
        row.came.set_typed(Presence.CAME.value)
    desk.click(kept.attendance.keep_button)
    desk.press(kept.minutes.new.field("text").area)  # type: ignore[attr-defined]
    desk.text("各方对九月接单数量无争议。")
    desk.key(KEY.Key_Return, CONTROL)
    names = {one.id: one.name for one in desk.case.parties}
    assert {names[one.party_id] for one in desk.case.sessions[0].presences} == {RIDER, PLATFORM, PARTNER}
    assert [one.text for one in desk.case.sessions[0].minutes] == ["各方对九月接单数量无争议。"]
    desk.click(kept.cancel)


def talk_alone(desk: Desk, page: MediationPage, side: Side, time: str) -> None:
    desk.click(page.primary)
    editor = page.sessions.editor
    assert editor is not None
    desk.text(time)
    desk.press(editor.mode.buttons[list(SessionMode).index(SessionMode.CAUCUS)])
    desk.press(editor.side.buttons[list(Side).index(side)])
    desk.enter()


def bargain(desk: Desk, page: MediationPage) -> None:
    """4,440.00 at once against 3,840.00 in three; 4,200.00 against 4,100.00 in two."""
    desk.click(page.offers.side.buttons[0])
    desk.tab(2)  # past the two buttons, into the amount
    for at, (amount, instalments) in enumerate((("4440", ""), ("3840", "3"), ("4200", ""), ("4100", "2"))):
        desk.text(amount)
        if instalments:
            desk.tab()
            desk.text(instalments)
        desk.enter()
        assert len(desk.case.offers) == at + 1
    assert [(one.side, one.amount, one.instalments) for one in desk.case.offers] == [
        (Side.APPLICANT, yuan("4440"), 1), (Side.RESPONDENT, yuan("3840"), 3),
        (Side.APPLICANT, yuan("4200"), 1), (Side.RESPONDENT, yuan("4100"), 2)]


def say_alone(desk: Desk, page: MediationPage) -> None:
    for side, amount in ((Side.APPLICANT, "4000"), (Side.RESPONDENT, "4150")):
        desk.click(page.private.toggles[side])
        desk.text(amount)
        desk.enter()
        desk.key(KEY.Key_Escape)
    assert not page.private.shown and desk.program.frame is not None
    talk = caucus.talk(desk.program.frame.desk, desk.case.id)
    assert [len(talk.of(side, SealedKind.BOTTOM_LINE)) for side in Side] == [1, 1]


# -- settlement, performance, closing --------------------------------------------------------


def settle(desk: Desk) -> None:
    """The accepted offer stands in the form; the first day is typed, who owes it said, the terms kept; what
    is to be looked at is ticked, and they are signed."""
    page = desk.page(SettlementPage)
    desk.text("2024-12-10")
    for _ in range(3):
        desk.key(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.terms.owing.how.combo.hasFocus(), desk.window.focusWidget()
    desk.along("连带付款")
    desk.click(page.primary)  # keeps the terms
    desk.click(page.primary)  # Sign …
    for box in page.sign_card.findings.left:
        desk.click(box)
    desk.click(page.sign_card.sign_button)
    agreement = desk.case.signed_agreement
    assert (agreement.total, agreement.signed_on) == (yuan("4100.00"), date(2024, 11, 25))
    assert agreement.owed_how is OwedHow.JOINTLY and len(agreement.debtors) == 2
    assert [(one.due_on, one.amount) for one in agreement.instalments] == [
        (date(2024, 12, 10), yuan("2050.00")), (date(2025, 1, 10), yuan("2050.00"))]
    desk.enter()  # on to performance


def follow_the_payments(desk: Desk) -> None:
    for day, slip in ((date(2024, 12, 10), "回单1"), (date(2025, 1, 10), "回单2")):
        desk.come_back_on(day)
        page = desk.page(PerformancePage)
        desk.enter()  # Book a payment, with what is owed
        desk.tab(3)
        desk.text(slip)
        desk.tab(4)
        desk.along(PARTNER)  # of two joint debtors it is said who paid
        desk.enter()
        assert not page.booking.isVisible()
    assert desk.program.frame is not None
    assert booking.standing(desk.program.frame.desk, desk.case.id).outstanding == yuan("0")
    assert [one.voucher for one in desk.case.payments] == ["回单1", "回单2"]
    desk.enter()  # Go to Closing


def close_it(desk: Desk) -> None:
    """The rider is called back, and the case closes as mediated and performed."""
    page = desk.page(ClosingPage)
    desk.enter()  # Add a return visit
    form = page.visit_form.form
    desk.press(form.field("manner").buttons[0])  # type: ignore[attr-defined]  # by phone
    desk.press(form.field("performed").buttons[0])  # type: ignore[attr-defined]
    desk.press(form.field("satisfaction").buttons[0])  # type: ignore[attr-defined]
    desk.press(form.field("note").area)  # type: ignore[attr-defined]
    desk.text("款项已全部收到")
    desk.key(KEY.Key_Return, CONTROL)
    (visit,) = desk.case.visits
    assert (visit.manner, visit.performed, visit.note) == (VisitManner.PHONE, True, "款项已全部收到")
    desk.press(page.outcomes.choices.buttons[Outcome.PERFORMED])
    desk.press(page.end.field("closing_note").area)  # type: ignore[attr-defined]
    desk.text("两期均按时付清")
    desk.key(KEY.Key_Return, CONTROL)
    desk.click(page.doubt.go)  # nobody reviewed the file, which is asked about
    case = desk.case
    assert (case.status, case.outcome, case.closing_note) == (Status.CLOSED, Outcome.PERFORMED,
                                                              "两期均按时付清")
