"""The streamers' case walked to the end of its road, its papers read back from the PDFs."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from mediation_desk.demonstration import streamers
from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import (
    Station,
)
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from tests.services.papers_desk import (
    case_of,
    copies,
    text_of,
)


@dataclass
class Walk:
    """The case at the end of its road, and what could be printed at each station."""

    desk: Desk
    case_id: UUID
    stages: dict[Station, set[str]]
    read: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case, to be looked at."""
        return case_of(self.desk, self.case_id)

    def text(self, template: str, copy: int = 0) -> str:
        """One copy of a paper at the end of the road, without the spaces of its setting."""
        if (template, copy) not in self.read:
            kind = next(kind for kind in making.available(self.case) if kind.template == template)
            made = making.make(self.desk, self.case_id, template, **copies(self.case, kind)[copy])
            self.read[template, copy] = text_of(made)
        return self.read[template, copy]


def walked(desk: Desk) -> Walk:
    """Walk the case; each paper is printed as soon as it is offered."""
    stages: dict[Station, set[str]] = {}
    known: set[str] = set()
    for stop in streamers.walk(desk):
        case = case_of(desk, stop.case_id)
        for kind in making.available(case):
            if kind.template not in known:
                assert making.make(desk, case.id, kind.template, **copies(case, kind)[0]).pdf
        known = stages[stop.station] = {kind.template for kind in making.available(case)}
    return Walk(desk, stop.case_id, stages)
