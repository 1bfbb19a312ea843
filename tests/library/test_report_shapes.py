"""The shapes of a form's file take what is written and nothing else."""

import msgspec
import pytest

from mediation_desk.library.report_shapes import ColumnShape, RowShape


def test_a_condition_is_a_word_several_or_a_yes() -> None:
    shape = msgspec.convert({"id": "a", "where": {"source": ["a", "b"], "over": True, "cause": "工伤"}},
                            RowShape, strict=True)
    assert shape.where == {"source": ("a", "b"), "over": True, "cause": "工伤"}


def test_a_key_of_another_table_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({"id": "a", "zh": "一", "en": "a", "top": 1}, ColumnShape, strict=True)
