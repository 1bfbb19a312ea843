"""Asks for whom something is exported, as what kind of file and where; writes it, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.reports.figures import Figure
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.folder import ask_folder
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, SegmentField, TextField
from mediation_desk.gui.kit.fields.proposed import Proposed
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.filled.words import in_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import at_pace, exporting, placing
from mediation_desk.services.reports.exporting import Audience, Kind, Wanted, Written

NAME_WIDTH = 56


@dataclass(frozen=True)
class Export:
    """What is exported. ``verb``: of ``exporting``; ``before``: what it takes before what is wanted;
    ``name``: the file's name for what is wanted; ``publishable``: a list of cases is not."""

    title: str
    verb: Callable[..., Written]
    before: tuple[Any, ...]
    name: Callable[[Wanted], str]
    publishable: bool = True


class ExportCard(QFrame):
    """Hidden until something is to be exported. ``refused(DeskError)``: what belongs beside no field."""

    refused = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._tasks = desk, tasks
        self._export: Export | None = None
        self.title = label("", "heading", wrap=True)
        self.form = Form(self)
        self.audience = self.form.add(SegmentField(
            tr("For whom"), [(one, tr(one.label)) for one in Audience], name="audience", required=True,
            help=tr("What is to be published has figures hidden that say too much of single cases.")),
            wide=True)
        self.kind = self.form.add(ChoiceField(tr("Kind of file"), [(one, tr(one.label)) for one in Kind],
                                              name="kind", required=True, width=30))
        self.folder = self.form.add(TextField(tr("Folder or stick"), name="folder", required=True,
                                              width=NAME_WIDTH, limit=1000), wide=True)
        self.file = self.form.add(TextField(tr("Name of the file"), name="path", required=True,
                                            width=NAME_WIDTH, limit=200), wide=True)
        self._name = Proposed(self.file)
        self.go, self.cancel = button(tr("Export"), "primary", picture="export"), button(tr("Cancel"))
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.work, self.said = WorkLine(self), selectable(label("", "strong", wrap=True))
        self._lay()
        self._listen()
        self.hide()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.title)
        column.addWidget(self.form)
        column.addLayout(row_of(self.go, self.choose, self.cancel, self.work))
        column.addWidget(self.said)
        self.said.hide()

    def _listen(self) -> None:
        self.form.does(self.go)
        self.audience.committed.connect(lambda _one: self._propose())
        self.kind.committed.connect(lambda _one: self._propose())
        self.go.clicked.connect(self.submit)
        self.choose.clicked.connect(lambda: ask_folder(self.folder, self))
        self.cancel.clicked.connect(self.put_away)

    def begin(self, export: Export) -> None:
        """Ask where this shall go."""
        self._export = export
        self.title.setText(tr("Export: {what}", what=export.title))
        self.audience.set_value(Audience.INSIDE)
        self.audience.setVisible(export.publishable)
        self.kind.set_value(self.kind.value() or Kind.XLSX)
        self.folder.set_value(self.folder.value() or str(Path.home()))
        self._name.give_way()
        self._propose()
        self.form.clear_errors()
        self.said.hide()
        self.show()
        self.kind.setFocus()

    def put_away(self) -> None:
        """Leave it; what is being written is stopped."""
        self.work.ask_to_stop()
        self.hide()
        self.left.emit()

    def stop_work(self) -> None:
        """The desk is about to close: nothing is left half written."""
        self.work.ask_to_stop()

    def wanted(self) -> Wanted:
        """What kind of file, and for whom."""
        kind, audience = self.kind.value(), self.audience.value()
        return Wanted(kind if isinstance(kind, Kind) else Kind.XLSX,
                      audience if isinstance(audience, Audience) else Audience.INSIDE)

    def _propose(self) -> None:
        """A name for the file, as long as nobody gave it another."""
        if self._export is None:
            return
        self._name.offer(self._export.name(self.wanted()))

    def submit(self) -> None:
        """Write the file; what is wrong is said beside its field."""
        if self._export is None or self.work.busy or not self.form.commit():
            return
        self.said.hide()
        self.go.setEnabled(False)
        target = str(Path(self.folder.value()) / self.file.value())
        words = tr("Writing the file …")
        task = self._tasks.aside(
            at_pace.export, self._desk, self._export.verb, *self._export.before, self.wanted(), target,
            done=self._over, failed=self._over, receiver=self, label=words)
        self.work.follow(task, words)

    def _over(self, result: object) -> None:
        self.go.setEnabled(True)
        if isinstance(result, DeskError):
            if not self.form.show_error(result):
                self.refused.emit(result)
        elif isinstance(result, Written):
            told = [tr("Written: {path}", path=result.path)]
            if result.hidden:
                told.append(tr_count("{count} figure is hidden in it.", "{count} figures are hidden in it.",
                                     result.hidden))
            self.said.setText(" ".join(told))
            self.said.show()


def of_overview(desk: Desk, period: Period, narrow: Narrow) -> Export:
    """The overview of a period; only who counts all cases publishes anything."""
    title = tr("Overview")
    return Export(f"{title}, {in_words(period)}", exporting.export_overview, (period, narrow),
                  lambda wanted: file_name(f"{desk.settings.name} {title}", period, wanted),
                  publishable=desk.may(Verb.READ_FIGURES))


def of_cases(title: str, figure: Figure, period: Period, narrow: Narrow) -> Export:
    """The list of the cases behind a figure."""
    return Export(title, exporting.export_cases, (period, narrow, figure.behind, figure.label),
                  lambda wanted: file_name(title, period, wanted), publishable=False)


def file_name(what: str, period: Period, wanted: Wanted) -> str:
    """What a file is called: what is in it and of which days, without signs that a name may not have."""
    days = "-".join(dict.fromkeys(f"{day:%Y%m%d}" for day in (period.since, period.until)))
    return f"{placing.name(what)} {days}{wanted.kind.value}"
