"""The file in the archive: until when it is kept, which volume is next, what cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.casefile.archive import ArchiveDraft, check, kept_until, next_volume, same_volume
from mediation_desk.domain.words import DeskError
from tests.domain import cases

TODAY = date(2025, 2, 1)


@pytest.mark.parametrize(("since", "years", "until"), [
    (date(2025, 1, 20), 5, date(2030, 1, 20)), (date(2024, 2, 29), 5, date(2029, 2, 28)),
    (date(2024, 2, 29), 4, date(2028, 2, 29)), (date(2096, 2, 29), 4, date(2100, 2, 28))])
def test_it_is_kept_so_many_years_from_the_day_on_which_it_was_put_away(since: date, years: int, until: date
                                                                        ) -> None:
    assert kept_until(since, years) == until


@settings(max_examples=40)
@given(st.lists(st.integers(1, 12_000), unique=True), st.integers(2024, 2030))
def test_the_next_volume_is_one_that_nobody_has(taken: list[int], year: int) -> None:
    known = [f"{year}-{number:03d}" for number in taken] + ["卷三", f"{year - 1}-999"]
    made = next_volume(known, year)
    assert made not in known and int(made.partition("-")[2]) == max(taken, default=0) + 1


def test_an_office_that_writes_more_digits_goes_on_with_them() -> None:
    assert next_volume(["2025-00041"], 2025) == "2025-00042"
    assert next_volume(["２０２５－００３"], 2025) == "2025-004" and next_volume([], 2025) == "2025-001"


def test_one_volume_is_one_however_wide_its_signs_are() -> None:
    assert same_volume("2025-001", " ２０２５－００１ ") and same_volume("A 3", "a3")
    assert not same_volume("2025-001", "2025-0010") and not same_volume("2024-001", "2025-001")


@pytest.mark.parametrize(("draft", "field"), [
    (ArchiveDraft(date(2025, 2, 2)), "archived_on"), (ArchiveDraft(date(2025, 1, 9)), "archived_on"),
    (ArchiveDraft(volume="2025-001"), "archived_on"), (ArchiveDraft(TODAY, years=0), "retention_years"),
    (ArchiveDraft(TODAY, "1" * 61), "file_volume"), (ArchiveDraft(TODAY, box="1" * 61), "file_box")])
def test_what_cannot_be_is_refused_beside_its_field(draft: ArchiveDraft, field: str) -> None:
    case = cases.signed()
    case.closed_on = date(2025, 1, 10)
    with pytest.raises(DeskError) as told:
        check(draft, case, TODAY)
    assert told.value.field == field


def test_a_draft_is_read_from_the_case_and_a_note_needs_no_day() -> None:
    case = cases.signed()
    case.archived_on, case.file_volume, case.retention_years = TODAY, "2025-001", 10
    assert ArchiveDraft.of(case) == ArchiveDraft(TODAY, "2025-001", years=10)
    check(ArchiveDraft(note="缺一页"), case, TODAY)
