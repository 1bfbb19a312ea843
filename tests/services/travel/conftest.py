"""Offices on both engines from which a case left with two laptops, founded once for all examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path

import pytest

from mediation_desk.domain.verbs import Stage
from mediation_desk.services.library import Library
from tests import offices
from tests.postgres import PostgresServer
from tests.services.travel import handovers as handovers_of
from tests.services.travel.handovers import Handover
from tests.services.travel.roads import Road, Template, depart, road

Roads = Callable[[Stage], AbstractContextManager[Road]]
"""A fresh office, laptops and all, with a case in that stage on the road."""


class _Founded:
    """The templates of one engine, each made when it is first asked for."""

    def __init__(self, folder: Path, library: Library, server: PostgresServer | None = None) -> None:
        self._folder, self._library, self._server = folder, library, server
        self._made: dict[Stage, Template] = {}
        self._number = count()

    def road(self, stage: Stage) -> AbstractContextManager[Road]:
        template = self._made.get(stage) or self._found(stage)
        return road(template, self._folder / f"road{next(self._number)}", self._library, self._server)

    def _found(self, stage: Stage) -> Template:
        folder = self._folder / stage.value
        folder.mkdir(exist_ok=True)
        database = self._server.create() if self._server else ""
        place = offices.shared_place(self._server.url(database)) if self._server \
            else offices.embedded_place(folder)
        with offices.office(place, folder / "notes", self._library) as office:
            case_id, rows = depart(office, folder, stage)
        self._made[stage] = Template(folder, case_id, rows, database)
        return self._made[stage]


@pytest.fixture(scope="session")
def embedded_roads(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library) -> Roads:
    """Offices in folders."""
    return _Founded(tmp_path_factory.mktemp("roads"), library_shelf).road


@pytest.fixture(scope="session")
def shared_roads(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library,
                 postgres_server: PostgresServer) -> Roads:
    """Offices on PostgreSQL; their laptops have folders, as laptops do."""
    return _Founded(tmp_path_factory.mktemp("shared-roads"), library_shelf, postgres_server).road


@pytest.fixture(params=["embedded", "shared"])
def roads(request: pytest.FixtureRequest) -> Roads:
    """On each engine."""
    made: Roads = request.getfixturevalue(f"{request.param}_roads")
    return made


@pytest.fixture
def accepted_road(roads: Roads) -> Iterator[Road]:
    """An accepted case on the road."""
    with roads(Stage.ACCEPTED) as made:
        yield made


@pytest.fixture
def signed_road(roads: Roads) -> Iterator[Road]:
    """A signed case on the road."""
    with roads(Stage.SIGNED) as made:
        yield made


# Between offices


Handovers = Callable[[Stage], AbstractContextManager[Handover]]
"""Two fresh offices, with a case in that stage handed over from the one to the other and taken in there."""


class _Handed:
    """The templates of one engine, each made when it is first asked for."""

    def __init__(self, folder: Path, library: Library, server: PostgresServer | None = None) -> None:
        self._folder, self._library, self._server = folder, library, server
        self._made: dict[Stage, handovers_of.Template] = {}
        self._number = count()

    def handover(self, stage: Stage) -> AbstractContextManager[Handover]:
        if stage not in self._made:
            self._made[stage] = handovers_of.found(self._folder / stage.value, self._library, stage,
                                                   self._server)
        return handovers_of.handover(self._made[stage], self._folder / f"handover{next(self._number)}",
                                     self._library, self._server)


@pytest.fixture(scope="session")
def embedded_handovers(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library) -> Handovers:
    """Offices in folders."""
    return _Handed(tmp_path_factory.mktemp("handovers"), library_shelf).handover


@pytest.fixture(scope="session")
def shared_handovers(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library,
                     postgres_server: PostgresServer) -> Handovers:
    """Offices on PostgreSQL, each with a database of its own."""
    return _Handed(tmp_path_factory.mktemp("shared-handovers"), library_shelf, postgres_server).handover


@pytest.fixture(params=["embedded", "shared"])
def handovers(request: pytest.FixtureRequest) -> Handovers:
    """On each engine."""
    made: Handovers = request.getfixturevalue(f"{request.param}_handovers")
    return made


@pytest.fixture
def handed(handovers: Handovers) -> Iterator[Handover]:
    """An accepted case that was handed over."""
    with handovers(Stage.ACCEPTED) as made:
        yield made
