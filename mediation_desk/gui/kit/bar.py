"""The calm line at the foot of a page that tells what happened, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.elided import Elided
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label, restyle, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.order import Aside
from mediation_desk.gui.kit.words import tr, tr_error

PICTURES = {"notice": "info", "agreed": "check-circle", "disputed": "warning", "overdue": "warning-circle"}
NOTICE_MS = 10_000
HEIGHT = 28  # px at 100 %


class MessageBar(Aside):
    """A line that keeps its place while there is nothing to say, so that no page moves when it comes or
    goes. A notice goes by itself, though not from under the pointer; a trouble stays. What is longer
    than the line is read by pressing “More”."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedHeight(look().px(HEIGHT))
        self.keep_room(True)
        self._act: Callable[[], object] | None = None
        self._sign, self.words = QLabel(self), Elided("", self)
        self.more, self.action = (button(text, "quiet", parent=self) for text in (tr("More"), ""))
        self._close = QToolButton(self)
        self._close.setIcon(icon("x", "muted"))
        self._close.setIconSize(QSize(look().px(14), look().px(14)))
        self._close.setAccessibleName(tr("Close the message"))
        self._clock = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._lay()
        self.more.clicked.connect(self.show_all)
        self.action.clicked.connect(self._acted)
        self._close.clicked.connect(self.clear)
        self._clock.timeout.connect(self._over)
        self.hide()

    def keep_room(self, kept: bool) -> None:
        """Whether the line's place stays free while nothing is said."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.setSizePolicy(policy)

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(12), 0, look().px(4), 0)
        row.setSpacing(look().px(8))
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        for press in (self.more, self.action, self._close):
            row.addWidget(press)

    def notice(self, text: str, *, action: str = "", on_action: Callable[[], object] | None = None,
               meaning: str = "notice", stays: bool = False) -> None:
        """Say something that is fine, with perhaps a way back such as Undo; gone after ten seconds
        unless it ``stays``."""
        self._show(text, meaning, action, on_action)
        self._clock.stop() if stays else self._clock.start()

    def trouble(self, error: DeskError | str, *, action: str = "",
                on_action: Callable[[], object] | None = None) -> None:
        """Say what is wrong; it stays until it is closed or something else is said."""
        text = tr_error(error) if isinstance(error, DeskError) else error
        self._show(text, "overdue", action, on_action)
        self._clock.stop()

    def clear(self) -> None:
        """Say nothing; the keyboard goes back to where it was before it came here."""
        self._clock.stop()
        self.hide()

    def show_all(self) -> None:
        """The whole message over the line, until one presses elsewhere or Esc."""
        _Whole(self, self.words.text()).open()

    def _show(self, text: str, meaning: str, action: str, on_action: Callable[[], object] | None) -> None:
        self._act = on_action
        self.words.setText(text)
        tip(self.words, text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action and on_action))
        size = look().px(18)
        colour = "accent" if meaning == "notice" else meaning
        self._sign.setPixmap(icon(PICTURES[meaning], colour).pixmap(QSize(size, size)))
        self.setProperty("meaning", meaning)
        restyle(self)
        self.show()
        self._offer_more()

    def _offer_more(self) -> None:
        """“More” where the line cuts the message: asked of the line as it is without the button."""
        self.more.hide()
        row = self.layout()
        if row is not None:
            row.activate()
        self.more.setVisible(self.words.cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fitted may be cut now, and the other way round."""
        super().resizeEvent(event)
        self._offer_more()

    def _over(self) -> None:
        """A notice's time is over: it waits while somebody is about to press what is in it."""
        busy = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self)
        self._clock.start() if busy else self.clear()

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act:
            act()


class _Whole(QFrame):
    """A message as long as it is."""

    def __init__(self, bar: MessageBar, text: str) -> None:
        super().__init__(bar, Qt.WindowType.Popup)
        self._bar = bar
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self.words = selectable(label(text, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.addWidget(self.words)
        self.setFixedWidth(min(bar.width(), look().px(720)))

    def open(self) -> None:
        """Above the line, where it covers the page only as long as it is read."""
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.move(self._bar.mapToGlobal(QPoint(0, -self.height() - look().px(4))))
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
