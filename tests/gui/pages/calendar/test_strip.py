"""What is above the board: the span stays chosen, and nothing is left out once it is cleared."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.planning.entries import ALL, EntryKind, Span
from mediation_desk.domain.sites import HERE
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.pages.calendar.strip import SPAN, Strip
from mediation_desk.services.office.sites import Choice
from tests.gui.desks import show


def test_pressing_the_span_that_is_down_lets_it_stay_down(qtbot: QtBot, dressed: QApplication,
                                                          memory: Memory) -> None:
    strip = Strip(memory)
    show(qtbot, strip)
    strip.span.buttons[1].click()
    assert strip.span.buttons[1].isChecked() and strip.chosen_span is Span.WEEK
    with qtbot.waitSignal(strip.changed):
        strip.span.buttons[2].click()
    assert memory.recall(SPAN) == str(strip.chosen_span) == "month"


def test_it_narrows_until_it_is_cleared(qtbot: QtBot, dressed: QApplication, memory: Memory) -> None:
    strip = Strip(memory)
    show(qtbot, strip)
    assert not strip.narrows
    strip.set_rooms(["一号调解室"])
    strip.room.set_value("一号调解室")
    strip.kinds[EntryKind.VISIT].click()
    assert strip.narrows and strip.wanted.room == "一号调解室" and EntryKind.VISIT not in strip.chosen_kinds
    strip.set_rooms([])
    assert strip.wanted.room == "一号调解室"
    strip.clear()
    assert strip.wanted == ALL and not strip.narrows


def test_every_button_says_what_it_does(qtbot: QtBot, dressed: QApplication, memory: Memory) -> None:
    strip = Strip(memory)
    show(qtbot, strip)
    assert (strip.back.accessibleName(), strip.on.accessibleName()) == ("Earlier days", "Later days")


def test_it_narrows_to_a_site_and_so_next_time(qtbot: QtBot, dressed: QApplication, memory: Memory) -> None:
    """Seen only in an office that has sites; rooms of another site are offered no more."""
    east = Choice(UUID(int=1), "城东街道工作站")
    strip = Strip(memory)
    show(qtbot, strip)
    strip.set_sites([])
    assert not strip.site.isVisible() and strip.wanted == ALL
    strip.set_sites([Choice(HERE, ""), east])
    assert strip.site.isVisible()
    with qtbot.waitSignal(strip.changed):
        strip.site.combo.setCurrentIndex(2)
        strip.site.combo.activated.emit(2)
    assert strip.wanted.site_id == east.id and strip.narrows
    again = Strip(memory)
    qtbot.addWidget(again)
    assert again.wanted.site_id == east.id
    strip.clear()
    assert strip.wanted == ALL
