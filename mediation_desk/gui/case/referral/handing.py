"""Handing a referral over: by a printed letter or as plain files, on a day, by somebody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.referral.referrals import HandOff, Referral
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.choice import SegmentField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.services.reading import CaseView
from mediation_desk.services.referral import files, referring
from mediation_desk.services.referral.files import Written
from mediation_desk.services.referral.referring import Handing

WAYS = (HandOff.LETTER, HandOff.FILES)
"""The ways that this card goes; the sealed package has a card of its own."""
NAME_WIDTH = 56


class HandingCard(Later):
    """Hidden until a draft goes out. ``printed(Referral)``: it was handed over, and its letter is to be
    printed; ``written(text)``: where the files lie; ``closed`` when it is not handed over after all."""

    printed = Signal(object)
    written = Signal(str)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._busy = bench, False
        self.referral: Referral | None = None
        self._seen: Seen | None = None
        self.hide()

    def make(self) -> QWidget:
        """How, when, by whom; for plain files also where to."""
        made = QWidget()
        self.form = Form(made)
        self.form.group(tr("Hand the referral over"))
        add = self.form.add
        self.way = add(SegmentField(tr("Way of the hand-off"), [(one, tr(one.label)) for one in WAYS],
                                    name="manner", required=True), wide=True)
        self.about = self.form.add_widget(label("", "muted", wrap=True))
        add(DateField(tr("Handed over on"), name="handed_on", required=True, today=self._bench.today))
        add(TextField(tr("Handed over by"), name="handed_by", width=18, limit=60))
        self.folder = add(TextField(tr("Folder or stick"), name="folder", width=NAME_WIDTH, limit=1000),
                          wide=True)
        self.name = add(TextField(tr("Name of the folder"), name="path", width=NAME_WIDTH, limit=200),
                        wide=True)
        self.go, self.cancel = button(tr("Hand it over")), button(tr("Cancel"), "quiet")
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.strip, self.said = ProgressStrip(made), selectable(label("", wrap=True))
        self.said.hide()
        self.form.does(self.go)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.form)
        column.addLayout(row_of(self.go, self.choose, self.cancel))
        column.addWidget(self.strip)
        column.addWidget(self.said)
        self.way.committed.connect(lambda _way: self._show_way())
        self.go.clicked.connect(self.submit)
        self.choose.clicked.connect(self._ask_folder)
        self.cancel.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.closed)
        return made

    # -- showing -------------------------------------------------------------------------

    def begin(self, referral: Referral) -> None:
        """Ask how this one goes out: today, by whoever is at the desk."""
        self.bring()
        self.referral, self._seen = referral, self._bench.seen
        self.form.clear_errors()
        self.said.hide()
        desk = self._bench.desk
        self.form.set_values({"manner": HandOff.LETTER, "handed_on": desk.today, "handed_by": desk.who.name,
                              "folder": self.folder.value() or str(Path.home()),
                              "path": files.proposed_name(referral.number)})
        self._show_way()
        self.show()
        self.way.setFocus()

    def show_case(self, view: CaseView) -> None:
        """It may be out already, or taken out."""
        shown = self.referral
        if shown is not None and not self._busy and all(
                one.id != shown.id or one.handed_on for one in view.case.referrals):
            self.referral = None
            if self.is_made and self.said.isHidden():
                self.hide()

    def leave(self) -> None:
        """Put the card by; what is being written is stopped."""
        if self.is_made:
            self.strip.halt()
        self.referral = None
        self.hide()

    def _show_way(self) -> None:
        as_files = self.way.typed() == str(HandOff.FILES)
        for made in (self.folder, self.name, self.choose):
            made.setVisible(as_files)
        self.about.setText(
            tr("A folder with the letter, the papers and the evidence as they are, and what was chosen as a "
               "workbook. Nothing is encrypted: use a stick of your own, and take it back.") if as_files else
            tr("The letter opens ready to print, with the list of what goes along and a receipt to tear "
               "off."))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"), self.folder.typed())
        if chosen:
            self.folder.set_typed(chosen)
            self.folder.commit()

    # -- handing over --------------------------------------------------------------------

    def submit(self) -> None:
        """Hand it over; what is wrong is said beside its field."""
        if self._busy or self.referral is None or not self.form.commit():
            return
        told = self.form.values()
        on, by = cast(date, told["handed_on"]), str(told["handed_by"])
        if told["manner"] is HandOff.FILES:
            self._write(self.referral, str(Path(str(told["folder"])) / str(told["path"])), on, by)
        else:
            self._note(self.referral, on, by)

    def _note(self, referral: Referral, on: date, by: str) -> None:
        self._bench.run(referring.hand_off, referral.id, Handing(HandOff.LETTER, on, by), form=self.form,
                        near=self, seen=self._seen, done=lambda _changes: self.leave(),
                        notice=tr("Handed over to {office}.", office=referral.office),
                        after=lambda: self.printed.emit(referral))

    def _write(self, referral: Referral, target: str, on: date, by: str) -> None:
        self._set_busy(True)
        said = tr("Writing the files …")
        task = self._bench.tasks.aside(
            files.write_files, self._bench.desk, self._bench.case_id, referral.id, target, on, by,
            seen=self._seen or self._bench.seen, done=self._over, failed=self._over, receiver=self,
            label=said)
        self.strip.follow(task, said)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.setEnabled(not busy)

    def _over(self, result: object) -> None:
        self._set_busy(False)
        if isinstance(result, DeskError):
            if isinstance(result, Conflicts):
                self._bench.ask(result, None, self)
            elif not self.form.show_error(result):
                self._bench.trouble.emit(result)
            return
        assert isinstance(result, Written)
        told = [tr_count("{count} file written: {path}", "{count} files written: {path}", result.files,
                         path=str(result.path))]
        told += [f"{name}: {tr_sentence(why)}" for name, why in result.left_out]
        self.leave()
        self._bench.tell(result.changes)
        self.written.emit("\n".join(told))
