"""What a paper says, written down before it is drawn, and its digest: the form and the view that fills it."""

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
    return digest_of(template.name, form_digest(template), written(view))


def digest_of(form: str, form_sha256: str, made_from: str) -> str:
    """The same of what was kept of a paper: the form's name and digest, and the view as it was written."""
    head = f'"form":{_json(form)},"form_sha256":{_json(form_sha256)}'
    said = f'{{{head},"view":{made_from},"writing":{WRITING}}}'
    return hashlib.sha256(said.encode()).hexdigest()


def form_digest(template: DocumentTemplate) -> str:
    """SHA-256, in hexadecimal, of a form's head and text."""
    return hashlib.sha256(f"{template.header!r}\n{template.body}".encode()).hexdigest()


def written(view: Paper) -> str:
    """Every field of the view as canonical JSON: the same view is the same text on every machine."""
    return _json(_plain(view))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


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
