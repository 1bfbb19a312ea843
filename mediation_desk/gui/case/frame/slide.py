"""A stack whose next page slides in, unless the person or the system asks for stillness."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QStackedWidget, QWidget

from mediation_desk.gui.kit.look.theme import look, reduced_motion

SLIDE_MS = 120


class SlidingStack(QStackedWidget):
    """Pages side by side: a later one comes from the right, an earlier one from the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: QPropertyAnimation | None = None

    def slide_to(self, page: QWidget, *, forward: bool) -> None:
        """Bring a page to the front."""
        self._rest()
        if page is self.currentWidget():
            return
        first = self.currentWidget() is None
        self.setCurrentWidget(page)
        if first or reduced_motion() or not self.isVisible():
            return
        start = QPoint(look().px(48) if forward else -look().px(48), 0)
        self._motion = QPropertyAnimation(page, b"pos", self)
        self._motion.setDuration(SLIDE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(start)
        self._motion.setEndValue(QPoint(0, 0))
        self._motion.start()

    def _rest(self) -> None:
        """End a motion that is still under way, its page in place."""
        if self._motion is None:
            return
        self._motion.stop()
        page = self._motion.targetObject()
        if isinstance(page, QWidget):
            page.move(0, 0)
        self._motion.deleteLater()
        self._motion = None
