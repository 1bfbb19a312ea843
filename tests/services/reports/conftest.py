"""An office with a mediator who supervises too, and the streamers' case walked to its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role
from mediation_desk.services.desk import Desk
from tests.offices import Office, embedded_place
from tests.offices import office as founded_office
from tests.services.papers_desk import headed


@dataclass
class Walked:
    """The desk, the streamers' case, and the office around."""

    office: Office
    desk: Desk
    case_id: UUID


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    folder = tmp_path_factory.mktemp("summaries")
    roles = frozenset({Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
    with founded_office(embedded_place(folder), folder / "notes", roles=roles) as founded:
        desk = headed(founded.first)
        yield Walked(founded, desk, list(streamers.walk(desk))[-1].case_id)
