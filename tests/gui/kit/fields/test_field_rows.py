"""Fields side by side wrap where there is no room, and what is hidden takes none."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.field_rows import FieldRows
from mediation_desk.gui.kit.fields.kinds import Field, TextField
from tests.gui.desks import show


class Six(FieldRows):
    """Six fields of one width, and a button behind the first row."""

    def __init__(self) -> None:
        super().__init__()
        self._six = [TextField(f"Field {at}", name=f"f{at}", width=12) for at in range(6)]
        self.button = QPushButton("More")
        self.lay_fields(600, self.button)

    @property
    def fields(self) -> Sequence[Field]:
        return self._six

    @property
    def rows(self) -> list[list[int]]:
        """Which fields stand in each row, from above."""
        tops = sorted({field.y() for field in self._six if field.isVisible()})
        return [[at for at, field in enumerate(self._six) if field.isVisible() and field.y() == top]
                for top in tops]


@pytest.fixture
def six(qtbot: QtBot, dressed: QApplication) -> Iterator[Six]:
    page = QWidget()
    page.resize(1000, 400)
    made = Six()
    made.setParent(page)  # a window of its own would be as wide as its layout wants
    show(qtbot, page)
    yield made


def wide(six: Six, fields: float) -> None:
    """As wide as so many fields and the button."""
    one = six.fields[0].sizeHint().width() + 12
    six.resize(int(one * fields) + (0 if six.button.isHidden() else six.button.sizeHint().width()), 400)
    QApplication.processEvents()


def test_as_many_stand_in_a_row_as_there_is_room_for_and_the_rest_below(six: Six) -> None:
    wide(six, 3.2)
    assert six.rows == [[0, 1, 2], [3, 4, 5]]
    wide(six, 6.2)
    assert six.rows == [[0, 1, 2, 3, 4, 5]]
    assert six.minimumSizeHint().width() <= six.fields[0].sizeHint().width()


def test_the_last_row_takes_what_is_left_over(six: Six) -> None:
    six.button.hide()
    wide(six, 1.2)
    assert six.rows == [[0], [1], [2], [3, 4, 5]]


def test_a_hidden_field_takes_no_room(six: Six) -> None:
    wide(six, 4.2)
    assert six.rows == [[0, 1, 2, 3], [4, 5]]
    for at in (1, 2):
        six.fields[at].hide()
    six.fit(six.width())
    QApplication.processEvents()
    assert six.rows == [[0, 3, 4, 5]]
