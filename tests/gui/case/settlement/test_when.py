"""The schedule as a person sets it: by weeks, with a share on signing, pasted, by working days."""

from datetime import date

from PySide6.QtGui import QGuiApplication

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SplitKind
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import cells, keep, page_of, set_first_day, tick_all
from tests.services.papers_desk import text_of


def split(room: Room, page: SettlementPage, kind: SplitKind) -> None:
    room.choose(page.terms.split, list(SplitKind).index(kind))


def kept(room: Room) -> list[tuple[date, str]]:
    agreement = room.case.agreement
    assert agreement
    return [(one.due_on, str(one.amount)) for one in agreement.instalments]


def test_every_two_weeks_is_kept_and_read_back(room: Room, open_case: Opener) -> None:
    page = page_of(room)
    room.type(page.terms.count, "3")
    set_first_day(room, page)
    room.choose(page.terms.rhythm, 1)
    room.type(page.terms.when.every, "2")
    keep(room, page)
    assert kept(room) == [(date(2024, 12, 10), "10,088.00"), (date(2024, 12, 24), "10,088.00"),
                          (date(2025, 1, 7), "10,088.00")]
    again = page_of(open_case(room.case_id))
    assert (again.terms.rhythm.value(), again.terms.when.every.value()) == ("weeks", 2)
    assert again.primary.text() == "Sign …"


def test_a_first_share_on_signing_is_a_rule_on_the_paper_and_a_day_once_signed(
        room: Room, open_case: Opener) -> None:
    """Half of 30,264.00 at once, the rest on 10 December; signed today, 25 November."""
    page = page_of(room)
    split(room, page, SplitKind.ON_SIGNING)
    room.type(page.terms.when.edge, "15132")
    set_first_day(room, page)
    assert cells(page.terms.schedule, "falls") == ["Day of signing", "2024-12-10"]  # type: ignore[arg-type]
    keep(room, page)
    again = page_of(open_case(room.case_id))
    assert again.terms.when.edge.value() == yuan("15132") and again.primary.text() == "Sign …"
    printed = text_of(making.make(room.desk, room.case_id, AGREEMENT))
    assert "第一期：签订本协议当日支付15,132.00元" in printed
    room.click(page.primary)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert kept(room) == [(date(2024, 11, 25), "15,132.00"), (date(2024, 12, 10), "15,132.00")]
    assert text_of(making.make(room.desk, room.case_id, AGREEMENT)) == printed


def test_a_larger_last_instalment(room: Room) -> None:
    page = page_of(room)
    room.type(page.terms.count, "3")
    set_first_day(room, page)
    split(room, page, SplitKind.LAST_LARGER)
    assert "first or last instalment" in page.terms.when.edge.error()
    room.type(page.terms.when.edge, "20264")
    assert page.terms.when.edge.error() == ""
    keep(room, page)
    assert [amount for _, amount in kept(room)] == ["5,000.00", "5,000.00", "20,264.00"]


def test_the_first_day_so_many_working_days_after_signing(room: Room) -> None:
    """Five working days after Monday, 25 November 2024: Monday, 2 December."""
    page = page_of(room)
    room.type(page.terms.when.after, "5")
    assert page.terms.first.value() == date(2024, 12, 2)
    assert "25 November 2024" in page.terms.when.after._help


def test_a_schedule_is_pasted_from_a_spreadsheet_and_a_wrong_row_is_named(room: Room) -> None:
    page = page_of(room)
    QGuiApplication.clipboard().setText("日期\t金额\n2024-12-10\t20,000.00\n2025-13-10\t10,264.00\n")
    room.click(page.terms.when.paste)
    assert page.terms.schedule.error().startswith("Row 3: ") and page.terms.count.value() == 2
    QGuiApplication.clipboard().setText("日期\t金额\n2024-12-10\t20,000.00\n2025-01-10\t5,000\n2025-02-10\t5264\n")
    room.click(page.terms.when.paste)
    assert page.terms.schedule.error() == "" and page.terms.count.value() == 3
    keep(room, page)
    assert kept(room) == [(date(2024, 12, 10), "20,000.00"), (date(2025, 1, 10), "5,000.00"),
                          (date(2025, 2, 10), "5,264.00")]


def test_two_days_of_one_weekend_fall_on_two_working_days(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page, "2024-12-14")
    room.choose(page.terms.rhythm, 2)
    room.type(page.terms.when.every, "1")
    room.choose(page.terms.rule, list(RestDayRule).index(RestDayRule.NEXT_WORKDAY))
    assert cells(page.terms.schedule, "falls") == [  # type: ignore[arg-type]
        "2024-12-16, moved", "2024-12-17, moved"]
    keep(room, page)
    assert [day for day, _ in kept(room)] == [date(2024, 12, 16), date(2024, 12, 17)]
