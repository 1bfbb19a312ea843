"""Matters of dispute as statistics group them: which claims, and which causes, count as what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mediation_desk.domain.sorting.answer_types import Label


@dataclass(frozen=True)
class Matter:
    """A matter. ``rest``: whatever is no other one."""

    id: str
    label: Label
    claims: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    rest: bool = False


@dataclass(frozen=True)
class Matters:
    """All matters in the order of the form; exactly one takes the rest."""

    all: tuple[Matter, ...]

    @cached_property
    def _by_claim(self) -> dict[str, str]:
        return {claim: one.id for one in self.all for claim in one.claims}

    @cached_property
    def _by_cause(self) -> dict[str, str]:
        return {cause: one.id for one in self.all for cause in one.causes}

    @property
    def rest(self) -> Matter:
        """The one that takes what is no other."""
        return next(one for one in self.all if one.rest)

    @property
    def claims(self) -> frozenset[str]:
        """Every claim that has a matter of its own."""
        return frozenset(self._by_claim)

    @property
    def causes(self) -> frozenset[str]:
        """Every cause that tells the matter where the claim does not."""
        return frozenset(self._by_cause)

    def of(self, claim: str, cause: str) -> str:
        """The id of a case's matter: by what it is mainly about, else by its cause."""
        return self._by_claim.get(claim) or self._by_cause.get(cause) or self.rest.id
