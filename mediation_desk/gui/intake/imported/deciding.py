"""The rows of a list with what becomes of them: narrowed by it, and decided one by one or many together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.intake.lists.judging import Judged, Target, Verdict
from mediation_desk.gui.intake.imported import rows as shown
from mediation_desk.gui.intake.imported.rows import ShownRow
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import RowsModel, Table
from mediation_desk.gui.kit.words import tr

TARGETS_HIGH, ROWS_HIGH = 120, 220  # px at 100 %


class RowsPart(QWidget):
    """``changed`` when something was decided."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShownRow] = []
        self.narrow = ChoiceField(tr("Show"), name="show", width=26)
        self.model = RowsModel(shown.columns())
        self.table = Table(self.model, name=tr("Rows of the list"))
        self.target_rows = RowsModel(shown.target_columns())
        self.targets = Table(self.target_rows, name=tr("Where this row may belong"))
        self.to_new = button(tr("New case"), picture="plus")
        self.to_join = button(tr("Join that case"), picture="link")
        self.to_left = button(tr("Leave out"), picture="minus")
        self.all_new = button(tr("All undecided: new cases"), "quiet")
        self.all_join = button(tr("All undecided: join the likeliest"), "quiet")
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(look().px(ROWS_HIGH))
        self.targets.setFixedHeight(look().px(TARGETS_HIGH))
        acts = QHBoxLayout()
        for one in (self.to_new, self.to_join, self.to_left):
            acts.addWidget(one)
        acts.addStretch(1)
        for one in (self.all_new, self.all_join):
            acts.addWidget(one)
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(look().px(4))
        below.addWidget(label(self.targets.accessibleName(), "group"))
        below.addWidget(self.targets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.narrow)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        column.addWidget(self.below)

    def _listen(self) -> None:
        self.narrow.committed.connect(lambda _value: self._list())
        self.table.chosen.connect(lambda _row: self._show_targets())
        self.table.selectionModel().selectionChanged.connect(lambda *_both: self._offer())
        self.table.opened.connect(lambda _row: self._go_on())
        self.to_new.clicked.connect(lambda: self._decide(Verdict.NEW))
        self.to_join.clicked.connect(lambda: self._decide(Verdict.JOIN))
        self.to_left.clicked.connect(lambda: self._decide(Verdict.LEFT))
        self.targets.opened.connect(lambda _target: self._decide(Verdict.JOIN))
        self.all_new.clicked.connect(lambda: self._decide_all(Verdict.NEW))
        self.all_join.clicked.connect(lambda: self._decide_all(Verdict.JOIN))
        QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, self._go_on,
                  context=Qt.ShortcutContext.WidgetShortcut)

    # -- showing -------------------------------------------------------------------------

    def show_rows(self, judged: Sequence[Judged]) -> None:
        """Show these as they are judged; those to be decided first, where there are any."""
        self._rows = [ShownRow(one) for one in judged]
        counts = shown.counts(self._rows)
        self._name_choices()
        self.narrow.set_value(Verdict.ASK if counts[Verdict.ASK] else None)
        self._list()

    def rows(self) -> Sequence[ShownRow]:
        """All of them, whatever is shown."""
        return self._rows

    def _name_choices(self) -> None:
        """Each verdict with how many rows it has, those without any left out."""
        counts, value = shown.counts(self._rows), self.narrow.value()
        told = [(verdict, tr("{verdict}: {count}", verdict=tr(verdict.label), count=f"{count:,}"))
                for verdict, count in counts.items() if count]
        self.narrow.set_choices([(None, tr("All rows: {count}", count=f"{len(self._rows):,}")), *told])
        self.narrow.set_value(value if value in {one for one, _words in told} else None)

    def _list(self) -> None:
        wanted = self.narrow.value()
        self.model.set_rows([one for one in self._rows if wanted is None or one.verdict is wanted])
        self.table.set_empty(tr("No row is like that"), tr("Choose another kind of rows above."),
                             picture="check")
        if self.model.rowCount():
            self.table.choose_row(0)
        self._show_targets()

    def _show_targets(self) -> None:
        row = self.table.current_row()
        targets = row.judged.targets if isinstance(row, ShownRow) else ()
        self.target_rows.set_rows(targets)
        self.below.setVisible(any(one.judged.targets for one in self._rows))
        if isinstance(row, ShownRow):
            choose_where(self.targets, lambda one: one == row.target)
        self._offer()

    def _offer(self) -> None:
        chosen = self._chosen()
        for one, verdict in ((self.to_new, Verdict.NEW), (self.to_join, Verdict.JOIN),
                             (self.to_left, Verdict.LEFT)):
            one.setEnabled(any(verdict in row.judged.choices() for row in chosen))
        undecided = [row for row in self._rows if row.verdict is Verdict.ASK]
        for one in (self.all_new, self.all_join):
            one.setVisible(bool(undecided))

    def _chosen(self) -> list[ShownRow]:
        found = (self.model.row(index.row()) for index in self.table.selectionModel().selectedRows())
        return [row for row in found if isinstance(row, ShownRow)]

    # -- deciding ------------------------------------------------------------------------

    def _decide(self, verdict: Verdict) -> None:
        """Of the chosen rows; one alone joins what is chosen beneath it."""
        rows, target = self._chosen(), self.targets.current_row()
        for row in rows:
            own = target if len(rows) == 1 and isinstance(target, Target) else None
            row.decide(verdict, own)
        self._decided()

    def _decide_all(self, verdict: Verdict) -> None:
        for row in self._rows:
            if row.verdict is Verdict.ASK:
                row.decide(verdict)
        self._decided()

    def _go_on(self) -> None:
        for row in self._chosen():
            row.go_on()
        self._decided()

    def _decided(self) -> None:
        """The rows stay where they are until another kind is asked for; none moves under the hand."""
        self._name_choices_keeping()
        if self.model.rowCount():
            self.model.dataChanged.emit(self.model.index(0, 0), self.model.index(
                self.model.rowCount() - 1, self.model.columnCount() - 1))
        self._show_targets()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _name_choices_keeping(self) -> None:
        shown_now = self.narrow.value()
        self._name_choices()
        if shown_now is not None and self.narrow.value() is None:
            self._list()  # nothing of that kind is left: all are shown
