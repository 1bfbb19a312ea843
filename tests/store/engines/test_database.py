"""What is asked for is put in a database's own signs, and given as a value."""

from __future__ import annotations

from sqlalchemy import create_engine, or_

from mediation_desk.store.engines.database import asked, put_in

WANTED = [[("zx", True), ("扎西", False)], [("2024", False)]]


def test_all_of_the_lists_and_of_each_list_one() -> None:
    made = asked("words ?? :fts", WANTED, " and ", " or ", "<{}>", "<{}...>").compile()
    assert list(made.params.values()) == ["(<zx...> or <扎西>) and (<2024>)"]
    assert "zx" not in str(made)


def test_two_conditions_stand_beside_each_other_with_their_own_values() -> None:
    one, other = (asked("words ?? :fts", [[(token, False)]], "", "", "{}", "{}") for token in ("a", "b"))
    assert sorted(or_(one, other).compile().params.values()) == ["(a)", "(b)"]


def test_of_no_case_nothing_is_put_in() -> None:
    """There is not even a table for it here."""
    with create_engine("sqlite://").connect() as connection:
        put_in(connection, ":tokens", [])
