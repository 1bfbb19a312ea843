"""Which values a template asked for that nobody gave: what a paper would be printed without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from jinja2.meta import find_undeclared_variables

from mediation_desk.documents.template.blank import Blank
from mediation_desk.documents.template.fill import FormEnvironment, environment, rendered
from mediation_desk.library.forms import FormText


@dataclass(frozen=True)
class Empty:
    """A value that was asked for and is not there: ``name`` of ``owner``, the whole view or a part of it."""

    owner: object
    name: str


class _Asking(FormEnvironment):
    """Notes what was asked for in vain, each once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.asked: dict[tuple[int, str], Empty] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As ever, and noted where it is empty."""
        found = super().getattr(obj, attribute)
        if isinstance(found, Blank) and is_dataclass(obj):
            self.asked.setdefault((id(obj), attribute), Empty(obj, attribute))
        return found


def empties(template: FormText, context: object) -> tuple[Empty, ...]:
    """What the template asks this view for in vain, the view's own fields first, then in its own order.

    Raises DeskError as :func:`fill` where the paper cannot be made at all.
    """
    asking = environment(_Asking)
    rendered(template, context, asking)
    return (*_own(template, context), *asking.asked.values())


def _own(template: FormText, context: object) -> Iterator[Empty]:
    used = find_undeclared_variables(environment(FormEnvironment).parse(template.body))
    for each in fields(context):  # type: ignore[arg-type]
        if each.name in used and getattr(context, each.name) in (None, ""):
            yield Empty(context, each.name)
