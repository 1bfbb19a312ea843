"""What a package says, in words: all of it, and of long lists how much more there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from mediation_desk.gui.intake.packages import sight
from mediation_desk.services.referral.incoming import Incoming, Signer
from mediation_desk.services.referral.replies import Reply

ZONE, TODAY = ZoneInfo("Asia/Shanghai"), date(2025, 1, 20)
ONE = Incoming(
    path=Path("x"), office="调解室", check="", signer=Signer.KNOWN, sent_by="陈守信",
    sent_at=datetime(2025, 1, 20, 1, tzinfo=UTC), number="1号", reason="管辖", part="", asked="",
    due_on=date(2025, 1, 19), valid_until=date(2025, 2, 1), cause="", facts="", confidential=True,
    parties=tuple(("Applicant", f"甲{at}") for at in range(15)),
    claims=(("甲0", "补缴", 860_000), ("甲1", "补", None)),
    orders=(("HJ1", datetime(2025, 1, 20, 8), None),), papers=(("申请书", 2048),), exhibits=())
BACK = Reply(path=Path("x"), case_id=uuid4(), referral_id=uuid4(), number="1号", office="社保", check="",
             is_known=True, is_answer=False, number_there="2号", by="海晏", day=TODAY)


def test_everything_that_says_something_is_told() -> None:
    told = dict(sight.told_by_package(ONE, TODAY, ZONE))
    assert told["Which part"] == "the whole matter" and "overdue" in told["Answer asked for by"]
    assert "09:00" in told["Sent by"] and told["Confidentiality"]
    assert "8,600.00" in told["Claims"] and told["Claims"].endswith("甲1: 补")
    assert told["Papers"] == "申请书 (2 KB)" and told["Evidence"] == ""


def test_of_a_long_list_it_is_said_how_many_more_there_are() -> None:
    lines = dict(sight.told_by_package(ONE, TODAY, ZONE))["Parties"].split("\n")
    assert len(lines) == sight.MOST_LINES + 1 and lines[-1] == "and 3 more"


def test_what_came_back_is_called_what_it_is() -> None:
    assert sight.heading_of(BACK) == "Receipt of “社保”"
    assert sight.heading_of(replace(BACK, is_answer=True)) == "Answer of “社保”"
    assert "returns" in sight.heading_of(replace(BACK, is_answer=True, returned="x"))
    assert dict(sight.told_by_reply(BACK, TODAY))["Number there"] == "2号"
