"""Numbers shown to a room with two sides in it: enough to recognise, not enough to copy."""

from __future__ import annotations


def number(text: str) -> str:
    """``630102********1234``: region and last four digits."""
    return text[:6] + "*" * (len(text) - 10) + text[-4:] if len(text) > 10 else "*" * len(text)


def phone(text: str) -> str:
    """``138****1234``."""
    return text[:3] + "*" * (len(text) - 7) + text[-4:] if len(text) > 7 else "*" * len(text)
