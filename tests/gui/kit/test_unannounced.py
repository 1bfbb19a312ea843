"""A day that may still move is marked, any other is not."""

from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.unannounced import marked


def test_only_a_day_of_a_year_not_announced_is_marked(qtbot: QtBot) -> None:
    assert marked("2025-01-02", ()) == "2025-01-02"
    assert marked("2027-01-04", (2027,)) == "2027-01-04 (holidays of 2027 not announced)"
