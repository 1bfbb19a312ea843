"""The code on the screen is the one that the text gives, dark on white with a quiet edge."""

from __future__ import annotations

import segno
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.payments.code import QUIET, CodeView, fits, matrix_of
from tests.gui.desks import show

TEXT = "安宁星湾文化传媒有限公司：第1期款项3,000.00元于今日到期。" * 4


def test_every_module_is_painted_where_the_standard_puts_it(qtbot: QtBot, dressed: QApplication) -> None:
    made = CodeView()
    show(qtbot, made)
    made.show_text(TEXT)
    assert made.matrix == [list(row) for row in segno.make_qr(TEXT, error="l", encoding="utf-8").matrix]
    made.resize(made.sizeHint())
    picture, count = made.grab().toImage(), len(made.matrix)
    step = made.width() // (count + 2 * QUIET)
    left = (made.width() - step * count) / 2
    for at in range(0, count, 5):
        for across in range(0, count, 5):
            dark = picture.pixelColor(int(left + (across + .5) * step), int(left + (at + .5) * step))
            assert dark == QColor("black" if made.matrix[at][across] else "white")
    assert fits(TEXT) and not fits(TEXT * 50)
    assert fits("x" * 2_900) and not fits("x" * 2_900 + "*" * 20)  # what is masked may be written longer
    made.show_text("")
    assert not made.isVisible() and matrix_of("x") != matrix_of("y")
