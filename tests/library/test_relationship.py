"""The factors of the relationship as data."""

from pathlib import Path

import pytest

from mediation_desk.library.relationship import read_factors, shipped_factors
from mediation_desk.library.tomllines import FormError

FACTOR = """\
[[factors]]
id = "hours"
zh = "工作时间"
en = "Working time"
question_zh = "谁定工作时间？"
question_en = "Who sets the hours?"
evidence_zh = "排班表"
evidence_en = "Rosters"
burden = "respondent"
law = "劳社部发〔2005〕12号"
[[factors.readings]]
leans = "employment"
zh = "企业"
en = "The company"
"""


def file(folder: Path, text: str) -> Path:
    made = folder / "relationship.toml"
    made.write_text(text, "utf-8")
    return made


def test_the_shipped_factors_each_say_where_their_answers_point_or_do_not_weigh() -> None:
    factors = shipped_factors()
    assert len({factor.id for factor in factors}) == len(factors) > 5
    for factor in factors:
        assert bool(factor.readings) == factor.weighs
        assert factor.law and factor.question.zh and factor.question.en and factor.evidence.zh


def test_a_factor_is_read_with_its_readings(tmp_path: Path) -> None:
    (factor,) = read_factors(file(tmp_path, FACTOR))
    assert (factor.id, factor.burden.value, factor.weighs) == ("hours", "respondent", True)
    assert [reading.label.zh for reading in factor.readings] == ["企业"]


def test_the_same_factor_twice_is_refused_on_its_line(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"hours.*twice") as told:
        read_factors(file(tmp_path, FACTOR + FACTOR))
    assert told.value.line == FACTOR.count("\n") + 2


def test_a_factor_that_weighs_without_saying_where_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError):
        read_factors(file(tmp_path, FACTOR[:FACTOR.index("[[factors.readings]]")]))
    with pytest.raises(FormError):
        read_factors(file(tmp_path, FACTOR.replace('law = ', 'weighs = false\nlaw = ')))
