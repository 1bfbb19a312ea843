"""The order of the Tab key is that in which a page is read; and where the keyboard goes from what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

CORNERS = (Qt.Corner.TopLeftCorner, Qt.Corner.TopRightCorner)


class Aside(QFrame):
    """What is reached by Tab, but where no work goes on: a message, the status line. ``came_from`` is
    where the keyboard was before, and goes back to."""

    came_from: QWidget | None = None


def in_order(root: QWidget) -> list[QWidget]:
    """What takes the Tab key inside a widget, in the order in which its layouts are read.

    Qt's own order is that in which widgets were made, so that what is made late (the particulars of
    a party that was just chosen) would come last of all.
    """
    return list(_walk(root))


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for child in _children(widget):
        yield from _walk(child)


def _children(widget: QWidget) -> Iterable[QWidget]:
    """A widget's parts as they are read."""
    if isinstance(widget, QStackedWidget):
        return _there(widget.currentWidget())
    if isinstance(widget, QTabWidget):
        corners = (widget.cornerWidget(corner) for corner in CORNERS)
        return _there(widget.tabBar(), *corners, widget.currentWidget())
    if isinstance(widget, QSplitter):
        return _there(*(widget.widget(at) for at in range(widget.count())))
    if isinstance(widget, QScrollArea):
        return _there(widget.widget())
    if isinstance(widget, QAbstractItemView):
        return [] if widget.state() == QAbstractItemView.State.EditingState else _placed(widget.viewport())
    return [] if isinstance(widget, QAbstractScrollArea) else _laid(widget)


def _there(*widgets: QWidget | None) -> list[QWidget]:
    return [widget for widget in widgets if widget is not None]


def _laid(widget: QWidget) -> list[QWidget]:
    """The children in the order of the layout, then those that lie about freely."""
    layout = widget.layout()
    inside = list(_items(layout)) if layout is not None else []
    known = set(inside)
    return inside + [child for child in _placed(widget) if child not in known]


def _placed(widget: QWidget) -> list[QWidget]:
    """The children from top to bottom, from left to right; windows of their own are none."""
    found = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return sorted(found, key=lambda child: (child.y(), child.x()))


def _items(layout: QLayout) -> Iterator[QWidget]:
    """The layout's widgets and those of the layouts in it, in order. Its items are never asked for: the
    binding keeps them after Qt has thrown them away, and takes what comes to lie there for them."""
    around = layout.parentWidget()
    inside = [one for one in (*layout.children(), *(around.children() if around else ()))
              if isinstance(one, (QWidget, QLayout))]
    places = {at: one for one in inside if (at := layout.indexOf(one)) >= 0}
    order = sorted(places)
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[index]
    for one in map(places.__getitem__, order):
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _items(one)


# -- going from one to the next ------------------------------------------------------------


def move(window: QWidget, forward: bool) -> bool:
    """Tab or Shift+Tab in a window; also what Qt asks for when the widget in focus is hidden or disabled."""
    now = QApplication.focusWidget()
    if now is not None and (not now.isVisible() or not now.isEnabled()):
        return land(window, now)
    target = neighbour(in_order(window), now, forward)
    if target is None:
        return False
    remember(now, target)
    reasons = Qt.FocusReason
    target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    return True


def remember(before: QWidget | None, now: QWidget | None) -> None:
    """The keyboard goes to what is aside: remember where it was."""
    beside = aside_of(now) if now is not None else None
    if beside is not None and before is not None and aside_of(before) is not beside:
        beside.came_from = before


def neighbour(order: list[QWidget], now: QWidget | None, forward: bool) -> QWidget | None:
    """The next or the previous one, round and round."""
    if not order:
        return None
    if now is None:
        return order[0 if forward else -1]
    around = [at for at, one in enumerate(order) if one is now or one.isAncestorOf(now)]
    here = around[-1] if around else None  # the innermost: a list may hold a button
    if here is not None:
        return order[(here + (1 if forward else -1)) % len(order)]
    inside = [at for at, one in enumerate(order) if now.isAncestorOf(one)]  # of a page clicked beside fields
    at = (inside[0] if forward else inside[0] - 1) if inside else (0 if forward else -1)
    return order[at]


def land(window: QWidget, lost: QWidget) -> bool:
    """Put the keyboard where the work goes on: the nearest place in what is still there around it."""
    beside = aside_of(lost)
    before = beside.came_from if beside is not None else None
    if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    around = lost.parentWidget()
    while around is not None and window.isVisible():
        found = [one for one in in_order(around) if aside_of(one) is None]
        if found and around.isVisible():
            nearest(found, lost).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if around is window or getattr(around, "takes_keyboard", False):
            break
        around = around.parentWidget()
    if around is None or not around.isVisible():
        return False
    around.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def page_of(widget: QWidget) -> QWidget:
    """The page on which a widget lies; its window where it lies on none."""
    one: QWidget = widget
    while not getattr(one, "takes_keyboard", False):
        around = one.parentWidget()
        if around is None or one.isWindow():
            break
        one = around
    return one


def nearest(found: list[QWidget], lost: QWidget) -> QWidget:
    """The one whose top left lies nearest to that of what is gone; of equals the first."""
    window = found[0].window()
    place = _spot(lost, window)
    return min(found, key=lambda one: (_spot(one, window) - place).manhattanLength())


def _spot(widget: QWidget, window: QWidget) -> QPoint:
    spot = QPoint(0, 0)
    one: QWidget | None = widget
    while one is not None and one is not window:
        spot += one.pos()
        one = one.parentWidget()
    return spot


def aside_of(widget: QWidget) -> Aside | None:
    """What is aside and holds the widget, if anything."""
    one: QWidget | None = widget
    while one is not None and not isinstance(one, Aside):
        one = one.parentWidget()
    return one
