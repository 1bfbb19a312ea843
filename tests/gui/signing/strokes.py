"""How a person draws on the pad in tests: pressed, moved and let go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.signing.pad import SignaturePad

BOWS = ((0.1, 0.6), (0.2, 0.3), (0.3, 0.7), (0.4, 0.3))


def draw(pad: SignaturePad, parts: tuple[tuple[float, float], ...] = BOWS) -> None:
    """One stroke with the mouse, through these parts of the box."""
    box = pad.box()
    spots = [QPoint(round(x * box.width()), round(y * box.height())) for x, y in parts]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(pad, spot)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])
