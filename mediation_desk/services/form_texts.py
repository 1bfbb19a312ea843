"""A form as somebody types it: where it lies, and whether it can be used."""

from __future__ import annotations

import re
from enum import Enum

from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.forms import NO_OVERRIDES, document_names, document_template
from mediation_desk.library.tomllines import FormError

LARGEST = 200_000  # characters of a form
_NAME = re.compile(r"[a-z0-9-]{1,60}")


class Standing(Enum):
    """Whose form it is."""

    SHIPPED = "shipped"
    CHANGED = "changed"  # the office's own in place of a shipped one
    OFFICE = "office"


def path_of(name: str) -> str:
    """Where a form of that name lies under ``forms/``."""
    return f"documents/{name}.md"


def checked(name: str, text: str) -> str:
    """The text as it is kept. FormError with the line, or DeskError, for what could not be used.

    A form that feeds a paper of the program's own keeps what that paper is told; every name that a form
    uses must be one that its paper knows.
    """
    from mediation_desk.documents.template.fill import check_names

    if not _NAME.fullmatch(name):
        raise DeskError(N_("There is no form called “{path}”."), path=name)
    whole = storable(text.replace("\r\n", "\n"))
    if len(whole) > LARGEST:
        raise DeskError(N_("The form is longer than {most} characters."), field="file", most=LARGEST)
    template = document_template(name, {path_of(name): whole})
    is_shipped = name in document_names()
    if is_shipped:
        _require_same_paper(name, template.path, whole)
    elif template.header.told != "case":
        raise FormError(template.path, 1, say(N_("a form of the office's own must be told the whole case")))
    check_names(template, document_template(name).needs if is_shipped else template.needs)
    return whole


def _require_same_paper(name: str, path: str, text: str) -> None:
    shipped, own = (document_template(name, forms).header for forms in (NO_OVERRIDES, {path: text}))
    for key in ("told", "station", "copies", "place", "part"):
        if getattr(shipped, key) != getattr(own, key):
            raise FormError(path, _line_of(text, key),
                            say(N_("“{key}” belongs to the program and stays as it was shipped"), key=key))


def _line_of(text: str, key: str) -> int:
    lines = text.splitlines()
    return next((at for at, line in enumerate(lines, 1) if line.lstrip().startswith(f"{key} ")), 1)
