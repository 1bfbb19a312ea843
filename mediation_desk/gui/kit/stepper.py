"""The stations of a case across the top: done, current, open; or passed, and where it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mediation_desk.domain.vocabulary import Progress
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr

MARKS: Mapping[Progress, tuple[str, bool, str]] = MappingProxyType({
    Progress.DONE: ("agreed", True, "check-bold"), Progress.CURRENT: ("accent", True, ""),
    Progress.OPEN: ("muted", False, ""), Progress.PASSED: ("muted", False, "check-bold"),
    Progress.ENDED: ("muted", True, "minus-bold")})
"""The colour of each mark, whether it is filled, and its icon; the station's number where it has none."""


class Step(QAbstractButton):
    """One station: its mark, its number or a tick, its name; underlined while its page shows."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.standing = number, Progress.OPEN
        self.compact = False  # the name beneath the mark, where there is no room beside it
        self.slim = False  # the mark alone; the name beside it of the one whose page shows
        self.setText(text)
        self.setCheckable(True)
        self.toggled.connect(lambda _on: self.updateGeometry())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tip(self, tr("{name} ({key})", name=text, key=f"Alt+{number}"))
        self.stand(Progress.OPEN)

    def stand(self, standing: Progress) -> None:
        """Show how far this station is."""
        if standing is self.standing and self.accessibleName():
            return
        words = {Progress.DONE: tr("Station done"), Progress.CURRENT: tr("Current station"),
                 Progress.OPEN: tr("Station ahead"), Progress.PASSED: tr("Station passed"),
                 Progress.ENDED: tr("The case ended here")}
        self.standing = standing
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(words[standing])
        self.update()

    def _font(self) -> QFont:
        bold = self.isChecked() or self.standing is Progress.CURRENT
        return look().font(SMALL_PT, bold=bold) if self.compact and not self.slim else look().font(bold=bold)

    def wide_width(self) -> int:
        """How wide it is with the name beside the mark."""
        return QFontMetrics(look().font(bold=True)).horizontalAdvance(self.text()) + look().px(56)

    def set_compact(self, compact: bool, slim: bool) -> None:
        """The name beneath the mark, or beside it; ``slim``: none but that of the page in front."""
        if (compact, slim) != (self.compact, self.slim):
            self.compact, self.slim = compact, slim
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the mark and the name in bold."""
        here = look()
        if self.slim:
            return QSize(self.wide_width() if self.isChecked() else here.px(38), here.px(30))
        if not self.compact:
            return QSize(self.wide_width(), here.px(44))
        words = QFontMetrics(here.font(SMALL_PT, bold=True))
        return QSize(words.horizontalAdvance(self.text()) + here.px(8), here.px(22 + 14) + words.height())

    def minimumSizeHint(self) -> QSize:
        """The mark alone, and a little of the name; the whole name of the one whose page shows."""
        whole = self.sizeHint()
        if self.slim:
            return whole if self.isChecked() else QSize(look().px(30), whole.height())
        return whole if self.compact and self.isChecked() else QSize(look().px(40), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark, name and underline."""
        here, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = here.px(22)
        spot = QRect(here.px(8), (self.height() - mark) // 2, mark, mark)
        words = self.rect().adjusted(spot.right() + here.px(8), 0, -here.px(8), 0)
        side = Qt.AlignmentFlag.AlignVCenter
        if self.compact and not self.slim:
            spot.moveTo((self.width() - mark) // 2, here.px(4))
            words, side = self.rect().adjusted(0, spot.bottom(), 0, -here.px(4)), Qt.AlignmentFlag.AlignCenter
        if self.underMouse():
            painter.fillRect(self.rect(), here.soft("hover"))
        self._paint_mark(painter, spot)
        painter.setFont(self._font())
        quiet = self.standing is Progress.OPEN and not self.isChecked()
        painter.setPen(here.colour("muted" if quiet else "ink"))
        if self.isChecked() or not self.slim:
            cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(side), cut)
        if self.isChecked():
            bar = here.px(3)
            painter.fillRect(QRect(0, self.height() - bar, self.width(), bar), here.colour("accent"))
        if self.hasFocus():
            painter.setPen(here.colour("accent"))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_mark(self, painter: QPainter, spot: QRect) -> None:
        """A circle, filled where something was done there, with a tick, a bar, or the number."""
        here = look()
        ground, filled, picture = MARKS[self.standing]
        painter.setPen(here.colour(ground))
        painter.setBrush(here.colour(ground) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot)
        if picture:
            inset = here.px(5)
            icons.draw(painter, picture, spot.adjusted(inset, inset, -inset + 1, -inset + 1),
                       "raised" if filled else ground)
            return
        painter.setFont(here.font(9, bold=True))
        painter.setPen(here.colour("on_accent" if filled else "muted"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(self.number))


class Stepper(QWidget):
    """The stations in a row. ``chosen(key)`` when one is pressed; Left and Right move along."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slim = False
        self.steps = {key: Step(at, text, self) for at, (key, text) in enumerate(steps, 1)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(4))
        for key, step in self.steps.items():
            row.addWidget(step, step.wide_width())  # what is over goes to each by the length of its name
            step.clicked.connect(lambda _down, key=key: self.choose(key, tell=True))
        self.setAccessibleName(tr("Stations"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names beside the marks, or beneath them where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def set_slim(self, slim: bool) -> None:
        """The marks alone, where the window is low."""
        self._slim = slim
        self._fit()

    def _fit(self) -> None:
        gaps = look().px(4) * (len(self.steps) - 1)
        wanted = sum(step.wide_width() for step in self.steps.values()) + gaps
        for step in self.steps.values():
            step.set_compact(self.width() < wanted, self._slim)

    def stand(self, standings: dict[str, Progress]) -> None:
        """Show how far the case is."""
        for key, standing in standings.items():
            self.steps[key].stand(standing)

    def choose(self, key: str, *, tell: bool = False) -> None:
        """Show which station's page is at the front."""
        for name, step in self.steps.items():
            step.setChecked(name == key)
        if tell:
            self.chosen.emit(key)

    def choose_number(self, number: int) -> bool:
        """Alt and a number; False where there is no such station."""
        keys = list(self.steps)
        if not 1 <= number <= len(keys):
            return False
        self.choose(keys[number - 1], tell=True)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the focus; Space presses, as on any button."""
        steps = list(self.steps.values())
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key(), 0)
        at = next((at for at, one in enumerate(steps) if one.hasFocus()), None)
        if step and at is not None and 0 <= at + step < len(steps):
            steps[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
