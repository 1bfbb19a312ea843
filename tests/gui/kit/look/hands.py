"""How legible an ink is on a ground (WCAG 2.1)."""

from PySide6.QtGui import QColor

MEANINGS = ("agreed", "disputed", "missing", "overdue", "applicants", "respondents", "accent")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shade = QColor(colour)
    red, green, blue = (linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """A part of a colour as light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
