"""Rows of a group as tables: one row by its fields, several below each other, what differs in bold."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.travel.homecoming.side import RowsView
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.services.travel import arrival
from tests.day_out import facts, travelled
from tests.offices import Office

MINE = {("agreements", "1"): {"id": "1", "total": 300_00, "copies": 3},
        ("instalments", "3"): {"id": "3", "agreement_id": "1", "number": 2, "amount": 200_00},
        ("instalments", "2"): {"id": "2", "agreement_id": "1", "number": 1, "amount": 100_00}}
THEIRS = {("agreements", "9"): {"id": "9", "total": 300_00, "copies": 8},
          ("instalments", "8"): {"id": "8", "agreement_id": "9", "number": 1, "amount": 100_00}}


def test_terms_are_readable_tables_in_their_order(qtbot: QtBot, dressed: QApplication, office: Office,
                                                  tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        [coming] = arrival.look(office.first, road.bag).preview.cases
    assert coming.known is not None
    view = RowsView(MINE, THEIRS, HomeWords(office.first, coming.known))
    qtbot.addWidget(view)
    said = [(one.text(), one.property("role") == "strong") for one in view.findChildren(QLabel)]
    assert ("Total", False) in said and ("300.00 yuan", False) in said and ("3", True) in said
    values = [text for text, _strong in said]
    assert values.index("100.00 yuan") < values.index("200.00 yuan")
    assert ("100.00 yuan", False) in said and ("200.00 yuan", True) in said
