"""PINs: four to twelve digits that end a turned screen, refused when anyone would try them first."""

from __future__ import annotations

from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError

SHORTEST, LONGEST = 4, 12
_ROW = "01234567890123456789"
# The middle column and the corners of the digits' block, and numbers that Chinese read as words.
_OBVIOUS = frozenset({"2580", "0852", "1379", "9731", "147258369", "159753", "520520", "5201314", "1314520",
                      "13145201", "1314", "168168", "888168", "147147", "258258", "159357"})


def is_pin(typed: str) -> bool:
    """Whether it has a PIN's form; a full-width digit is the same as a plain one."""
    pin = plain(typed)
    return pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST


def checked(typed: str) -> str:
    """A new PIN; DeskError beside ``pin`` where it has no PIN's form, or is among the first one would try."""
    if not is_pin(typed):
        raise DeskError(N_("A PIN has {shortest} to {longest} digits."), field="pin", shortest=SHORTEST,
                        longest=LONGEST)
    pin = plain(typed)
    if is_obvious(pin):
        raise DeskError(N_("Anyone would try this PIN first. Choose another."), field="pin")
    return pin


def is_obvious(pin: str) -> bool:
    """Whether it is one or two digits over and over, a run, a part repeated, or known from anywhere."""
    return len(set(pin)) <= 2 or pin in _ROW or pin[::-1] in _ROW or _repeats(pin) or pin in _OBVIOUS


def _repeats(pin: str) -> bool:
    """Whether a shorter part, over and over, makes the whole: 123123."""
    return pin in (pin + pin)[1:-1]
