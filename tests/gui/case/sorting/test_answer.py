"""One side's word on one element, typed in the field that fits it."""

from uuid import UUID

from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    at,
    opened,
    words,
)


def test_a_bad_word_in_the_details_is_said_beside_its_field(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    field = page.elements.details.fields["respondent"].line
    room.type(field, "hardly any")
    assert "hardly any" in field.error()
    room.type(field, "2900")
    assert field.error() == ""
    assert words(room, "monthly_wage")[0] == ("4300.00", "2900.00")
