"""An element sheet's file has these tables and keys, and a slip of the pen in it is never passed over."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mediation_desk.library.element_shapes import ElementShape, SheetShape
from mediation_desk.library.shipped import shipped

ELEMENT: dict[str, Any] = {"id": "wage", "type": "money", "zh": "月工资", "en": "Monthly wage",
                           "evidence_zh": "工资条", "evidence_en": "payslips"}
SECTION: dict[str, Any] = {"id": "pay", "zh": "报酬", "en": "Pay", "order": 40}
SHEET: dict[str, Any] = {"id": "wages", "order": 1, "zh": "工资", "en": "Wages", "claims": ["unpaid_wages"]}
FILES = sorted(shipped("forms", "elements").glob("*.toml"))


def element(**other: Any) -> ElementShape:
    return msgspec.convert({**ELEMENT, **other}, ElementShape, strict=True)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shipped_sheet_has_that_shape(file: Path) -> None:
    sheet = msgspec.convert(tomllib.loads(file.read_text("utf-8")), SheetShape, strict=True)
    assert sheet.id == file.stem.replace("-", "_") and (sheet.sections or sheet.use)


def test_what_a_sheet_does_not_say_is_the_usual() -> None:
    made = element()
    assert (made.scope, made.burden, made.optional, made.tolerance) == ("worker", "applicant", False, None)
    assert not (made.choices or made.columns or made.bars or made.instead_of or made.items)


def test_a_condition_may_hold_conditions_under_the_words_of_the_file() -> None:
    silent = {"any": [{"element": "b", "answered": False}]}
    made = element(condition={"all": [{"element": "a", "equals": "yes"}, silent]})
    assert made.condition is not None
    first, second = made.condition.every
    assert (first.element, first.equals) == ("a", "yes") and second.some[0].answered is False


@pytest.mark.parametrize("slip", [
    {"tpye": "money"}, {"type": "amount"}, {"optional": "no"}, {"zh": 3}, {"scope": "party"},
    {"burden": "court"}, {"condition": {"element": "a", "equal": "yes"}}, {"condition": {"every": []}},
    {"choices": [{"value": "a"}]},
    {"columns": [{"id": "a", "type": "list", "zh": "甲", "en": "A"}]},
    {"bars": [{"value": "yes"}]},
    {"tolerance": 0.5}])
def test_a_slip_of_the_pen_is_refused_with_its_place(slip: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError) as told:
        msgspec.convert({**SHEET, "sections": [{**SECTION, "elements": [{**ELEMENT, **slip}]}]}, SheetShape,
                        strict=True)
    assert "$.sections[0].elements[0]" in str(told.value)


@pytest.mark.parametrize("lacking", ["id", "type", "zh", "en", "evidence_zh", "evidence_en"])
def test_an_element_without_its_words_or_its_evidence_is_none(lacking: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=lacking):
        msgspec.convert({key: value for key, value in ELEMENT.items() if key != lacking}, ElementShape)
