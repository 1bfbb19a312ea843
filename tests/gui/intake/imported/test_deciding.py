"""Rows are narrowed by what becomes of them, and decided one by one or many together."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.lists.judging import Home, Judged, Target, Tie, Verdict
from mediation_desk.domain.intake.lists.orders import ReadOrder
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.gui.intake.imported.deciding import RowsPart

CASES = tuple(Target(Tie.PEOPLE, Home(UUID(int=at), f"000{at}号")) for at in (1, 2))


def row(at: int, verdict: Verdict = Verdict.NEW, targets: tuple[Target, ...] = ()) -> Judged:
    return Judged(ReadOrder(row=at, original=OriginalRow((), ()), sha256="", caller=f"{at}",
                            arrived_at=datetime(2025, 1, 2)), verdict, targets)


@pytest.fixture
def part(qtbot: QtBot, dressed: object) -> RowsPart:
    """Five rows, two of them to be decided."""
    made = RowsPart()
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.show_rows([row(2), row(3, Verdict.ASK, CASES), row(4, Verdict.HERE), row(5, Verdict.ASK, CASES[:1]),
                    row(6)])
    return made


def verdicts(part: RowsPart) -> list[Verdict]:
    return [one.verdict for one in part.rows()]


def test_what_is_to_be_decided_comes_first_and_the_rest_is_a_choice_away(part: RowsPart) -> None:
    assert part.narrow.value() is Verdict.ASK and part.model.rowCount() == 2
    assert [part.narrow.combo.itemText(at) for at in range(part.narrow.combo.count())] == [
        "All rows: 5", "New case: 2", "To be decided: 2", "Taken before: 1"]
    part.narrow.set_value(None)
    part._list()
    assert part.model.rowCount() == 5


def test_one_row_joins_what_is_chosen_beneath_it(part: RowsPart) -> None:
    assert part.target_rows.rowCount() == 2
    part.targets.choose_row(1)
    part.to_join.click()
    chosen = part.rows()[1].decision
    assert chosen is not None and chosen.target == CASES[1]
    assert part.model.rowCount() == 2, "a row that was decided stays where it is"


def test_the_undecided_are_decided_together_and_nothing_else_is(part: RowsPart) -> None:
    part.all_join.click()
    assert verdicts(part) == [Verdict.NEW, Verdict.JOIN, Verdict.HERE, Verdict.JOIN, Verdict.NEW]
    assert not part.all_join.isVisible() and part.narrow.value() is None
    part.table.selectAll()
    part.to_left.click()
    assert verdicts(part) == [Verdict.LEFT, Verdict.LEFT, Verdict.HERE, Verdict.LEFT, Verdict.LEFT]
