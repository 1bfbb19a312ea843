"""Whose bottom line stands for whom."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.covering import side_line, stands_for
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import Authority, Role, Side
from tests.domain.mediation.deals import CLAIMS, COMPANY, WORKERS, party, people

ASKED = dict(zip(WORKERS, CLAIMS, strict=True))
SECOND = UUID(int=101)


def workers(*lines: BottomLine, parties=None):  # type: ignore[no-untyped-def]
    return side_line(Side.APPLICANT, lines, people() if parties is None else parties, ASKED)


def test_the_whole_sides_line_is_parted_by_claim_and_adds_up() -> None:
    """29,000.00 x 8,600 / 38,700 = 6,444.444... and half of it for the fifth."""
    found = workers(BottomLine(Side.APPLICANT, yuan("29000"), most_instalments=2))
    assert [str(one.amount) for one in found.members] == [
        "6,444.45", "6,444.45", "6,444.44", "6,444.44", "3,222.22"]
    assert (found.amount, found.most, found.uncovered) == (yuan("29000"), 2, ())


def test_a_workers_own_line_stands_for_that_worker_and_the_sides_for_the_others() -> None:
    found = workers(BottomLine(Side.APPLICANT, yuan("29000"), most_instalments=4, last_on=date(2025, 3, 1)),
                    BottomLine(Side.APPLICANT, yuan("7000"), most_instalments=2, party_id=WORKERS[0],
                               last_on=date(2025, 1, 1)))
    assert [one.own for one in found.members] == [True, False, False, False, False]
    assert found.amount == yuan("29000") - yuan("6444.45") + yuan("7000")
    assert (found.most, found.last_on) == (2, date(2025, 1, 1))  # what suits every worker


def test_one_workers_line_alone_does_not_stand_for_the_side() -> None:
    found = workers(BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0]))
    assert found.amount is None and found.uncovered == WORKERS[1:]


def test_of_each_ones_lines_the_latest_counts() -> None:
    found = workers(BottomLine(Side.APPLICANT, yuan("38700")), BottomLine(Side.APPLICANT, yuan("29000")))
    assert found.amount == yuan("29000")


def test_where_everybody_has_a_line_the_whole_sides_counts_no_more() -> None:
    own = [BottomLine(Side.APPLICANT, yuan("5000"), party_id=one) for one in WORKERS]
    found = workers(BottomLine(Side.APPLICANT, yuan("29000"), most_instalments=1), *own)
    assert (found.amount, found.most) == (yuan("25000"), None)


def test_a_representatives_line_stands_for_nobody_who_did_not_consent() -> None:
    elected = party(UUID(int=300), Role.REPRESENTATIVE)
    line = BottomLine(Side.APPLICANT, yuan("20000"), party_id=elected.id)
    found = workers(line, parties=[*people(), elected])
    assert found.amount is None and found.aside == (line,)


def test_a_representative_who_is_a_worker_too_speaks_for_themselves() -> None:
    elected = party(UUID(int=300), Role.REPRESENTATIVE, also_worker=True)
    elected.name = "甲3"
    assert stands_for(elected.id, people()[:5], [*people(), elected]) == WORKERS[2]


def test_an_agent_binds_with_special_authority_alone() -> None:
    for authority, bound in ((Authority.SPECIAL, WORKERS[1]), (Authority.GENERAL, None), (None, None)):
        agent = party(UUID(int=301), Role.AGENT, acts_for=WORKERS[1], authority=authority)
        assert stands_for(agent.id, people()[:5], [*people(), agent]) == bound


def test_several_respondents_pay_the_sum_of_what_each_pays_at_most() -> None:
    pair = people(respondents=(COMPANY, SECOND))
    one = BottomLine(Side.RESPONDENT, yuan("20000"), fewest_instalments=2, party_id=COMPANY,
                     first_share=yuan("5000"), last_on=date(2025, 1, 1))
    other = BottomLine(Side.RESPONDENT, yuan("11000"), fewest_instalments=3, party_id=SECOND,
                       first_share=yuan("2000"), last_on=date(2025, 2, 1))
    found = side_line(Side.RESPONDENT, [one, other], pair)
    assert (found.amount, found.first_share, found.fewest, found.last_on) == (
        yuan("31000"), yuan("7000"), 3, date(2025, 2, 1))
    alone = side_line(Side.RESPONDENT, [one], pair)
    assert alone.amount is None and alone.uncovered == (SECOND,)
    jointly = side_line(Side.RESPONDENT, [BottomLine(Side.RESPONDENT, yuan("31000")), one], pair)
    assert jointly.amount == yuan("31000") and jointly.uncovered == ()


def test_before_anybody_is_entered_the_sides_line_is_all_there_is() -> None:
    assert side_line(Side.APPLICANT, [BottomLine(Side.APPLICANT, yuan("100"))], []).amount == yuan("100")


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=50), st.integers(1, 10**10),
       st.sets(st.integers(0, 49)))
def test_the_sum_is_what_the_workers_want_to_the_fen(claims: list[int], whole: int, own: set[int]) -> None:
    keys = [UUID(int=number + 1) for number in range(len(claims))]
    lines = [BottomLine(Side.APPLICANT, Money(whole)), *(
        BottomLine(Side.APPLICANT, Money(claims[at] + 1), party_id=keys[at]) for at in own if at < len(keys))]
    found = side_line(Side.APPLICANT, lines, people(keys), dict(zip(keys, map(Money, claims), strict=True)))
    assert found.amount == total(one.amount for one in found.members if one.amount is not None)
    if not own & set(range(len(keys))):
        assert found.amount == Money(whole)
