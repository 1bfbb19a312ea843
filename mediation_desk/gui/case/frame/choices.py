"""Terms of the vocabulary as a list to choose from."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import Term
from mediation_desk.gui.kit.words import tr


def choices(kind: type[Term]) -> list[tuple[object, str]]:
    """Every term with its words, in the vocabulary's order."""
    return [(term, tr(term.label)) for term in kind]
