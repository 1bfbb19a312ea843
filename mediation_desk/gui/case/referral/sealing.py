"""Sealing a referral into a package: what will be in it, for whom it opens, and where the file lies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.facts import Facts
from mediation_desk.gui.kit.fields.kinds import CheckField, DateField, Form, SegmentField, TextField
from mediation_desk.gui.kit.fields.proposed import Proposed
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.sizes import size_words
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import packages
from mediation_desk.services.referral.contents import PARTICULARS, Chosen
from mediation_desk.services.referral.packages import Outline, Packed, Sealing

BY_KEY, BY_PHONE = "key", "passphrase"
WIDE = 56


def look_into(desk: Desk, case_id: UUID, referral_id: UUID) -> tuple[Outline, str]:
    """What would be in it, and what the file is called."""
    return (packages.outline(desk, case_id, referral_id), packages.proposed_name(desk, case_id, referral_id))


class SealedNote(QFrame):
    """Where the package lies, and the passphrase as it is told by telephone; it stands nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.path, self.how = selectable(label("", "muted", wrap=True)), label("", wrap=True)
        self.passphrase, self.done = selectable(label("", "figure")), button(tr("Done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        heading = label(tr("The package is sealed, and the referral handed over by it"), "group")
        for part in (heading, self.path, self.how, self.passphrase):
            column.addWidget(part)
        column.addLayout(row_of(self.done))
        self.hide()

    def tell(self, path: Path, passphrase: str) -> None:
        """Say it until it was read."""
        self.path.setText(str(path))
        self.how.setText(tr("Have the file brought to the other office, and tell this passphrase by "
                            "telephone. It is kept nowhere: write it down only where the file "
                            "is not.") if passphrase else
                         tr("Have the file brought to the other office: it opens with their key alone. "
                            "What they send back is opened under Cases, “Open a package”."))
        self.passphrase.setText(passphrase)
        self.passphrase.setVisible(bool(passphrase))
        self.show()

    def forget(self) -> None:
        """Put the passphrase away."""
        self.passphrase.setText("")
        self.hide()


class SealingCard(Later):
    """Hidden until a referral goes out so; then it says where the file lies, and what is told by telephone.
    ``closed`` when that was read, or when it does not go out after all."""

    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._busy = bench, False
        self.referral: Referral | None = None
        self._seen: Seen | None = None
        self.hide()

    def make(self) -> QWidget:
        """What goes along, how it opens, until when, and the file."""
        made = QWidget()
        self.form, self.facts = Form(made), Facts(made)
        self.form.group(tr("Seal a package"))
        self.form.add_widget(label(tr(
            "One file with just what stands here, encrypted and signed. The other office opens it into its "
            "own intake with one press and answers with a file. Nothing said alone can be in it."), "muted",
            wrap=True))
        self.form.add_widget(self.facts)
        self._make_choices()
        self._make_place()
        self.go = button(tr("Seal and hand over"), picture="package")
        self.cancel = button(tr("Cancel"), "quiet")
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.another = button(tr("Another passphrase"), "quiet", picture="arrow-clockwise")
        self.strip, self.over = ProgressStrip(made), SealedNote(made)
        self.entry = QWidget(made)
        entry, column = QVBoxLayout(self.entry), QVBoxLayout(made)
        for one in (entry, column):
            one.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self.form)
        entry.addLayout(row_of(self.go, self.choose, self.another, self.cancel))
        for part in (self.entry, self.strip, self.over):
            column.addWidget(part)
        self.form.does(self.go)
        self.way.committed.connect(lambda _way: self._show_way())
        self.go.clicked.connect(self.submit)
        self.choose.clicked.connect(self._ask_folder)
        self.another.clicked.connect(lambda: self.passphrase.set_value(packages.proposed_passphrase()))
        self.cancel.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.closed)
        self.over.done.clicked.connect(self.leave)
        self.over.done.clicked.connect(self.closed)
        return made

    def _make_choices(self) -> None:
        told = particulars(Party)
        self.particulars = self.form.add(TickedField(tr("Particulars of the parties that go along"), str,
                                                     name="particulars"), wide=True)
        self.particulars.set_choices({name: tr(told[name].label) for name in PARTICULARS})
        self.facts_too = self.form.add(CheckField(tr("The facts in brief go along"), name="facts"))
        self.orders_too = self.form.add(CheckField(tr("The work orders go along, with their hours and steps"),
                                                   name="orders"))

    def _make_place(self) -> None:
        add = self.form.add
        self.way = add(SegmentField(tr("How it opens"), [
            (BY_KEY, tr("With the other office's key")), (BY_PHONE, tr("With a passphrase told "
                                                                       "by telephone"))],
            name="office", required=True), wide=True)
        self.passphrase = add(TextField(tr("Passphrase"), name="passphrase", width=40, limit=200, help=tr(
            "Tell it by telephone. Never write it on the stick or in the same letter.")), wide=True)
        self.until = add(DateField(tr("Can be taken in until"), name="valid_until", required=True,
                                   today=self._bench.today, look="ahead"))
        self.folder = add(TextField(tr("Folder or stick"), name="folder", width=WIDE, limit=1000,
                                    required=True), wide=True)
        self.file = add(TextField(tr("Name of the file"), name="file", width=WIDE, limit=200,
                                  required=True), wide=True)
        self.name = Proposed(self.file)

    # -- showing -------------------------------------------------------------------------

    def begin(self, referral: Referral) -> None:
        """Ask how this one goes out."""
        self.bring()
        self.referral, self._seen = referral, self._bench.seen
        self.form.clear_errors()
        self.particulars.set_value(PARTICULARS)
        self.form.set_values({"facts": True, "orders": True, "office": BY_KEY, "passphrase": "",
                              "valid_until": None, "folder": self.folder.value() or str(Path.home())})
        self.name.give_way()
        self._show_way()
        self.over.hide()
        self.entry.show()
        self.show()
        self._bench.read(look_into, referral.id, done=self._show_outline)

    def _show_outline(self, found: tuple[Outline, str]) -> None:
        told, name = found
        self.name.offer(name)
        self.until.set_value(self.until.value() or told.valid_until)
        self.facts.tell([
            (tr("Receiving office"), told.office), (tr("Parties"), "、".join(told.parties)),
            (tr("Claims"), "、".join(told.claims)), (tr("Work order"), "、".join(told.orders)),
            (tr("Papers"), "、".join(told.papers)), (tr("Evidence"), "、".join(told.exhibits)),
            (tr("Size"), size_words(told.size) if told.size else "")])
        self.way.set_value(BY_KEY if told.has_key else BY_PHONE)
        self._show_way()

    def _show_way(self) -> None:
        by_phone = self.way.typed() == BY_PHONE
        if by_phone and not self.passphrase.typed():
            self.passphrase.set_value(packages.proposed_passphrase())
        self.passphrase.setVisible(by_phone)
        self.another.setVisible(by_phone)

    def leave(self) -> None:
        """Put the card by; what is being written is stopped."""
        if self.is_made:
            self.strip.halt()
            self.passphrase.set_value("")
            self.over.forget()
        self.referral = None
        self.hide()

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"), self.folder.typed())
        if chosen:
            self.folder.set_typed(chosen)
            self.folder.commit()

    # -- sealing -------------------------------------------------------------------------

    def wanted(self) -> Sealing:
        """What the form says."""
        day = self.until.value()
        told = Chosen(particulars=frozenset(self.particulars.value()), facts=bool(self.facts_too.value()),
                      orders=bool(self.orders_too.value()))
        return Sealing(told, self.passphrase.value() if self.way.typed() == BY_PHONE else "",
                       day if isinstance(day, date) else None)

    def submit(self) -> None:
        """Write it and hand the referral over by it; what is wrong is said beside its field."""
        if self._busy or self.referral is None or not self.form.commit():
            return
        self._busy, bench, words = True, self._bench, tr("Sealing the package …")
        self.go.setEnabled(False)
        wanted = self.wanted()
        task = bench.tasks.run(
            packages.seal_into, bench.desk, bench.case_id, self.referral.id, wanted, self.folder.value(),
            self.file.value(), seen=self._seen, receiver=self, label=words,
            done=lambda packed: self._done(packed, wanted.passphrase), failed=self._refused)
        self.strip.follow(task, words)

    def _done(self, packed: Packed, passphrase: str) -> None:
        self._free()
        self.entry.hide()
        self.over.tell(packed.path, passphrase)
        self.over.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bench.tell(packed.changes)

    def _refused(self, error: DeskError) -> None:
        self._free()
        if isinstance(error, Conflicts):
            self._bench.clash.emit(error, None)
        elif not self.form.show_error(error):
            self._bench.trouble.emit(error)

    def _free(self) -> None:
        self._busy = False
        self.go.setEnabled(True)
