"""The shelf is read once, when something is first taken from it, and holds what is shipped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import yuan
from mediation_desk.services import library
from mediation_desk.services.library import Library


def test_what_is_shipped_is_on_it() -> None:
    shelf = Library()
    assert not shelf.calendar.is_workday(date(2025, 10, 1)) and shelf.calendar.is_workday(date(2025, 10, 11))
    beijing = shelf.figures.average_wage("110108", date(2019, 8, 30))
    assert beijing is not None and beijing.amount == yuan("10592.00")
    assert {claim for sheet in shelf.sheets.sheets.values() for claim in sheet.claims} == set(CLAIMS)


@pytest.mark.parametrize(("part", "reads"), [("calendar", "shipped_calendar"), ("figures", "shipped_figures"),
                                             ("sheets", "shipped_shelf"), ("fonts", "shipped_fonts")])
def test_each_is_read_when_it_is_first_asked_for_and_once(part: str, reads: str,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """The window waits for nothing that it does not show yet."""
    read: list[str] = []

    def reading(name: str) -> Callable[..., object]:
        def once(**_given: object) -> object:
            read.append(name)
            return object()
        return once

    for name in ("shipped_calendar", "shipped_figures", "shipped_shelf", "shipped_fonts"):
        monkeypatch.setattr(library, name, reading(name))
    shelf = Library()
    assert read == []
    assert getattr(shelf, part) is getattr(shelf, part) and read == [reads]
