"""The streamers' case through the windows, from an empty computer to the closed case.

Everything is typed, pasted, pressed or chosen as a person does it; the services are only read from.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import (
    Business,
    ClockKind,
    InstalmentState,
    KindOfWork,
    Outcome,
    Satisfaction,
    Status,
    VisitManner,
)
from mediation_desk.gui.case.closing.page import ClosingPage
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.performance.page import PerformancePage
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.performance import booking
from mediation_desk.services.sorting import sorting
from tests.gui import desks
from tests.stories.agreeing import (
    COMPANY,
    CREDIT_CODE,
    SIGNING,
    WORKERS,
    settle_and_sign,
    talk_together_and_alone,
)
from tests.stories.desktop import Desktop, running
from tests.stories.hands import CONTROL, KEY
from tests.stories.opening import come_back_on, set_up_the_office

STATIONS = (IntakePage, SortingPage, MediationPage, SettlementPage, PerformancePage, ClosingPage)


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A computer that never saw the program, in a Chinese office, on 25 November 2024."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    around = desks.surroundings(tmp_path / "notes", desks.SetClock())
    with running(qapp, tmp_path, around) as program:
        program.start()
        yield Desktop(program)


def test_the_streamers_are_paid_through_the_windows(desktop: Desktop) -> None:
    set_up_the_office(desktop)
    take_the_matter_in(desktop)
    sort_it(desktop)
    talk_together_and_alone(desktop)
    settle_and_sign(desktop)
    follow_the_payments(desktop)
    close_it(desktop)


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
    come_back_on(desktop, day)
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
    come_back_on(desktop, date(2025, 1, 15))
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
    desktop.click(page.doubt.go)  # nobody reviewed the file, which is asked about
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
