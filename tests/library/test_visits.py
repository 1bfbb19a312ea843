"""The script of return visits: by occasion, in both languages, and refused in words where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.vocabulary import VisitOccasion
from mediation_desk.library.tomllines import FormError
from mediation_desk.library.visits import read_visits, shipped_visits
from mediation_desk.library.words import CHINESE, ENGLISH


def test_what_is_asked_after_signing_payment_and_delay_stands_there_in_both_languages() -> None:
    scripts = shipped_visits()
    for occasion in (VisitOccasion.SIGNED, VisitOccasion.PAID, VisitOccasion.LATE):
        chinese, english = (scripts.questions(occasion, code) for code in (CHINESE, ENGLISH))
        assert len(chinese) == len(english) >= 4
    assert "金额、日期和收款账户" in scripts.questions(VisitOccasion.SIGNED, CHINESE)[1]
    assert scripts.questions(None, CHINESE) == scripts.questions(VisitOccasion.OTHER, ENGLISH) == ()


@pytest.mark.parametrize(("text", "said"), [
    ('[[visits]]\noccasion = "christmas"\nzh = []\nen = []\n', "there is no occasion “christmas”"),
    ('[[visits]]\noccasion = "paid"\nzh = []\nen = []\n' * 2, "is here twice"),
    ('[[visits]]\noccasion = "paid"\n', "zh")])
def test_a_wrong_script_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "visits.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(FormError, match=said):
        read_visits(file)
