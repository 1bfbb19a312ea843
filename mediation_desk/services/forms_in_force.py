"""The forms that papers are set in: those that came with the program, and the office's own in their place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_desk.domain.own_files import OwnForm
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import NO_OVERRIDES, DocumentTemplate, document_template
from mediation_desk.store.work.work import Work


def forms_in_force(work: Work) -> Mapping[str, str]:
    """The office's own texts by their path under ``forms/``; what is not among them is as shipped."""
    return MappingProxyType({one.path: one.text for one in work.all_of(OwnForm) if not one.removed_at})


def form_of(work: Work, name: str, sha256: str) -> DocumentTemplate | None:
    """The form of that name with that digest: the one in force, the shipped one, or one that the office kept
    at any time; None where the program that made it shipped another."""
    from mediation_desk.documents.content import form_digest

    kept = [one.text for one in work.all_of(OwnForm) if one.path == f"documents/{name}.md"]
    for overrides in (NO_OVERRIDES, *({f"documents/{name}.md": text} for text in kept)):
        try:
            form = document_template(name, overrides)
        except DeskError:  # an own text that only another version of the program could use
            continue
        if form_digest(form) == sha256:
            return form
    return None
