"""What the workers of a new case ask for: the common claims of their kind of work first, and the amounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import MoneyField
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.library.asked import shipped_asked
from mediation_desk.services.intake.registering import ClaimDraft

ACROSS = 3  # amounts beside each other


class ClaimsPart(Form):
    """Ticks, and an amount for each of the ticked; ``more`` shows the other claims too. ``changed``: others
    are ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: tuple[str, ...] = ()
        self.ticked = self.add(TickedField(tr("Asks for"), str, name="claims"), wide=True)
        self.more = self.add_widget(button(tr("Other claims"), "link"))
        self.more.setCheckable(True)
        self.more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._box = self.add_widget(QWidget())
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(look().px(12))
        self.amounts = {name: self._amount(name) for name in CLAIMS}
        self.more.toggled.connect(lambda _on: self._offer())
        self.ticked.committed.connect(lambda _claims: self._show_amounts())
        self.ask(KindOfWork.OTHER)

    def _amount(self, name: str) -> MoneyField:
        made = MoneyField(tr_sentence(CLAIMS[name].label), name=f"amount/{name}", parent=self._box)
        made.edited.connect(lambda text: self.edited.emit(made.name, text))
        made.hide()
        return made

    def commit(self) -> bool:
        """Keep the ticks and every amount that is asked for."""
        return super().commit() and all(self.amounts[name].commit() for name in self.ticked.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many ticks beside each other as there is room for."""
        super().resizeEvent(event)
        self.ticked.fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """No claim's words make the other half of the sheet narrower."""
        return QSize(0, super().minimumSizeHint().height())

    def ask(self, kind: KindOfWork) -> None:
        """Offer the common claims of that kind of work first."""
        self._first = shipped_asked().of_kind(kind).claims
        self._offer()

    def _offer(self) -> None:
        """The common ones, those that are ticked already, and all when asked for."""
        ticked = self.ticked.typed().split()
        names = [*self._first, *(one for one in ticked if one not in self._first)]
        if self.more.isChecked() or not self._first:
            names += [one for one in CLAIMS if one not in names]
        self.ticked.set_choices({name: tr_sentence(CLAIMS[name].label) for name in names})
        self.more.setText(tr("Common claims only") if self.more.isChecked() else tr("Other claims"))
        self.more.setVisible(bool(self._first))
        self.ticked.fit(self.width())
        self._show_amounts()

    def _show_amounts(self) -> None:
        asked = [name for name in self.amounts if name in self.ticked.value()]
        for name, field in self.amounts.items():
            self._grid.removeWidget(field)
            field.setVisible(name in asked)
        for at, name in enumerate(asked):
            self._grid.addWidget(self.amounts[name], at // ACROSS, at % ACROSS)
        self._box.setVisible(bool(asked))
        self.changed.emit()

    def begin_anew(self) -> None:
        """Nothing asked for."""
        self.ticked.set_value(())
        for field in self.amounts.values():
            field.set_value(None)
            field.set_typed("")
        self.more.setChecked(False)
        self._offer()

    def drafts(self) -> list[ClaimDraft]:
        """What is ticked, with its amount."""
        return [ClaimDraft(name, self.amounts[name].value()) for name in self.ticked.value()]

    def state(self) -> dict[str, Any]:
        """All that was ticked and typed, for a draft."""
        return {"claims": self.ticked.typed(),
                "amounts": {name: self.amounts[name].typed() for name in self.ticked.typed().split()}}

    def bring_back(self, state: Mapping[str, Any]) -> None:
        """The same, as a draft has it; a claim that there is no more is left out."""
        wanted = [name for name in str(state.get("claims", "")).split() if name in CLAIMS]
        self.more.setChecked(any(name not in self._first for name in wanted))
        self.ticked.set_typed(" ".join(wanted))
        self.ticked.commit()
        amounts = state.get("amounts")
        for name, text in (amounts.items() if isinstance(amounts, dict) else ()):
            if name in self.amounts:
                self.amounts[name].set_typed(str(text))
                self.amounts[name].commit()
        self._show_amounts()
