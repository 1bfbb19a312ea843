"""Desks for the tests of papers: one for small cases, one at which the streamers' case was walked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.services.desk import Desk
from tests.offices import embedded_place
from tests.offices import office as founded_office
from tests.services.papers.streamers_walk import Walk, walked
from tests.services.papers_desk import (
    headed,
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("papers")
    with founded_office(embedded_place(folder), folder / "notes") as founded:
        yield headed(founded.first)


@pytest.fixture(scope="package")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    folder: Path = tmp_path_factory.mktemp("streamers")
    with founded_office(embedded_place(folder), folder / "notes") as founded:
        yield walked(headed(founded.first))
