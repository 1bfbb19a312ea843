"""What a paper says, written down before it is drawn, and its digest: the form and the view that fills it."""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

import msgspec

from mediation_desk.documents import views
from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.whole_case import WholeCase
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError
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


def read(template: str, made_from: str) -> Paper:
    """The view of a form as it was written down. DeskError where the program has no such form any more, or
    its views have other fields by now."""
    kind = _kinds().get(template, WholeCase)
    try:
        view: Paper = msgspec.json.decode(made_from, type=kind)
        if not _keeps(_plain(view), msgspec.json.decode(made_from)):
            raise msgspec.ValidationError(template)  # a field that the program no longer has would be lost
    except msgspec.DecodeError as trouble:
        raise DeskError(N_("This paper was made by another version of the program, which wrote down other "
                           "facts than this one. There is only its PDF.")) from trouble
    return view


@cache
def _kinds() -> Mapping[str, type[Paper]]:
    """Every kind of view by the name of its form."""
    rooms = [importlib.import_module(f"{views.__name__}.{one.name}")
             for one in pkgutil.iter_modules(views.__path__)]
    return {made.TEMPLATE: made for room in rooms for made in vars(room).values()
            if isinstance(made, type) and issubclass(made, Paper) and made.__module__ == room.__name__
            and hasattr(made, "TEMPLATE")}


def _keeps(now: Any, before: Any) -> bool:
    """Whether everything that was written down is still said."""
    if isinstance(before, dict) and isinstance(now, dict):
        return all(name in now and _keeps(now[name], value) for name, value in before.items())
    if isinstance(before, list) and isinstance(now, list):
        return len(now) == len(before) and all(map(_keeps, now, before))
    return bool(now == before)


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
