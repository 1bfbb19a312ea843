"""The door through which words are laid on labels, rows, buttons and titles."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.laid import (
    LONGEST,
    MOST,
    breakable,
    off_button,
    on_button,
    on_line,
    on_page,
    on_title,
    whole,
)
from mediation_desk.gui.kit.look.text import button, label, selectable


@pytest.mark.parametrize("text", ["甲&乙", "&甲", "R&D && 乙", "无"])
def test_a_button_shows_the_sign_for_a_key_as_it_was_typed(text: str) -> None:
    assert off_button(on_button(text)) == text
    assert "&" not in on_button(text).replace("&&", "")


def test_what_no_button_has_room_for_is_cut_with_dots() -> None:
    assert on_button("甲" * 200) == "甲" * MOST + "…"
    assert on_button("甲" * MOST) == "甲" * MOST


def test_one_line_stays_one_line_and_a_page_keeps_its_lines() -> None:
    assert (on_line("甲\n乙"), on_page("甲\n乙")) == ("甲 乙", "甲\n乙")


def test_a_title_never_says_that_something_is_not_saved() -> None:
    """“[*]” is Qt's sign for it, and stands for nothing until then; doubled it is itself."""
    assert on_title("某[*]公司") == "某[*][*]公司"


def test_only_a_word_longer_than_any_line_may_be_broken() -> None:
    plain = "Responsibilities of both 马晓岚与西宁云上湟水文化传媒有限公司第一分公司的劳动争议"
    assert breakable(plain) == plain
    long = "x" * (LONGEST + 1)
    assert breakable(long) != long and whole(breakable(long)) == long


def test_a_label_says_back_what_a_reader_sees(qtbot: QtBot, dressed: QApplication) -> None:
    made = label("马\u202e" + "x" * 60, wrap=True)
    assert made.text() == "马[U+202E]" + "x" * 60
    assert made.minimumSizeHint().width() < label("x" * 60).minimumSizeHint().width() / 2
    assert QLabel.text(selectable(made)) == made.text(), "what is copied holds nothing unseen"


def test_a_label_of_a_field_keeps_the_sign_for_a_key(qtbot: QtBot, dressed: QApplication) -> None:
    made, field = label(""), QLineEdit()
    made.setBuddy(field)
    made.setText("甲&乙")
    assert (made.text(), QLabel.text(made)) == ("甲&乙", "甲&&乙")


def test_a_button_says_back_what_a_reader_sees(qtbot: QtBot, dressed: QApplication) -> None:
    made = button("甲&乙")
    assert (made.text(), QAbstractButton.text(made)) == ("甲&乙", "甲&&乙")
    assert made.shortcut().isEmpty()
