"""Exports read back: complete for the inside, hidden for the public, there whole or not at all."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import yuan
from mediation_desk.domain.reports.figures import Behind
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.reports import closing_periods, exporting, forms
from mediation_desk.services.reports.exporting import Audience, Kind, Wanted
from mediation_desk.store.pace import Pace, Stopped
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.services.reports.offices import DECEMBER, with_cases
from tests.services.reports.test_overview import accepted, let_in

ALL = Narrow()


def pdf_text(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def docx_text(path: Path) -> str:
    made = docx.Document(str(path))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return "".join("".join(text.split()) for text in (*(line.text for line in made.paragraphs), *cells))


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def text_of(path: Path) -> str:
    """All that a reader of the file can read."""
    if path.suffix == ".pdf":
        return pdf_text(path)
    if path.suffix == ".docx":
        return docx_text(path)
    if path.suffix == ".csv":
        return path.read_bytes().decode("utf-8-sig")
    return "\n".join(str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows()
                     for cell in row if cell.value is not None)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_month_for_the_inside_says_what_the_form_says(office: Office, tmp_path: Path, kind: Kind) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    written = exporting.export_form(look, form, Wanted(kind), str(tmp_path / "month"))
    assert written.path == tmp_path / f"month{kind.value}" and written.hidden == 0
    text = text_of(written.path)
    for said in ("调解工作月报", "内部", "2024年12月1日至2024年12月31日", "全部案件", "苏主任", "2025-01-20",
                 "相符", "当期受理：收到日期在本期内的案件。"):
        assert said in text
    if kind is Kind.XLSX:
        sheet = load_workbook(written.path)["一、案件"]
        assert [cell.value for cell in sheet[2]] == ["全部案件", 0, 4, 1, 3, 0, 0]
    if kind is Kind.CSV:
        assert ["全部案件", "0", "4", "1", "3", "0", "0"] in csv_rows(written.path)
    if kind is Kind.PDF:
        assert "全部案件041300" in text


@pytest.mark.parametrize("kind", list(Kind))
def test_a_published_month_hides_small_counts_and_says_so(office: Office, tmp_path: Path, kind: Kind) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    written = exporting.export_form(look, form, Wanted(kind, Audience.PUBLISH), str(tmp_path / "month"))
    text = text_of(written.path)
    assert written.hidden > 0
    assert "公开" in text and "<5" in text and "内部" not in text
    if kind is Kind.CSV:
        numbers = {cell for row in csv_rows(written.path)[8:] for cell in row}
        assert not numbers & {"1", "2", "3", "4"}


def test_the_thresholds_are_the_offices(office: Office, tmp_path: Path) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    wanted = Wanted(Kind.CSV, Audience.PUBLISH)
    usual = exporting.export_form(look, form, wanted, str(tmp_path / "usual"))
    look.settings = replace(look.settings, publish_smallest_count=3)
    lower = exporting.export_form(look, form, wanted, str(tmp_path / "lower"))
    assert "<5" in text_of(usual.path) and "<3" in text_of(lower.path) and "<5" not in text_of(lower.path)
    assert lower.hidden < usual.hidden


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("kind", list(Kind))
def test_the_overview_is_exported_with_the_periods_it_is_compared_with(
        office: Office, tmp_path: Path, kind: Kind, audience: Audience) -> None:
    look = with_cases(office)
    written = exporting.export_overview(look, DECEMBER, ALL, Wanted(kind, audience), str(tmp_path / "o"))
    text = text_of(written.path)
    assert "案件统计总览" in text and "2023年12月1日至2023年12月31日" in text
    assert ("<5" in text) is (audience is Audience.PUBLISH)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_list_behind_a_number_is_its_cases_and_for_the_inside_alone(office: Office, tmp_path: Path,
                                                                       kind: Kind) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    wanted = Wanted(kind)
    one = exporting.export_cell(look, form, ("flow", "all", "closed"), wanted, str(tmp_path / "cell"))
    assert one.rows == 1
    behind = Behind(Event.RECEIVED)
    other = exporting.export_cases(look, DECEMBER, ALL, behind, "Received", wanted, str(tmp_path / "cases"))
    assert other.rows == 4
    text = text_of(other.path)
    for row in forms.behind(look, form, ("flow", "all", "received"), 0, 9):
        assert row.number in text
    with pytest.raises(DeskError) as refused:
        exporting.export_cases(look, DECEMBER, ALL, behind, "Received", Wanted(kind, Audience.PUBLISH),
                               str(tmp_path / "no"))
    assert refused.value.field == "audience"
    with pytest.raises(DeskError):
        exporting.export_cell(look, form, ("times", "all", "end"), wanted, str(tmp_path / "none"))


def test_a_mediators_exports_hold_own_cases_and_none_is_published(office: Office, tmp_path: Path) -> None:
    with_cases(office)
    let_in(office.first, "qi", "祁小川", AccountRole.MEDIATOR)
    other = office.desk("qi")
    accepted(other, date(2024, 12, 9))
    form = forms.filled(other, "own_month", DECEMBER)
    written = exporting.export_form(other, form, Wanted(Kind.CSV), str(tmp_path / "own"))
    assert "只含制表人承办的案件" in text_of(written.path)
    assert ["全部案件", "0", "1", "0", "1", "0"] in csv_rows(written.path)
    listed = exporting.export_cases(other, DECEMBER, ALL, Behind(Event.RECEIVED), "Received",
                                    Wanted(Kind.CSV), str(tmp_path / "list"))
    assert listed.rows == 1
    with pytest.raises(NotAllowed):
        exporting.export_form(other, form, Wanted(Kind.CSV, Audience.PUBLISH), str(tmp_path / "no"))
    with pytest.raises(NotAllowed):
        exporting.export_overview(other, DECEMBER, ALL, Wanted(Kind.CSV, Audience.PUBLISH),
                                  str(tmp_path / "no"))
    assert not (tmp_path / "no.csv").exists()


def test_nothing_is_written_over_and_a_stopped_export_leaves_nothing(office: Office, tmp_path: Path) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    there = tmp_path / "month.csv"
    there.write_text("mine")
    with pytest.raises(DeskError) as refused:
        exporting.export_form(look, form, Wanted(Kind.CSV), str(there))
    assert refused.value.field == "path" and there.read_text() == "mine"
    for kind in Kind:
        with pytest.raises(Stopped):
            exporting.export_cell(look, form, ("flow", "all", "received"), Wanted(kind), str(tmp_path / "x"),
                                  Pace(cancelled=lambda: True))
    assert {one.name for one in tmp_path.iterdir()} - {"office"} == {"month.csv"}
    steps: list[tuple[int, int]] = []
    exporting.export_form(look, form, Wanted(Kind.PDF), str(tmp_path / "y"),
                          Pace(lambda done, total: steps.append((done, total))))
    assert steps[0] == (0, 2) and steps[-1] == (2, 2)


def test_a_closed_period_is_published_as_it_was_frozen(office: Office, tmp_path: Path) -> None:
    look = with_cases(office)
    accepted(office.first, date(2024, 12, 22))
    closing_periods.freeze(look, "monthly", DECEMBER)
    accepted(office.first, date(2024, 12, 30))
    form = forms.filled(look, "monthly", DECEMBER)
    inside = exporting.export_form(look, form, Wanted(Kind.PDF), str(tmp_path / "inside"))
    assert "结账后的更正" in text_of(inside.path) and "本期已结账" in text_of(inside.path)
    public = exporting.export_form(look, form, Wanted(Kind.CSV, Audience.PUBLISH), str(tmp_path / "public"))
    assert "结账后的更正" not in text_of(public.path)
    rows = [row for row in csv_rows(public.path) if row[:1] == ["全部案件"]]
    assert rows[0][2] in ("5", "隐去")


def test_a_form_that_does_not_reconcile_says_so_and_is_not_published(office: Office, tmp_path: Path) -> None:
    from sqlalchemy import update

    from mediation_desk.store.tables.reports import day_totals

    look = with_cases(office)
    with office.first.store.engine.begin() as connection:
        connection.execute(update(day_totals).values(cases=day_totals.c.cases + 7))
    form = forms.filled(look, "monthly", DECEMBER)
    assert not form.reconciles
    inside = exporting.export_form(look, form, Wanted(Kind.CSV), str(tmp_path / "inside"))
    assert "勾稽关系有不符之处" in text_of(inside.path) and "≠" in text_of(inside.path)
    with pytest.raises(DeskError):
        exporting.export_form(look, form, Wanted(Kind.CSV, Audience.PUBLISH), str(tmp_path / "public"))


CANARY = "底线四万二千七百元"


def test_what_a_side_said_alone_is_in_no_export(office: Office, tmp_path: Path) -> None:
    look = with_cases(office)
    desk: Desk = office.first
    form = forms.filled(look, "monthly", DECEMBER)
    case_id = forms.behind(look, form, ("flow", "all", "end"), 0, 1)[0].case_id
    caucus.note(desk, case_id, Side.APPLICANT, CANARY)
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("42700.13"), text=CANARY)
    caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("42700.13"), terms=CANARY)
    editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief",
                                              case_of(desk, case_id).facts_in_brief, "拖欠工资")])
    for name in ("ma1", "monthly", "annual", "bulletin"):
        period = Period.of_day(look.today) if name == "bulletin" else DECEMBER
        for audience in Audience:
            for kind in Kind:
                told = forms.filled(look, name, period)
                path = exporting.export_form(look, told, Wanted(kind, audience),
                                             str(tmp_path / f"{name}-{audience.value}")).path
                assert CANARY not in text_of(path) and "42,700.13" not in text_of(path)
                assert CANARY.encode() not in path.read_bytes()
    for kind in Kind:
        path = exporting.export_cell(look, form, ("flow", "all", "received"), Wanted(kind),
                                     str(tmp_path / "list")).path
        assert CANARY not in text_of(path)


def test_names_for_files_say_office_form_period_and_readers(office: Office) -> None:
    look = with_cases(office)
    form = forms.filled(look, "monthly", DECEMBER)
    assert exporting.proposed_name(look, form, Wanted(Kind.PDF, Audience.PUBLISH)) == (
        "西宁市城中区劳动争议调解工作室 调解工作月报 2024年12月1日至2024年12月31日（公开）.pdf")
    paper = exporting.paper_of_form(look, form)
    assert paper.title == "调解工作月报" and paper.pdf.startswith(b"%PDF")
    assert exporting.paper_of_overview(look, DECEMBER, ALL).pdf.startswith(b"%PDF")
