"""The demonstration's reminder names who pays what, when, for which agreement and to which account."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import office, payments
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from mediation_desk.services.payments import dues
from tests.offices import CHEAP


def test_a_reminder_is_written_and_what_was_promised_is_noted(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    desk = office.build(tmp_path / "office", around)
    try:
        payments.write(desk, tmp_path)
        promised = dues.page(desk, DueFilter(Section.PROMISED), 0, 9)
        left = dues.count(desk, DueFilter(Section.REMIND))
    finally:
        desk.store.close()
    text = (tmp_path / payments.REMINDER).read_text("utf-8")
    for said in ("湟源出行科技有限公司", "2025年1月20日", "5,490.00元", "宁中劳调〔2024〕0002号",
                 "陈小艺 青海农商银行 "):
        assert said in text, said
    assert "*" not in text, "accounts are written out in what goes out"
    assert len(promised) >= 1 and left == 0
