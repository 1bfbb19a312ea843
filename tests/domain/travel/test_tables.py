"""Every table says how it travels, so that what is built later travels too."""

from __future__ import annotations

from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.domain.travel.tables import JOURNEYS, MERGED, Goes, going
from mediation_desk.store import store
from mediation_desk.store.tables.columns import metadata


def test_every_table_of_the_store_has_a_journey_and_every_journey_a_table() -> None:
    """A new table fails here until somebody says how it travels."""
    assert store is not None  # all tables are known
    assert set(JOURNEYS) == set(metadata.tables)


def test_a_table_that_stays_says_why_and_no_other_does() -> None:
    assert {name for name, one in JOURNEYS.items() if one.why} == set(going(Goes.NOT))


def test_what_is_merged_belongs_to_a_case_and_is_told_by_its_journal() -> None:
    for name in MERGED:
        assert name == "cases" or "case_id" in metadata.tables[name].columns
        assert name in TABLES


def test_every_table_with_rows_of_a_case_goes_along_or_says_why() -> None:
    of_cases = {name for name, table in metadata.tables.items() if "case_id" in table.columns}
    assert of_cases <= {name for name, one in JOURNEYS.items() if one.goes in (Goes.WITH_CASE, Goes.APART)
                        or one.why}
