"""All events of a case: who changed what from what to what; and what was removed, to be put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import site_names
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.case.timeline.paper import paper_lines
from mediation_desk.gui.journal.events import Event, Listed, told
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.gui.kit.fields.choice import ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.line import DateField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_next
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_sentence, words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services import history
from mediation_desk.services.papers import timeline
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting

CHANGE = 4  # the column of what changed


class _Filters(QWidget):
    """Fields in one row, or in rows of two where they do not fit."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().px(16))
        self._grid.setColumnStretch(len(fields), 1)
        self._lay(len(fields))

    def _lay(self, across: int) -> None:
        for at, made in enumerate(self._fields):
            self._grid.addWidget(made, at // across, at % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row, or two."""
        super().resizeEvent(event)
        room = sum(made.sizeHint().width() + look().px(16) for made in self._fields)
        self._lay(len(self._fields) if event.size().width() >= room else 2)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two in a row."""
        size = super().minimumSizeHint()
        widest = max(made.minimumSizeHint().width() for made in self._fields)
        size.setWidth(min(size.width(), 2 * widest + look().px(16)))
        return size


class TimelinePage(StationPage):
    """Who did what when, filtered by person, field and date; and the recycle bin."""

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench, scroll=False)
        self._all: list[Event] = []
        self._bin: list[Event] = []
        self.which = SegmentField("", [("events", tr("All events")), ("bin", tr("Recycle bin"))],
                                  name="which", required=True)
        self.which.set_value("events")
        self.person = ChoiceField(tr("Changed by"), name="person", empty=tr("Everybody"), width=18)
        self.field = ChoiceField(tr("Field"), name="field", empty=tr("All fields"), width=26)
        self.since = DateField(tr("From"), name="since", today=bench.today)
        self.until = DateField(tr("Until"), name="until", today=bench.today)
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("All events"))
        self.restore = button(tr("Restore"), picture="arrow-counter-clockwise")
        self.print = button(tr("Print"), "quiet", picture="printer")
        self._lay()
        self._listen()

    def heading(self) -> str:
        """The page is no station's."""
        return tr("All events")

    def _lay(self) -> None:
        self.head.addWidget(self.which)
        self.head.addWidget(self.print)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        column.addWidget(_Filters((self.person, self.field, self.since, self.until)))
        column.addWidget(self.table, 1)
        column.addWidget(self.restore)
        self.add(whole, 1)
        self.sheet = PaperPane(self.bench, self, whole)
        self.restore.hide()
        self.stays_open(self.which, self.person, self.field, self.since, self.until)
        self.edits(self.restore)

    def _listen(self) -> None:
        for made in (self.person, self.field, self.since, self.until):
            made.committed.connect(lambda _value: self._show())
        self.which.committed.connect(lambda _value: self._show())
        self.table.opened.connect(lambda _row: self._restore())
        self.restore.clicked.connect(self._restore)
        self.print.clicked.connect(self.print_pdf)
        self.sheet.closed.connect(self.focus_first)

    def focus_first(self) -> None:
        """The list itself."""
        self.table.setFocus()

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Read the journal of the case, and what could be put back."""
        self._read(view, self._arrived)

    def _read(self, view: CaseView, done: Callable[[Listed], object]) -> None:
        claims = {name: tr_sentence(sentence) for name, sentence in sorting.claim_names().items()}
        spoken = CaseWords(view.case, self.bench.desk.zone, claims, self.bench.desk.library.sheets, words(),
                           site_names(view.sites))
        self.bench.read(told, spoken, done=done)

    def _arrived(self, read: Listed) -> None:
        self._all, self._bin = read
        people = sorted({event.who for event in self._all})
        labels = sorted({label for event in self._all for label in event.labels()}, key=tr)
        self.person.set_choices([(who, who) for who in people])
        self.field.set_choices([(label, tr(label)) for label in labels])
        self._show()

    def _show(self) -> None:
        in_bin = self.which.value() == "bin"
        if in_bin:
            self.table.set_empty(tr("Nothing was removed"), picture="trash",
                                 text=tr("What is removed from this case waits here and can be restored."))
        else:
            self.table.set_empty(tr("No events answer this choice"), picture="clock-counter-clockwise",
                                 text=tr("Choose everybody, all fields, and no dates to see all."))
        self.table.setColumnHidden(CHANGE, in_bin)
        self.restore.setVisible(in_bin and self.bench.desk.may(Verb.RESTORE_REMOVED, own_case=True))
        self.model.set_rows(self._wanted(self._bin if in_bin else self._all))

    def _wanted(self, those: list[Event]) -> list[Event]:
        """Those that answer the choice."""
        who, label = self.person.value(), self.field.value()
        since, until = self.since.value(), self.until.value()
        return [event for event in those
                if who in (None, event.who) and (label is None or label in event.labels())
                and (not isinstance(since, date) or since <= event.at.date())
                and (not isinstance(until, date) or event.at.date() <= until)]

    def _restore(self) -> None:
        event = self.table.current_row()
        if self.which.value() == "bin" and event is not None and not self.bench.read_only:
            entry = event.line.entry
            self.bench.run(history.restore, entry.table, entry.row_id,
                           notice=tr("Restored: {row}", row=event.row))

    def print_pdf(self) -> None:
        """Ctrl+P: the changes that answer the choice, on paper; with what was saved a moment ago."""
        if self.bench.view is not None:
            self.bench.settled(lambda: self._read(view, self._print) if (view := self.bench.view) else None)

    def _print(self, read: Listed) -> None:
        self._arrived(read)
        if self.bench.view is None:
            return
        wanted = sorted(self._wanted(self._all), key=lambda event: event.line.entry.seq)
        shown = [(event.line, event.names) for event in wanted]
        lines = paper_lines(shown, self.bench.view.case, self.bench.desk.zone, self.bench.desk.library.sheets,
                            site_names(self.bench.view.sites))
        self.bench.read(timeline.make, lines, self._chosen(), done=self.sheet.show_paper,
                        label=tr("Setting the paper …"))

    def _chosen(self) -> timeline.Chosen:
        who, label = self.person.value(), self.field.value()
        return timeline.Chosen(
            str(who) if who else None, Words.of(CHINESE).translate(str(label)) if label else None,
            self.since.value(), self.until.value())

    def find_text(self, text: str) -> bool:
        """Go to the next line that holds the text."""
        found = choose_next(self.table, text, lambda event: (event.who, event.done, event.row, event.change))
        if found:
            self.table.setFocus()
        return found

    def help_text(self) -> str:
        """What the timeline is for."""
        return tr("Every change to the case stands here: who made it, when, and what each field said before "
                  "and after. What was done on a laptop stands beneath the homecoming that brought it. "
                  "Nothing is ever deleted outright: under Recycle bin stands what was removed, and Restore "
                  "puts it back.\n\nWhat a side said alone is sealed and shows only that it was written.\n\n"
                  "Ctrl+P prints the changes that answer the choice.")


def _columns() -> list[Column]:
    return [Column("at", tr("When"), lambda e: e.at, width=20),
            Column("who", tr("Who"), lambda e: e.who, width=10),
            Column("done", tr("What was done"), lambda e: e.done, width=20),
            Column("row", tr("Where"), lambda e: e.row, width=26),
            Column("change", tr("What changed"), lambda e: e.change, stretch=True)]
