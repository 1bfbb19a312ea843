"""What both sides may look at together: rows of the open case alone, the latest of them first in sight."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_type_hints
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation import joint_view
from mediation_desk.domain.mediation.joint_view import JointView, facts_of, offers_of, terms_of, told_of
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.money import yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.sorting.elements import Element, ElementType, Label
from mediation_desk.domain.sorting.record import AgreedFact
from mediation_desk.domain.vocabulary import Role, Side

NOW = datetime(2024, 11, 26, 2, 0, tzinfo=UTC)
CASE = UUID(int=1)


def offer(side: Side, number: int, amount: str, *, accepted: bool = False) -> Offer:
    return Offer(id=UUID(int=number + 10 * (side is Side.RESPONDENT)), case_id=CASE, round=number, side=side,
                 amount=yuan(amount), released_at=NOW, accepted_at=NOW if accepted else None)


def seen(*offers: Offer) -> JointView:
    return JointView(("马晓兰",), ("某公司",), offers=offers_of(offers))


def test_the_latest_offer_of_each_side_stands_out_and_the_rounds_before_follow() -> None:
    view = seen(offer(Side.APPLICANT, 2, "33000"), offer(Side.APPLICANT, 1, "38700"),
                offer(Side.RESPONDENT, 1, "21500"))
    latest = view.latest(Side.APPLICANT)
    assert latest is not None and latest.amount == yuan("33000")
    assert [one.amount for one in view.earlier(Side.APPLICANT)] == [yuan("38700")]
    assert view.earlier(Side.RESPONDENT) == () and JointView((), ()).latest(Side.APPLICANT) is None


def test_one_talks_of_the_accepted_offer_else_of_the_last_round_of_who_pays() -> None:
    rounds = [offer(side, number, amount) for side, number, amount in (
        (Side.APPLICANT, 1, "38700"), (Side.RESPONDENT, 1, "21500"), (Side.APPLICANT, 2, "33000"))]
    discussed = seen(*rounds).discussed
    assert discussed is not None and discussed.amount == yuan("33000")
    discussed = seen(*rounds, offer(Side.RESPONDENT, 2, "28000")).discussed
    assert discussed is not None and discussed.side is Side.RESPONDENT
    discussed = seen(offer(Side.APPLICANT, 3, "30264", accepted=True),
                     offer(Side.RESPONDENT, 4, "1")).discussed
    assert discussed is not None and discussed.accepted


@given(st.lists(st.tuples(st.sampled_from(list(Side)), st.integers(1, 9)), unique=True))
def test_latest_and_earlier_are_all_of_a_sides_offers(rounds: list[tuple[Side, int]]) -> None:
    view = seen(*[offer(side, number, "100") for side, number in rounds])
    for side in Side:
        latest = view.latest(side)
        shown = [*view.earlier(side), *([latest] if latest else [])]
        assert [one.round for one in shown] == sorted(n for s, n in rounds if s is side)


def test_a_fact_names_whom_it_concerns_unless_it_is_everybody() -> None:
    workers = [Party(id=UUID(int=at), case_id=CASE, position=at, role=Role.APPLICANT, name=name)
               for at, name in enumerate(("马晓兰", "韩雪"), 1)]
    element = Element("wage", ElementType.MONEY, Label("月工资", "Monthly wage"))
    agreed = [AgreedFact(element, "430000", (UUID(int=1), UUID(int=2)), False),
              AgreedFact(element, "300000", (UUID(int=2),), True)]
    assert [fact.workers for fact in facts_of(agreed, workers)] == [(), ("韩雪",)]


def test_what_was_told_keeps_its_words_and_its_side() -> None:
    told = ToldFact(id=UUID(int=5), case_id=CASE, side=Side.RESPONDENT, text="十二月发奖金", released_at=NOW,
                    released_by=UUID(int=9), sealed_id=UUID(int=7))
    (one,) = told_of([told])
    assert (one.side, one.text) == (Side.RESPONDENT, "十二月发奖金")


def test_what_a_side_sees_for_the_first_time_is_told_apart_and_looks_the_same() -> None:
    """Once it was shown, no release is taken back."""
    fresh, known = offer(Side.RESPONDENT, 1, "21500"), offer(Side.RESPONDENT, 2, "28000")
    fresh.sealed_id = known.sealed_id = UUID(int=7)  # an offer made at the table was seen by both at once
    before = seen(fresh, known, offer(Side.APPLICANT, 1, "38700"))
    known.shown_at = NOW
    after = seen(fresh, known, offer(Side.APPLICANT, 1, "38700"))
    assert after.news_to(Side.APPLICANT) == (fresh.id,)
    assert before.news_to(Side.APPLICANT) == (fresh.id, known.id) and before == after


def test_the_drafted_terms_come_with_their_instalments() -> None:
    parts = [Instalment(id=UUID(int=at), case_id=CASE, agreement_id=UUID(int=3), number=at,
                        due_on=date(2024, 12, 10), amount=yuan("15132")) for at in (2, 1)]
    terms = terms_of(Agreement(id=UUID(int=3), case_id=CASE, total=yuan("30264"), instalments_all=parts))
    assert terms is not None and [one.number for one in terms.instalments] == [1, 2] and not terms.signed
    assert terms_of(None) is None


def test_no_row_of_it_knows_of_a_sealed_entry() -> None:
    """Neither by name nor by type: what is sealed has no way in."""
    rows = [one for one in vars(joint_view).values()
            if isinstance(one, type) and one.__module__ == joint_view.__name__]
    assert len(rows) == 6
    for row in rows:
        hints = get_type_hints(row)
        assert not any("seal" in name for name in hints)
        assert not any("Sealed" in str(kind) or kind in (Offer, ToldFact) for kind in hints.values())
