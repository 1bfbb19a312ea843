"""What the columns of any list mean is said in one card, for the row in which the headings stand."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.headings import Columns
from mediation_desk.domain.payments.statements.columns import Meaning
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.tables.columns_card import CardWords, ColumnsCard

ROWS = [["", "退回", ""], ["编号", "原因", "时间"], ["0012", "甲", ""], ["0013", "", "乙"]]


@pytest.fixture
def card(qtbot: QtBot, dressed: object) -> ColumnsCard:
    """A card for lists of anything."""
    made = ColumnsCard(list(Meaning), Columns, CardWords("list_name", "Name", "Read", "Keep"))
    qtbot.addWidget(made)
    return made


def lacks(columns: Columns[Meaning]) -> list[Meaning]:
    return [] if Meaning.DAY in columns.columns.values() else [Meaning.DAY]


def test_headings_may_be_called_otherwise_than_their_cells(card: ColumnsCard) -> None:
    """As where one heading stands over several columns."""
    card.show_columns(ROWS, 1, Columns({}), lacks, called=lambda at: [f"{at}{one}" for one in ROWS[at]])
    assert [one.title for one in card.model.rows] == ["1编号", "1原因", "1时间"]
    assert card.model.index(0, 1).data() == "0012 · 0013"


def test_what_is_lacking_is_said_until_it_is_said(card: ColumnsCard) -> None:
    read: list[tuple[object, int]] = []
    card.read.connect(lambda columns, at: read.append((columns, at)))
    card.show_columns(ROWS, 1, Columns({}), lacks)
    assert card.trouble.text() == "Still to be said: Day" and not card.read_button.isEnabled()
    card.model.edit({(2, 0): "Day"})
    assert not card.trouble.text() and card.read_button.isEnabled()
    card.read_so()
    assert read == [(Columns({"时间": Meaning.DAY}), 1)]


def test_a_name_that_is_refused_is_told_beside_it(card: ColumnsCard) -> None:
    card.show_columns(ROWS, 1, Columns({}), lacks)
    assert card.refuse(DeskError("No.", field="list_name")) and card.name.error()
    assert not card.refuse(DeskError("Elsewhere."))
