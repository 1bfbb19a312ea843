"""The line that says whether the figures reconcile."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.figures import Check, Unit
from mediation_desk.gui.pages.reports.overview.checks import ChecksLine, in_words

HOLDS = Check("Closed = the sum of its outcomes", (("Closed in the period", 3),), (("a", 1), ("b", 2)))
BROKEN = Check("Agreed = paid + outstanding", (("Amount agreed", 500000),), (("Amount paid", 400050),),
               Unit.MONEY)


def test_it_is_said_that_figures_are_being_checked_that_all_hold_and_which_does_not(
        qtbot: QtBot, dressed: QApplication) -> None:
    line = ChecksLine()
    qtbot.addWidget(line)
    assert line.words.text() == "Whether the figures reconcile is being checked …"
    line.show_checks((HOLDS, HOLDS))
    assert line.words.text().startswith("All 2 identities hold")
    line.show_checks((HOLDS, BROKEN))
    assert line.words.text() == ("1 of 2 identities does not hold: Agreed = paid + outstanding: "
                                 "5,000.00 against 4,000.50.")
    assert line.words.property("meaning") == "overdue" and line.accessibleName() == line.words.text()
    line.show_waiting()
    assert not line.words.property("meaning")


def test_amounts_are_said_in_yuan_and_cases_as_they_are(dressed: QApplication) -> None:
    assert in_words(HOLDS) == "Closed = the sum of its outcomes: 3 against 3."
