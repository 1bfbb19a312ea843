"""What is checked alike in every table of a form."""

import pytest

from mediation_desk.library.report_checks import check_id, check_words, limit, once
from mediation_desk.library.tomllines import FormError, source_of

SOURCE = source_of("own.toml", 'id = "a"\n[[tables]]\nid = "b"\n')


@pytest.mark.parametrize("given", ["", "A", "1a", "a-b", "表", "a" * 41])
def test_an_id_is_small_letters_digits_and_lines(given: str) -> None:
    with pytest.raises(FormError) as error:
        check_id(SOURCE, "$.tables[0].id", given)
    assert error.value.line == 3


def test_words_names_and_numbers() -> None:
    check_id(SOURCE, "$.id", "a_1")
    check_words(SOURCE, "$.id", "字", "word")
    limit(SOURCE, "$.id", [1], 1)
    once(SOURCE, "$.tables[{}].id", ["a", "b"])
    with pytest.raises(FormError):
        check_words(SOURCE, "$.id", "字", " ")
    for count in (0, 2):
        with pytest.raises(FormError):
            limit(SOURCE, "$.id", [1] * count, 1)
    with pytest.raises(FormError):
        once(SOURCE, "$.tables[{}].id", ["a", "a"])
