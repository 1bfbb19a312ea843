"""A tool tip shows what was typed, sign by sign, and draws nothing of it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.tips import plain_tip, tip

HOSTILE = ["<b>王</b>", "<img src='file:///etc/passwd'>", "a\n<a href='x'>b</a>", "<qt>&lt;", "3 < 4",
           "<table><tr><td>1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_shown_sign_by_sign(qtbot: QtBot, text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(text))
    assert shown.toPlainText() == text
    widget = QWidget()
    qtbot.addWidget(widget)
    tip(widget, text)
    assert widget.toolTip() == plain_tip(text)


@pytest.mark.parametrize("text", ["", "王建国", "=1+1", "3 > 4", "a & b"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert plain_tip(text) == text


def test_what_hides_in_a_name_is_written_out_in_its_tip() -> None:
    """A file’s ending that is turned around, say."""
    assert plain_tip("\u202etxt.exe") == "[U+202E]txt.exe"
    assert plain_tip("<b>\u200b") == "<qt>&lt;b&gt;[U+200B]</qt>"
