"""What no package may overstep, and why there is sometimes no room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mediation_desk.domain.mediation.packages.limits import Law, Limits, NoRoom, floors_of, holds, limits
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import STORY, STORY_LAW, WORKERS, asked, limits_of, zone_of


def reasons(lines: tuple[BottomLine, ...], law: Law = STORY_LAW) -> str:
    found = limits(zone_of(lines), law, asked())
    assert isinstance(found, NoRoom)
    return " ".join(map(str, found.reasons))


def test_the_storys_limits_are_both_lines_within_the_law() -> None:
    found = limits_of(STORY, STORY_LAW)
    assert (found.low, found.high, found.fewest, found.most) == (yuan("29000"), yuan("31000"), 2, 2)
    assert found.floors == (yuan("3000"),) * 5


def test_the_law_narrows_the_lines() -> None:
    found = limits_of(STORY, replace(STORY_LAW, low=yuan("29500"), high=yuan("30000")))
    assert (found.low, found.high) == (yuan("29500"), yuan("30000"))


def test_a_workers_own_line_and_their_undisputed_wages_are_both_floors() -> None:
    own = BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0])
    low = BottomLine(Side.APPLICANT, yuan("1000"), party_id=WORKERS[4])
    zone = zone_of([*STORY, own, low])
    assert floors_of(zone, STORY_LAW, asked()) == (yuan("7000"), *[yuan("3000")] * 4)


def test_why_there_is_no_room_is_said() -> None:
    assert "applicants' bottom line" in reasons(STORY[1:]) and "respondents'" in reasons(STORY[:1])
    assert "do not meet" in reasons((replace(STORY[0], amount=yuan("31000.01")), STORY[1]))
    low = replace(STORY[0], amount=yuan("5000")), replace(STORY[1], amount=yuan("14000"))
    assert "15,000.00, more than the respondents would pay" in reasons(low)
    assert "outside what the law gives" in reasons(STORY, replace(STORY_LAW, high=yuan("20000")))
    many = STORY[1], BottomLine(Side.APPLICANT, yuan("29000"))
    assert "at least 61" in reasons((many[1], replace(many[0], fewest_instalments=61)))


def test_more_instalments_than_are_looked_at_are_looked_at_where_the_lines_ask_for_them() -> None:
    found = limits_of([BottomLine(Side.APPLICANT, yuan("29000")), replace(STORY[1], fewest_instalments=20)])
    assert (found.fewest, found.most) == (20, 20)


def test_each_limit_alone_can_forbid_a_deal() -> None:
    kept = Limits(yuan("100"), yuan("200"), asked(WORKERS[:1], [yuan("200")]), (yuan("50"),), (yuan("40"),),
                  yuan("40"), yuan("80"), 2, 3, date(2025, 1, 1), date(2025, 2, 1))
    amounts, days = [yuan("60"), yuan("60")], [date(2024, 12, 10), date(2025, 1, 10)]
    shares, firsts = [yuan("120")], [yuan("60")]
    assert holds(kept, amounts, days, shares, firsts)
    for other in (replace(kept, low=yuan("121")), replace(kept, high=yuan("119")), replace(kept, fewest=3),
                  replace(kept, most=1), replace(kept, first_low=yuan("61")),
                  replace(kept, first_high=yuan("59")), replace(kept, earliest=date(2025, 1, 11)),
                  replace(kept, latest=date(2025, 1, 9)), replace(kept, floors=(yuan("121"),)),
                  replace(kept, firsts=(yuan("61"),))):
        assert not holds(other, amounts, days, shares, firsts)
    assert not holds(kept, amounts, days, [Money(1)], firsts)


def test_no_undisputed_wages_are_nothing() -> None:
    assert Law().sure == ZERO and STORY_LAW.sure == yuan("15000")
