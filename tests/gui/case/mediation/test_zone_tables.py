"""The zone as tables."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.gui.case.mediation.zone_tables import ZoneTables
from tests.domain.mediation.deals import STORY, WORKERS, party, people, zone_of
from tests.gui.case.mediation.meeting import rows

NAMES = {one.id: one.name for one in people()}


def test_every_dimension_stands_with_both_sides_words(dressed: QApplication) -> None:
    made = ZoneTables(zone_of(STORY), NAMES)
    assert rows(made.dimensions) == [
        ["Amount", "not under 29,000.00 yuan", "not over 31,000.00 yuan", "Overlap",
         "29,000.00 yuan to 31,000.00 yuan"],
        ["First share", "", "", "Not known", "not said by: Applicants, Respondents"],
        ["Number of instalments", "at most 2", "at least 2", "Overlap", "just 2 instalments"],
        ["Last payment", "", "", "Not known", "not said by: Applicants, Respondents"]]
    assert made.workers is None  # the whole side's line says all there is
    made.deleteLater()


def test_workers_with_lines_of_their_own_are_shown_one_by_one(dressed: QApplication) -> None:
    made = ZoneTables(zone_of([*STORY, BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0])]), NAMES)
    assert made.workers is not None
    assert rows(made.workers)[:2] == [
        ["甲1", "7,000.00", "their own", "6,888.89", "111.11 yuan short"],
        ["甲2", "6,444.45", "by claim, of the whole side's", "6,888.89", "Reaches the line"]]
    made.deleteLater()


def test_a_worker_without_any_line_is_named(dressed: QApplication) -> None:
    made = ZoneTables(zone_of([BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0])]), NAMES)
    assert made.workers is not None and rows(made.workers)[1][2:] == ["no line yet", "", "Not known"]
    made.deleteLater()


def test_whose_line_stands_for_nobody_is_said(dressed: QApplication) -> None:
    elected = party(UUID(int=300), Role.REPRESENTATIVE)
    zone = zone_of([*STORY, BottomLine(Side.APPLICANT, yuan("1"), party_id=elected.id)], [*people(), elected])
    made = ZoneTables(zone, NAMES | {elected.id: "推举人"})
    assert any("推举人 stands for nobody" in one.text() for one in made.findChildren(QLabel))
    made.deleteLater()
