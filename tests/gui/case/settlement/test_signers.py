"""Of everybody who signs it is said in words whether they did, must anew, or cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.gui.case.settlement.signers import SignersList
from mediation_desk.services.settlement.on_screen import HandRow, SignerRow

pytestmark = pytest.mark.usefixtures("dressed")
MADE = Signature(id=UUID(int=1), case_id=UUID(int=2), agreement_id=UUID(int=3), party_id=UUID(int=4),
                 signer="温若晴", line="一行", strokes="{}", paper_sha256="f" * 64,
                 signed_at=datetime(2024, 12, 2, 9, 5, tzinfo=UTC))
OPEN = SignerRow("a", "温若晴", "申请人", (HandRow("self", "温若晴", "一行"),))


def words(made: SignersList) -> str:
    return " ".join(one.text() for one in made.findChildren(QLabel))


def test_each_has_its_own_word_and_act(qtbot: QtBot) -> None:
    made = SignersList()
    qtbot.addWidget(made)
    asked: list[SignerRow] = []
    out: list[UUID] = []
    made.sign.connect(asked.append)
    made.remove.connect(out.append)
    rows = [OPEN, replace(OPEN, key="b", signature=MADE), replace(OPEN, key="c", crossed_out=(MADE,)),
            replace(OPEN, key="d", name="某公司", hands=())]
    made.show_rows(rows, UTC)
    said = words(made)
    assert "09:05" in said and "Sign anew" in said and "enter its legal representative" in said
    assert list(made.buttons) == ["a", "c"] and list(made.taking_out) == ["b", "c"]
    made.buttons["a"].click()
    made.taking_out["b"].click()
    assert asked == [OPEN] and out == [MADE.id]
