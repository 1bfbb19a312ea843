"""Days that may still move, because the holidays of their year are not announced."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.gui.kit.words import tr


def marked(text: str, years: Iterable[int]) -> str:
    """A day in words, and that it may still move where the holidays of these years are not known."""
    named = [str(year) for year in years]
    return tr("{said} (holidays of {years} not announced)", said=text, years=named) if named else text
