"""The forms that papers are set in: those that came with the program, and the office's own in their place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_desk.domain.own_files import OwnForm
from mediation_desk.store.work.work import Work


def forms_in_force(work: Work) -> Mapping[str, str]:
    """The office's own texts by their path under ``forms/``; what is not among them is as shipped."""
    return MappingProxyType({one.path: one.text for one in work.all_of(OwnForm) if not one.removed_at})
