"""On what is enforced: asked for, and never invented."""

from datetime import date

from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.performance.title_form import TitleForm
from mediation_desk.services.papers.told import EnforcementTitle


def test_nothing_is_chosen_before_and_what_is_left_empty_stays_empty(qtbot: QtBot, dressed: None) -> None:
    form = TitleForm()
    qtbot.addWidget(form)
    found: list[EnforcementTitle] = []
    form.entered.connect(found.append)
    form.begin()
    form.made.click()
    form.number.set_typed("（2025）青0103民特1号")
    form.kind.set_value("ruling")
    form.day.set_value(date(2025, 1, 6))
    form.made.click()
    assert found == [EnforcementTitle(),
                     EnforcementTitle("ruling", "（2025）青0103民特1号", date(2025, 1, 6))]
