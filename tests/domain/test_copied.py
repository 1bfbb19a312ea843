"""What is kept of a field that was copied into another platform."""

from __future__ import annotations

from mediation_desk.domain import journal_tables, leaning


def test_a_field_of_a_platform_has_one_mark_and_its_text_is_not_in_the_journal() -> None:
    assert leaning.PLACES["copied_fields"] == ("platform", "field")
    assert not journal_tables.tells("copied_fields", "sha256")
