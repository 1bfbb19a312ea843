"""The one door to shipped files."""

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.library.shipped import shipped


@pytest.mark.parametrize("parts", [("forms",), ("resources", "fonts"), ("resources", "law", "holidays.toml")])
def test_what_comes_with_the_program_is_there(parts: tuple[str, ...]) -> None:
    assert shipped(*parts).exists()


def test_a_missing_file_is_told_by_its_name_and_what_to_do() -> None:
    with pytest.raises(DeskError, match=r"resources/fonts/none\.ttf.*install"):
        shipped("resources", "fonts", "none.ttf")
