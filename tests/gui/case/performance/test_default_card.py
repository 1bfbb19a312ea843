"""The card of default: the clause, and an agreed penalty since the day on which it is owed."""

from dataclasses import replace
from datetime import date

from mediation_desk.demonstration import streamers
from mediation_desk.services.desk import Desk
from mediation_desk.services.settlement import settling
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import on, said
from tests.gui.case.walks import _sorted
from tests.gui.desks import SetClock

RULE = ("被申请人任何一期款项逾期超过五日未足额支付的，除应继续支付全部未付款项外，"
        "另向申请人支付违约金500.00元")


def test_a_penalty_is_said_from_the_day_after_its_days(desk: Desk, open_case: Opener,
                                                       clock: SetClock) -> None:
    case_id = _sorted(desk)
    settling.draft(desk, case_id, replace(streamers.terms(), other_terms=RULE))
    settling.sign(desk, case_id, date(2024, 11, 25))
    room = open_case(case_id)
    assert "penalty" not in said(on(room, clock, date(2024, 12, 15)))
    assert "The agreed penalty of 500.00 yuan is owed since 16 December 2024." in said(
        on(room, clock, date(2024, 12, 16)))
