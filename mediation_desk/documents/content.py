"""The digest of what a paper says, taken before it is drawn: of its form and of the view that fills it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from mediation_desk.documents.views.paper import Paper
from mediation_desk.domain.money import Money
from mediation_desk.library.forms import DocumentTemplate

WRITING = 1  # how views are written down below; another way of writing would have another number


def content_digest(template: DocumentTemplate, view: Paper) -> str:
    """SHA-256, in hexadecimal, of the form (its name and text) and of every field of the view.

    The same content gives the same digest on every machine; a letter, a fen or a day more gives another.
    """
    form = hashlib.sha256(f"{template.header!r}\n{template.body}".encode()).hexdigest()
    said = {"writing": WRITING, "form": template.name, "form_sha256": form, "view": _plain(view)}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True,
                                     separators=(",", ":")).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A view as JSON's own kinds; TypeError for what no view may hold, such as a float."""
    if value is None or type(value) in (bool, int, str):
        return value
    if isinstance(value, Money):
        return {"fen": value.fen}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot stand in a paper")
