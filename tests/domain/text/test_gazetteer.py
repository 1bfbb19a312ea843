"""The short names of provinces and cities."""

from mediation_desk.domain.text.gazetteer import ALSO_WORDS, CITIES, PROVINCES


def test_all_provinces_are_there_and_names_are_short_and_single() -> None:
    assert len(PROVINCES) == len(set(PROVINCES)) == 34
    assert len(CITIES) == len(set(CITIES)) > 300
    assert all(len(name) >= 2 and not name.endswith(("省", "市")) for name in (*PROVINCES, *CITIES))


def test_what_is_a_word_too_is_a_name_of_the_list() -> None:
    assert set(CITIES) | set(PROVINCES) >= ALSO_WORDS
