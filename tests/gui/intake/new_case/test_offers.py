"""A field that offers while one types: asked off the window's thread, shown whole, taken by hand alone."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.new_case.offers import OfferField
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.desks import show
from tests.gui.intake.new_case.hands import KEY, popup, press, typed

KNOWN = ["扎西·东珠 · 13897123456 · 宁中劳调〔2024〕0001号", "扎西·才让", "扎西·才让"]


@pytest.fixture
def asked() -> list[str]:
    """What the office was asked."""
    return []


@pytest.fixture
def field(qtbot: QtBot, tasks: Tasks, asked: list[str]) -> OfferField:
    """A field with another beside it."""
    def find(text: str) -> list[tuple[int, str]]:
        asked.append(text)
        return [(at, name) for at, name in enumerate(KNOWN) if "扎西".startswith(text) or text == "zx"]

    page = QWidget()
    column = QVBoxLayout(page)
    made = OfferField("Name", tasks, find, lambda one: one[1], name="name")
    column.addWidget(made)
    column.addWidget(TextField("Other"))
    show(qtbot, page)
    made.page = page  # type: ignore[attr-defined]
    return made


def test_it_is_asked_once_after_the_last_key_and_shows_each_line_whole(qtbot: QtBot, field: OfferField,
                                                                       asked: list[str]) -> None:
    field.setFocus()
    QTest.keyClicks(field.line, "zx")
    qtbot.waitUntil(lambda: popup(field).isVisible())
    assert asked == ["zx"] and popup(field).width() >= popup(field).sizeHintForColumn(0)


def test_down_and_enter_take_a_line_and_one_like_it_is_told_apart(qtbot: QtBot, field: OfferField) -> None:
    typed(field, "扎")
    qtbot.waitUntil(lambda: popup(field).isVisible())
    with qtbot.waitSignal(field.chosen) as chosen:
        press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert chosen.args == [(2, "扎西·才让")] and not popup(field).isVisible()


def test_nothing_is_taken_by_itself(qtbot: QtBot, field: OfferField, tasks: Tasks) -> None:
    """Enter without Down is the form's, and what was typed stays as it is."""
    typed(field, "zx")
    qtbot.waitUntil(lambda: popup(field).isVisible())
    with qtbot.assertNotEmitted(field.chosen):
        press(KEY.Key_Return)
    assert field.typed() == "zx"
    qtbot.waitUntil(lambda: not tasks.busy)


@pytest.mark.parametrize("text", ["z", "1", " "])
def test_a_single_letter_asks_for_nothing(field: OfferField, asked: list[str], text: str) -> None:
    typed(field, text)
    assert not field.waiting() and asked == []


def test_what_comes_too_late_is_not_shown(qtbot: QtBot, field: OfferField, tasks: Tasks,
                                          asked: list[str]) -> None:
    typed(field, "zx")
    qtbot.waitUntil(lambda: bool(asked))
    typed(field, "q")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not popup(field).isVisible() and field.offered == []
