"""Lines are ticked one by one or the sure ones together; another candidate is taken instead."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.payments.statements.matching import MOST
from mediation_desk.gui.statements.lines import LinesPart
from tests.gui.statements.lines_of import FAIR, MATCHED, NAMES, STRONG, UNREAD


@pytest.mark.usefixtures("dressed")
def test_only_what_is_ticked_is_confirmed_and_as_what_was_taken(qtbot: QtBot) -> None:
    part = LinesPart(lambda who: NAMES[who])
    qtbot.addWidget(part)
    told: list[int] = []
    part.changed.connect(lambda: told.append(len(part.confirmed())))
    part.show_lines(MATCHED, [UNREAD], {})
    assert part.confirmed() == []
    part.tick_sure.click()
    assert [(one.line.row, one.worker_id) for one in part.confirmed()] == [(2, STRONG.worker_id)]
    part.table.choose_row(0)
    part.candidates.choose_row(1)
    part.take.click()
    assert [(one.line.row, one.worker_id) for one in part.confirmed()] == [(2, FAIR.worker_id)]
    part.table.choose_row(1)
    part.toggle()
    assert told[-1] == 2
    part.toggle()
    for row in (2, 3, 4):  # matches nothing, booked, not read
        part.table.choose_row(row)
        assert not part.tick.isEnabled() and not part.take.isEnabled()
        part.toggle()
    assert told[-1] == 1


@pytest.mark.usefixtures("dressed")
def test_where_more_may_fit_than_are_shown_that_is_said(qtbot: QtBot) -> None:
    part = LinesPart(lambda who: NAMES[who])
    qtbot.addWidget(part)
    part.show_lines([replace(MATCHED[0], candidates=(STRONG, *(FAIR,) * (MOST - 1))), MATCHED[1]], [], {})
    part.table.choose_row(0)
    assert not part.more.isHidden()
    part.table.choose_row(1)
    assert part.more.isHidden()
