"""Fields and their columns: one name for both, but for one renamed after its column was released."""

from mediation_desk.store.tables import cases  # noqa: F401 - declares the tables
from mediation_desk.store.tables.columns import as_columns, as_fields


def test_a_renamed_field_keeps_its_column_in_the_journal() -> None:
    """What a worker asks for is ``asked``; its column is called as it was while it was a number of fen."""
    assert as_columns("claims", {"asked": 430000, "note": ""}) == {"asked_fen": 430000, "note": ""}
    assert as_fields("claims", {"asked_fen": 430000, "note": ""}) == {"asked": 430000, "note": ""}
    assert as_fields("offers", {"terms": ""}) == as_columns("offers", {"terms": ""}) == {"terms": ""}
    assert as_fields("a table that is no more", {"terms": ""}) == {"terms": ""}
