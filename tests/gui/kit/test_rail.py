"""The slim rail on the left of the frame."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.rail import Rail


@pytest.fixture
def rail(qtbot: QtBot, dressed: QApplication) -> Iterator[Rail]:
    made = Rail()
    for key, text in (("today", "Today"), ("cases", "Cases"), ("office", "The office")):
        made.add(key, text, "folder-open", tip=f"{text} (Alt)")
    qtbot.addWidget(made)
    yield made


def down(rail: Rail) -> list[str]:
    return [key for key, made in rail.buttons.items() if made.isChecked()]


def test_a_press_is_told_by_its_key_and_shows_which_page_is_in_front(rail: Rail) -> None:
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.buttons["cases"].click()
    assert chosen == ["cases"] and down(rail) == ["cases"]
    rail.choose("office")
    assert chosen == ["cases"] and down(rail) == ["office"]  # showing is no pressing


def test_a_page_that_is_not_on_the_rail_leaves_none_down_and_the_next_press_counts(rail: Rail) -> None:
    rail.choose("today")
    rail.choose(None)
    assert down(rail) == []
    rail.buttons["today"].click()
    assert down(rail) == ["today"]
    rail.buttons["today"].click()
    assert down(rail) == ["today"]  # one does not press a page away


def test_each_button_has_a_name_and_a_tip(rail: Rail) -> None:
    assert [(one.accessibleName(), one.toolTip()) for one in rail.buttons.values()] == [
        ("Today", "Today (Alt)"), ("Cases", "Cases (Alt)"), ("The office", "The office (Alt)")]
