"""Only whole paths are places, whoever typed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.typed_places import NOT_IN_NAMES, whole


def test_a_whole_path_is_taken_as_it_is_and_one_s_own_folder_by_its_sign(tmp_path: Path) -> None:
    assert whole(f"  {tmp_path}/a.mdbag ", "bag") == tmp_path / "a.mdbag"
    assert whole("~", "folder") == Path.home()


@pytest.mark.parametrize("typed", ["", "a.mdbag", "../a", "~nobody-of-that-name/a"])
def test_anything_else_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(DeskError) as refused:
        whole(typed, "folder")
    assert refused.value.field == "folder"


def test_signs_that_one_system_or_the_other_refuses() -> None:
    assert [sign for sign in 'a/\\:*?"<>|\n甲' if NOT_IN_NAMES.search(sign)] == list('/\\:*?"<>|\n')
