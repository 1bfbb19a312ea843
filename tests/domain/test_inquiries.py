"""What is kept of an inquiry."""

from __future__ import annotations

from mediation_desk.domain import journal_tables
from mediation_desk.domain.travel.tables import JOURNEYS, Goes


def test_what_was_said_is_told_in_the_timeline_and_travels_with_its_case() -> None:
    assert journal_tables.TABLES["inquiries"].columns["text"].label == "Questions and answers"
    assert JOURNEYS["inquiries"].goes is Goes.WITH_CASE
