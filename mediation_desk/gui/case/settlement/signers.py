"""Everybody who signs: who did on the screen, whose signature is crossed out, and who has not yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.settlement.on_screen import SignerRow


class SignersList(QWidget):
    """One row for each. ``sign(SignerRow)``: this one signs now; ``remove(UUID)``: a signature goes out."""

    sign = Signal(object)
    remove = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}  # by the signer's key: sign, or take out
        self.taking_out: dict[str, Button] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look().px(8))

    def show_rows(self, rows: Sequence[SignerRow], zone: tzinfo) -> None:
        """Show them, in the order of the paper."""
        self.buttons, self.taking_out = {}, {}
        empty_layout(self._rows)
        for one in rows:
            self._rows.addWidget(self._row(one, zone))

    def _row(self, one: SignerRow, zone: tzinfo) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(12))
        name = label(f"{one.name}（{one.role}）" if one.role else one.name, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(look().px(2))
        line.addLayout(texts, 1)
        texts.addWidget(name)
        if told := self._told(one, zone):
            texts.addWidget(label(told, "small", wrap=True))
        line.addWidget(Chip(_state(one)), 0, Qt.AlignmentFlag.AlignTop)
        for act in self._acts(one):
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _told(self, one: SignerRow, zone: tzinfo) -> str:
        """When it was signed, by whose hand; or why it must be signed anew, or cannot be."""
        if one.signature is not None:
            at = one.signature.signed_at.astimezone(zone)
            return tr("{name}, on the screen, {day} {at}", name=one.signature.signer, day=at.date(),
                      at=f"{at:%H:%M}")
        if one.crossed_out:
            return tr("{name} signed another paper: the agreement has changed since. Sign anew.",
                      name=one.crossed_out[-1].signer)
        if not one.hands:
            return tr("Nobody is entered who may sign for {name}: enter its legal representative, or an "
                      "agent with special authority, under Intake.", name=one.name)
        return ""

    def _acts(self, one: SignerRow) -> list[Button]:
        acts = []
        if one.signature is None and one.hands:
            press = button(tr("Sign"), picture="pen-nib")
            press.setAccessibleName(tr("Sign: {name}", name=one.name))
            press.clicked.connect(lambda: self.sign.emit(one))
            acts.append(press)
            self.buttons[one.key] = press
        standing = one.signature or (one.crossed_out[-1] if one.crossed_out else None)
        if standing is not None:
            out = button(tr("Take the signature out"), "quiet")
            out.setAccessibleName(tr("Take the signature out: {name}", name=one.name))
            out.clicked.connect(lambda: self.remove.emit(standing.id))
            acts.append(out)
            self.taking_out[one.key] = out
        return acts


def _state(one: SignerRow) -> State:
    if one.signature is not None:
        return State(tr("Signed"), "agreed")
    if one.crossed_out:
        return State(tr("Crossed out"), "overdue", "warning-circle")
    return State(tr("Not on the screen"), "missing")
