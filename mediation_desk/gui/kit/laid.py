"""The one door through which words are laid on a label, a row, a button, a title: shown as they are written,
with nothing hidden in them, turned around, or taken for a sign of Qt's own."""

from __future__ import annotations

import re

from mediation_desk.domain.text.storable import visible

LONGEST, PIECE = 20, 8  # letters; a longer word may be broken after each piece
MOST = 64  # letters of a button
_PLACE = "\u200b"
_LONG = re.compile(rf"[!-\u2e7f]{{{LONGEST + 1},}}")


def on_page(text: str) -> str:
    """For a label, which may have several lines."""
    return visible(text)


def breakable(told: str) -> str:
    """What went through the door, with places (zero width spaces) at which a word longer than any line may be
    broken: else its page would grow wider than the window."""
    return _LONG.sub(lambda run: _PLACE.join(_pieces(run[0])), told) if _LONG.search(told) else told


def _pieces(word: str) -> list[str]:
    return [word[at:at + PIECE] for at in range(0, len(word), PIECE)]


def whole(told: str) -> str:
    """Without those places."""
    return told.replace(_PLACE, "")


def on_line(text: str) -> str:
    """For what has one line: a cell, a chip, an entry of a list."""
    told = visible(text)
    return " ".join(told.split("\n")) if "\n" in told else told


def on_button(text: str) -> str:
    """For a button, a menu or a tick, where Qt takes a single “&” for the mark of a key; what no button has
    room for is cut with dots."""
    told = on_line(text)
    return keyless(told if len(told) <= MOST else f"{told[:MOST]}…")


def keyless(told: str) -> str:
    """With no “&” that Qt takes for the mark of a key."""
    return told.replace("&", "&&")


def off_button(text: str) -> str:
    """What a reader sees on it."""
    return text.replace("&&", "&")


def on_title(text: str) -> str:
    """For a window's title, where “[*]” stands for “not saved yet”."""
    return on_line(text).replace("[*]", "[*][*]")
