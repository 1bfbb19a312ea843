"""The bargaining zone as a small calm bar: both bottom lines, the offers so far, and what lies between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.domain.mediation.zone import Zone
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.side import meaning
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.words import tr, tr_count, words


def zone_words(zone: Zone | None) -> str:
    """The zone in one sentence."""
    if zone is None:
        return tr("The zone shows as soon as both bottom lines are known.")
    if zone.low > zone.high:
        return tr("No zone: the bottom lines lie {gap} apart.", gap=zone.low - zone.high)
    if not zone.exists:
        return tr("No zone: the amounts meet, but one side wants at least {fewest} instalments and the "
                  "other at most {most}.", fewest=zone.fewest_instalments, most=zone.most_instalments)
    amounts = tr("The zone reaches from {low} to {high}", low=zone.low, high=zone.high)
    return tr("{amounts}, {instalments}.", amounts=amounts, instalments=_instalments(zone))


def _instalments(zone: Zone) -> str:
    fewest, most = zone.fewest_instalments, zone.most_instalments
    if most is None:
        return tr_count("in any number of instalments", "in at least {count} instalments", fewest)
    if fewest == most:
        return tr_count("all at once", "in {count} instalments", fewest)
    return tr("in {fewest} to {most} instalments", fewest=fewest, most=most)


class ZoneBar(QWidget):
    """An axis of amounts. ``offers`` are (side, amount) told so far, released or not."""

    def __init__(self, zone: Zone, offers: Sequence[tuple[Side, Money]],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self.offers = zone, tuple(offers)
        amounts = [zone.low.fen, zone.high.fen, *(amount.fen for _, amount in offers)]
        self._least, self._most = min(amounts), max(amounts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(look().px(960))
        self.setAccessibleName(zone_words(zone))

    def sizeHint(self) -> QSize:
        """One line of amounts, the axis with its marks, one line of amounts."""
        return QSize(look().px(400), look().px(84))

    def _x(self, fen: int) -> float:
        edge = look().px(96)
        room = self.width() - 2 * edge
        span = max(1, self._most - self._least)
        return edge + room * (fen - self._least) / span

    @property
    def _y(self) -> float:
        return self.height() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, zone or gap, bottom lines, offers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font(SMALL_PT))
        self._paint_axis(painter)
        self._paint_zone(painter)
        for side, amount in self.offers:
            self._paint_offer(painter, side, self._x(amount.fen))
        self._paint_lines(painter)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        here = look()
        painter.setPen(QPen(here.colour("edge"), 1))
        painter.drawLine(QPointF(0, self._y), QPointF(self.width(), self._y))
        painter.setPen(here.colour("muted"))
        below = self._y + here.px(18)
        for fen in {self._least, self._most} - {self.zone.low.fen, self.zone.high.fen}:
            spot = QRectF(self._x(fen) - here.px(90), below, here.px(180), here.px(20))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignHCenter), words().money(Money(fen)))

    def _paint_zone(self, painter: QPainter) -> None:
        left, right = sorted((self._x(self.zone.low.fen), self._x(self.zone.high.fen)))
        tall = look().px(12)
        colour = "agreed" if self.zone.exists else "disputed"
        painter.setPen(QPen(look().colour(colour), 1, Qt.PenStyle.SolidLine if self.zone.exists
                            else Qt.PenStyle.DashLine))
        painter.setBrush(look().soft(colour))
        painter.drawRect(QRectF(left, self._y - tall / 2, max(1.0, right - left), tall))

    def _paint_lines(self, painter: QPainter) -> None:
        """Each bottom line with its amount; the left one's words stand left of it, the other's right."""
        here, tall = look(), look().px(14)
        ends = sorted(((self.zone.low, Side.APPLICANT), (self.zone.high, Side.RESPONDENT)),
                      key=lambda end: end[0])
        for at, (amount, side) in enumerate(ends):
            x = self._x(amount.fen)
            painter.setPen(QPen(here.colour(meaning(side)), 3))
            painter.drawLine(QPointF(x, self._y - tall), QPointF(x, self._y + tall))
            wide = here.px(260)
            spot = QRectF(x - wide + 2 if at == 0 else x - 2, self._y - tall - here.px(22), wide, here.px(20))
            text = tr("{side}: {amount}", side=tr(side.label), amount=amount)
            lean = Qt.AlignmentFlag.AlignRight if at == 0 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(spot, int(lean), text)

    def _paint_offer(self, painter: QPainter, side: Side, x: float) -> None:
        """A small mark: from above for the applicants, from below for the respondents."""
        size = look().px(5)
        lift = -1 if side is Side.APPLICANT else 1
        foot = self._y + lift * look().px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(meaning(side)))
        painter.drawPolygon(QPolygonF([QPointF(x, foot), QPointF(x - size, foot + lift * size * 1.6),
                                       QPointF(x + size, foot + lift * size * 1.6)]))
