"""A referral in words: its part, and where it is."""

from __future__ import annotations

from mediation_desk.gui.case.referral.words import part_words, where_words
from tests.domain.referral.test_referrals import MONDAY, TODAY, referral


def test_a_part_is_called_as_somebody_called_it_else_by_its_claims() -> None:
    assert part_words(referral()) == "社会保险费"
    assert part_words(referral(part="", claims="a/b c/d")) == "2 claims"
    assert part_words(referral(whole=True)) == "The whole matter"


def test_where_it_is_tells_who_has_it_and_what_came_back() -> None:
    said = where_words(referral(received_on=MONDAY, received_by="钱某", number_there="稽7", urged_on=TODAY,
                                answered_on=TODAY, result="已补缴"), TODAY).splitlines()
    assert said[0].startswith("Answered by 社保中心") and said[1].endswith(" · 钱某 · 稽7")
    assert said[2].startswith("Asked for again") and said[3] == "Result: 已补缴"
    assert where_words(referral(), TODAY).count("\n") == 0
