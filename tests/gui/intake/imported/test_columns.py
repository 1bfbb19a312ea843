"""The card of a list of orders offers every meaning that an order's column may have."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.gui.intake.imported.columns import OrderColumnsCard


@pytest.mark.usefixtures("dressed")
def test_a_list_is_read_and_kept_as_orders(qtbot: QtBot) -> None:
    card = OrderColumnsCard()
    qtbot.addWidget(card)
    read: list[OrderColumns] = []
    card.read.connect(lambda columns, _at: read.append(columns))
    card.show_columns([["谁"], ["马"]], 0, OrderColumns({}), lambda _columns: ())
    card.model.edit({(0, 0): "Caller"})
    card.read_button.click()
    assert read == [OrderColumns({"谁": Meaning.NAME})]
    assert len(card._words) == len(Meaning), "no two meanings are called alike"
