"""The typefaces that papers are set in: the shipped ones, and behind them the office's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from mediation_desk.domain.own_files import OwnTypeface
from mediation_desk.library.fonts import Fonts, OwnFace, shipped_fonts
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.work import Work


def typefaces_in_force(work: Work, shipped: Fonts, before: Fonts) -> Fonts:
    """The ``shipped`` ones where the office has none of its own; ``before``, which were read already, where
    they are the same still. A damaged file is an empty one, which papers pass over: it is no reason to refuse
    one, and none to read all the others again for each."""
    standing = sorted((one for one in work.all_of(OwnTypeface) if not one.removed_at),
                      key=lambda one: (one.position, one.id))
    if not standing:
        return shipped
    known = [one.sha256 for one in before.fallbacks if isinstance(one, OwnFace)]
    if known == [one.sha256 for one in standing]:
        return before
    return shipped_fonts(_faces(work, standing))


def _faces(work: Work, standing: Sequence[OwnTypeface]) -> Iterator[OwnFace]:
    for one in standing:
        data = b""
        with suppress(contents.ContentDamaged):
            data = b"".join(contents.read(work.connection, one.sha256))
        yield OwnFace(one.sha256, data)
