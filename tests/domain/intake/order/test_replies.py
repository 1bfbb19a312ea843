"""How far a public answer is: released as it stands, or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.order.replies import Release, check_reply, fingerprint, release_of
from mediation_desk.domain.intake.orders import OrderReply
from mediation_desk.domain.words import DeskError

REPLY = OrderReply(id=UUID(int=1), case_id=UUID(int=2), order_id=UUID(int=3), public_answer="已办理。")
OUT = replace(REPLY, released_at=datetime(2026, 1, 1, tzinfo=UTC), public_sha256=fingerprint("已办理。"))


@pytest.mark.parametrize(("reply", "release"), [
    (None, Release.NONE), (replace(REPLY, public_answer=" "), Release.NONE), (REPLY, Release.NOT_YET),
    (OUT, Release.RELEASED), (replace(OUT, public_answer="已办结。"), Release.CHANGED)])
def test_another_text_than_the_released_one_is_not_released(reply: OrderReply | None, release: Release
                                                           ) -> None:
    assert release_of(reply) is release


@pytest.mark.parametrize(("told", "field"), [
    ({"beyond_kind": "不属于本辖区"}, "beyond_duty"), ({"solved": True, "unsolved_why": "x"}, "unsolved_why"),
    ({"contacted": False, "contacted_number": "1"}, "contacted")])
def test_what_contradicts_itself_is_refused(told: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_reply(replace(REPLY, **told))  # type: ignore[arg-type]
    assert refused.value.field == field
    check_reply(REPLY)
