"""Amounts set by hand stand; the others keep the whole, to the fen, or all of them stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.evening import Evening, evened

WHOLE = yuan("15132")


def test_the_streamers_second_instalment_takes_what_the_first_gives() -> None:
    known = {"1": yuan("5000"), "2": yuan("5044"), "3": yuan("5044")}
    assert evened(known, WHOLE, {"1"}) == {"1": yuan("5000"), "2": yuan("5066"), "3": yuan("5066")}


amounts = st.dictionaries(st.integers(0, 9), st.integers(1, 10**7).map(Money), min_size=1, max_size=6)


@given(amounts, st.integers(1, 10**8).map(Money), st.sets(st.integers(0, 9)))
def test_the_pinned_stand_and_the_others_make_up_the_whole_or_nothing_moves(
        known: dict[int, Money], whole: Money, pinned: set[int]) -> None:
    after = evened(known, whole, pinned)
    assert all(after[place] == amount for place, amount in known.items() if place in pinned)
    assert after == known or total(after.values()) == whole
    if total(known.values()) == whole:
        assert total(after.values()) == whole
    assert all(after.values())


@given(amounts.filter(lambda known: len(known) > 1), st.data())
def test_however_often_one_sets_them_they_come_to_the_whole_where_they_can(known: dict[int, Money],
                                                                         data: st.DataObject) -> None:
    whole, evening = total(known.values()), Evening()
    for _ in range(4):
        place = data.draw(st.sampled_from(sorted(known)))
        amount = Money(data.draw(st.integers(1, whole.fen)))
        known = evening.after([place], known | {place: amount}, whole)
        assert known[place] == amount
        if len(known) == 2 and amount < whole:
            assert total(known.values()) == whole


def test_set_all_of_them_and_what_was_set_first_gives_way() -> None:
    evening, workers = Evening(), {str(at): yuan("100") for at in range(5)}
    for worker in workers:
        workers = evening.after([worker], workers | {worker: yuan("6000")}, yuan("30264"))
    assert [str(one) for one in workers.values()] == ["6,264.00", *["6,000.00"] * 4]


def test_of_two_the_other_gives_way_whichever_is_set() -> None:
    evening = Evening()
    known = evening.after(["1"], {"1": yuan("6000"), "2": yuan("9132")}, WHOLE)
    assert known == {"1": yuan("6000"), "2": yuan("9132")}
    assert evening.after(["2"], known | {"2": yuan("8000")}, WHOLE) == {"1": yuan("7132"), "2": yuan("8000")}
    evening.forget()
    assert evening.after(["1"], {"1": yuan("1"), "2": yuan("8000")}, WHOLE)["2"] == yuan("15131")
