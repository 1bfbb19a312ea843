"""The voucher of a payment: opened, attached from the case's evidence or as a new file, taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.elsewhere import open_elsewhere
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.looking import look_elsewhere
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.performance import booking


def exhibit_words(exhibit: Exhibit) -> str:
    """An exhibit by its number and name."""
    return f"{exhibit.label} {exhibit.name}"


def file_voucher(bench: CaseBench, parent: QWidget, done: Callable[[UUID], object]) -> None:
    """Let a person choose a file, which becomes an exhibit of the case; ``done(exhibit_id)``."""
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Attach a voucher"))

    def filed(changes: Changes) -> None:
        if changes.result:
            done(changes.result)

    if chosen:
        bench.run(filing.add_files, [Path(chosen)], done=filed, notice=tr("The voucher is kept as evidence."))


class VoucherField(ChoiceField):
    """Which exhibit is the voucher, with a button that adds a file as one."""

    def __init__(self, bench: CaseBench) -> None:
        self.add_file = button(tr("Add a file …"), "quiet", picture="paperclip")
        super().__init__(tr("Voucher kept in the case"), name="exhibit_id", empty=tr("None kept"), width=26)
        self._bench = bench
        self._wanted: UUID | None = None
        self.add_file.clicked.connect(lambda: file_voucher(bench, self, self._filed))

    def _editor_row(self) -> QHBoxLayout:
        row = super()._editor_row()
        row.insertWidget(1, self.add_file)
        return row

    def _filed(self, exhibit_id: UUID) -> None:
        self._wanted = exhibit_id
        self._bench.read(filing.exhibits, done=lambda listed: self.offer(listed.exhibits))

    def offer(self, exhibits: Sequence[Exhibit]) -> None:
        """These may be chosen; what was just added is."""
        self.set_choices([(one.id, exhibit_words(one)) for one in exhibits])
        if self._wanted in {one.id for one in exhibits}:
            self.set_value(self._wanted)
            self._wanted = None


class VoucherButton(QWidget):
    """What can be done about the voucher of the chosen payments."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._payments: Sequence[Payment] = ()
        self._exhibits: Sequence[Exhibit] = ()
        self.opener: Callable[[Path], bool] = open_elsewhere
        self.folder = PrivateFolder(bench.desk)
        self.show_it = button(tr("Open the voucher"), "quiet", picture="receipt")
        self.attach = button(tr("Voucher"), "quiet", picture="paperclip")
        self.menu = QMenu(self.attach)
        self.menu.aboutToShow.connect(self._fill)
        self.attach.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_it)
        row.addWidget(self.attach)
        self.show_it.clicked.connect(self.open)

    def offer(self, exhibits: Sequence[Exhibit]) -> None:
        """The exhibits that there are."""
        self._exhibits = exhibits

    def choose(self, payments: Sequence[Payment]) -> None:
        """Whose voucher it is about; none: nothing can be done."""
        self._payments = payments
        self.show_it.setVisible(self._kept() is not None)
        self.attach.setVisible(not self._bench.read_only)
        self.attach.setEnabled(bool(payments) and not any(one.removed_at for one in payments))

    def _kept(self) -> UUID | None:
        return self._payments[0].exhibit_id if self._payments else None

    def _fill(self) -> None:
        self.menu.clear()
        attach = partial(self._attach, [one.id for one in self._payments])  # whatever is chosen meanwhile
        self.menu.addAction(tr("Add a file …")).triggered.connect(
            lambda: file_voucher(self._bench, self, attach))
        if self._kept() is not None:
            self.menu.addAction(tr("Take the voucher off")).triggered.connect(lambda: attach(None))
        self.menu.addSeparator()
        for one in self._exhibits:
            entry = self.menu.addAction(exhibit_words(one).replace("&", "&&"))
            entry.triggered.connect(partial(attach, one.id))

    def _attach(self, payments: Sequence[UUID], exhibit_id: UUID | None, _checked: bool = False) -> None:
        self._bench.run(booking.attach, payments, exhibit_id,
                        notice=tr("The voucher is attached.") if exhibit_id else tr("The voucher is off."))

    def open(self) -> None:
        """Let another program show a copy."""
        kept = self._kept()
        if kept is not None:
            self._bench.read(look_elsewhere, kept, self.folder, done=self._laid_out,
                             label=tr("Opening the file …"))

    def _laid_out(self, path: Path) -> None:
        if not self.opener(path):
            self._bench.told.emit(tr("No program on this machine opens this kind of file. Save a copy "
                                     "instead."), False)
