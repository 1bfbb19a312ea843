"""Holidays: the years at hand with their notices, the days of one of them, and taking in a further year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.calendar import HolidayYear
from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.library.law import parse_holiday_year
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import statutes

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
            N_("Sunday"))
LARGEST = 200_000  # bytes; a year takes less than two thousand


@dataclass(frozen=True)
class Year:
    """A line of the years' table."""

    year: HolidayYear
    imported: bool


@dataclass(frozen=True)
class Day:
    """A day of the chosen year that is not as its weekday says."""

    on: date
    state: State


def days(year: HolidayYear) -> list[Day]:
    """The year's days in their order."""
    kinds = ((year.statutory, State(tr("Statutory holiday (300 %)"), "accent")),
             (year.rest_days, State(tr("Moved rest day (200 %)"), "agreed")),
             (year.make_up_workdays, State(tr("Make-up workday (150 %)"), "disputed", "briefcase")))
    return sorted((Day(on, state) for found, state in kinds for on in found), key=lambda day: day.on)


def read_file(path: Path) -> str:
    """The text of a file that somebody chose, or words about why it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise DeskError(N_("“{file}” is too large to be a year of holidays."), file=path.name)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise DeskError(N_("“{file}” cannot be read as text."), file=path.name) from trouble


class HolidaysPart(OfficePart):
    """Years at the left, the days of the chosen one at the right."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._again: Callable[[], object] | None = None  # what was asked for last
        self.years = RowsModel(_year_columns())
        self.table = Table(self.years, name=tr("Holidays"))
        self.days = RowsModel(_day_columns())
        self.calendar = Table(self.days, name=tr("Days of the year"))
        self.unannounced = label("", "strong", wrap=True)
        self.take = button(tr("Import a year …"), picture="upload-simple")
        self.drop = button(tr("Drop the imported year"), picture="trash")
        self._lay()
        self.table.chosen.connect(self._chosen)
        self.take.clicked.connect(self._choose_file)
        self.drop.clicked.connect(self._drop)
        leave_to_office(desk, self.take, self.drop)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look().px(8))
        words = QVBoxLayout()
        words.setSpacing(look().px(4))
        words.addWidget(label(tr("As the State Council's notices arrange them; of a year that is not here "
                                 "only the holidays fixed by law are known."), "muted", wrap=True))
        words.addWidget(self.unannounced)
        top.addLayout(words, 1)
        for made in (self.take, self.drop):
            top.addWidget(made)
        both = QHBoxLayout()
        both.setSpacing(look().px(24))
        both.addWidget(self.table, 5)
        both.addWidget(self.calendar, 6)
        self.column.addLayout(top)
        self.column.addLayout(both, 1)
        for table in (self.table, self.calendar):
            table.setMinimumHeight(look().px(320))
        may = self.desk.may(Verb.EDIT_FIGURES)
        for made in (self.take, self.drop):  # in their place by now: no window flashes by
            made.setVisible(may)

    def shown(self) -> None:
        """The years as they are now, the running one chosen."""
        now = self.table.current_row()
        wanted = now.year.year if now is not None else self.desk.today.year
        unknown = statutes.unannounced_years(self.desk)
        self.unannounced.setVisible(bool(unknown))
        self.unannounced.setText(tr("Not announced or not at hand: {years}. Every date that falls there is "
                                    "marked.", years=[str(year) for year in unknown]))
        rows = [Year(year, imported) for year, imported in statutes.holiday_years(self.desk)]
        self.years.set_rows(rows)
        if not choose_where(self.table, lambda row: row.year.year == wanted) and rows:
            self.table.choose_row(len(rows) - 1)
        self._chosen(self.table.current_row())

    def _chosen(self, row: Year | None) -> None:
        self.drop.setEnabled(row is not None and row.imported and self.desk.branch is None)
        self.days.set_rows(days(row.year) if row is not None else [])

    # -- changing ------------------------------------------------------------------------

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import a year of holidays"), "",
                                                tr("Holiday years (*.toml)"))
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Take in a year from a file; what is wrong with it is said on the page."""
        def verb(desk: Desk) -> object:
            return statutes.import_holidays(desk, read_file(path))

        self._again = lambda: self.take_in(path)
        self.run(verb, done=lambda _changes: self.shown(), notice=tr("The year was imported."))

    def _drop(self) -> None:
        row = self.table.current_row()
        if row is not None and row.imported:
            self._drop_year(row.year.year)

    def _drop_year(self, year: int) -> None:
        text = self.desk.law.texts[year]
        self._again = lambda: self._drop_year(year)
        self.run(statutes.drop_holidays, year, done=lambda _changes: self.shown(),
                 notice=tr("The imported year was dropped."), back=lambda: self._put_back(text))

    def _put_back(self, text: str) -> None:
        self._again = lambda: self._put_back(text)
        self.run(statutes.import_holidays, text, done=lambda _changes: self.shown(), notice=tr("Undone."))

    def decided(self, _field: str, mine: bool) -> None:
        """Do it all the same, now that the colleague's year was seen, or show theirs."""
        if mine and self._again:
            self._again()
        else:
            self.shown()

    def clash_words(self) -> ClashWords:
        """A year by its notice."""
        return YearClashWords()

    def help_text(self) -> str:
        """F1."""
        return tr("Statutory holidays are paid at 300 %, moved rest days at 200 %, and on make-up workdays "
                  "the office works. Periods counted in working days follow this calendar. When the notice "
                  "for a further year is out, write it in the same form as the shipped file and import it; "
                  "the imported year goes before the shipped one.")


class YearClashWords(ClashWords):
    """A conflict about a year, which is known by its notice rather than by its days."""

    def place(self, conflict: Conflict) -> str:
        """The year."""
        return conflict.place.row_id

    def named(self, _table: str, field: str) -> str:
        """What is in conflict."""
        return tr("Notice") if field == "text" else field

    def value(self, _conflict: Conflict, value: object, _field: str = "") -> str:
        """The notice of a year's text."""
        return parse_holiday_year(str(value)).notice if value else tr("(empty)")


def _year_columns() -> list[Column]:
    return [Column("year", tr("Year"), lambda row: str(row.year.year), width=7),
            Column("notice", tr("Notice"), lambda row: row.year.notice, width=24, stretch=True),
            Column("whose", tr("Whose"), lambda row: State(tr("Imported"), "accent") if row.imported
                   else State(tr("Shipped"), "muted"), Kind.STATE, width=12)]


def _day_columns() -> list[Column]:
    return [Column("on", tr("Day"), lambda day: day.on, Kind.DATE, width=13),
            Column("weekday", tr("Weekday"), lambda day: tr(WEEKDAYS[day.on.weekday()]), width=12),
            Column("kind", tr("Counts as"), lambda day: day.state, Kind.STATE, width=26, stretch=True)]
