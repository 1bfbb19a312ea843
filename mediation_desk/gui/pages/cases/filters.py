"""What narrows the list of cases: words, station, status, kind of work, mediator, site, days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.agenda import Due, due_range
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import KindOfWork, Station, Status, Term
from mediation_desk.gui.kit.fields.field_rows import FieldRows
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Field, TextField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services.office.sites import Choice

PAUSE_MS = 120  # between the last key and the search
CHOICE_WIDTH = 13
Chosen = TypeVar("Chosen")


class CaseFilters(FieldRows):
    """Fields side by side; ``changed`` when the list should be fetched anew. ``today``: the office's;
    ``only``: the fields that there are, by their names; empty: all."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], mediators: Sequence[tuple[UUID, str]] = (), *,
                 only: Sequence[str] = (), memory: Memory | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._only = today, only
        self.text = TextField(tr("Search"), name="text", width=28, limit=100,
                              placeholder=tr("Name, number, phone, pinyin"))
        self.station = self._choice(tr("Station"), "station", Station)
        self.status = self._choice(tr("Status"), "status", Status)
        self.due = self._choice(tr("What is due"), "due", Due)
        self.kind = self._choice(tr("Kind of work"), "kind", KindOfWork)
        self.mediator = ChoiceField(tr("Mediator"), mediators, name="mediator", empty=tr("All"),
                                    width=CHOICE_WIDTH)
        self.site = SiteField(memory, "cases-site")
        self.since = DateField(tr("Received from"), name="received_from", today=today)
        self.until = DateField(tr("Received until"), name="received_until", today=today)
        self.more = button(tr("More filters"), "quiet", picture="funnel", parent=self)
        self.more.setCheckable(True)
        self.more.hide()
        self.short = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.lay_fields(look().px(1200), self.more)
        self._listen()

    @staticmethod
    def _choice(label: str, name: str, terms: type[Term]) -> ChoiceField:
        return ChoiceField(label, [(term, tr(term.label)) for term in terms], name=name, empty=tr("All"),
                           width=CHOICE_WIDTH)

    @property
    def fields(self) -> Sequence[Field]:
        """All of them, in their order."""
        all_ = (self.text, self.station, self.status, self.due, self.kind, self.mediator, self.site,
                self.since, self.until)
        return tuple(field for field in all_ if not self._only or field.name in self._only)

    def set_short(self, short: bool) -> None:
        """The search alone, the others when they are asked for; where the window is low for its type."""
        self.short = short
        self._show_fields()

    def _show_fields(self) -> None:
        """All fields, or as many as there is room for; what narrows the list now is always in sight."""
        all_ = not self.short or self.more.isChecked()
        self.more.setVisible(self.short)
        for field in self.fields[1:]:
            needless = (field is self.mediator and self.mediator.combo.count() <= 2) or (
                field is self.site and not self.site.has_sites)
            field.setVisible(not needless and (all_ or field.value() is not None))
        self.fit(self.width())

    def _listen(self) -> None:
        self.text.line.setClearButtonEnabled(True)
        self.more.toggled.connect(lambda _on: self._show_fields())
        self.text.line.textChanged.connect(lambda _text: self._pause.start())
        for field in self.fields[1:]:
            field.committed.connect(lambda _value: self.changed.emit())

    def set_mediators(self, mediators: Sequence[tuple[UUID, str]]) -> None:
        """Who mediates; with a single mediator there is nothing to choose."""
        self.mediator.set_choices(mediators)
        self._show_fields()

    def set_sites(self, known: Sequence[Choice]) -> None:
        """Which sites the office has; in one without nothing of it is seen."""
        other = self.site.set_sites(known)
        self._show_fields()
        if other:
            self._now()

    # -- as a filter ---------------------------------------------------------------------

    def wanted(self) -> CaseFilter:
        """What the fields leave of the list."""
        return CaseFilter(
            text=self.text.typed().strip(), stations=_one(self.station, Station),
            statuses=_one(self.status, Status), kinds=_one(self.kind, KindOfWork),
            mediators=_one(self.mediator, UUID), sites=self._sites(), received_from=self.since.value(),
            received_until=self.until.value(),
            due=next((due_range(due, self._today()) for due in _one(self.due, Due)), None))

    def _sites(self) -> tuple[UUID, ...]:
        return self.site.chosen() if self.site in self.fields else ()

    def narrows(self) -> bool:
        """Whether anything is chosen or typed."""
        return self.wanted() != CaseFilter()

    def clear(self) -> None:
        """Choose nothing: the whole list."""
        self._empty()
        self.site.remember()
        self._now()

    def _empty(self) -> None:
        self.site.put(None)
        for field in self.fields:
            field.set_typed("")
            field.set_value("" if field is self.text else None)

    def narrow(self, *, station: Station | None = None, status: Status | None = None,
               due: Due | None = None, text: str = "", mediator: UUID | None = None,
               site: UUID | None = None) -> None:
        """Only the cases at a station, of a status, in which something presses, that answer a text, of one
        mediator or one site; everything else is cleared."""
        self._empty()
        self.site.put(site)
        self.station.set_value(station)
        self.status.set_value(status)
        self.due.set_value(due)
        self.text.set_value(text)
        self.mediator.set_value(mediator)
        self._now()

    def _now(self) -> None:
        self._pause.stop()
        self.changed.emit()


def _one(field: ChoiceField, kind: type[Chosen]) -> tuple[Chosen, ...]:
    value = field.value()
    return (value,) if isinstance(value, kind) else ()
