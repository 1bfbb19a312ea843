"""Numbers shown to a room with two sides in it: enough to recognise, not enough to copy."""

from __future__ import annotations


def mask_id(number: str) -> str:
    """``630102********1234``: region and last four digits."""
    return number[:6] + "*" * (len(number) - 10) + number[-4:] if len(number) > 10 else "*" * len(number)


def mask_phone(number: str) -> str:
    """``138****1234``."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:] if len(number) > 7 else "*" * len(number)
