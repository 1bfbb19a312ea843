"""Two texts of one origin: what was put in and taken out, and a text that keeps both."""

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text.word_diff import Piece, Turn, both, pieces, word_list

TEXTS = st.text(alphabet="ab 1，。工资未发", max_size=24)


def test_chinese_is_told_character_by_character_and_other_words_whole() -> None:
    assert word_list("10月工资 unpaid。") == ["10", "月", "工", "资", " ", "unpaid", "。"]


def test_what_was_put_in_and_taken_out_stands_between_what_stayed() -> None:
    assert pieces("十月的工资没有发。", "十月的加班费没有发。") == (
        Piece(Turn.SAME, "十月的"), Piece(Turn.OUT, "工资"), Piece(Turn.IN, "加班费"),
        Piece(Turn.SAME, "没有发。"))


def test_a_word_that_stands_in_both_by_chance_does_not_tell_of_two_changes() -> None:
    """Of 他说没有 only 没 comes again in 公司没付钱给我, between two changes: one change is told."""
    told = pieces("他说没有", "公司没付钱给我")
    assert [one.turn for one in told] == [Turn.OUT, Turn.IN]


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    told = pieces(before, after)
    assert "".join(one.text for one in told if one.turn is not Turn.IN) == before
    assert "".join(one.text for one in told if one.turn is not Turn.OUT) == after


def test_changes_in_different_places_are_both_kept() -> None:
    origin = "十月的工资没有发，公司没有订立合同。"
    one = "十月、十一月的工资没有发，公司没有订立合同。"
    other = "十月的工资没有发，公司没有订立合同，已催告。"
    assert both(origin, one, other) == "十月、十一月的工资没有发，公司没有订立合同，已催告。"


def test_where_both_changed_the_same_words_both_texts_stand_whole() -> None:
    assert both("工资未发", "工资已发", "工资欠发") == "工资已发\n工资欠发"


@given(TEXTS, TEXTS)
def test_where_one_side_changed_nothing_the_other_is_kept(origin: str, changed: str) -> None:
    assert both(origin, origin, changed) == changed
    assert both(origin, changed, origin) == changed
    assert both(origin, changed, changed) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_no_character_that_one_side_put_in_is_lost(origin: str, one: str, other: str) -> None:
    """Counted by a second way: of each character at least as many as either side put in beyond the origin."""
    kept = both(origin, one, other)
    for character in set(one) | set(other):
        for text in (one, other):
            told = (piece.text for piece in pieces(origin, text) if piece.turn is Turn.IN)
            put_in = sum(words.count(character) for words in told)
            assert kept.count(character) >= put_in
