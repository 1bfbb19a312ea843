"""The causes offered at intake are a file that an office may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.library.causes import read_causes, shipped_causes
from mediation_desk.library.tomllines import FormError


def test_the_shipped_causes_have_both_languages_and_their_numbers() -> None:
    causes = {cause.label.zh: cause for cause in shipped_causes()}
    assert causes["超龄劳动者用工"].number == "208"
    assert causes["平台劳动报酬"].number == "214.2"
    assert all(cause.label.en for cause in causes.values())


def test_a_changed_list_is_read_and_a_slip_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "causes.toml"
    file.write_text('[[causes]]\nzh = "培训费"\nen = "Training fee"\n', "utf-8")
    assert [(cause.label.zh, cause.number) for cause in read_causes(file)] == [("培训费", "")]
    file.write_text(file.read_text("utf-8") * 2, "utf-8")
    with pytest.raises(FormError, match="twice") as refused:
        read_causes(file)
    assert refused.value.line == 5
