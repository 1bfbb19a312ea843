"""The demonstration's week: an invitation for each party, and a calendar file that another program reads."""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar
from pypdf import PdfReader

from mediation_desk.demonstration import calendar, office
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.offices import CHEAP


def test_an_invitation_and_a_week_are_written(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    desk = office.build(tmp_path / "office", around)
    try:
        (paper,) = calendar.write(desk, tmp_path)
    finally:
        desk.store.close()
    pages = [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(paper).pages]
    assert len(pages) == 3 and all("2025年1月21日（星期二）9时30分" in page for page in pages)
    events = Calendar.from_ical((tmp_path / calendar.FILE).read_bytes()).walk("VEVENT")
    assert [str(one["location"]) for one in events] == [one.place for one in calendar.WEEK]
    assert all("才让东珠" not in str(one) for one in events)
