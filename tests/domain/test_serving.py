"""What is kept of the service of a paper, and how far it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain import journal_tables
from mediation_desk.domain.serving import (
    ServiceManner,
    ServiceReceipt,
    ServiceState,
    check_receipt,
    is_open,
    late_first,
    state_of,
)
from mediation_desk.domain.travel.tables import JOURNEYS, Goes
from mediation_desk.domain.words import DeskError

TODAY = date(2024, 12, 3)
NOW = datetime(2024, 12, 3, 16, 0)


def receipt(**told: object) -> ServiceReceipt:
    """The acceptance notice on its way to the company since Monday."""
    there = {"recipient": "某文化传媒有限公司", "title": "受理通知书", "sent_on": date(2024, 12, 2)} | told
    return ServiceReceipt(id=UUID(int=1), case_id=UUID(int=2), **there)  # type: ignore[arg-type]


def test_a_receipt_says_nothing_that_nobody_entered() -> None:
    one = ServiceReceipt(id=UUID(int=1), case_id=UUID(int=2))
    assert one.served_at is None and not one.signed_by and one.manner is ServiceManner.DIRECT


def test_a_receipt_is_told_in_the_timeline_and_travels_with_its_case() -> None:
    told = journal_tables.TABLES["service_receipts"].columns
    assert told["served_at"].label and told["refused_why"].label and not told["template"].label
    assert JOURNEYS["service_receipts"].goes is Goes.WITH_CASE


@pytest.mark.parametrize(("told", "state"), [
    ({"sent_on": None, "due_on": date(2024, 12, 5)}, ServiceState.TO_SEND),
    ({}, ServiceState.UNDER_WAY),
    ({"due_on": TODAY}, ServiceState.UNDER_WAY),
    ({"due_on": date(2024, 12, 2)}, ServiceState.LATE),
    ({"sent_on": None, "due_on": date(2024, 12, 2)}, ServiceState.LATE),
    ({"due_on": date(2024, 12, 2), "served_at": NOW}, ServiceState.SERVED),
    ({"refused_why": "不愿意签", "witness": "居委会某人"}, ServiceState.REFUSED),
    ({"refused_why": "不愿意签", "witness": "居委会某人", "manner": ServiceManner.LEFT, "served_at": NOW},
     ServiceState.LEFT),
])
def test_how_far_a_paper_is_follows_from_what_was_entered(told: dict[str, object], state: ServiceState
                                                          ) -> None:
    assert state_of(receipt(**told), TODAY) is state


@pytest.mark.parametrize(("told", "field"), [
    ({"recipient": " "}, "recipient"), ({"title": ""}, "title"), ({"copies": 0}, "copies"),
    ({"sent_on": date(2024, 12, 4)}, "sent_on"), ({"sent_on": None}, "due_on"),
    ({"due_on": date(2024, 12, 1)}, "due_on"),
    ({"served_at": NOW + timedelta(minutes=1)}, "served_at"),
    ({"served_at": datetime(2024, 12, 1, 9)}, "served_at"), ({"signed_by": "某前台"}, "served_at"),
    ({"refused_why": "不愿意签"}, "witness"),
    ({"manner": ServiceManner.LEFT, "served_at": NOW}, "refused_why"),
    ({"refused_why": "不愿意签", "witness": "居委会某人", "served_at": NOW}, "refused_why"),
])
def test_what_cannot_be_is_refused_beside_its_field(told: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_receipt(receipt(**told), NOW)
    assert refused.value.field == field


@pytest.mark.parametrize("told", [
    {}, {"sent_on": None, "due_on": TODAY}, {"sent_on": None, "served_at": NOW},
    {"served_at": NOW, "signed_by": "某前台", "relation": "前台"},
    {"recipient": "", "party_id": UUID(int=9)},
    {"manner": ServiceManner.LEFT, "refused_why": "不愿意签", "witness": "居委会某人", "served_at": NOW},
])
def test_what_a_person_may_enter_is_taken(told: dict[str, object]) -> None:
    check_receipt(receipt(**told), NOW)


DAYS = st.none() | st.dates(date(2024, 11, 1), date(2024, 12, 31))


@settings(max_examples=40)
@given(st.lists(st.tuples(DAYS, DAYS, st.booleans()), max_size=8),
       st.dates(date(2024, 11, 1), date(2025, 1, 9)))
def test_what_waits_stands_by_the_day_on_which_it_is_due(those: list[tuple[date | None, date | None, bool]],
                                                         today: date) -> None:
    entered = [replace(receipt(sent_on=sent, due_on=due, served_at=NOW if served else None),
                       id=UUID(int=at)) for at, (sent, due, served) in enumerate(those)]
    waiting = late_first(entered, today)
    assert {one.id for one in waiting} == {one.id for one in entered if one.served_at is None}
    assert all(is_open(one, today) for one in waiting)
    days = [one.due_on or date.max for one in waiting]
    assert days == sorted(days)
