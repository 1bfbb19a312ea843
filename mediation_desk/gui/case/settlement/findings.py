"""What is looked through before signing: what must be mended, and what is ticked once it was looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.checks import Finding
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count, words


class FindingsList(QWidget):
    """The findings of the checks. ``jump(Finding)``: somebody goes to mend it; ``ticked``: a warning was
    looked at, or no longer is."""

    jump = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self._looked_at: set[str] = set()
        self.head = label("", "group")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.head)
        column.addLayout(self._rows)
        self.hide()

    def forget(self) -> None:
        """Another signing begins: nothing was looked at yet."""
        self._looked_at.clear()
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found; what was ticked before and is found again stays ticked."""
        self.findings, self.boxes = tuple(findings), {}
        empty_layout(self._rows)
        for one in self.findings:
            self._rows.addWidget(self._row(one))
        self.setVisible(bool(self.findings))
        self._say()

    def _row(self, one: Finding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(12))
        said = words().sentence(one.sentence)
        line.addWidget(self._mark(one, said), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(said, wrap=True), 1)
        go = button(tr("Go there"), "quiet", picture="arrow-right")
        go.setAccessibleName(tr("Go there: {said}", said=said))
        go.clicked.connect(lambda: self.jump.emit(one))
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _mark(self, one: Finding, said: str) -> QWidget:
        if one.stops:
            return Chip(State(tr(one.severity.label), "overdue", "warning-circle"))
        box = QCheckBox(tr("Looked at"))
        box.setAccessibleName(tr("Looked at: {said}", said=said))
        box.setChecked(one.key in self._looked_at)
        box.toggled.connect(lambda on: self._tick(one.key, on=on))
        self.boxes[one.key] = box
        return box

    def _tick(self, key: str, *, on: bool) -> None:
        if on:
            self._looked_at.add(key)
        else:
            self._looked_at.discard(key)
        self._say()
        self.ticked.emit()

    def _say(self) -> None:
        wrong, left = sum(one.stops for one in self.findings), len(self.left)
        if wrong:
            self.head.setText(tr_count("1 thing must be mended before anybody signs",
                                       "{count} things must be mended before anybody signs", wrong))
        elif left:
            self.head.setText(tr_count("1 thing to look at before anybody signs",
                                       "{count} things to look at before anybody signs", left))
        else:
            self.head.setText(tr("Everything was looked at"))

    @property
    def left(self) -> list[QCheckBox]:
        """The boxes of warnings that nobody ticked yet."""
        return [box for box in self.boxes.values() if not box.isChecked()]

    @property
    def looked_at(self) -> frozenset[str]:
        """The keys of the warnings that were ticked."""
        return frozenset(self._looked_at & self.boxes.keys())
