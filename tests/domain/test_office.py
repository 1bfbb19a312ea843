"""What the office is, kept and read again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.words import DeskError

STUDIO = OfficeSettings("西宁市城中区劳动争议调解工作室", "西宁市城中区劳动人事争议调解中心", region="630100")


@pytest.mark.parametrize(("field", "value"), [
    ("name", "  "), ("seal_name", ""), ("region", "6301"), ("region", "西宁市城中区"), ("region", "63010０0"),
    ("number_pattern", "没有年份")])
def test_what_cannot_be_is_refused_beside_its_field(field: str, value: str) -> None:
    with pytest.raises(DeskError) as told:
        replace(STUDIO, **{field: value}).checked()  # type: ignore[arg-type]
    assert told.value.field == field


@pytest.mark.parametrize(("field", "least", "most"), [
    ("publish_smallest_count", 3, 100), ("publish_fewest_values", 3, 100),
    ("publish_dominance_percent", 50, 99), ("visit_days_signed", 0, 180), ("visit_days_paid", 0, 180)])
def test_an_office_says_within_reason_what_it_hides_and_when_it_visits(
        field: str, least: int, most: int) -> None:
    for value in (least, most):
        replace(STUDIO, **{field: value}).checked()  # type: ignore[arg-type]
    for value in (least - 1, most + 1):
        with pytest.raises(DeskError) as told:
            replace(STUDIO, **{field: value}).checked()  # type: ignore[arg-type]
        assert told.value.field == field


def test_an_office_without_a_region_is_an_office() -> None:
    assert replace(STUDIO, region="").checked().region == ""


@given(name=st.text(min_size=1), years=st.integers(1, 99), people=st.booleans())
def test_what_is_kept_is_read_again(name: str, years: int, people: bool) -> None:
    kept = replace(STUDIO, name=name, retention_years=years, people_mediation=people)
    assert OfficeSettings.read(kept.stored()) == kept


def test_settings_of_a_later_or_an_earlier_program_are_read_all_the_same() -> None:
    stored = STUDIO.stored() | {"office.of_tomorrow": 1, "backup.folder": "/media/stick"}
    del stored["office.retention_years"]
    assert OfficeSettings.read(stored) == STUDIO
