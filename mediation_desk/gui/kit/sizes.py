"""How large a file is, in words."""

from __future__ import annotations

STEPS = ("B", "KB", "MB", "GB", "TB")


def size_words(size: int) -> str:
    """A number of bytes as people say it: 812 B, 34 KB, 1.2 MB."""
    value, unit = float(size), STEPS[0]
    for step in STEPS[1:]:
        if value < 1000:
            break
        value, unit = value / 1024, step
    return f"{value:.1f} {unit}" if unit in STEPS[2:] else f"{value:.0f} {unit}"
