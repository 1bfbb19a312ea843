"""Where a matter comes from: what is asked follows the source."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.gui.intake.new_case.matter import MatterPart
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.desks import show


@pytest.fixture
def part(qtbot: QtBot, desk: Desk, tasks: Tasks) -> MatterPart:
    """The part, on screen."""
    made = MatterPart(desk, tasks)
    made.resize(620, 300)
    made.set_values({"received_on": desk.today, "source": Source.WALK_IN, "kind_of_work": KindOfWork.OTHER})
    show(qtbot, made)
    return made


def come_from(part: MatterPart, source: Source) -> None:
    part.source.set_value(source)
    part.ask()


def test_each_source_has_its_own_questions(part: MatterPart) -> None:
    come_from(part, Source.WALK_IN)
    assert not (part.order.isVisible() or part.arrived.isVisible() or part.until.isVisible())
    come_from(part, Source.COURT)
    assert part.order.label.text() == "Number of the court" and part.arrived.isVisible()
    come_from(part, Source.HOTLINE)
    assert part.order.label.text() == "12345 order number *" and part.order.required


def test_what_is_not_asked_any_more_is_not_registered(part: MatterPart) -> None:
    come_from(part, Source.HOTLINE)
    part.order.set_typed("77")
    part.arrived.set_typed("9:12")
    assert part.commit()
    order = part.order_draft()
    assert order is not None and (order.number, order.arrived_at) == ("77", datetime(2024, 11, 25, 9, 12))
    come_from(part, Source.WALK_IN)
    assert part.number == "" and part.order_draft() is None and part.came_at() is None


def test_without_its_hour_no_order_is_kept_and_its_number_is(part: MatterPart) -> None:
    come_from(part, Source.HOTLINE)
    part.order.set_typed("77")
    assert part.commit() and part.order_draft() is None and part.number == "77"


def test_the_number_of_an_order_that_is_a_case_is_told_as_it_is_left(
        qtbot: QtBot, part: MatterPart, desk: Desk, tasks: Tasks) -> None:
    """It stays what was typed, and of another number nothing is told."""
    made = registering.register(desk, registering.IntakeDraft(
        desk.today, Source.HOTLINE, "20241125077")).result
    assert made
    told = f"This order number is case {reading.case(desk, made).case.number} already."
    come_from(part, Source.HOTLINE)
    for typed, said in (("20241125077", told), ("20241125078", ""), ("20241125077", told)):
        part.order.set_typed(typed)
        part.order.commit()
        qtbot.waitUntil(lambda: not tasks.busy)
        assert part.order.line.accessibleDescription() == said
        assert part.number == typed
    come_from(part, Source.WALK_IN)
    assert part.order.line.accessibleDescription() == ""
