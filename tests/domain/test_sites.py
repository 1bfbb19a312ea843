"""Sites: how they are named, chosen and kept."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.sites import (
    HERE,
    MOST,
    Held,
    Site,
    SiteDraft,
    check_site,
    chosen,
    kept,
    require_site,
    site_names,
    standing,
)
from mediation_desk.domain.words import DeskError

GONE = datetime(2024, 12, 1, tzinfo=UTC)


def site(number: int, name: str, removed: datetime | None = None) -> Site:
    return Site(id=UUID(int=number), name=name, removed_at=removed)


EAST, WEST, OLD = site(1, "城东街道工作站"), site(2, "城西街道工作站"), site(3, "旧站", GONE)


def test_what_is_said_of_a_site_is_kept_without_blanks_around_it() -> None:
    assert SiteDraft(" 城东街道工作站 ", " 八一路 8 号", "0971-1234567 ").tidy() == SiteDraft(
        "城东街道工作站", "八一路 8 号", "0971-1234567")


def test_a_site_has_a_name_of_its_own() -> None:
    check_site("生物园区工作站", [EAST, WEST])
    for name, said in (("  ", "Enter the name"), ("城东街道工作站 ", "in the list already")):
        with pytest.raises(DeskError, match=said) as refused:
            check_site(name, [EAST, WEST])
        assert refused.value.field == "name"
    with pytest.raises(DeskError, match="at most 200"):
        check_site("又一站", [site(number, f"站{number}") for number in range(MOST)])


def test_those_that_were_not_taken_out_stand_by_name_and_are_called_by_their_keys() -> None:
    assert standing([WEST, OLD, EAST]) == [EAST, WEST]
    assert site_names([OLD])[str(OLD.id)] == "旧站"  # what once belonged to it goes on saying so


def test_the_office_itself_is_chosen_by_a_key_and_kept_as_none() -> None:
    assert (chosen(None), chosen(EAST.id)) == (HERE, EAST.id)
    assert (kept(HERE), kept(None), kept(EAST.id)) == (None, None, EAST.id)


def test_nobody_goes_to_a_site_that_was_taken_out_and_who_is_there_may_stay() -> None:
    assert require_site([EAST, OLD], EAST.id) == EAST.id
    assert require_site([EAST, OLD], HERE) is None
    assert require_site([EAST, OLD], OLD.id, OLD.id) == OLD.id
    with pytest.raises(DeskError, match="taken out") as refused:
        require_site([EAST, OLD], OLD.id, EAST.id)
    assert refused.value.field == "site"


def test_nothing_belongs_to_a_site_of_which_every_number_is_zero() -> None:
    assert Held().is_empty and not Held(people=1).is_empty
