"""Asks as what a closed case is taken out and where to; writes it, and can be stopped."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.fields.choice import SegmentField
from mediation_desk.gui.kit.fields.folder import ask_folder
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, tr_sentence
from mediation_desk.services.casefile import taking_out
from mediation_desk.services.casefile.binding import Wanted
from mediation_desk.services.casefile.taking_out import DamagedExhibit, Draft, Shape, TakenOut

NAME_WIDTH = 56


class ExportCard(QFrame):
    """Hidden until the case is to be taken out. ``refused(DeskError)``: what belongs beside no field."""

    refused = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._bench, self._wanted, self._busy = bench, Wanted(), False
        self._without: frozenset[UUID] = frozenset()  # exhibits that are damaged
        self._damaged: UUID | None = None
        self.form = Form(self)
        self.form.group(tr("Export the case"), tr(
            "Its file, its papers as DOCX, its evidence and a list with the digest of each. What a party "
            "said alone is not in it. The journal keeps who exported it."))
        self._lay_fields()
        self.go, self.cancel = button(tr("Export"), picture="export"), button(tr("Cancel"), "quiet")
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.leave_out = button(tr("Go on without it"))
        self.strip, self.said = ProgressStrip(self), selectable(label("", wrap=True))
        self.form.does(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.form)
        column.addLayout(row_of(self.go, self.leave_out, self.choose, self.cancel))
        column.addWidget(self.strip)
        column.addWidget(self.said)
        self.go.clicked.connect(self.submit)
        self.choose.clicked.connect(lambda: ask_folder(self.folder, self))
        self.cancel.clicked.connect(self.put_away)
        self.leave_out.clicked.connect(self._go_on)
        for one in (self.said, self.leave_out):
            one.hide()
        self.hide()

    def _lay_fields(self) -> None:
        self.shape = self.form.add(SegmentField(tr("As what"), [(one, tr(one.label)) for one in Shape],
                                                name="shape", required=True), wide=True)
        self.folder = self.form.add(TextField(tr("Folder or stick"), name="folder", required=True,
                                              width=NAME_WIDTH, limit=1000), wide=True)
        self.file = self.form.add(TextField(tr("Name of the file"), name="path", required=True,
                                            width=NAME_WIDTH, limit=200), wide=True)
        self.passphrase = self.form.add(PasswordField(
            tr("Passphrase"), name="passphrase", required=False,
            help=tr("7-Zip and other programs open it with this. Tell it by another way than the file "
                    "takes.")))
        self.again = self.form.add(PasswordField(tr("Passphrase again"), name="again", required=False))
        self.shape.committed.connect(lambda _one: self._ask_secret())

    def begin(self, wanted: Wanted, number: str) -> None:
        """Ask where these shall go."""
        self._wanted, self._without, self._damaged = wanted, frozenset(), None
        self.shape.set_value(self.shape.value() or Shape.FOLDER)
        self.folder.set_value(self.folder.value() or str(Path.home()))
        self.file.set_value(self.file.value() or taking_out.proposed_name(number))
        self._ask_secret()
        self.form.clear_errors()
        self.said.hide()
        self.leave_out.hide()
        self.show()
        self.folder.setFocus()

    def put_away(self) -> None:
        """Leave it; what is being written is stopped, and the passphrase forgotten."""
        self.strip.halt()
        for one in (self.passphrase, self.again):
            one.set_value("")
        self.hide()

    def _ask_secret(self) -> None:
        for one in (self.passphrase, self.again):
            one.setVisible(self.shape.value() is Shape.LOCKED)

    def submit(self) -> None:
        """Write it; what is wrong is said beside its field."""
        if self._busy or not self.form.commit():
            return
        self.said.hide()
        self.leave_out.hide()
        self._set_busy(True)
        self._bench.commit_all()
        self._bench.settled(self._start)

    def _start(self) -> None:
        shape = self.shape.value()
        draft = Draft(str(Path(self.folder.value()) / self.file.value()),
                      shape if isinstance(shape, Shape) else Shape.FOLDER, self.passphrase.value(),
                      self.again.value(), self._wanted, self._without)
        words = tr("Exporting the case …")
        task = self._bench.tasks.aside(taking_out.export, self._bench.desk, self._bench.case_id, draft,
                                       process.sheets, seen=self._bench.seen, done=self._over,
                                       failed=self._over, receiver=self, label=words)
        self.strip.follow(task, words)

    def _ask_without(self, trouble: DamagedExhibit) -> None:
        self._damaged = trouble.exhibit.id
        self.said.setText(tr_error(trouble))
        self.said.show()
        self.leave_out.show()
        self.leave_out.setFocus()

    def _go_on(self) -> None:
        """Export all but what is damaged."""
        if self._damaged is not None:
            self._without |= {self._damaged}
            self.submit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.setEnabled(not busy)

    def _over(self, result: object) -> None:
        self._set_busy(False)
        if isinstance(result, DamagedExhibit):
            self._ask_without(result)
            return
        if isinstance(result, DeskError):
            if not self.form.show_error(result):
                self.refused.emit(result)
            return
        assert isinstance(result, TakenOut)
        told = [tr_count("{count} file written: {path}", "{count} files written: {path}", result.files,
                         path=str(result.path))]
        told += [f"{name}: {tr_sentence(why)}" for name, why in result.left_out]
        self.said.setText("\n".join(told))
        self.said.show()
        self._bench.tell(result.changes)
