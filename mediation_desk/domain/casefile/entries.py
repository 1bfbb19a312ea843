"""What lies in the file of a case, in the prescribed order, and what of it is taken unless a person chooses.

The order of people's mediation files (Ministry of Justice, Si Fa Tong [2010] No. 239), with the arbitration
practice of two parts: what may be shown, and what stays inside. Sealed matter is in neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_, Sentence

FRONT, BACK = 0, (13, 2)
EVIDENCE, UNBOUND = (6, 50), (6, 60)
AFTERWARDS = 11  # applications that the parties may hand in, whether or not they ever do


class Part(Term):
    """A part of the file."""

    SHOWN = "shown", N_("Main part")
    INSIDE = "inside", N_("Inside part")


class State(Term):
    """Where what lies in the file comes from."""

    KEPT = "kept", N_("As it was kept")
    MADE = "made", N_("Made from the case")
    EVIDENCE = "evidence", N_("Evidence")
    LACKING = "lacking", N_("Not complete")


@dataclass(frozen=True)
class Entry:
    """One thing of the file. ``key`` names it for whoever chooses; ``title`` is Chinese, as in the contents.

    ``order``: group, order in it, and which of several. ``pages``: how many, where that is known before it
    is bound; ``why``: what it lacks; ``station``: the page on which that is entered. ``sha256``: a paper that
    the store keeps; ``remark`` stands in the contents.
    """

    key: str
    order: tuple[int, int, int]
    part: Part
    title: str
    state: State
    station: str = ""
    template: str = ""
    side: Side | None = None
    session: UUID | None = None
    referral: UUID | None = None
    exhibit: UUID | None = None
    sha256: str = ""
    pages: int | None = None
    why: Sentence | None = None
    remark: str = ""

    @property
    def is_front(self) -> bool:
        """It lies before the contents and has no number."""
        return self.order[0] == FRONT

    @property
    def is_back(self) -> bool:
        """It closes the file and has no number."""
        return self.order[:2] == BACK

    @property
    def is_ready(self) -> bool:
        """It can be bound."""
        return self.state is not State.LACKING

    @property
    def is_proposed(self) -> bool:
        """Whether it is taken unless somebody chooses otherwise."""
        return self.is_ready and self.order[0] != AFTERWARDS

    def lacking(self, why: Sentence) -> Entry:
        """The same, that cannot be made as things stand."""
        return replace(self, state=State.LACKING, why=why)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As they lie in the file: the part that is shown, then the other; in each by place."""
    parts = list(Part)
    return tuple(sorted(entries, key=lambda one: (parts.index(one.part), one.order, one.key)))


def proposed(entries: Iterable[Entry]) -> frozenset[str]:
    """The keys of what is taken unless somebody chooses."""
    return frozenset(one.key for one in entries if one.is_proposed)


def chosen(entries: Sequence[Entry], keys: frozenset[str] | None, parts: Sequence[Part]) -> tuple[Entry, ...]:
    """What is bound, in order: of these parts what was chosen (None: what is proposed) and can be bound.

    Cover and back go with any part, once.
    """
    wanted = proposed(entries) if keys is None else keys
    return tuple(one for one in in_order(entries) if one.key in wanted and one.is_ready
                 and (one.part in parts or one.is_front or one.is_back))
