"""Nobody signs before the line was read to them, and another hand is another line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.signing.hand import HandCard
from mediation_desk.services.settlement.on_screen import HandRow, SignerRow, Signing
from tests.gui.signing.strokes import draw

pytestmark = pytest.mark.usefixtures("dressed")
ROW = SignerRow("k", "温若晴", "申请人", (
    HandRow("self", "温若晴", "温若晴，未登记证件号码，申请人，本人签名"),
    HandRow("agent 1", "郑代理", "郑代理，系申请人温若晴的委托代理人，代理权限为特别授权，代温若晴签名")))


@pytest.fixture
def card(qtbot: QtBot) -> HandCard:
    made = HandCard()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.open(ROW, "f" * 64)
    return made


def test_the_pad_opens_once_the_line_was_read_and_confirms_what_was_written(card: HandCard) -> None:
    heard: list[Signing] = []
    card.signed.connect(heard.append)
    assert card.line.text() == ROW.hands[0].line and not card.pad.isEnabled()
    card.confirm.click()
    card.read.click()
    assert card.pad.isEnabled() and not card.confirm.isEnabled()
    draw(card.pad, ((0.5, 0.5), (0.505, 0.5)))
    QTest.keyClick(card.pad, Qt.Key.Key_Return)
    assert heard == [] and "dot" in card.trouble.text()
    QTest.mouseClick(card.clear, Qt.MouseButton.LeftButton)
    draw(card.pad)
    for _ in range(2):  # a key that is held down signs once
        QTest.keyClick(card.pad, Qt.Key.Key_Return)
    (made,) = heard
    assert (made.signer, made.hand, made.line, made.shown) == ("k", "self", ROW.hands[0].line, "f" * 64)
    assert made.writing == card.pad.writing()


def test_another_hand_reads_another_line_and_begins_with_an_empty_pad(card: HandCard) -> None:
    card.read.click()
    draw(card.pad)
    card.whose.combo.setCurrentIndex(1)
    card.whose.combo.activated.emit(1)
    assert card.line.text() == ROW.hands[1].line
    assert card.pad.is_blank and not card.read.isChecked() and not card.pad.isEnabled()


def test_what_was_not_kept_stays_on_the_pad_with_its_reason(card: HandCard) -> None:
    card.read.click()
    draw(card.pad)
    card.confirm.click()
    card.refuse(DeskError(N_("Nothing is written on the pad yet."), field="strokes"))
    assert not card.pad.is_blank and card.trouble.text() and card.confirm.isEnabled()
