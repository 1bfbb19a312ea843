"""A supervisor's month through the windows, from the overview to the form and the bulletin as they go out.

Every number is counted by hand from what :mod:`tests.stories.november` lets happen; on both engines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.reports.named_periods import NamedPeriod
from mediation_desk.domain.vocabulary import Source
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.desk import guarded_frame
from mediation_desk.gui.entry.window import STORE
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.reports.forms.part import FormsPart
from mediation_desk.gui.pages.reports.overview.figures import FigureRow
from mediation_desk.gui.pages.reports.overview.part import OverviewPart
from mediation_desk.gui.pages.reports.page import ReportsPage
from mediation_desk.services.office import accounts
from mediation_desk.services.reports.exporting import Audience, Kind
from mediation_desk.services.upkeep import upkeep
from tests.gui.pages.reports.hands import cells
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import case_of
from tests.services.two_desks import LENT
from tests.stories.desktop import running
from tests.stories.hands import ALT, KEY
from tests.stories.november import COMPANY, MISTAKEN, PLATFORM, SIGNED, TOGETHER, November
from tests.stories.test_week_in_windows import as_typed
from tests.stories.travelling import Traveller, text_of

OWN = "smoke rises over the desert 31"
FLOW = [["全部案件", "1", "7", "5", "3", "0", "7"],
        ["其中：集体争议（十人以上）", "0", "1", "0", "1", "0", "1"],
        ["其余案件", "1", "6", "5", "2", "0", "6"]]
"""At the start one of October; seven came, of them one of twelve; five closed in time; three are open."""
CORRECTED = {
    ("一、案件", "全部案件", "上期未结"): ("1", "2"), ("一、案件", "全部案件", "当期受理"): ("7", "6"),
    ("一、案件", "全部案件", "当日登记"): ("7", "6"), ("一、案件", "其余案件", "上期未结"): ("1", "2"),
    ("一、案件", "其余案件", "当期受理"): ("6", "5"), ("一、案件", "其余案件", "当日登记"): ("6", "5"),
    **{(table, row, column): numbers for table, part, cases, people in (
        ("三、来源", "来访申请", ("4", "3"), ("4", "3")), ("四、用工类型", "快递员", ("4", "3"), ("6", "5")))
        for row, column, numbers in (("合计", "当期受理", ("7", "6")), ("合计", "劳动者", ("20", "19")),
                                     (part, "当期受理", cases), (part, "劳动者", people))}}
"""What becomes another number when a case of November turns out to be one of October."""


class SupervisorsDesk(Traveller):
    """The office's computer, where a mediator and a supervisor take turns."""

    def sits_down(self, login: str) -> None:
        """Whoever sat there before has locked it."""
        if self.in_front is None:
            self.program.start()
        else:
            self.lock()
        self.sign_in(OWN, login)

    def reports(self, key: str) -> Any:
        """Alt+6, and a part of the page."""
        self.key(KEY.Key_6, ALT)
        page = self.frame.current()
        assert isinstance(page, ReportsPage)
        self.click(page.buttons[key])
        return page.parts[key]

    def figure(self, part: OverviewPart, key: str) -> list[str]:
        """A figure's line, as it is clicked and read."""
        self.choose_row(part.table, lambda row: isinstance(row, FigureRow) and row.now.key == key)
        return cells(part.table, part.table.currentIndex().row())

    def fill(self, form: str) -> FormsPart:
        """A form for its usual period."""
        part = self.reports("forms")
        assert isinstance(part, FormsPart)
        if part.form.value() != form:
            self.choose(part.form, form)
        self.wait_for(lambda: part.filled is not None and len(part.sheet.blocks) == len(part.filled.tables))
        self.settle()
        return part

    def export(self, part: FormsPart, folder: Path, kind: Kind, audience: Audience = Audience.INSIDE
               ) -> tuple[Path, str]:
        """Where it lies, and what was said of it."""
        self.click(part.export)
        card = part.exports
        self.choose(card.audience, audience)
        self.choose(card.kind, kind)
        self.write(card.folder, str(folder))
        path = folder / card.file.typed()
        self.click(card.go)
        self.wait_for(card.said.isVisible, card.file.error() or "it is written")
        said = card.said.text()
        self.key(KEY.Key_Escape)
        assert path.exists() and said.startswith(f"已写入：{path}")
        return path, said


@pytest.fixture
def november(office: Office) -> November:
    made = November(office)
    accounts.change_password(office.first, PASSWORD, OWN, OWN)
    accounts.add(office.first, accounts.AccountDraft("sun", "孙督导", frozenset({Role.SUPERVISOR}), LENT))
    accounts.change_password(office.desk("sun", LENT), LENT, OWN, OWN)
    return made


@pytest.fixture
def desk(qapp: QApplication, november: November, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
         ) -> Iterator[SupervisorsDesk]:
    """The second of December, a Monday."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    monkeypatch.setattr(guarded_frame, "put_away_others", lambda _window: None)
    november.office.clock.set(2024, 12, 2)
    with running(qapp, tmp_path / "pc", november.office.around) as program:
        program.memory.keep(STORE, as_typed(november.office))
        yield SupervisorsDesk(program)


def test_a_supervisors_month_from_the_overview_to_what_goes_out(desk: SupervisorsDesk, november: November,
                                                                tmp_path: Path) -> None:
    desk.sits_down("sun")
    she_reads_the_month(desk)
    she_looks_into_the_hotline(desk)
    she_fills_the_form_and_freezes_it(desk)
    it_goes_out_complete_and_for_the_public(desk, tmp_path)
    the_bulletin_of_a_day_goes_out(desk, tmp_path)
    a_mediator_corrects_a_case(desk, november)
    the_form_keeps_its_numbers_and_the_correction_stands_apart(desk, november, tmp_path)
    assert upkeep.prove(november.desk) == []


def she_reads_the_month(desk: SupervisorsDesk) -> None:
    part = desk.reports("overview")
    desk.choose(part.period.span, NamedPeriod.LAST_MONTH)
    assert part.said.text().startswith("2024-11-01至2024-11-30")
    told = {key: desk.figure(part, key)[1] for key in (
        "stock_start", "received", "people_received", "collective", "same_day", "closed", "stock_end",
        "agreed", "paid", "outstanding")}
    assert told == {"stock_start": "1", "received": "7", "people_received": "20", "collective": "1",
                    "same_day": "100.00", "closed": "5", "stock_end": "3", "agreed": "6,000.00",
                    "paid": "3,000.00", "outstanding": "3,000.00"}
    assert desk.figure(part, "received")[4] == "1"  # October's
    assert "全部相符" in part.checks.words.text() and not part.broken.isVisible()


def she_looks_into_the_hotline(desk: SupervisorsDesk) -> None:
    """Narrowed to the hotline: two matters of thirteen; she opens them, goes into one, and comes back."""
    part = desk.reports("overview")
    desk.click(part.filters)
    desk.choose(part.narrowing.sources, Source.HOTLINE)
    told = [desk.figure(part, key)[1] for key in (
        "people_received", "closed", "contacted", "solved", "received")]
    assert told == ["13", "1", "100.00", "0.00", "2"]  # one was called back: reached, and nothing solved
    desk.key(KEY.Key_Return)
    assert part.behind.count.text().startswith("2") and part.behind.table.hasFocus()
    desk.choose_row(part.behind.table, lambda row: row.first_applicant == TOGETHER[0])
    desk.key(KEY.Key_Return)
    assert [one.name for one in desk.case.applicants] == list(TOGETHER)
    desk.key(KEY.Key_Escape)
    assert part.behind.isVisible() and part.behind.table.current_row().first_applicant == TOGETHER[0]
    desk.key(KEY.Key_Escape)
    assert part.table.hasFocus() and desk.figure(part, "received")[1] == "2"
    desk.click(part.clear)
    assert desk.figure(part, "received")[1] == "7" and "全部相符" in part.checks.words.text()


def read(part: FormsPart, table: str) -> list[list[str]]:
    """A table of the form on the screen."""
    block = next(one for one in part.sheet.blocks if one.filled.id == table)
    return [cells(block.table, row) for row in range(len(block.filled.rows))]


def row(table: Sequence[list[Any]], name: str) -> list[Any]:
    return list(next(one for one in table if one[:1] == [name]))


def she_fills_the_form_and_freezes_it(desk: SupervisorsDesk) -> None:
    part = desk.fill("monthly")
    assert part.period.told.text() == "2024-11-01至2024-11-30"
    assert read(part, "flow") == FLOW
    ended = read(part, "outcomes")
    assert row(ended, "合计")[1:4] == ["5", "7", "7,200.00"]
    assert row(ended, "合计")[5:] == ["6,000.00", "3,000.00", "3,000.00"]
    assert sorted(one[1] for one in ended[1:] if one[1] != "0") == ["1", "1", "1", "2"]
    assert [one[1:] for one in read(part, "sources") if one[1:] != ["0"] * 3] == [
        ["7", "20", "5"], ["4", "4", "3"], ["2", "13", "1"], ["1", "3", "1"]]
    assert row(read(part, "work"), "合计") == ["合计", "7", "20", "5"]
    # From acceptance to closing 5, 8, 8, 13 and 14 days.
    assert read(part, "times")[0][1:] == ["0", "0", "8", "14"]
    assert "全部相符" in part.sheet.adds_up.text()
    desk.click(part.freeze)
    desk.click(part.card.go)
    assert "孙督导结账，第1版" in part.standing.text() and read(part, "flow") == FLOW


def it_goes_out_complete_and_for_the_public(desk: SupervisorsDesk, folder: Path) -> None:
    part = desk.fill("monthly")
    path, said = desk.export(part, folder, Kind.XLSX)
    assert "（内部）" in path.name and "隐去" not in said
    book = load_workbook(path)
    assert ["使用范围", "内部"] in lines(book.worksheets[0])
    assert lines(book["一、案件"])[1:4] == [[name, *map(int, numbers)] for name, *numbers in FLOW]
    ended = [one for one in lines(book["二、结案方式和金额"])[1:] if isinstance(one[-1], int)]
    assert ended[0][:4] == ["合计", 5, 7, 7200] and ended[0][5:] == [6000, 3000, 3000]
    assert all(isinstance(number, (int, float)) for one in ended for number in one[1:])
    for at in (1, 2, 3, 5, 6, 7):
        assert ended[0][at] == sum(one[at] for one in ended[1:])
    path, said = desk.export(part, folder, Kind.XLSX, Audience.PUBLISH)
    public_hides_what_says_too_much([line for sheet in load_workbook(path) for line in lines(sheet)], said)
    path, said = desk.export(part, folder, Kind.CSV, Audience.PUBLISH)
    public_hides_what_says_too_much(list(csv.reader(io.StringIO(path.read_text("utf-8-sig")))), said)


def lines(sheet: Any) -> list[list[Any]]:
    """A sheet's rows, as far as something is written in them."""
    told = ([value for value in one if value is not None] for one in sheet.iter_rows(values_only=True))
    return [line for line in told if line]


def public_hides_what_says_too_much(told: list[list[Any]], said: str) -> None:
    """Fewer than five are not told, nor money that is one case's alone, nor anybody's name."""
    text = "\n".join("\t".join(map(str, line)) for line in told)
    assert "公开" in text and "内部" not in text and "隐去" in said
    counted = [str(value) for line in told for value in line[1:]]
    assert "<5" in counted and not {"1", "2", "3", "4"} & set(counted)
    assert row(told, "全部案件")[1] == "<5" and row(told, "全部案件")[4] == "<5"
    for hidden in ("6000", "6,000", "3000", "3,000", "7200", "7,200", COMPANY, PLATFORM, SIGNED, MISTAKEN):
        assert hidden not in text, hidden


def the_bulletin_of_a_day_goes_out(desk: SupervisorsDesk, folder: Path) -> None:
    """On the fifteenth three came with one matter, which was accepted; one agreement was signed."""
    part = desk.fill("bulletin")
    desk.write(part.period.day, "2024-11-15")
    assert read(part, "day") == [["全部案件", "1", "3", "1", "1", "6,000.00", "0", "0", "4"],
                                 ["其中：12345转办", "0", "0", "0", "0", "0.00", "0", "0", "2"],
                                 ["其中：集体争议", "0", "0", "0", "0", "0.00", "0", "0", "1"]]
    path, _said = desk.export(part, folder, Kind.PDF)
    text = text_of(path.read_bytes())
    for told in ("调解工作日报", "内部", "2024年11月15日", "全部案件13116,000.00004",
                 "其中：12345转办00000.00002", "其中：集体争议00000.00001", f"{COMPANY}24", "孙督导"):
        assert told in text, f"{told} is not in {text}"


def a_mediator_corrects_a_case(desk: SupervisorsDesk, november: November) -> None:
    """On Tuesday it turns out that somebody had come on the last day of October."""
    november.office.clock.set(2024, 12, 3)
    desk.sits_down("chen")
    desk.open_case(MISTAKEN)
    desk.write(desk.station(IntakePage).matter.received, "2024-10-31")
    assert f"{desk.case.received_on}" == "2024-10-31"


def the_form_keeps_its_numbers_and_the_correction_stands_apart(desk: SupervisorsDesk, november: November,
                                                               folder: Path) -> None:
    desk.sits_down("sun")
    part = desk.fill("monthly")
    assert "第1版" in part.standing.text() and read(part, "flow") == FLOW
    told = [cells(part.sheet.corrections.table, at) for at in range(part.sheet.corrections.model.rowCount())]
    assert {tuple(where.split(" · ")): (then, now) for where, then, now, _cases in told} == CORRECTED
    assert {cases for *_numbers, cases in told} == {case_of(november.desk, november.mistaken).number}
    (after := folder / "after").mkdir()
    path, _said = desk.export(part, after, Kind.XLSX)
    book = load_workbook(path)
    assert lines(book["一、案件"])[1][:3] == ["全部案件", 1, 7]
    assert ["一、案件／全部案件", "当期受理", "7", "6", told[0][-1]] in lines(book["结账后的更正"])
    desk.choose_row(part.sheet.corrections.table, lambda one: one.then == 7)
    desk.key(KEY.Key_Return)
    assert desk.case.applicants[0].name == MISTAKEN
