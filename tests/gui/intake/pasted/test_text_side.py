"""The text's side: what is marked, what its foot says, and words that mean nothing where they are put."""

from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.spotting.sheet import Sheet, fill
from mediation_desk.domain.intake.spotting.spots import About, Spot
from mediation_desk.gui.intake.pasted.text_side import TextSide
from mediation_desk.library.spotting import shipped_spotter
from mediation_desk.services.intake.spotting import SpottedText

DAY = date(2026, 3, 18)
TEXT = "我叫马国栋,欠工资8500没发"


def shown(qtbot: QtBot) -> tuple[TextSide, SpottedText]:
    side = TextSide(lambda: DAY)
    qtbot.addWidget(side)
    side.text.set_editing(False)
    side.text.show_text(TEXT)
    spotted = SpottedText(TEXT, shipped_spotter().read(TEXT, DAY))
    side.show_sheet(spotted, fill(spotted.spots))
    return side, spotted


def test_the_foot_counts_what_is_not_sure(qtbot: QtBot, dressed: QApplication) -> None:
    side, spotted = shown(qtbot)
    assert side.legend.text().startswith("1 thing was found but not surely")
    name = next(one for one in spotted.spots if one.about is About.NAME)
    assert side.words(name) == "我叫马国栋"
    side.show_sheet(spotted, fill(spotted.spots).thrown_out(name))
    assert name not in side.text.spots
    side.edit()
    side.show_sheet(spotted, Sheet())
    assert side.editing and "read it again" in side.legend.text() and not side.text.extraSelections()


def test_words_that_mean_nothing_there_are_refused(qtbot: QtBot, dressed: QApplication) -> None:
    side, _spotted = shown(qtbot)
    troubles: list[object] = []
    put: list[tuple[str, object, Spot]] = []
    side.trouble.connect(troubles.append)
    side.put.connect(lambda place, value, spot: put.append((place, value, spot)))
    cursor = side.text.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    side.text.setTextCursor(cursor)
    side.strip.put.emit("claim.gig_pay")
    side.strip.put.emit("applicant.0.name")
    assert len(troubles) == 1
    assert [(place, value, spot.start, spot.end) for place, value, spot in put] == [
        ("applicant.0.name", "马国栋", 2, 5)]
