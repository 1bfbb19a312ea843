"""A paper with its title and the way back to the page."""

from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.pdf.titled import TitledPaper
from mediation_desk.gui.kit.tasks.tasks import Tasks


def test_the_way_back_stands_before_the_title_and_above_the_paper(qtbot: QtBot, tasks: Tasks) -> None:
    made = TitledPaper(tasks, "Back to the calendar")
    qtbot.addWidget(made)
    made.title.setText("Invitation")
    made.resize(800, 600)
    made.show()
    assert made.back.text() == "Back to the calendar" and made.back.x() < made.title.x()
    assert made.title.y() < made.paper.y()
    with qtbot.waitSignal(made.back.clicked):
        made.back.click()
