"""The numbers of a closed period as bytes, and back."""

import zlib

import pytest
from hypothesis import given

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.reconciling import outcomes
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import DeskError
from mediation_desk.library.frozen_numbers import FrozenNumbers, packed, unpacked
from tests.domain.reports.forms.counted import cases, filled
from tests.domain.reports.forms.test_filling import SHIPPED


@given(facts=cases())
def test_what_was_frozen_comes_back_as_it_was(facts: list[CaseFacts]) -> None:
    form = SHIPPED["annual"]
    tables = filled(form, facts)
    numbers = FrozenNumbers(
        "text", form.label, form.note, False, Label("今后", "Ahead"), "2025-02-01", tables,
        outcomes(form, tables), (), filled(form, facts, public=True), tuple(facts))
    assert unpacked(packed(numbers)) == numbers
    assert packed(unpacked(packed(numbers))) == packed(numbers)


@pytest.mark.parametrize("content", [b"", b"nonsense", zlib.compress(b"{}"), zlib.compress(b"[")])
def test_what_cannot_be_read_is_said(content: bytes) -> None:
    with pytest.raises(DeskError):
        unpacked(content)
