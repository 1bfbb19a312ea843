"""The office's shelf: shipped forms and figures, read once when the desk opens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import Figures
from mediation_desk.domain.reports.forms.form import Form
from mediation_desk.domain.sorting.elements import SheetShelf
from mediation_desk.library.causes import Cause, shipped_causes
from mediation_desk.library.elements import shipped_shelf
from mediation_desk.library.fonts import Fonts, shipped_fonts
from mediation_desk.library.law import shipped_calendar, shipped_figures
from mediation_desk.library.matters import shipped_matters
from mediation_desk.library.report_tables import Known
from mediation_desk.library.reports import read_report, shipped_reports
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source


class Library:
    """What the shelf holds, each read when it is first asked for."""

    @cached_property
    def calendar(self) -> WorkCalendar:
        """Holidays and make-up workdays by year."""
        return shipped_calendar()

    @cached_property
    def figures(self) -> Figures:
        """Statutory figures by place and date in force."""
        return shipped_figures()

    @cached_property
    def sheets(self) -> SheetShelf:
        """The element sheets."""
        return shipped_shelf(claims=CLAIMS.keys())

    @cached_property
    def report_names(self) -> Known:
        """What statistical forms may name."""
        return Known(CLAIMS.keys(), shipped_matters(CLAIMS.keys()))

    @cached_property
    def reports(self) -> Mapping[str, tuple[Form, str]]:
        """The statistical forms that come with the program, by id, with their texts."""
        return shipped_reports(self.report_names)

    @cached_property
    def overview_form(self) -> Form:
        """The form in which the overview is published."""
        return read_report(open_source(shipped("forms", "overview.toml")), self.report_names)

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The causes of dispute that intake offers."""
        return shipped_causes()

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts that papers are set in."""
        return shipped_fonts()
