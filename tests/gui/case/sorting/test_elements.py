"""A collective case of two hundred workers and thirty elements stays smooth on the screen."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from time import thread_time
from types import SimpleNamespace
from typing import cast
from uuid import UUID, uuid5

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.sorting.elements import ElementType, Scope
from mediation_desk.domain.sorting.statements import ElementEntry, State
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.sorting.elements import Elements
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import Sight, Sitting
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from tests.offices import shelf

SPACE = UUID("01936000-0000-7000-8000-000000000000")
WORKERS, ELEMENTS = 200, 30
CLAIMS = ("unpaid_wages", "double_wage", "overtime", "annual_leave", "economic_compensation")
SAID = {ElementType.DATE: "2024-09-01", ElementType.MONEY: "4300.00", ElementType.NUMBER: "3",
        ElementType.SHARE: "0.3", ElementType.YES_NO: "yes", ElementType.TEXT: "某处"}


class Bench(QObject):
    """A bench whose store never answers: what is on the screen is what was foreseen."""

    trouble = Signal(object)
    reloaded = Signal(object)
    view = None
    seen = Seen()

    def run(self, *_args: object, **_kwargs: object) -> None:
        """Nothing comes back."""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """As much of a desk as sorting needs."""
    library = shelf()
    settings = OfficeSettings("调解中心", "调解中心", region="630100")
    found = SimpleNamespace(library=library, settings=settings, figures=library.figures,
                            calendar=library.calendar, today=date(2024, 11, 25))
    return cast(Desk, found)


@pytest.fixture(scope="module")
def case(desk: Desk) -> Case:
    """Two hundred riders; the company says another amount for every sum of money."""
    case_id = uuid5(SPACE, "case")
    made = Case(id=case_id, number="宁中劳调〔2024〕0001号", mediator_id=SPACE,
                received_on=date(2024, 11, 25), created_at=datetime(2024, 11, 25, tzinfo=UTC))
    for at in range(WORKERS):
        worker = uuid5(SPACE, f"worker {at}")
        made.parties_all.append(Party(id=worker, case_id=case_id, role=Role.APPLICANT, name=f"骑手{at:03d}",
                                      position=at))
        made.claims_all += [Claim(id=uuid5(worker, name), case_id=case_id, worker_id=worker, claim=name)
                            for name in CLAIMS]
    for element in sorting.sheet(desk, made).elements():
        said = SAID.get(element.type) or (element.choices[0].value if element.choices else json.dumps([]))
        if element.scope is Scope.WORKER and element.type is not ElementType.LIST:
            theirs = "3000.00" if element.type is ElementType.MONEY else said
            made.entries_all += [
                ElementEntry(id=uuid5(worker.id, element.id), case_id=case_id, element=element.id,
                             worker_id=worker.id, applicant=said, respondent=theirs)
                for worker in made.parties_all]
    return made


@pytest.fixture(scope="module")
def sitting(desk: Desk) -> Sitting:
    """One sorter for the module."""
    return Sitting(desk, "en")


@pytest.fixture(scope="module")
def sight(desk: Desk, sitting: Sitting, case: Case) -> Sight:
    """The case, sorted once."""
    return sitting.sight(case, sorting.sort(case, sorting.sorter(desk, case)))


@pytest.fixture
def elements(dressed: QApplication, qtbot: QtBot, sight: Sight) -> Iterator[Elements]:
    """The grids of that case on the screen."""
    bench = Bench()
    sayings = Sayings(cast(CaseBench, bench), lambda *_args: None, bench)
    made = Elements(sayings)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_sight(sight)
    made.show()
    yield made


def best(act: object, times: int = 5) -> float:
    """The shortest of several runs, in milliseconds of this thread: what else runs is not counted."""
    taken = []
    for run in range(times):
        start = thread_time()
        act(run)  # type: ignore[operator]
        taken.append(thread_time() - start)
    return min(taken) * 1000


def test_the_grid_holds_them_all(elements: Elements, sight: Sight) -> None:
    assert elements.worker_cells.rowCount() == WORKERS
    assert elements.worker_cells.columnCount() >= ELEMENTS
    assert sight.outcome.counts[State.DISPUTED] >= WORKERS


def test_typing_a_value_updates_states_and_amounts_within_fifty_milliseconds(
        elements: Elements, sight: Sight, sitting: Sitting) -> None:
    column = [one.id for one in elements.worker_cells.columns].index("hourly_wage")
    worker = sight.outcome.workers[7]
    seen: list[Sight] = [sight]

    def type_(run: int) -> None:
        saying = sorting.Saying("hourly_wage", worker, "respondent", str(3100 + run))
        foreseen = sitting.foreseen(seen[-1], [saying])
        assert foreseen is not None
        elements.show_sight(foreseen)
        seen.append(foreseen)

    assert best(type_) < 50
    assert seen[-1].outcome.cell("hourly_wage", worker).word.respondent == "3104.00"
    before, after = sight.outcome.respondents_amount(worker), seen[-1].outcome.respondents_amount(worker)
    assert str(after) != str(before)
    assert elements.worker_cells.cell(elements.worker_cells.index(7, column)).state is not None


def test_going_through_the_grid_paints_without_lag(elements: Elements) -> None:
    bar = elements.grid.verticalScrollBar()

    def scroll(run: int) -> None:
        bar.setValue((run * 700) % max(1, bar.maximum()))
        elements.grid.viewport().repaint()

    assert best(scroll) < 16  # sixty pictures a second


def test_filling_down_two_hundred_rows_is_one_batch(elements: Elements) -> None:
    told: list[list[sorting.Saying]] = []
    elements.sayings.sent.connect(told.append)
    model = elements.worker_cells
    column = [one.id for one in model.columns].index("hourly_wage")
    elements.grid.selectColumn(column)
    model.edit({(row, column): "4400" for row in range(WORKERS)})
    assert [len(batch) for batch in told] == [WORKERS]
    assert {saying.text for saying in told[0]} == {"4400"}
