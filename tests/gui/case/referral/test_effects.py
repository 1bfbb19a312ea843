"""What a referral does to the clocks stands on the page, each with its source, and goes when it is over."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.referring.clocks import effects
from mediation_desk.gui.case.referral.effects import EffectsList
from tests.domain import cases
from tests.domain.referral.test_referrals import TODAY
from tests.domain.referring.test_clocks import with_one


def test_each_line_has_its_source_beneath(qtbot: QtBot) -> None:
    shown = EffectsList()
    qtbot.addWidget(shown)
    case = cases.accepted()
    one = with_one(case)
    shown.show_effects(effects(case, one, TODAY))
    assert len(shown.lines()) == 2 and not shown.isHidden()
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert "Mediation and Arbitration Law, art. 27; Arbitration Case Rules, art. 27" in said
    shown.show_effects([])
    assert shown.isHidden() and not shown.lines()
