"""The streamers' walk: six stops in their order, to figures worked out by hand, of nobody who lives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.demonstration.streamers import Stop
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import Outcome, Station, Status
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.identity import read_id_number
from mediation_desk.services.library import Library
from mediation_desk.services.upkeep import upkeep
from tests.offices import embedded_place, office

Walked = tuple[Desk, list[Stop]]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library) -> Iterator[Walked]:
    """The story, walked once for all tests."""
    folder: Path = tmp_path_factory.mktemp("walk")
    with office(embedded_place(folder), folder / "notes", library_shelf) as made:
        yield made.first, list(streamers.walk(made.first))


def test_the_case_goes_through_every_station_in_the_order_of_the_road(walked: Walked) -> None:
    _desk, stops = walked
    assert [stop.station for stop in stops] == list(Station)
    assert len({stop.case_id for stop in stops}) == 1


def test_what_was_agreed_is_paid_to_the_fen_and_the_case_is_closed(walked: Walked) -> None:
    """4 x 8,600 + 4,300 = 38,700 asked. 30,264 by claims of 86 to 43: 2/9 are 6,725 and 1/3, 1/9 is
    3,362 and 2/3; the fen that is over goes to the earliest of the equal remainders."""
    desk, stops = walked
    case = reading.case(desk, stops[-1].case_id).case
    assert case.claimed == yuan("38700.00")
    assert case.agreement is not None
    shares = [share.amount for share in case.agreement.shares]
    assert shares == [yuan("6725.34"), *[yuan("6725.33")] * 3, yuan("3362.67")]
    assert total(shares) == streamers.TOTAL == total(payment.amount for payment in case.payments)
    assert (case.status, case.outcome) == (Status.CLOSED, Outcome.PERFORMED)


def test_every_stop_tells_figures_and_none_twice(walked: Walked) -> None:
    for stop in walked[1]:
        labels = [label for label, _value in stop.figures]
        assert labels and len(set(labels)) == len(labels), stop.station
        assert not any(isinstance(value, float) for _label, value in stop.figures)
    told = {label: value for stop in walked[1] for label, value in stop.figures}
    assert told["协议总额"] == streamers.TOTAL and told["尚欠"] == Money(0)


def test_its_people_have_good_numbers_of_an_area_that_was_never_given_out() -> None:
    for _name, number, phone, _since in streamers.WORKERS:
        assert read_id_number(number).good and number.startswith("639999")
        assert phone.startswith("1990000"), "a block of numbers that nobody has"


def test_the_store_it_leaves_is_whole(walked: Walked) -> None:
    assert upkeep.prove(walked[0]) == []
