"""Paints a calendar that was laid out: days with what is different about them, hours, entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.planning.entries import CalendarEntry, Span
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.calendar import marks
from mediation_desk.gui.pages.calendar.laying import Box, Cell, Laid, More, Sizes

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def sizes(span: Span) -> Sizes:
    """Heights that grow with the type; beside each other days have their words beneath their names."""
    here = look()
    line = QFontMetrics(here.font(SMALL_PT)).height() + here.px(4)
    head = line + here.px(6) if span is not Span.WEEK else 2 * line + here.px(4)
    return Sizes(line=line, head=head, gutter=here.px(48))


@dataclass(frozen=True)
class Scene:
    """What is painted: the days in view, the one chosen, the entry chosen, and which day it is."""

    span: Span
    month: int
    today: date
    now: datetime
    day: date
    chosen: CalendarEntry | None
    focused: bool
    calendar: WorkCalendar


def paint(painter: QPainter, laid: Laid, scene: Scene) -> None:
    """The whole calendar."""
    for cell in laid.cells:
        _day(painter, cell, scene)
    _hours(painter, laid, scene)
    for box in laid.boxes:
        entry(painter, box, scene)
    for more in laid.mores:
        _more(painter, more)
    _frame(painter, laid, scene)


def _day(painter: QPainter, cell: Cell, scene: Scene) -> None:
    here = look()
    work = scene.calendar.is_workday(cell.day)
    painter.fillRect(cell.rect, here.colour("raised" if work else "hover"))
    painter.setPen(here.colour("line"))
    painter.drawRect(cell.rect.adjusted(0, 0, 0, 0))
    inner = cell.head.adjusted(here.px(6), 0, -here.px(6), 0)
    beneath = inner
    if scene.span is Span.WEEK:
        inner = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2 + here.px(2))
        beneath = QRect(inner.left(), inner.bottom(), inner.width(), cell.head.bottom() - inner.bottom())
    _number(painter, cell, inner, scene)
    said = tr("Today") if cell.day == scene.today else ""
    told = " · ".join(filter(None, (marks.day_words(cell.day, scene.calendar), said)))
    painter.setFont(here.font(SMALL_PT))
    painter.setPen(here.colour("accent" if said else "muted"))
    painter.drawText(beneath, int(LEFT if scene.span is Span.WEEK else RIGHT), told)


def _number(painter: QPainter, cell: Cell, inner: QRect, scene: Scene) -> None:
    """The day's number, in a filled circle where it is today; with its weekday beside hours."""
    here, today = look(), cell.day == scene.today
    painter.setFont(here.font(SMALL_PT if scene.span is Span.MONTH else 10.5, bold=today))
    outside = scene.span is Span.MONTH and cell.day.month != scene.month
    painter.setPen(here.colour("muted" if outside else "ink"))
    number = str(cell.day.day)
    if outside or cell.day.day == 1:
        number = f"{cell.day.month}-{cell.day.day:02d}"
    if scene.span is not Span.MONTH:
        number = f"{number}  {marks.weekday(cell.day)}"
    if today:
        width = painter.fontMetrics().horizontalAdvance(number) + here.px(12)
        ground = QRect(inner.left() - here.px(2), inner.top() + 2, width, inner.height() - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(here.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(here.colour("on_accent"))
        inner = ground.adjusted(here.px(6), 0, 0, 0)
    painter.drawText(inner, int(LEFT), number)


def _hours(painter: QPainter, laid: Laid, scene: Scene) -> None:
    if not laid.hours or not laid.cells:
        return
    here = look()
    right = laid.cells[-1].rect.right()
    left = laid.cells[0].rect.left()
    painter.setFont(here.font(SMALL_PT))
    for hour, height in laid.hours:
        painter.setPen(here.colour("line"))
        painter.drawLine(QLine(left, height, right, height))
        painter.setPen(here.colour("muted"))
        spot = QRect(0, height - here.px(8), left - here.px(6), here.px(16))
        if hour < 24 and hour != laid.hours[-1][0]:
            painter.drawText(spot, int(RIGHT), f"{hour:02d}:00")
    today = next((cell for cell in laid.cells if cell.day == scene.today), None)
    if today and laid.hours[0][0] <= scene.now.hour < laid.hours[-1][0]:
        height = laid.height_of(scene.now)
        painter.setPen(QPen(here.colour("accent"), 2))
        painter.drawLine(QLine(today.rect.left(), height, today.rect.right(), height))


def entry(painter: QPainter, box: Box, scene: Scene) -> None:
    """One entry: a bar in its colour, its icon, its words; several lines where there is room."""
    here, mark = look(), marks.mark(box.entry, scene.today)
    ground = here.soft(mark.meaning)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.rect, 3, 3)
    if box.entry.busy:
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(box.rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.fillRect(QRect(box.rect.left(), box.rect.top(), 3, box.rect.height()), here.colour(mark.meaning))
    if box.entry == scene.chosen:
        painter.setPen(QPen(here.colour("accent"), 2))
        painter.drawRoundedRect(box.rect.adjusted(1, 1, -1, -1), 3, 3)
    _words(painter, box, mark)


def _words(painter: QPainter, box: Box, mark: marks.Mark) -> None:
    here, one = look(), box.entry
    font = here.font(SMALL_PT)
    font.setStrikeOut(one.called_off)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    size = min(here.px(14), box.rect.height() - 2)
    first = QRect(box.rect.left() + here.px(6), box.rect.top(), box.rect.width() - here.px(8),
                  min(box.rect.height(), metrics.height() + here.px(4)))
    icons.draw(painter, mark.picture, QRect(first.left(), first.center().y() - size // 2 + 1, size, size),
               mark.meaning)
    rest = [marks.hours(one), one.place, marks.what(one)] if one.starts_at else []
    fit = max(0, (box.rect.height() - first.height()) // metrics.height())
    told = [marks.whose(one) if fit and rest else marks.short(one), *rest[:fit]]
    painter.setPen(here.colour("muted" if one.busy or one.called_off else "ink"))
    for at, line in enumerate(filter(None, told)):
        spot = first.translated(0, at * metrics.height())
        spot.setLeft(spot.left() + (0 if at else size + here.px(4)))
        cut = metrics.elidedText(on_line(line), Qt.TextElideMode.ElideRight, spot.width())
        painter.drawText(spot, int(LEFT), cut)


def _more(painter: QPainter, more: More) -> None:
    here = look()
    painter.setFont(here.font(SMALL_PT, bold=True))
    painter.setPen(here.colour("accent"))
    painter.drawText(more.rect.adjusted(here.px(6), 0, 0, 0), int(LEFT), tr("{count} more", count=more.count))


def _frame(painter: QPainter, laid: Laid, scene: Scene) -> None:
    """The chosen day."""
    cell = next((one for one in laid.cells if one.day == scene.day), None)
    if cell is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look().colour("accent"), 2 if scene.focused else 1))
        painter.drawRect(cell.rect.adjusted(1, 1, -1, -1))


def ghost(painter: QPainter, laid: Laid, moved: CalendarEntry, to: datetime, clash: str) -> None:
    """Where a session would come to stand; in red with an icon and in words where something clashes."""
    cell = next((one for one in laid.cells if one.day == to.date()), None)
    if cell is None:
        return
    here, meaning = look(), "overdue" if clash else "accent"
    top = laid.height_of(to) if laid.hours else cell.rect.top() + cell.head.height()
    spot = QRect(cell.rect.left() + 3, top, cell.rect.width() - 8, here.px(38))
    painter.setPen(QPen(here.colour(meaning), 2, Qt.PenStyle.DashLine))
    painter.setBrush(here.soft(meaning))
    painter.drawRoundedRect(spot, 3, 3)
    painter.setFont(here.font(SMALL_PT, bold=True))
    size = here.px(14)
    icons.draw(painter, "warning-circle" if clash else "calendar-check",
               QRect(spot.left() + 6, spot.top() + 4, size, size), meaning)
    painter.setPen(here.colour(meaning))
    dots = Qt.TextElideMode.ElideRight
    metrics = painter.fontMetrics()
    painter.drawText(spot.adjusted(size + 12, 2, -2, -spot.height() // 2), int(LEFT),
                     metrics.elidedText(f"{to:%m-%d %H:%M}", dots, spot.width() - size - 14))
    painter.drawText(spot.adjusted(6, spot.height() // 2, -2, -2), int(LEFT),
                     metrics.elidedText(on_line(clash or marks.whose(moved)), dots, spot.width() - 8))
