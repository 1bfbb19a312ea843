"""The office page as its people use it: each sees what the roles allow, and can take things back."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.figures import FigureKind
from mediation_desk.gui import capture
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.idle import IDLE_MINUTES
from mediation_desk.gui.kit.fields.kinds import CheckField
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.figures import FigureRow, FiguresPart
from mediation_desk.gui.pages.office.holidays import HolidaysPart
from mediation_desk.gui.pages.office.me import MePart
from mediation_desk.gui.pages.office.page import OfficePage
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts, statutes
from mediation_desk.services.upkeep import upkeep
from mediation_desk.services.upkeep.recovery_sheet import PrintedSheet
from mediation_desk.store.store import in_folder
from tests.gui import desks
from tests.gui.desks import write

LENT = "lent 12 words"
YEAR_2027 = """[[year]]
year = 2027
notice = "国办发明电〔2026〕9号"
statutory = [2027-01-01, 2027-02-06, 2027-02-07]
make_up_workdays = [2027-01-10]
rest_days = [2027-02-08]
"""


class House:
    """A frame with the office page in it, and hands to work with."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        self.desk, self.tasks, self.qtbot = desk, tasks, qtbot
        self.frame = DeskFrame(desk, tasks, memory)
        desks.show(qtbot, self.frame)
        page = self.frame.show_page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        while self.tasks.busy:
            assert self.tasks.drain()
        QTest.qWait(0)
        if self.tasks.busy:
            self.settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def leave(self) -> None:
        """Tab out of the field one is in."""
        inside = self.frame.focusWidget()
        assert inside is not None
        QTest.keyClick(inside, Qt.Key.Key_Tab)
        self.settle()

    def part(self, key: str) -> QWidget:
        self.click(self.page.buttons[key])
        return self.page.parts[key]

    @property
    def said(self) -> str:
        return self.page.bar.words.text() if self.page.bar.isVisible() else ""


@pytest.fixture
def house(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> House:
    """The administrator, who mediates too, at the office page."""
    return House(qtbot, desk, tasks, memory)


def colleague(desk: Desk, login: str, name: str, *roles: Role) -> None:
    accounts.add(desk, accounts.AccountDraft(login, name, frozenset(roles), LENT))


def other_desk(desk: Desk, login: str, around: Surroundings, password: str = LENT) -> Desk:
    place = desk.store.place.folder
    assert place is not None
    return sign_in.sign_in(in_folder(place), login, password, around)


# -- who sees what -----------------------------------------------------------------------

@pytest.mark.parametrize(("role", "seen"), [
    (Role.MEDIATOR, ["me", "figures", "holidays", "safety"]),
    (Role.SUPERVISOR, ["me", "figures", "holidays", "safety"]),
    (Role.ADMINISTRATOR, ["details", "accounts", "sheets", "me", "figures", "holidays", "safety"])])
def test_everybody_sees_the_parts_that_the_roles_allow(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings, role: Role,
        seen: list[str]) -> None:
    colleague(desk, "wang", "王", role)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    assert list(house.page.buttons) == seen
    figures = house.part("figures")
    assert isinstance(figures, FiguresPart)
    assert figures.add.isHidden() == (role is Role.MEDIATOR)
    safety = house.part("safety")
    assert isinstance(safety, SafetyPart) and safety.open.isHidden() == (role is not Role.ADMINISTRATOR)
    house.settle()
    house.frame.close()
    theirs.store.close()


def test_an_administrator_begins_at_the_office_and_is_told_why_there_are_no_cases(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    colleague(desk, "wang", "王", Role.ADMINISTRATOR)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    house.frame.go_to("")
    assert house.frame.place() == "office"
    today = house.frame.show_page("today")
    house.settle()
    assert isinstance(today, TodayPage)
    assert today.empty.title.text() == "Your account looks into no case"
    house.frame.close()
    theirs.store.close()


# -- the office --------------------------------------------------------------------------

@pytest.fixture
def details(house: House) -> DetailsPart:
    part = house.part("details")
    assert isinstance(part, DetailsPart)
    return part


def test_a_field_is_saved_as_it_is_left_and_ctrl_z_takes_it_back(qtbot: QtBot, house: House,
                                                                details: DetailsPart) -> None:
    write(qtbot, details.form.field("address"), "昆仑路12号")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.address == "昆仑路12号" and house.said == "Saved."
    house.click(house.page.bar.action)
    assert house.desk.settings.address == "" and details.form.field("address").typed() == ""


def test_the_next_number_is_shown_while_the_pattern_is_typed(qtbot: QtBot, house: House,
                                                             details: DetailsPart) -> None:
    assert details.example.text() == "The next case: 宁中劳调〔2024〕0001号"
    write(qtbot, details.pattern, "西劳调字2024第001号")
    assert details.example.text() == "The next case: 西劳调字2024第001号"
    write(qtbot, details.pattern, "no number")
    assert details.example.text() == "The next case: —"
    house.leave()
    assert "year" in details.pattern.error()
    assert house.desk.settings.number_pattern == desks.OFFICE.number_pattern


def test_what_the_service_refuses_is_said_beside_its_field_and_the_rest_goes_on(
        qtbot: QtBot, house: House, details: DetailsPart) -> None:
    write(qtbot, details.form.field("region"), "63")  # type: ignore[arg-type]
    house.leave()
    assert "six-digit" in details.form.field("region").error()
    write(qtbot, details.form.field("money_tolerance_fen"), "0.50")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.money_tolerance_fen == 50 and house.desk.settings.region == "630100"


def test_two_fields_left_in_a_hurry_are_both_kept(house: House, details: DetailsPart) -> None:
    details.form.field("court").set_typed("宁中区人民法院")
    details.form.field("court").commit()
    details.form.field("phone").set_typed("0971-8000000")
    details.form.field("phone").commit()
    house.settle()
    assert (house.desk.settings.court, house.desk.settings.phone) == ("宁中区人民法院", "0971-8000000")


# -- accounts ----------------------------------------------------------------------------

@pytest.fixture
def people(house: House) -> AccountsPart:
    colleague(house.desk, "wang", "王调解", Role.MEDIATOR)
    part = house.part("accounts")
    assert isinstance(part, AccountsPart)
    return part


def account(desk: Desk, login: str) -> Account:
    return next(one for one in accounts.everybody(desk) if one.login == login)


def tick(house: House, field: CheckField) -> None:
    QTest.keyClick(field.tick, Qt.Key.Key_Space)
    house.settle()


def test_a_new_colleague_comes_in_with_the_password_that_is_shown_once(
        qtbot: QtBot, house: House, people: AccountsPart, around: Surroundings) -> None:
    house.click(people.add)
    write(qtbot, people.new.name, "钱新人")
    write(qtbot, people.new.login, "Qian")
    house.click(people.new.add)
    lent = people.lent.password.text()
    assert people.lent.isVisible() and "钱新人" in people.lent.title.text()
    theirs = other_desk(house.desk, "qian", around, lent)
    assert accounts.must_change_password(theirs)
    theirs.store.close()
    house.click(people.lent.done)
    assert people.lent.isHidden() and people.lent.password.text() == ""


def test_a_colleague_without_a_role_or_with_a_name_that_is_taken_is_refused(
        qtbot: QtBot, house: House, people: AccountsPart) -> None:
    house.click(people.add)
    write(qtbot, people.new.name, "王二")
    write(qtbot, people.new.login, "wang")
    house.click(people.new.add)
    assert people.new.login.error()
    write(qtbot, people.new.login, "wang2")
    tick(house, people.new.roles.ticks[Role.MEDIATOR])
    house.click(people.new.add)
    assert "role" in people.new.roles.ticks[Role.ADMINISTRATOR].error()
    assert people.lent.isHidden() and len(accounts.everybody(house.desk)) == 2


def test_other_roles_say_first_that_no_sealed_word_comes_with_them(house: House,
                                                                    people: AccountsPart) -> None:
    people.choose("wang")
    supervisor = people.card.roles.ticks[Role.SUPERVISOR]
    tick(house, supervisor)
    assert "no sealed word comes with" in people.card.asking.words.text()
    assert people.card.asking.leave.hasFocus()
    house.click(people.card.asking.leave)
    assert not supervisor.value() and people.card.asking.isHidden()
    assert account(house.desk, "wang").roles == {Role.MEDIATOR}
    tick(house, supervisor)
    house.click(people.card.asking.go)
    assert account(house.desk, "wang").roles == {Role.MEDIATOR, Role.SUPERVISOR}
    assert account(house.desk, "wang").stands == 1


def test_a_name_is_saved_as_it_is_left_while_other_roles_are_only_ticked(
        qtbot: QtBot, house: House, people: AccountsPart) -> None:
    people.choose("wang")
    tick(house, people.card.roles.ticks[Role.SUPERVISOR])
    write(qtbot, people.card.name, "王秀英")
    house.leave()
    now = account(house.desk, "wang")
    assert (now.name, now.stands) == ("王秀英", 0) and now.roles == {Role.MEDIATOR}


def test_nobody_changes_their_own_roles(house: House, people: AccountsPart) -> None:
    people.choose("li")
    assert people.card.disable.isHidden() and people.card.reset.isHidden()
    assert people.card.own.isVisible() and "Nobody changes their own roles" in people.card.own.text()
    tick(house, people.card.roles.ticks[Role.ADMINISTRATOR])
    assert people.card.asking.isHidden()
    assert Role.ADMINISTRATOR in account(house.desk, "li").roles
    people.choose("wang")
    assert people.card.own.isHidden()


def test_who_left_is_disabled_and_may_come_back(house: House, people: AccountsPart) -> None:
    people.choose("wang")
    house.click(people.card.disable)
    assert not account(house.desk, "wang").is_active and people.card.disable.isHidden()
    house.click(house.page.bar.action)
    assert account(house.desk, "wang").is_active


def test_resetting_a_password_says_first_what_it_means(house: House, people: AccountsPart,
                                                       around: Surroundings) -> None:
    people.choose("wang")
    house.click(people.card.reset)
    assert "No sealed word comes with the new password" in people.card.asking.words.text()
    theirs = other_desk(house.desk, "wang", around)  # nothing happened yet
    theirs.store.close()
    house.click(people.card.asking.go)
    theirs = other_desk(house.desk, "wang", around, people.lent.password.text())
    assert accounts.must_change_password(theirs)
    theirs.store.close()


# -- sheets ------------------------------------------------------------------------------

@pytest.fixture
def sheets(house: House) -> SheetsPart:
    part = house.part("sheets")
    assert isinstance(part, SheetsPart)
    return part


def code_on(pdf: bytes) -> str:
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    found = re.search(r"(?:[0-9A-Z]{5}\s+){7}[0-9A-Z]{5}", words)
    assert found
    return " ".join(found.group().split())


def test_a_recovery_sheet_is_made_printed_and_proved(
        qtbot: QtBot, house: House, sheets: SheetsPart, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[PrintedSheet] = []
    kept = SheetsPart._arrived

    def arrived(part: SheetsPart, sheet: PrintedSheet) -> None:
        made.append(sheet)
        kept(part, sheet)

    monkeypatch.setattr(SheetsPart, "_arrived", arrived)
    assert sheets.standing.state.text == "No recovery sheet yet"
    house.click(sheets.recovery)
    qtbot.waitUntil(lambda: sheets.paper.pages == 1)
    house.click(sheets.away)
    assert sheets.paper.pages == 0 and sheets.standing.state.text == "A recovery sheet was made"
    write(qtbot, sheets.code, code_on(made[0].pdf).lower())
    house.click(sheets.drill)
    assert sheets.verdict.state.meaning == "agreed" and sheets.code.typed() == ""
    house.click(sheets.recovery)  # renewing is said first
    assert sheets.sure.isVisible() and len(made) == 1
    house.click(sheets.sure.go)
    house.click(sheets.away)
    write(qtbot, sheets.code, code_on(made[0].pdf))
    house.click(sheets.drill)
    assert sheets.verdict.state.meaning == "overdue" and len(made) == 2


def test_a_slip_of_the_hand_in_the_code_is_pointed_to(qtbot: QtBot, house: House, sheets: SheetsPart) -> None:
    write(qtbot, sheets.code, "AAAAA-BBBBB")
    house.click(sheets.drill)
    assert "40 characters" in sheets.code.error() and sheets.verdict.isHidden()


# -- my account --------------------------------------------------------------------------

@pytest.fixture
def me(house: House) -> MePart:
    part = house.part("me")
    assert isinstance(part, MePart)
    return part


def test_the_own_password_is_changed_with_the_old_one(qtbot: QtBot, house: House, me: MePart,
                                                      around: Surroundings) -> None:
    form = me.password
    for field, typed in ((form.old, "wrong one"), (form.new, "river stones in May"),
                         (form.again, "river stones in May")):
        write(qtbot, field, typed)
    assert form.hint.state.text == "Strong"
    house.click(form.change)
    assert form.old.error()
    write(qtbot, form.old, desks.PASSWORD)
    house.click(form.change)
    assert house.said == "Your password was changed." and form.new.typed() == ""
    other_desk(house.desk, desks.LOGIN, around, "river stones in May").store.close()


def test_the_idle_time_of_this_computer_is_kept_and_counts_at_once(qtbot: QtBot, house: House, me: MePart,
                                                                  memory: Memory) -> None:
    write(qtbot, me.idle, "3")
    house.leave()
    assert memory.recall(IDLE_MINUTES) == "3"
    assert 0 < house.frame.idle.left_ms <= 3 * 60_000 * 1.05  # coarse timers are 5 % coarse
    write(qtbot, me.idle, "0")
    house.leave()
    assert house.frame.idle.left_ms < 0


def test_hiding_from_screenshots_is_offered_only_where_the_system_can(house: House, me: MePart) -> None:
    assert capture.system_affinity() is None
    assert not me.hide_windows.tick.isEnabled()
    assert "cannot hide" in me.hide_windows._message.text()


# -- law tables --------------------------------------------------------------------------

@pytest.fixture
def figures(house: House) -> FiguresPart:
    part = house.part("figures")
    assert isinstance(part, FiguresPart)
    return part


def fill(qtbot: QtBot, house: House, part: FiguresPart, amount: str = "1880") -> None:
    house.click(part.add)
    sheet = part.sheet
    for field, typed in ((sheet.place, "630100"), (sheet.place_name, "西宁市"), (sheet.amount, amount),
                         (sheet.source, "青政〔2023〕1号"), (sheet.since, "2023-02-01")):
        write(qtbot, field, typed)


def test_a_figure_is_added_counts_for_the_calculators_and_goes_again(qtbot: QtBot, house: House,
                                                                    figures: FiguresPart) -> None:
    fill(qtbot, house, figures)
    house.click(figures.sheet.save)
    found = house.desk.figures.minimum_wage("630102", date(2024, 11, 25))
    assert found is not None and found.amount.plain() == "1880.00"
    assert figures.sheet.isHidden()
    line = figures.model.row(0)
    assert isinstance(line, FigureRow) and line.kind is FigureKind.MINIMUM_WAGE and line.own is not None
    figures.table.choose_row(0)
    house.click(figures.remove)
    assert not statutes.own_figures(house.desk)
    house.click(house.page.bar.action)
    assert len(statutes.own_figures(house.desk)) == 1


def test_a_figure_that_cannot_be_is_refused_beside_its_field(qtbot: QtBot, house: House,
                                                            figures: FiguresPart) -> None:
    fill(qtbot, house, figures, "0")
    house.click(figures.sheet.save)
    assert "above zero" in figures.sheet.amount.error()
    write(qtbot, figures.sheet.amount, "1880")
    write(qtbot, figures.sheet.until, "2020-01-01")
    house.click(figures.sheet.save)
    assert "ends before" in figures.sheet.until.error() and not statutes.own_figures(house.desk)


def test_a_shipped_figure_cannot_be_changed(house: House, figures: FiguresPart) -> None:
    figures.table.choose_row(0)
    line = figures.table.current_row()
    assert isinstance(line, FigureRow) and line.own is None
    assert not figures.change.isEnabled() and not figures.remove.isEnabled()


def test_a_figure_is_changed_in_its_place(qtbot: QtBot, house: House, figures: FiguresPart) -> None:
    fill(qtbot, house, figures)
    house.click(figures.sheet.save)
    figures.table.choose_row(0)
    house.click(figures.change)
    assert figures.sheet.place_name.typed() == "西宁市"
    write(qtbot, figures.sheet.amount, "1980")
    house.click(figures.sheet.save)
    assert [one.amount.plain() for one in statutes.own_figures(house.desk)] == ["1980.00"]


def test_the_page_says_what_the_region_lacks_and_what_depends_on_it(figures: FiguresPart) -> None:
    assert "西宁市" in figures.needed.heading.text() and "Minimum wage" in figures.needed.heading.text()
    said = " ".join(figures.needed.said())
    assert "Economic compensation" in said and "award would be final" in said


def test_one_press_adds_what_lacks_with_source_and_days(qtbot: QtBot, house: House,
                                                       figures: FiguresPart) -> None:
    """The minimum wage is entered, the other two are left empty and stay lacking."""
    house.click(figures.needed.enter)
    sheet = figures.needed.sheet
    least = next(fields for fields in sheet.kinds if fields.kind is FigureKind.MINIMUM_WAGE)
    assert sheet.place_name is not None and sheet.place_name.typed() == "西宁市"
    assert not any(fields.begun for fields in sheet.kinds)  # nothing is proposed
    write(qtbot, least.amount, "1880")
    house.click(sheet.save)
    assert "document" in least.source.error() and not statutes.own_figures(house.desk)
    for field, typed in ((least.source, "某政〔2023〕1号"), (least.since, "2023-02-01")):
        write(qtbot, field, typed)
    house.click(sheet.save)
    assert sheet.isHidden()
    assert [(one.kind, one.place, one.amount.plain()) for one in statutes.own_figures(house.desk)] == [
        (FigureKind.MINIMUM_WAGE, "630100", "1880.00")]
    assert "Minimum wage" not in figures.needed.heading.text()
    assert "某政〔2023〕1号" in " ".join(figures.needed.said())


def test_a_season_is_kept_with_a_heat_allowance(qtbot: QtBot, house: House, figures: FiguresPart) -> None:
    house.click(figures.needed.enter)
    heat = figures.needed.sheet.kinds[-1]
    assert heat.per is not None and heat.months is not None
    for field, typed in ((heat.amount, "150"), (heat.months, "13"), (heat.source, "某人社〔2024〕1号"),
                         (heat.since, "2024-06-01")):
        write(qtbot, field, typed)
    house.click(heat.per.buttons[0])
    house.click(figures.needed.sheet.save)
    assert "not a season" in heat.months.error()
    write(qtbot, heat.months, "６-９月")
    house.click(figures.needed.sheet.save)
    [kept] = statutes.own_figures(house.desk)
    assert kept.months == (6, 7, 8, 9)


def test_who_may_not_change_figures_sees_what_lacks_and_no_button(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    colleague(desk, "wang", "王调解", Role.MEDIATOR)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    part = house.part("figures")
    assert isinstance(part, FiguresPart)
    assert part.needed.enter.isHidden() and part.needed.heading.text()
    house.frame.close()
    theirs.store.close()


@pytest.fixture
def holidays(house: House) -> HolidaysPart:
    part = house.part("holidays")
    assert isinstance(part, HolidaysPart)
    return part


def test_a_year_is_imported_shown_and_dropped_again(house: House, holidays: HolidaysPart,
                                                    tmp_path: Path) -> None:
    assert [holidays.years.row(at).year.year for at in range(3)] == [2024, 2025, 2026]  # type: ignore[union-attr]
    assert holidays.unannounced.isHidden()  # it is November 2024: this year and the next are out
    file = tmp_path / "2027.toml"
    file.write_text(YEAR_2027, "utf-8")
    holidays.take_in(file)
    house.settle()
    holidays.table.choose_row(3)
    assert holidays.days.rowCount() == 5 and holidays.drop.isEnabled()
    assert not house.desk.calendar.is_workday(date(2027, 2, 8))
    house.click(holidays.drop)
    assert not house.desk.calendar.knows(date(2027, 1, 1))
    house.click(house.page.bar.action)
    assert house.desk.calendar.knows(date(2027, 1, 1))


@pytest.mark.parametrize(("content", "said"), [
    (YEAR_2027.replace("2027-01-10", "2027-01-11"), "a make-up workday is not on a weekend"),
    ("year = [", "is not proper TOML"), (b"\xff\xfe\x00", "cannot be read as text")])
def test_a_file_that_is_no_year_is_refused_in_words(house: House, holidays: HolidaysPart, tmp_path: Path,
                                                    content: str | bytes, said: str) -> None:
    file = tmp_path / "2027.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    holidays.take_in(file)
    house.settle()
    assert said in house.said and holidays.years.rowCount() == 3


# -- safety ------------------------------------------------------------------------------

@pytest.fixture
def safety(house: House) -> SafetyPart:
    part = house.part("safety")
    assert isinstance(part, SafetyPart)
    return part


def test_a_backup_is_made_by_hand_and_the_status_line_knows(house: House, safety: SafetyPart) -> None:
    assert safety.last.text() == "There is no backup yet."
    house.click(safety.back_up)
    assert safety.model.rowCount() == 1
    assert safety.last.text() == "Last backup: 2024-11-25 10:00; nothing was saved since."
    assert house.frame.status.backup.text() == "Backup of 11-25 10:00"


def test_a_backup_is_looked_into_and_restored_beside_the_store(
        qtbot: QtBot, house: House, safety: SafetyPart, around: Surroundings, tmp_path: Path) -> None:
    house.click(safety.back_up)
    safety.table.choose_row(0)
    house.click(safety.open)
    card = safety.restoring
    write(qtbot, card.password, "wrong one")
    house.click(card.look)
    assert card.password.error() and not card.inside.isVisible()
    write(qtbot, card.password, desks.PASSWORD)
    house.click(card.look)
    assert "Made by 李调解: 0 cases" in card.inside.text()
    write(qtbot, card.folder, str(house.desk.store.place.folder))
    house.click(card.restore)
    assert "is ever written over" in card.folder.error()
    write(qtbot, card.folder, str(tmp_path / "restored"))
    house.click(card.restore)
    assert "Restored into" in house.said and card.isHidden()
    again = sign_in.sign_in(in_folder(tmp_path / "restored"), desks.LOGIN, desks.PASSWORD, around)
    assert again.settings.name == desks.OFFICE.name
    again.store.close()


def test_a_whole_store_is_said_to_be_whole_and_a_broken_row_is_named(house: House,
                                                                     safety: SafetyPart) -> None:
    house.click(safety.verify)
    assert "The store is whole" in safety.verdict.words.text()
    assert safety.found.text().startswith("Mark of today")
    with house.desk.store.engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET name = 'somebody else'"))
    house.click(safety.verify)
    assert safety.verdict.words.text() == "1 thing is not as it should be:"
    assert "accounts" in safety.found.text() and "25 November 2024" in safety.found.text()


def test_a_mark_that_was_noted_down_is_asked_for_again(house: House, safety: SafetyPart) -> None:
    house.click(safety.verify)
    mark = safety.found.text().split()[-1]
    for noted, words in ((mark.upper(), "The store is whole"), ("7-" + mark.partition("-")[2], "1 thing"),
                         ("", "The store is whole")):
        safety.noted.set_typed(noted)
        house.click(safety.verify)
        assert words in safety.verdict.words.text()
    safety.noted.set_typed("von gestern")
    house.click(safety.verify)
    assert "A mark looks like" in safety.noted.error()


def test_a_folder_that_a_cloud_carries_away_is_warned_of(house: House, safety: SafetyPart,
                                                         tmp_path: Path) -> None:
    folder = tmp_path / "坚果云"
    folder.mkdir()
    safety.use_folder(folder)
    house.settle()
    assert "坚果云" in safety.warning.words.text() and safety.warning.isVisible()
    assert upkeep.folder(house.desk) == folder


def test_the_page_helps_with_each_of_its_parts(house: House, dressed: QApplication) -> None:
    for key in house.page.buttons:
        house.part(key)
        assert len(house.page.help_text()) > 80
