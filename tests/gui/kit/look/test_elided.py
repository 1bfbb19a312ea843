"""A line of words that is cut with an ellipsis where there is no room."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.elided import Elided


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[Elided]:
    made = Elided("muted")
    qtbot.addWidget(made)
    made.setText("马晓兰 et al. (5) v. 湟源某文化传媒有限公司")
    yield made


def test_it_knows_whether_it_is_cut(line: Elided) -> None:
    needed = line.fontMetrics().horizontalAdvance(line.text())
    line.resize(needed, 20)
    assert not line.cut
    line.resize(needed - 1, 20)
    assert line.cut
    line.resize(5 * needed, 20)
    line.setText("first\nsecond")
    assert line.cut  # only one line of the two shows


def test_it_gives_way_to_what_stands_beside_it(line: Elided) -> None:
    assert line.minimumSizeHint().width() < line.sizeHint().width()


def test_markup_in_a_name_is_shown_as_it_was_typed(line: Elided) -> None:
    line.setText("<b>某公司</b>")
    line.resize(400, 24)
    plain = line.grab().toImage()
    line.setText("某公司")
    assert line.grab().toImage() != plain
