"""What a person said of a pasted text is written and read again, whatever kind of value it is."""

from __future__ import annotations

import json
from datetime import date, datetime
from types import MappingProxyType

from mediation_desk.domain.intake.spotting.sheet import Entry, Sheet, fill
from mediation_desk.domain.intake.spotting.spots import About, Days, Spot, Sure, Value, Whose
from mediation_desk.domain.money import Money
from mediation_desk.gui.intake.pasted.unfinished import restored, told

NAME = Spot(About.NAME, "陈先生", 0, 3, Sure.DOUBTED, Whose.APPLICANT)
COMPANY = Spot(About.COMPANY, "甲公司", 4, 7)
ENTERED: dict[str, Value | None] = {
    "applicant.0.phone": "13897120001", "claim.unpaid_wages": Money(12_600_00), "claim.deductions": None,
    "due": datetime(2026, 3, 25, 18), "days": Days(date(2026, 1, 1), date(2026, 1, 31))}


def test_what_was_entered_taken_and_thrown_out_comes_back() -> None:
    sheet = fill([NAME, COMPANY]).looked("applicant.0.name").thrown_out(COMPANY)
    for place, value in ENTERED.items():
        sheet = sheet.put(place, value)
    again = restored(fill([NAME, COMPANY]), json.loads(json.dumps(told(sheet))))
    assert again == sheet and not again.doubted()


def test_of_nothing_the_text_alone_is_told() -> None:
    assert restored(fill([NAME]), {}) == fill([NAME])
    assert told(Sheet(MappingProxyType({"order": Entry("1")}))) == {"entered": {}, "out": [], "taken": []}
