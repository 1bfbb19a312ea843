"""The office's own statistical forms beside the shipped ones, as its settings keep them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mediation_desk.domain.reports.forms.form import Form, PeriodKind
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.reports import typed_report
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.library import Library

OWN = "reports.forms"


@dataclass(frozen=True)
class Known:
    """A form that can be filled. ``own``: as the office writes it; ``shipped``: there is one of that id that
    came with the program. ``trouble``: the office's own cannot be used, so the shipped one stands in."""

    form: Form
    text: str
    own: str | None = None
    shipped: bool = True
    trouble: FormError | None = None


def own_texts(settings: Mapping[str, Any]) -> dict[str, str]:
    """What the office wrote, by id."""
    found: dict[str, str] = dict(settings.get(OWN, {}))
    return found


def known_forms(library: Library, settings: Mapping[str, Any]) -> dict[str, Known]:
    """Every form by id, in their order; an own one goes before the shipped one of its id."""
    found = {name: Known(form, text) for name, (form, text) in library.reports.items()}
    for name, text in own_texts(settings).items():
        shipped = found.get(name)
        try:
            form = typed_report(text, file_name(name), library.report_names)
            found[name] = Known(form, text, text, shipped is not None)
        except FormError as trouble:
            if shipped:
                found[name] = Known(shipped.form, shipped.text, text, True, trouble)
            else:
                found[name] = Known(broken(name), text, text, False, trouble)
    return dict(sorted(found.items(), key=lambda one: (one[1].form.order, one[0])))


def broken(name: str) -> Form:
    """What stands in the list for an own form that an earlier program could use and this one cannot."""
    return Form(name, Label(name, name), PeriodKind.MONTH, (), order=1000)


def usable(forms: Mapping[str, Known], name: str) -> Known:
    """The form of that id; DeskError, or FormError, where there is none that can be filled."""
    known = forms.get(name)
    if known is None:
        raise DeskError(N_("There is no form called “{path}”."), path=name)
    if known.trouble and not known.shipped:
        raise known.trouble
    return known


def file_name(name: str) -> str:
    """What messages call the office's own form."""
    return f"{name}.toml"
