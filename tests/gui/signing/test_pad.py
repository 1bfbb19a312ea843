"""The pad keeps what a hand writes with mouse, pen or finger, and Enter confirms only what stands there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.settlement.strokes import MOST_POINTS, SCALE, Point, read
from mediation_desk.gui.signing.pad import SHAPE, SignaturePad
from tests.gui.signing.strokes import BOWS, draw

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(500, 160)
    made.show()
    return made


def test_a_stroke_of_the_mouse_is_kept_in_parts_of_the_box_whatever_its_size(pad: SignaturePad) -> None:
    draw(pad)
    (stroke,) = pad.writing().strokes
    assert [(round(one.x / SCALE, 2), round(one.y / SCALE, 2)) for one in stroke] == list(BOWS)
    assert all(one.pressure is None for one in stroke) and stroke[0].ms == 0
    before = pad.writing()
    pad.resize(300, 96)
    assert pad.writing() == before and read(before.stored()) == before and before.shape == SHAPE


def test_what_leaves_the_box_is_kept_at_its_edge(pad: SignaturePad) -> None:
    draw(pad, ((0.5, 0.5), (1.4, -0.5)))
    assert pad.writing().strokes[0][-1].x == SCALE and pad.writing().strokes[0][-1].y == 0


def test_enter_confirms_only_what_stands_there_and_backspace_takes_a_stroke_back(pad: SignaturePad,
                                                                                 qtbot: QtBot) -> None:
    heard: list[int] = []
    pad.confirmed.connect(lambda: heard.append(1))
    pad.setFocus()
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert heard == [] and pad.is_blank
    draw(pad)
    draw(pad, ((0.6, 0.2), (0.7, 0.8)))
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert len(pad.writing().strokes) == 1
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert heard == [1]
    pad.clear()
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert heard == [1]


def test_a_pen_tells_how_hard_it_is_pressed_and_no_mouse_writes_beside_it(pad: SignaturePad) -> None:
    pen = QPointingDevice("pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
                          QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 2, "",
                          QPointingDeviceUniqueId())
    kinds = [(QEvent.Type.TabletPress, 50, 0.25), (QEvent.Type.TabletMove, 90, 0.5),
             (QEvent.Type.TabletMove, 130, 0.75), (QEvent.Type.TabletRelease, 130, 0.0)]
    for at, (kind, x, pressure) in enumerate(kinds):
        spot = QPointF(x, 80)
        buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
        QApplication.sendEvent(pad, QTabletEvent(
            kind, pen, spot, spot, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton, buttons))
        if at == 1:
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
            QTest.mouseMove(pad, QPoint(320, 20))
    (stroke,) = pad.writing().strokes
    assert [one.pressure for one in stroke] == [250, 500, 750]


def test_a_finger_writes_and_a_second_one_does_not(pad: SignaturePad) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(pad, screen).press(0, QPoint(40, 80), pad).commit()
    QTest.touchEvent(pad, screen).move(0, QPoint(90, 60), pad).press(1, QPoint(400, 20), pad).commit()
    QTest.touchEvent(pad, screen).move(0, QPoint(120, 90), pad).stationary(1).commit()
    QTest.touchEvent(pad, screen).release(0, QPoint(120, 90), pad).release(1, QPoint(400, 20), pad).commit()
    strokes = pad.writing().strokes
    assert len(strokes) == 1 and [one.x for one in strokes[0]] == [
        round(x / pad.box().width() * SCALE) for x in (40, 90, 120)]


def test_an_endless_hand_is_not_kept_without_end(pad: SignaturePad) -> None:
    pad._strokes = [[Point(at % SCALE, 0) for at in range(MOST_POINTS)]]
    draw(pad)
    assert pad.writing().points <= MOST_POINTS + 2
