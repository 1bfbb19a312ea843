"""The words of a company's legal form: those that come along, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.library.companies import read_companies, shipped_companies
from mediation_desk.library.tomllines import FormError


def test_the_longest_word_is_passed_over_first() -> None:
    forms = shipped_companies()
    assert "有限责任公司" in forms.words and forms.words.index("有限责任公司") < forms.words.index("公司")
    assert forms.core("甲有限责任公司") == "甲"


@pytest.mark.parametrize(("text", "line"), [
    ('words = ["公司", "公司"]', 1), ('endings = []\nwords = ["（）"]', 2),
    ('words = ["公司"]\nothers = []', 2), ("endings = []", 1)])
def test_a_file_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "companies.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormError) as refused:
        read_companies(file)
    assert refused.value.line == line
