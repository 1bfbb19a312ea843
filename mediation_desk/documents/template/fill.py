"""Fills a template: the text with marks where values stand, and the values apart.

Values never pass through Markdown. Each is kept aside and a mark of two private-use characters
and a number takes its place; :meth:`Filled.resolve` puts the values back once the Markdown has
been read. So nothing that a person typed can act as markup, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from jinja2 import (
    Template,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import Name
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mediation_desk.documents.template.blank import Blank, Missing, MissingValue
from mediation_desk.documents.template.bounds import Counting, require_bounded, written_out
from mediation_desk.documents.template.filters import FILTERS
from mediation_desk.domain.text.storable import storable, unseen
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.forms import FormText
from mediation_desk.library.tomllines import FormError

_OPEN, _SHUT = "\ue000", "\ue001"
_KEPT = "_kept"  # where a render keeps its values; no template can name it
E = TypeVar("E", bound="FormEnvironment")
_OWN_MARKS = re.compile(f"[{_OPEN}{_SHUT}]")  # a form's text may hold none: they would stand for its values
_TOO_DEEP = (RecursionError, SyntaxError)  # a macro that calls itself; more nested than Python can be
_MARKUP = ("safe", "e", "escape", "forceescape", "tojson", "urlize", "xmlattr")
"""Filters of web pages: what they make of a value would be read as the form's own words."""
_MARK = re.compile(f"{_OPEN}(\\d+){_SHUT}")


@dataclass(frozen=True)
class Filled:
    """A filled template: ``text`` is Markdown with marks, ``values`` are what they stand for."""

    text: str
    values: list[str]

    def resolve(self, text: str) -> str:
        """``text`` with its marks replaced by their values, once: values are never re-read."""
        return _MARK.sub(lambda mark: self.values[int(mark[1])], text)

    def plain(self) -> str:
        """The whole text with its values, for what is not Markdown."""
        return self.resolve(self.text)


class FormEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 in its sandbox; None and empty texts are blanks that may not be printed. A form reckons no
    powers and makes nothing longer than a paper can be (``documents/template/bounds.py``)."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A product that is no longer than a paper."""
        require_bounded(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of a view, or a blank that remembers its name."""
        return _present(super().getattr(obj, attribute), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list, or a blank that remembers its place."""
        return _present(super().getitem(obj, argument), str(argument))


def fill(template: FormText, context: object) -> Filled:
    """The template filled with the fields of ``context``, a dataclass of ``views/``.

    Raises DeskError naming the field when a value is missing, or with file, line and reason
    when the template itself is wrong.
    """
    values: list[str] = []
    return Filled(_rendered(template, _names(context), values, _compiled), values)


def rendered(template: FormText, context: object, within: FormEnvironment) -> None:
    """Go through the template once, for what the environment notes of it. DeskError as :func:`fill`."""
    _rendered(template, _names(context), [], within.from_string)


def _names(context: object) -> dict[str, Any]:
    return {each.name: getattr(context, each.name) for each in fields(context)}  # type: ignore[arg-type]


def check_names(template: FormText, known: Container[str]) -> None:
    """Refuse a form that uses a name which its paper does not know, or that is no template at all: FormError
    with the line."""
    forms = environment(FormEnvironment)
    try:
        tree = forms.parse(template.body)
        forms.compile(tree)
    except TemplateSyntaxError as trouble:
        raise _wrong(template, template.first_line + trouble.lineno - 1, trouble.message or "") from trouble
    except _TOO_DEEP as trouble:
        raise _wrong(template, template.first_line, str(trouble)) from trouble
    made_here = {one.name for one in tree.find_all(Name) if one.ctx in ("store", "param")}
    for name in sorted(find_undeclared_variables(tree) - made_here):
        if name not in known:
            uses = (one.lineno for one in tree.find_all(Name) if one.name == name)
            raise FormError(template.path, template.first_line + min(uses) - 1,
                            say(N_("there is nothing called “{name}”"), name=name))


def fill_text(text: str, values: Mapping[str, object], path: str = "") -> str:
    """A short template (a clause) filled with plain values, as plain text."""
    kept: list[str] = []
    form = FormText(path, text, 1, path, {})
    return Filled(_rendered(form, dict(values), kept, _compiled), kept).plain().strip()


def fill_field(text: str, context: object, one: object = None) -> str:
    """A short template over a view, called as its fields are; ``one``: the part that it is about. Empty where
    it needs what nobody entered."""
    kept: list[str] = []
    try:
        filled = _rendered(FormText("", text, 1, "", {}), {**_names(context), "one": one}, kept, _compiled)
    except FormError:
        raise
    except DeskError:
        return ""
    return Filled(filled, kept).plain().strip()


def _rendered(template: FormText, names: Mapping[str, Any], values: list[str],
              made_ready: Callable[[str], Template]) -> str:
    try:
        present = {name: _present(value, name) for name, value in names.items()}
        pieces = made_ready(_OWN_MARKS.sub("", template.body)).generate(
            {"range": Counting().range, **present, _KEPT: values})
        return written_out(pieces)
    except MissingValue as missing:
        raise _missing(template, str(missing)) from missing
    except TemplateSyntaxError as trouble:
        line = template.first_line + trouble.lineno - 1
        raise _wrong(template, line, trouble.message or "") from trouble
    except (TemplateError, SecurityError, TypeError, ValueError, AttributeError, OverflowError, MemoryError,
            ZeroDivisionError, LookupError, *_TOO_DEEP) as trouble:
        raise _wrong(template, _line_of(template, trouble), str(trouble)) from trouble


@lru_cache(maxsize=64)
def _compiled(body: str) -> Template:
    """A template's text made ready; the same text is only read once."""
    return environment(FormEnvironment).from_string(body)


def environment(kind: type[E]) -> E:
    """An environment of that kind with the filters of papers, in which nothing is markup by itself."""
    made = kind(undefined=Missing, autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_keep)
    made.filters.update(FILTERS)
    for name in _MARKUP:
        made.filters.pop(name, None)
    made.globals.pop("lipsum", None)
    return made


@pass_context
def _keep(context: Context, value: Any) -> Any:
    """Puts each printed value aside and leaves a mark; what a macro made is already marked."""
    if isinstance(value, Markup):
        return value
    if type(value) is int:  # a form counts with it: what nobody typed may number the items of a list
        return Markup(value)
    values: list[str] = context[_KEPT]
    values.append(_printable(value))
    return Markup(f"{_OPEN}{len(values) - 1}{_SHUT}")


def _printable(value: Any) -> str:
    """The value as text, without characters that cannot be seen; line feeds stay."""
    return "".join(char for char in storable(str(value)).replace("\t", " ") if not unseen(char))


def _present(value: Any, name: str) -> Any:
    return Blank(name=name) if value is None or value == "" else value


def _missing(template: FormText, name: str) -> DeskError:
    meaning = template.needs.get(name, name).split("：")[0]
    return DeskError(N_("“{paper}” cannot be made yet: “{name}” is missing."),
                     field=name, paper=template.title, name=meaning)


def _wrong(template: FormText, line: int, reason: str) -> FormError:
    return FormError(template.path, line, say(N_("the template does not work: {detail}"), detail=reason))


def _line_of(template: FormText, trouble: BaseException) -> int:
    """The line of the template where it failed, from the traceback that Jinja2 rewrites."""
    at, line = trouble.__traceback__, 1
    while at:
        if at.tb_frame.f_code.co_filename == "<template>":
            line = at.tb_lineno
        at = at.tb_next
    return template.first_line + line - 1
