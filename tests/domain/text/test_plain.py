"""Width, outer blanks and what cannot be seen make no difference to a value."""

from __future__ import annotations

from mediation_desk.domain.text.plain import dashed, plain


def test_a_value_is_read_whatever_its_width() -> None:
    assert plain("　４，３００．５０\u200b ") == "4,300.50"


def test_every_dash_is_one_dash() -> None:
    assert dashed("1–2—3－4−5‑6") == "1-2-3-4-5-6"
