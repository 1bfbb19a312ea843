"""A password is hidden, taken as it is, and judged by its variety."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.password_field import PasswordField, capitals_locked, points, strength


def test_caps_lock_is_seen_from_what_is_typed(qtbot: QtBot, dressed: QApplication) -> None:
    field = PasswordField("Password", help="Yours.")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "abc")
    assert field.line.accessibleDescription() == "Yours."
    QTest.keyClicks(field.line, "D", Qt.KeyboardModifier.NoModifier)
    assert field.line.accessibleDescription() == "Caps Lock is on."
    QTest.keyClicks(field.line, "E", Qt.KeyboardModifier.ShiftModifier)
    assert field.line.accessibleDescription() == "Yours."


def test_a_password_is_taken_with_its_spaces(qtbot: QtBot, dressed: QApplication) -> None:
    field = PasswordField("Password")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, " spaces count ")
    assert field.commit()
    assert field.value() == " spaces count " == field.typed()


@pytest.mark.parametrize(("password", "said"), [
    ("seven77", "Too short"), ("aaaaaaaaaaaaaaaa", "Weak"), ("riverside7", "Fair"),
    ("three unrelated words", "Strong")])
def test_passwords_are_judged_by_their_variety(dressed: QApplication, password: str, said: str) -> None:
    assert strength(password).text == said


@pytest.mark.parametrize(("password", "found"), [
    ("", 0), ("a", 1), ("aaaa", 2), ("aA", 4), ("aA1", 7), ("aA1-", 10), ("abcdefgh", 8), ("柳树", 2)])
def test_points_are_different_characters_and_two_for_each_further_kind(password: str, found: int) -> None:
    assert points(password) == found


@given(st.text(max_size=40), st.characters())
def test_one_more_character_never_makes_a_password_worse(password: str, more: str) -> None:
    assert points(password + more) >= points(password)


@pytest.mark.parametrize("length", [7, 8])
def test_what_the_vault_refuses_is_called_too_short(dressed: QApplication, length: int) -> None:
    assert (strength("Ab3-xyz8"[:length]).text == "Too short") is (length < 8)


def test_a_password_is_hidden_and_wiped_to_the_last_letter(qtbot: QtBot, dressed: QApplication) -> None:
    field = PasswordField("Password", name="password")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "river stones")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password and "river" not in field.line.displayText()
    assert field.commit()
    field.wipe()
    assert (field.typed(), field.value(), field.line.text()) == ("", "", "")
    assert not field.line.isUndoAvailable()
    assert not field.commit() and field.error() == "This must be filled in."


@pytest.mark.parametrize(("text", "shift", "locked"), [
    ("a", False, False), ("A", True, False), ("A", False, True), ("a", True, True), ("1", False, None),
    ("柳", False, None), ("", True, None), ("ab", False, None)])
def test_what_a_key_tells_of_the_caps_lock(text: str, shift: bool, locked: bool | None) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, keys, text)
    assert capitals_locked(event) is locked
