"""What is kept of an inquiry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain import journal_tables
from mediation_desk.domain.inquiries import Inquiry, check_inquiry
from mediation_desk.domain.travel.tables import JOURNEYS, Goes
from mediation_desk.domain.words import DeskError

DAY = date(2024, 11, 28)
ASKED = Inquiry(id=UUID(int=1), case_id=UUID(int=2), held_on=DAY, person="店长")


def test_what_was_said_is_told_in_the_timeline_and_travels_with_its_case() -> None:
    assert journal_tables.TABLES["inquiries"].columns["text"].label == "Questions and answers"
    assert JOURNEYS["inquiries"].goes is Goes.WITH_CASE


def test_an_inquiry_has_its_day_and_one_person_who_was_asked() -> None:
    check_inquiry(ASKED, DAY)  # what was said may still be written by hand
    for wrong, field in ((replace(ASKED, held_on=date(2024, 11, 29)), "held_on"),
                         (replace(ASKED, person=" "), "person"),
                         (replace(ASKED, party_id=UUID(int=3)), "person")):
        with pytest.raises(DeskError) as said:
            check_inquiry(wrong, DAY)
        assert said.value.field == field
