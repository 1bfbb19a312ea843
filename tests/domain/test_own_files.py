"""The office's own forms and typefaces go where the office goes."""

from __future__ import annotations

import pytest

from mediation_desk.domain.travel.tables import JOURNEYS, Goes


@pytest.mark.parametrize("table", ["own_forms", "own_typefaces"])
def test_they_go_along_as_the_office_has_them(table: str) -> None:
    assert JOURNEYS[table].goes is Goes.WITH_OFFICE
