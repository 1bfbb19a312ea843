"""What the office did meanwhile: a count first, the entries when they are asked for."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.travel.homecoming.meanwhile import Meanwhile


@pytest.mark.parametrize(("count", "said", "offered"), [
    (0, "Meanwhile the office wrote nothing.", False), (1, "Meanwhile the office wrote 1 entry.", True),
    (3, "Meanwhile the office wrote 3 entries.", True)])
def test_the_count_is_said(qtbot: QtBot, dressed: QApplication, count: int, said: str, offered: bool) -> None:
    made = Meanwhile(count, may_read=True)
    qtbot.addWidget(made)
    assert made.count.text() == said and made.more.isHidden() is not offered


def test_who_may_not_read_the_timeline_is_not_offered_it(qtbot: QtBot, dressed: QApplication) -> None:
    made = Meanwhile(3, may_read=False)
    qtbot.addWidget(made)
    assert made.more.isHidden()
