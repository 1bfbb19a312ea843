"""An office on each engine whose cases have of everything that can befall an agreement; only read."""

from collections.abc import Iterator

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.services.library import Library
from tests import offices
from tests.store.reading.dues.owing import Owing, at_random, colleague

MANY = 36


@pytest.fixture(scope="module", params=["embedded", "shared"])
def owing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
          library_shelf: Library) -> Iterator[Owing]:
    """Cases of two mediators; the first supervises besides."""
    folder = tmp_path_factory.mktemp("owing")
    place = offices.embedded_place(folder)
    if request.param == "shared":
        server = request.getfixturevalue("postgres_server")
        place = offices.shared_place(server.url(name := server.create()))
    with offices.office(place, folder / "notes", library_shelf, roles=frozenset(Role)) as made:
        other = colleague(made.first)
        cases = at_random(made.first, 11, MANY, [made.first.who.account_id, other])
        yield Owing(made.first, other, tuple(cases))
    if request.param == "shared":
        server.drop(name)
