"""Closing: where the file of a closed case lies in the archive, and until when it is kept."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.casefile.archive import ArchiveDraft, kept_until
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.doubt import DoubtCard
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, IntegerField, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.casefile import archiving
from mediation_desk.services.reading import CaseView

PLACE = "archive"


class ArchiveCard(QWidget):
    """Out of sight while the case is open."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._shown, self._brought = bench, ArchiveDraft(), False
        self.form = Form()
        self.form.group(tr("The file in the archive"))
        self._lay_fields()
        self.until = label("", "muted", wrap=True)
        self.doubt = DoubtCard(tr("Choose another volume"), tr("Keep it in that volume"))
        self.keep = button(tr("Enter in the archive"))
        self.propose = button(tr("Next free volume"), "quiet")
        self.form.does(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.form)
        column.addWidget(self.until)
        column.addWidget(self.doubt)
        column.addLayout(row_of(self.keep, self.propose))
        self.keep.clicked.connect(lambda: self.save())
        self.propose.clicked.connect(self._propose)
        self.doubt.sure.connect(lambda: self.save(sure=True))
        self.doubt.left.connect(self._other_volume)
        self.form.edited.connect(lambda _name, _text: self._typing())
        self.form.committed.connect(lambda _name, _value: self._typing())
        bench.notes.watch(self.form, PLACE)
        self.hide()

    def _lay_fields(self) -> None:
        today = self._bench.today
        self.on = self.form.add(DateField(tr("Put into the archive on"), name="archived_on", today=today))
        self.volume = self.form.add(TextField(tr("Volume"), name="file_volume", width=18, limit=60))
        self.years = self.form.add(IntegerField(tr("Kept for years"), name="retention_years", least=1,
                                                most=100, unit=tr("years")))
        self.box = self.form.add(TextField(tr("Box"), name="file_box", width=18, limit=60))
        self.note = self.form.add(TextArea(
            tr("State of the file"), name="file_note", lines=2,
            placeholder=tr("What is worth knowing of the paper file: pages missing, damaged, bound apart")),
            wide=True)
        self.fields = (self.on, self.volume, self.years, self.box, self.note)
        for one in self.fields:
            one.setProperty("staysOpen", True)

    # -- showing -----------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """As it was kept; what is being typed stays."""
        case, before = view.case, self._shown
        self._shown = ArchiveDraft.of(case)
        may = may_now(case, "archive") and self._bench.desk.may(Verb.CLOSE_CASE, own_case=view.own)
        self.setVisible(may_now(case, "archive"))
        for field in self.fields:
            field.set_read_only(not may)
        self.keep.setVisible(may)
        self.propose.setVisible(may)
        if not self._brought or self._draft() == before or not self._bench.notes.text(PLACE):
            self.form.set_values({"archived_on": self._shown.on, "file_volume": self._shown.volume,
                                  "file_box": self._shown.box, "file_note": self._shown.note,
                                  "retention_years": self._shown.years})
        if may and not self._brought:
            self._brought = True
            self._bench.notes.bring_back(self.form, PLACE)
        self._say_until()

    def _draft(self) -> ArchiveDraft:
        given = self.form.values()
        return ArchiveDraft(cast("date | None", given["archived_on"]), str(given["file_volume"] or ""),
                            str(given["file_box"] or ""), str(given["file_note"] or ""),
                            cast("int | None", given["retention_years"]))

    def _say_until(self) -> None:
        """Until when it is kept, by the years of this file or of the office."""
        draft = self._draft()
        office = self._bench.desk.settings.retention_years
        years = draft.years or office
        if draft.on is None:
            self.until.setText(tr("This office keeps its files {years} years; enter another number where "
                                  "this one is kept for longer or shorter.", years=office))
        else:
            self.until.setText(tr("Kept until {day} at least. Nothing is destroyed by itself.",
                                  day=kept_until(draft.on, years).isoformat()))

    def _typing(self) -> None:
        self.doubt.hide()
        self._say_until()

    # -- doing -------------------------------------------------------------------------------

    def save(self, *, sure: bool = False) -> None:
        """Keep it; a volume that another file has is asked about."""
        if self.form.commit():
            self._bench.run(archiving.archive, self._draft(), sure=sure, form=self.form, failed=self._refused,
                            done=lambda _changes: self._kept(), notice=tr("It is kept where the file lies."))

    def _kept(self) -> None:
        self.doubt.hide()
        self._bench.notes.drop(PLACE)

    def _refused(self, error: DeskError) -> None:
        if isinstance(error, Doubted):
            self.doubt.ask(error)
        elif not self.form.show_error(error):
            self._bench.trouble.emit(error)

    def _other_volume(self) -> None:
        self.doubt.hide()
        self.volume.setFocus()

    def _propose(self) -> None:
        """The next free number of the year in which it was put away, today unless somebody said otherwise."""
        if self.on.value() is None and not self.on.typed():
            self.on.set_typed(self._bench.desk.today.isoformat())
            self.on.commit()
        day = self._draft().on or self._bench.desk.today
        self._bench.read(archiving.proposed_volume, day.year, done=self._proposed)

    def _proposed(self, volume: str) -> None:
        self.volume.set_typed(volume)
        self.volume.commit()
        self.volume.setFocus()
