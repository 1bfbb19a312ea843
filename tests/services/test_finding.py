"""Whether words on screen answer what somebody types."""

from __future__ import annotations

import pytest

from mediation_desk.services.finding import matches


@pytest.mark.parametrize(("label", "typed", "answers"), [
    ("新建案件", "xinjian", True), ("新建案件", "xjaj", True), ("新建案件", "案件", True),
    ("新建案件", "", True), ("新建案件", "新 建", True), ("新建案件", "锁定", False),
    ("Larger text", "text", True), ("Larger text", "tex lar", True), ("Larger text", "lt", True),
    ("Larger text", "small", False), ("Lock", "？？", False)])
def test_words_answer_to_themselves_their_pinyin_and_initials(label: str, typed: str, answers: bool) -> None:
    assert matches(label, typed) is answers
