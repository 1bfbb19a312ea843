"""Words on a page: of a rank, and never markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.text import label, mean, selectable
from mediation_desk.gui.kit.look.theme import look


def test_markup_that_a_party_typed_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.notice("<b>bold</b>")
    assert bar.words.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("role", ["", "title", "heading", "figure", "group", "strong", "muted", "small"])
def test_every_rank_is_plain_text_and_known_to_the_style_sheet(dressed: QApplication, role: str) -> None:
    made = label("<i>typed</i> &amp;", role)
    assert made.textFormat() is Qt.TextFormat.PlainText and made.text() == "<i>typed</i> &amp;"
    assert made.property("role") == (role or None)
    made.deleteLater()


def test_words_can_be_copied_only_where_it_is_said_so(dressed: QApplication) -> None:
    made = label("30,264.00 yuan")
    by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not made.textInteractionFlags() & by_keyboard
    assert selectable(made) is made and made.textInteractionFlags() & by_keyboard
    made.deleteLater()


def test_a_meaning_changes_the_colour_of_words_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    made = label("2 days over", "strong")
    qtbot.addWidget(made)
    theme.dress(made)
    colours = []
    for meaning in ("", "overdue", "agreed", ""):
        mean(made, meaning)
        made.ensurePolished()
        colours.append(made.palette().windowText().color().name())
    assert colours[1] == look().colour("overdue").name() and colours[2] == look().colour("agreed").name()
    assert colours[0] == colours[3]
