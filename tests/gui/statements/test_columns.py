"""What the columns mean is said in a grid, for the row in which the headings stand."""

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.payments.statements.columns import Layout, Meaning, Whose
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.statements.columns import ColumnsCard

ROWS = [["明细", "", ""], ["何时", "付了", "给谁"], ["20250110", "1.00", "马成"], ["20250111", "2.00", ""]]


@pytest.mark.usefixtures("dressed")
def test_a_layout_is_said_read_and_kept_for_its_bank(qtbot: QtBot) -> None:
    card = ColumnsCard()
    qtbot.addWidget(card)
    read: list[tuple[Layout, int]] = []
    kept: list[tuple[str, Layout]] = []
    card.read.connect(lambda layout, row: read.append((layout, row)))
    card.keep.connect(lambda bank, layout: kept.append((bank, layout)))
    card.open(ROWS, 0, Layout({}), Whose.PAYER)
    assert card.model.rowCount() == 1
    card.row.line.setText("2")
    card.row.commit()
    assert [one.title for one in card.model.rows] == ["何时", "付了", "给谁"]
    assert card.model.index(0, 1).data() == "20250110 · 20250111"
    card.model.edit({(0, 0): "Day", (1, 0): "something"})
    assert card.model.cell(card.model.index(1, 0)).trouble and not card.read_button.isEnabled()
    card.model.edit({(1, 0): "Money out"})
    wanted = Layout({"何时": Meaning.DAY, "付了": Meaning.OUT})
    card.read_button.click()
    card.bank.line.setText("河湟银行")
    card.keep_button.click()
    assert read == [(wanted, 1)] and kept == [("河湟银行", wanted)]
    assert card.refuse(DeskError("Say which bank it is.", field="bank")) and card.bank.error()
    assert not card.refuse(DeskError("Elsewhere."))
