"""The award command: a file of facts in, an account or JSON out, and no half answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mediation_desk.domain.words import DeskError, Sentence
from mediation_desk.services.sorting.award import run

ONE = """claim = "unlawful_termination"
[facts]
employed_from = "2016-07-01"
employed_until = 2017-10-30
average_monthly_wage = 6329.82
"""
FOUR = """
[[claims]]
claim = "unpaid_wages"
facts = { monthly_wage = "4300", unpaid_from = "2024-10-01", unpaid_until = "2024-10-31" }

[[claims]]
claim = "double_wage"
[claims.facts]
monthly_wage = "4300"
employed_from = "2024-09-01"
employed_until = "2024-10-31"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "FACTS.toml"
    path.write_text(text, encoding="utf-8")
    return path


def as_json(path: Path, language: str = "en") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(run(path, as_json=True, translate=str, language=language).text)
    return read


def test_one_claim_has_exactly_the_promised_shape(tmp_path: Path) -> None:
    outcome = as_json(written(tmp_path, ONE))
    assert list(outcome) == ["awards", "total"]
    [award] = outcome["awards"]
    assert list(award) == ["claim", "amount", "steps", "warnings"]
    assert (award["claim"], award["amount"], outcome["total"]) == (
        "unlawful_termination", "18989.46", "18989.46")
    assert all(list(step) == ["label", "expression", "value", "law"] for step in award["steps"])
    assert all(isinstance(part, str) for step in award["steps"] for part in step.values())
    assert award["steps"][-1] == {
        "label": "Damages for unlawful termination", "expression": "6329.82 × 1.5 × 2",
        "value": "18989.46", "law": "Labour Contract Law, art. 87; Implementing Regulations of the "
                                    "Labour Contract Law, art. 25"}


def test_the_laws_are_named_in_chinese_for_a_chinese_reader(tmp_path: Path) -> None:
    text = run(written(tmp_path, ONE), as_json=False, translate=str, language="zh_CN").text
    assert "《中华人民共和国劳动合同法》第八十七条" in text


def test_several_claims_are_added_up(tmp_path: Path) -> None:
    outcome = as_json(written(tmp_path, FOUR))
    assert [award["amount"] for award in outcome["awards"]] == ["4300.00", "4300.00"]
    assert outcome["total"] == "8600.00"


OLD = """claim = "economic_compensation"
[facts]
average_monthly_wage = 4000
employed_from = 2005-03-01
employed_until = 2010-02-28
local_minimum_monthly_wage = 1880
local_average_monthly_wage = 5000
"""


def test_service_before_2008_has_parts_and_no_sum(tmp_path: Path) -> None:
    """Three years begun before 2008, at most 12,000; 2.5 months since, 10,000."""
    outcome = as_json(written(tmp_path, OLD))
    [award] = outcome["awards"]
    assert (award["amount"], outcome["total"]) == (None, None)
    assert [part["amount"] for part in award["parts"]] == ["12000.00", "10000.00"]
    lines = run(tmp_path / "FACTS.toml", as_json=False, translate=str).text.splitlines()
    assert lines[0] == "Economic compensation: no single amount, but parts"
    assert lines[2] == "  = Service from 2008-01-01 to 2010-02-28: 10,000.00"


def test_claims_that_may_count_a_thing_twice_are_pointed_out(tmp_path: Path) -> None:
    text = """
[[claims]]
claim = "gig_pay"
facts = { pay_items = [{ kind = "per_order", amount = "4290" }, { kind = "deduction", amount = "300" }] }
[[claims]]
claim = "deductions"
facts = { deductions = [{ amount = "300", ground = "fine" }] }
"""
    outcome = as_json(written(tmp_path, text))
    assert outcome["total"] == "4290.00"
    assert all("pay list" in " ".join(award["warnings"]) for award in outcome["awards"])


def test_two_ways_to_say_one_thing_are_named_as_the_file_names_them(tmp_path: Path) -> None:
    text = 'claim = "overtime"\nfacts = { monthly_wage = "1", hourly_wage = "1", workday_hours = 1 }'
    with pytest.raises(DeskError) as refused:
        run(written(tmp_path, text), as_json=True, translate=str)
    assert "“monthly_wage” and “hourly_wage”" in str(refused.value)


def test_a_place_and_a_day_may_be_written_with_full_width_digits(tmp_path: Path) -> None:
    text = ('place = "１１０１０５"\non = "２０１９－０８－３０"\nclaim = "economic_compensation"\n'
            'facts = { months_of_pay = "４", average_monthly_wage = "５００００" }')
    assert as_json(written(tmp_path, text))["total"] == "127104.00"


def test_the_text_is_a_short_account(tmp_path: Path) -> None:
    lines = run(written(tmp_path, FOUR), as_json=False, translate=str).text.splitlines()
    assert lines[0] == "Unpaid wages: 4,300.00 yuan"
    assert lines[1] == ("  Wages of whole calendar months: 4300.00 × 1 = 4300.00"
                        "  [Labour Contract Law, art. 30(1)]")
    assert lines[-1] == "Total: 8,600.00 yuan"


def test_every_sentence_goes_through_the_translation(tmp_path: Path) -> None:
    seen: list[str] = []

    def translate(sentence: Sentence) -> str:
        seen.append(sentence.text)
        return "译"

    assert "译" in run(written(tmp_path, ONE), as_json=True, translate=translate).text
    assert "Damages for unlawful termination" in seen
    assert any("average monthly wage" in text for text in seen)  # the warning


def test_the_place_brings_its_figures(tmp_path: Path) -> None:
    """Beijing's 10,592 was in force for a contract ended on 2019-08-30: 3 x 10,592 x 4 = 127,104."""
    text = """place = "110105"
claim = "economic_compensation"
facts = { employed_from = "2016-01-04", employed_until = "2019-08-30", average_monthly_wage = "50000" }
"""
    assert as_json(written(tmp_path, text))["total"] == "127104.00"


def test_the_shipped_holidays_count(tmp_path: Path) -> None:
    """Owed 2 to 8 October 2024: only the 8th is a working day. 2,175 / 21.75 = 100."""
    text = """claim = "double_wage"
facts = { employed_from = "2024-09-02", employed_until = "2024-10-08", monthly_wage = "2175" }
"""
    assert as_json(written(tmp_path, text))["total"] == "100.00"


@pytest.mark.parametrize(("text", "said"), [
    ("claim = ", "not proper TOML"),
    ("", "“claim” is missing"),
    ("claim = 3", "“claim” is missing"),
    ('claim = "rent"\n[facts]\n', "no claim “rent”"),
    ('claim = "other"', "“facts” is missing"),
    ('claim = "other"\nfacts = [1]', "“facts” is missing"),
    ('claim = "other"\n[facts]\n', "“amount” is missing"),
    ('claim = "other"\n[facts]\namount = "-5"', "“amount” should be an amount in yuan"),
    ('claim = "other"\n[facts]\namount = inf', "“amount” should be an amount in yuan"),
    ('claim = "other"\n[facts]\namount = "5"\ncolour = "red"', "“colour” is not a fact"),
    ('claim = "other"\ncolour = "red"\n[facts]\namount = "5"', "“colour” does not belong here"),
    ("claims = []", "array of tables"),
    ("[claims]", "array of tables"),
    ('claim = "other"\n[[claims]]\nclaim = "other"', "either one claim"),
    ('[[claims]]\nclaim = "other"\nfacts = {amount = "5"}\n[[claims]]\nclaim = "other"\nfacts = {}',
     "“amount” is missing"),
    ('[[claims]]\nclaim = "other"\nfacts = {amount = "5"}\nplace = "630100"', "“place” does not belong"),
    ('place = "Xining"\nclaim = "other"\nfacts = {amount = "5"}', "“place” should be"),
    ('on = "tomorrow"\nclaim = "other"\nfacts = {amount = "5"}', "“on” should be"),
    ('on = "2024-02-30"\nclaim = "other"\nfacts = {amount = "5"}', "“on” should be"),
])
def test_a_bad_file_is_refused_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DeskError) as refused:
        run(written(tmp_path, text), as_json=True, translate=str)
    assert said in str(refused.value)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read"):
        run(tmp_path / "nothing.toml", as_json=False, translate=str)
    with pytest.raises(DeskError, match="cannot be read"):
        run(tmp_path, as_json=False, translate=str)
    path = tmp_path / "latin.toml"
    path.write_bytes(b'claim = "\xe9"')
    with pytest.raises(DeskError, match="not a UTF-8"):
        run(path, as_json=False, translate=str)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "FACTS.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ONE.encode())
    assert as_json(path)["total"] == "18989.46"
