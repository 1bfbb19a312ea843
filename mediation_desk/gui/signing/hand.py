"""One signs: whose hand it is, the line that is read to them and confirmed, and the pad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.settlement.strokes import check
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.choice import ChoiceField, Tick
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.signing.pad import SignaturePad
from mediation_desk.services.settlement.on_screen import HandRow, SignerRow, Signing


class HandCard(QWidget):
    """``signed(Signing)`` once the line was confirmed and something was written and confirmed; ``closed``
    when it is put away. The pad opens only after the line was read and ticked."""

    signed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: SignerRow | None = None
        self._shown = ""  # the fingerprint of the paper that lies before whoever signs
        self.head = label("", "group", wrap=True)
        self.whose = ChoiceField(tr("Who signs"), name="hand")
        self.whose.setProperty("staysOpen", True)  # the page only shows the terms meanwhile
        self.line = label("", "spoken", wrap=True)
        self.read = Tick(tr("I have read this line to them and compared the document"))
        self.pad = SignaturePad()
        self.trouble = label("", "trouble", wrap=True)
        self.confirm = button(tr("Confirm the signature"), "primary", picture="check")
        self.undo, self.clear = button(tr("Undo the last stroke"), "quiet"), button(tr("Clear"), "quiet")
        self.back = button(tr("Not yet"), "quiet")
        self._lay()
        self.setFocusProxy(self.read)
        self.whose.committed.connect(lambda _key: self._show_hand())
        self.read.toggled.connect(self._open_pad)
        self.pad.changed.connect(self._follow)
        self.pad.confirmed.connect(self._confirm)
        self.confirm.clicked.connect(self._confirm)
        self.undo.clicked.connect(self.pad.undo)
        self.clear.clicked.connect(self.pad.clear)
        self.back.clicked.connect(self.closed)
        self.hide()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.setSpacing(look().px(12))
        for part in (self.head, self.whose, self.line, self.read, self.pad):
            column.addWidget(part)
        column.addLayout(_in_row(self.undo, self.clear))
        column.addWidget(self.trouble)
        column.addLayout(_in_row(self.confirm, self.back))

    def open(self, row: SignerRow, shown: str) -> None:
        """Let this one sign the paper of that fingerprint."""
        self._row, self._shown = row, shown
        self.head.setText(tr("{name} signs", name=row.name) if not row.role else tr(
            "{name} ({role}) signs", name=row.name, role=row.role))
        self.whose.set_choices([(hand.key, hand.name) for hand in row.hands])
        self.whose.set_value(row.hands[0].key)
        self.whose.setVisible(len(row.hands) > 1)
        self._show_hand()
        self.show()
        self.read.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def signer(self) -> str:
        """Who is signing, by key; empty while nobody is."""
        return self._row.key if self._row and not self.isHidden() else ""

    @property
    def name(self) -> str:
        """Whose hand writes."""
        return self._hand().name

    def refuse(self, error: DeskError) -> None:
        """Say why it was not kept; what was written stays, to be confirmed again."""
        self._say(tr_error(error))
        self.confirm.setEnabled(True)

    def _hand(self) -> HandRow:
        assert self._row is not None
        return next(one for one in self._row.hands if one.key == self.whose.value())

    def _show_hand(self) -> None:
        """Another hand, another line: it is read anew, and nothing is written yet."""
        self.line.setText(self._hand().line)
        self.read.setChecked(False)
        self.pad.clear()
        self._open_pad(False)

    def _open_pad(self, read: bool) -> None:
        self.pad.setEnabled(read)
        self._follow()
        if read:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Nothing is confirmed, cleared or undone where nothing stands."""
        self._say("")
        for one in (self.confirm, self.undo, self.clear):
            one.setEnabled(self.pad.isEnabled() and not self.pad.is_blank)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _confirm(self) -> None:
        if self._row is None or not self.read.isChecked() or not self.confirm.isEnabled():
            return  # a second Enter while the first is being kept
        writing, hand = self.pad.writing(), self._hand()
        try:
            check(writing)
        except DeskError as error:
            self._say(tr_error(error))
            return
        self.confirm.setEnabled(False)
        self.signed.emit(Signing(self._row.key, hand.key, hand.line, writing, self._shown))


def _in_row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for one in buttons:
        row.addWidget(one)
    row.addStretch(1)
    return row
