"""What narrows the payments besides their section: a company's name, whose cases, and at which site."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.gui.kit.fields.kinds import ChoiceField, TextField
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services.office.sites import Choice

PAUSE_MS = 200  # between the last key and the search


class DueFilters(QWidget):
    """A row of fields; ``changed`` when the list should be fetched anew. ``all_cases``: whether there is a
    choice of mediators."""

    changed = Signal()

    def __init__(self, *, all_cases: bool, memory: Memory | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.company = TextField(tr("Company"), name="company", width=22, limit=100,
                                 placeholder=tr("Part of the respondent's name"))
        self.mediator = ChoiceField(tr("Mediator"), name="mediator", empty=tr("All"), width=13)
        self.site = SiteField(memory, "payments-site")
        self._all_cases = all_cases
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        for field in (self.company, self.mediator, self.site):
            row.addWidget(field)
        row.addStretch(1)
        self.mediator.hide()
        self.company.line.setClearButtonEnabled(True)
        self.company.line.textChanged.connect(lambda _text: self._pause.start())
        for chosen in (self.mediator, self.site):
            chosen.committed.connect(lambda _value: self.changed.emit())

    @property
    def waits(self) -> bool:
        """Whether something was typed that is not searched for yet."""
        return self._pause.isActive()

    def set_mediators(self, mediators: Sequence[tuple[UUID, str]]) -> None:
        """Whose cases there are; with a single mediator there is nothing to choose."""
        self.mediator.set_choices(mediators)
        self.mediator.setVisible(self._all_cases and len(mediators) > 1)

    def set_sites(self, known: Sequence[Choice]) -> None:
        """Which sites the office has."""
        if self.site.set_sites(known):
            self.changed.emit()

    def wanted(self, section: Section | None) -> DueFilter:
        """What the fields leave of a section."""
        chosen = self.mediator.value()
        return DueFilter(section, (chosen,) if isinstance(chosen, UUID) else (), self.company.typed().strip(),
                         sites=self.site.chosen())

    def narrows(self) -> bool:
        """Whether anything is typed or chosen."""
        return self.wanted(None) != DueFilter()

    def clear(self) -> None:
        """Leave nothing out."""
        self.company.set_typed("")
        self.company.set_value("")
        self.mediator.set_value(None)
        self.site.put(None)
        self.site.remember()
        self._pause.stop()
        self.changed.emit()
