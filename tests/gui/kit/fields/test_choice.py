"""What is chosen is read to its end, and a list shows all of its rows."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.choice import MOST_ROWS, Choice, ChoiceField

WORK = [("rider", "Delivery rider"), ("driver", "Ride-hailing driver"), ("commission",
        "Assigned by the arbitration commission")]


def room(combo: Choice) -> int:
    """How wide the place for the chosen words is."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                        QStyle.SubControl.SC_ComboBoxEditField, combo).width()


@pytest.mark.parametrize("width", [None, 8, 14])
def test_a_field_is_wide_enough_for_each_entry(qtbot: QtBot, width: int | None) -> None:
    field = ChoiceField("Source", WORK, width=width)
    qtbot.addWidget(field)
    field.show()
    combo = field.combo
    assert all(QFontMetricsF(combo.font()).horizontalAdvance(words) <= room(combo) for _, words in WORK)


def test_a_field_grows_with_the_list_it_is_given_later(qtbot: QtBot) -> None:
    field = ChoiceField("Source", WORK[:1], width=8)
    qtbot.addWidget(field)
    field.show()
    narrow = field.combo.width()
    field.set_choices(WORK)
    assert QFontMetricsF(field.combo.font()).horizontalAdvance(WORK[2][1]) <= room(field.combo) > narrow


def test_the_longest_name_does_not_push_the_page_apart(qtbot: QtBot) -> None:
    field = ChoiceField("Given by", [(1, "长" * 80)], width=20)
    qtbot.addWidget(field)
    metrics = QFontMetricsF(field.combo.font())
    assert field.combo.minimumWidth() <= metrics.horizontalAdvance("0") * 52 + 1


def test_in_a_narrow_pane_a_long_name_is_cut(qtbot: QtBot) -> None:
    field = ChoiceField("Whom to remind", [(1, "长" * 80)], width=20, most=28)
    qtbot.addWidget(field)
    assert field.combo.minimumWidth() <= QFontMetricsF(field.combo.font()).horizontalAdvance("0") * 28 + 1


@pytest.mark.parametrize("count", [2, 7, 16, 17, 20])
def test_a_list_that_the_screen_has_room_for_hides_no_row(qtbot: QtBot, count: int) -> None:
    combo = Choice()
    qtbot.addWidget(combo)
    combo.addItems([f"Row {at}" for at in range(count)])
    combo.setCurrentIndex(count // 2)
    combo.show()
    combo.showPopup()
    view = combo.view()
    seen = [at for at in range(count)
            if view.viewport().rect().contains(view.visualRect(combo.model().index(at, 0)))]
    rows = view.visualRect(combo.model().index(0, 0)).height() * count
    assert count <= MOST_ROWS and rows < combo.screen().availableGeometry().height(), "there is room"
    assert len(seen) == count and not view.verticalScrollBar().maximum()
    combo.hidePopup()
