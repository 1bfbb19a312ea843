"""Above the form: the order is a case already, which can be opened or given the order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mediation_desk.gui.intake.new_case.told import newest, order_words
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.intake.pasted_orders import Repeated


class KnownCard(QFrame):
    """``open(case_id)`` and ``join(case_id)`` for the newest case that whoever looks may see."""

    open = Signal(object)
    join = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._known: Sequence[Repeated] = ()
        self.words = label("", wrap=True, parent=self)
        self.to_case = button(tr("Open the case"), picture="folder-open", parent=self)
        self.to_join = button(tr("Add the order to it"), picture="plus", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[look().px(12)] * 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.to_case)
        row.addWidget(self.to_join)
        self.to_case.clicked.connect(lambda: self.open.emit(self._newest().case_id))
        self.to_join.clicked.connect(lambda: self.join.emit(self._newest().case_id))
        self.hide()

    def show_known(self, known: Sequence[Repeated]) -> None:
        """Say which case it is; nothing where it is none."""
        self._known = known
        self.setVisible(bool(known))
        if known:
            one = self._newest()
            self.words.setText(order_words(one))
            self.to_case.setVisible(one.visible)
            self.to_join.setVisible(one.visible and not one.same_text)

    def _newest(self) -> Repeated:
        return newest(self._known)
