"""What is above the board: how much is in view, whose, in which room, and of which kinds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from mediation_desk.domain.planning.entries import CalendarFilter, EntryKind, Span
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.fields.kinds import ChoiceField, SegmentField, Tick
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.calendar.marks import PICTURES
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services.office.sites import Choice

SPANS = {Span.DAY: N_("By day"), Span.WEEK: N_("By week"), Span.MONTH: N_("By month")}
SPAN = "calendar-span"
BOTTOM = Qt.AlignmentFlag.AlignBottom


class Strip(QWidget):
    """``turned(int)``: so many spans on or back, 0 to today; ``changed``: other days or another filter are
    wanted; ``kinds_changed``: others of what is there."""

    turned = Signal(int)
    changed = Signal()
    kinds_changed = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self.span = SegmentField(tr("View"), [(one, tr(text)) for one, text in SPANS.items()], name="span")
        known = memory.recall(SPAN, Span.WEEK)
        self.chosen_span = Span(known) if known in tuple(Span) else Span.WEEK
        self.span.set_value(self.chosen_span)
        self.back = self._arrow("caret-left", tr("Earlier days"), -1)
        self.on = self._arrow("caret-right", tr("Later days"), 1)
        self.today = button(tr("Today"), parent=self)
        self.mediator = ChoiceField(tr("Mediator"), name="mediator", empty=tr("All"), width=12)
        self.room = ChoiceField(tr("Room"), name="room", empty=tr("All"), width=12)
        self.site = SiteField(memory, "calendar-site", width=12)
        self.kinds = {kind: self._tick(kind) for kind in EntryKind}
        self._lay()
        self._listen()

    def _arrow(self, picture: str, words: str, by: int) -> QToolButton:
        made = tool(picture, words, size=16, parent=self)
        made.clicked.connect(lambda: self.turned.emit(by))
        return made

    def _tick(self, kind: EntryKind) -> Tick:
        made = Tick(tr(kind.label), self)
        made.setIcon(icon(PICTURES[kind], "accent" if kind is EntryKind.SESSION else "ink"))
        made.setChecked(True)
        made.toggled.connect(lambda _on: self.kinds_changed.emit())
        return made

    def _lay(self) -> None:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(look().px(8))
        self._first, self._ticks = QWidget(self), QWidget(self)
        row, ticks = QHBoxLayout(self._first), QHBoxLayout(self._ticks)
        for line in (row, ticks):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(look().px(8))
        row.addWidget(self.back, 0, BOTTOM)
        row.addWidget(self.today, 0, BOTTOM)
        row.addWidget(self.on, 0, BOTTOM)
        row.addWidget(self.span, 0, BOTTOM)
        row.addWidget(self.mediator, 0, BOTTOM)
        row.addWidget(self.site, 0, BOTTOM)
        row.addWidget(self.room, 0, BOTTOM)
        row.addStretch(1)
        for made in self.kinds.values():
            ticks.addWidget(made, 0, BOTTOM)
        ticks.addStretch(1)
        self._both.addWidget(self._first, 1)
        self._both.addWidget(self._ticks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or the kinds beneath where they would be cut."""
        super().resizeEvent(event)
        needed = self._first.sizeHint().width() + self._ticks.sizeHint().width() + look().px(8)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if event.size().width() >= needed
                                else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two lines, for they can stand one above the other."""
        size = super().minimumSizeHint()
        size.setWidth(max(self._first.minimumSizeHint().width(), self._ticks.minimumSizeHint().width()))
        return size

    def _listen(self) -> None:
        self.today.clicked.connect(lambda: self.turned.emit(0))
        self.span.committed.connect(self._span_chosen)
        for field in (self.mediator, self.site, self.room):
            field.committed.connect(lambda _value: self.changed.emit())

    def _span_chosen(self, value: object) -> None:
        """Pressing the one that is down lets it stay down."""
        if not isinstance(value, Span):
            self.span.set_value(self.chosen_span)
            return
        self.chosen_span = value
        self._memory.keep(SPAN, value)
        self.changed.emit()

    # -- what is chosen ------------------------------------------------------------------

    def choose_span(self, span: Span) -> None:
        """D, W, M."""
        if span is not self.chosen_span:
            self.span.set_value(span)
            self._span_chosen(span)

    @property
    def wanted(self) -> CalendarFilter:
        """Whose, in which room, and of which site."""
        mediator, room = self.mediator.value(), self.room.value()
        return CalendarFilter(mediator if isinstance(mediator, UUID) else None,
                              room if isinstance(room, str) else "", next(iter(self.site.chosen()), None))

    @property
    def chosen_kinds(self) -> Collection[EntryKind]:
        """Which kinds are shown."""
        return [kind for kind, made in self.kinds.items() if made.isChecked()]

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return self.wanted != CalendarFilter() or len(self.chosen_kinds) < len(EntryKind)

    def clear(self) -> None:
        """Leave nothing out."""
        for made in self.kinds.values():
            made.setChecked(True)
        for field in (self.mediator, self.room):
            field.set_value(None)
        self.site.put(None)
        self.site.remember()
        self.changed.emit()

    def set_mediators(self, known: Sequence[tuple[UUID, str]]) -> None:
        """Whose sessions there can be."""
        self.mediator.set_choices(known)

    def set_sites(self, known: Sequence[Choice]) -> None:
        """Which sites the office has."""
        if self.site.set_sites(known):
            self.changed.emit()

    def set_rooms(self, rooms: Collection[str]) -> None:
        """Where sessions are held; the chosen one stays though nothing is held there now."""
        chosen = self.wanted.room
        self.room.set_choices([(room, room) for room in sorted({*rooms, *filter(None, (chosen,))})])
