"""Recovery sheets are made, printed, put away and proved."""

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.services.upkeep.recovery_sheet import PrintedSheet
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, code_on


def test_a_recovery_sheet_is_made_printed_and_proved(
        qtbot: QtBot, house: House, sheets: SheetsPart, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[PrintedSheet] = []
    kept = SheetsPart._arrived

    def arrived(part: SheetsPart, sheet: PrintedSheet) -> None:
        made.append(sheet)
        kept(part, sheet)

    monkeypatch.setattr(SheetsPart, "_arrived", arrived)
    assert sheets.standing.state.text == "No recovery sheet yet"
    house.click(sheets.recovery)
    qtbot.waitUntil(lambda: sheets.paper.pages == 1)
    assert not sheets.paper.in_word.isVisible()  # a code that opens the store stands on paper alone
    house.click(sheets.away)
    assert sheets.paper.pages == 0 and sheets.standing.state.text == "A recovery sheet was made"
    write(qtbot, sheets.code, code_on(made[0].pdf).lower())
    house.click(sheets.drill)
    assert sheets.verdict.state.meaning == "agreed" and sheets.code.typed() == ""
    house.click(sheets.recovery)  # renewing is said first
    assert sheets.sure.isVisible() and len(made) == 1
    house.click(sheets.sure.go)
    house.click(sheets.away)
    write(qtbot, sheets.code, code_on(made[0].pdf))
    house.click(sheets.drill)
    assert sheets.verdict.state.meaning == "overdue" and len(made) == 2


def test_a_slip_of_the_hand_in_the_code_is_pointed_to(qtbot: QtBot, house: House, sheets: SheetsPart) -> None:
    write(qtbot, sheets.code, "AAAAA-BBBBB")
    house.click(sheets.drill)
    assert "40 characters" in sheets.code.error() and sheets.verdict.isHidden()
