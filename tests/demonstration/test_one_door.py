"""The streamers' order, the referral of a part, and the reply, as the demonstration shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.demonstration import apart, office, one_door, streamers
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.intake.order.clocks import order_clocks
from mediation_desk.domain.intake.order.replies import Release, release_of
from mediation_desk.domain.intake.orders import CameBy, OrderStepKind
from mediation_desk.domain.referral.referrals import ReferralState, state_of
from mediation_desk.services import reading, replying
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from mediation_desk.services.office import receiving_offices
from tests.offices import CHEAP


@pytest.fixture
def desk(tmp_path: Path, library_shelf: Library) -> Iterator[Desk]:
    """The demonstration's office, with no case in it yet."""
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    with apart.founded(office.SETTINGS, around) as made:
        yield made


def test_the_pasted_order_tells_who_when_and_what_for(desk: Desk) -> None:
    case = reading.case(desk, one_door.take_in(desk, [name for name, *_ in streamers.WORKERS])).case
    (order,) = case.orders
    assert (order.came_by, order.kind, order.rule) == (CameBy.PASTED, "求助", "help")
    assert order.original == one_door.ORDER.strip() and case.received_on == one_door.CAME
    assert [one.name for one in case.applicants] == [name for name, *_ in streamers.WORKERS]
    assert [one.name for one in case.respondents] == [streamers.COMPANY]
    assert [step.kind for step in case.order_steps] == [OrderStepKind.SIGNED_IN, OrderStepKind.CONTACTED]


def test_what_was_referred_is_answered_and_the_hotline_has_its_reply_in_time(desk: Desk) -> None:
    for stop in streamers.walk(desk):
        case_id = stop.case_id
    case = reading.case(desk, case_id).case
    (referral,), (reply,), (order,) = case.referrals, case.replies, case.orders
    assert state_of(referral, desk.today) is ReferralState.ANSWERED
    assert [one.name for one in receiving_offices.receiving_offices(desk)] == [one_door.INSURANCE]
    assert release_of(reply) is Release.RELEASED
    assert not replying.check(desk, case_id, reply.public_answer), "it names nobody of the case"
    late = datetime(2025, 1, 20, 8, tzinfo=UTC).replace(tzinfo=None)
    assert not any(one.running or one.is_late(late) for one in order_clocks(
        order, case.steps_of(order), desk.calendar))
