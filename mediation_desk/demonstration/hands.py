"""Invented hands: what the demonstration's people write when they sign on the screen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import copy
from datetime import datetime, timedelta
from math import cos, pi, sin
from uuid import UUID

from mediation_desk.domain.settlement.strokes import FULL, SCALE, Point, Writing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import signing
from mediation_desk.services.settlement import on_screen, settling
from mediation_desk.services.settlement.on_screen import Signing

SHAPE = 320  # as high as the pad of the window is, in thousandths of its width
_POINTS, _EACH_MS = 60, 9  # to a character, and to a point


def at(desk: Desk, moment: datetime) -> Desk:
    """The same desk at another moment: the story is told later than it plays, and who signs signs now."""
    made = copy(desk)
    made.clock = lambda: moment
    return made


def sign_all(desk: Desk, case_id: UUID) -> None:
    """Put the agreement out, and let everybody sign it, the mediators too."""
    put_out(desk, case_id)
    for minutes, row in enumerate(on_screen.look(desk, case_id).rows, start=1):
        sign_one(at(desk, desk.now + timedelta(minutes=minutes)), case_id, row.key)


def put_out(desk: Desk, case_id: UUID) -> None:
    """Lay the agreement before everybody."""
    settling.put_out(desk, case_id, signing.about_to_be_signed(desk, case_id).paper)


def sign_one(desk: Desk, case_id: UUID, key: str) -> None:
    """Let one of them sign who has not yet, with the first hand that may."""
    now = on_screen.look(desk, case_id)
    row = next(one for one in now.rows if one.key == key)
    hand = row.hands[0]
    on_screen.sign_on_screen(desk, case_id, Signing(row.key, hand.key, hand.line, written(hand.name),
                                                    now.paper.paper.sha256))


def written(name: str) -> Writing:
    """A name as strokes, the same at every run: each character is a run of bows of its own."""
    wide = min(SCALE // max(len(name), 1), SCALE // 4)
    return Writing(SHAPE, tuple(
        tuple(Point(_inside(500 + wide * (place + x)), _inside(SCALE * y),
                    (place * _POINTS + step) * _EACH_MS, round(FULL * pressed))
              for step, (x, y, pressed) in enumerate(_bows(character)))
        for place, character in enumerate(name)))


def _bows(character: str) -> Iterator[tuple[float, float, float]]:
    """Its run within a square of 1, and how hard the pen is pressed."""
    said = [byte / 255 for byte in hashlib.sha256(character.encode()).digest()[:6]]
    high, wide, turn, lean, slow, begin = said
    for step in range(_POINTS):
        part = step / (_POINTS - 1)
        x = 0.85 * part + (0.08 + 0.14 * wide) * sin(2 * pi * (2 + round(3 * slow)) * part + 6 * begin)
        y = 0.5 + (0.18 + 0.16 * high) * sin(2 * pi * (2.5 + 2 * turn) * part + 6 * lean) * (1 - 0.4 * part)
        yield x, y - 0.1 * part, 0.3 + 0.35 * (1 + cos(2 * pi * 3 * part)) / 2


def _inside(value: float) -> int:
    return max(0, min(SCALE, round(value)))
