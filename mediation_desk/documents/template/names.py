"""The names of people in what a paper is told, so that none is broken over lines or cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from mediation_desk.documents.template.blocks import Run, Runs
from mediation_desk.documents.views.mediation import AttendeeRow
from mediation_desk.documents.views.shared import AgentView, PartyView

HOLDERS = frozenset({
    "worker", "workers", "mediator", "mediators", "recorder", "registrar", "legal_representative", "speaker",
    "spoken_with", "carrier", "receiver", "sender"})
"""The fields of views that hold people's names, whatever the view."""
_NAME = re.compile(r"[^\W\d_]{2,}|[^\W\d_]+(?:[·. ][^\W\d_]+)+")


class Names:
    """The people that one paper names, found again wherever it says them: also in what somebody typed."""

    def __init__(self, context: object) -> None:
        found = sorted({name for name in _names(context) if _NAME.fullmatch(name)}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, found))) if found else None

    def kept_whole(self, runs: Runs) -> Runs:
        """The runs with each name in a run of its own that is not broken; the text stays as it is."""
        if self._pattern is None:
            return runs
        return tuple(part for run in runs for part in self._parts(run, self._pattern))

    def _parts(self, run: Run, pattern: re.Pattern[str]) -> Iterator[Run]:
        after = 0
        for name in () if run.solid else pattern.finditer(run.text):
            if name.start() > after:
                yield replace(run, text=run.text[after:name.start()])
            yield replace(run, text=name[0], solid=True)
            after = name.end()
        if after < len(run.text):
            yield replace(run, text=run.text[after:])


def _names(told: object) -> Iterator[str]:
    """What stands in a holder's field or is the name of a person, an agent or somebody who came."""
    if isinstance(told, tuple | list):
        for one in told:
            yield from _names(one)
    elif is_dataclass(told) and not isinstance(told, type):
        if isinstance(told, AgentView | AttendeeRow) or (isinstance(told, PartyView) and told.person):
            yield told.name
        for name in _field_names(type(told)):
            value = getattr(told, name)
            if name in HOLDERS:
                yield from (each for each in _listed(value) if isinstance(each, str))
            yield from _names(value)


def _listed(value: object) -> tuple[object, ...] | list[object]:
    return value if isinstance(value, tuple | list) else (value,)


@lru_cache(maxsize=256)
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
