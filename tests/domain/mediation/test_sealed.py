"""For whom a bottom line stands, and which of its parts go together."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mediation_desk.domain.mediation.sealed import check_line, stands_for
from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError

A, B, C, ELECTED = (UUID(int=number) for number in range(1, 5))
MEMBERS = (A, B, C)


def test_the_side_as_a_whole_speaks_for_all_and_a_worker_for_nobody_else() -> None:
    assert stands_for(None, (), MEMBERS) == MEMBERS
    assert stands_for(B, (), MEMBERS) == (B,)
    assert stands_for(B, (A, C), MEMBERS) == (B,)


@given(some.sets(some.sampled_from((*MEMBERS, UUID(int=9)))))
def test_a_representative_speaks_for_those_of_the_side_who_consented_and_no_other(consenting: set[UUID]
                                                                                 ) -> None:
    whose = stands_for(ELECTED, consenting, MEMBERS)
    assert set(whose) == consenting & set(MEMBERS)
    assert list(whose) == sorted(whose, key=MEMBERS.index)


@pytest.mark.parametrize(("first", "fewest", "most", "field"), [
    ("29000.01", None, None, "first_share"), (None, 3, 2, "fewest")])
def test_a_line_that_contradicts_itself_is_refused_at_the_part_that_does(
        first: str | None, fewest: int | None, most: int | None, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_line(yuan("29000"), yuan(first) if first else None, fewest, most)
    assert refused.value.field == field
