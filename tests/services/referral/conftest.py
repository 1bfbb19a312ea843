"""Two offices with a referral between them, founded once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from mediation_desk.services import reading
from mediation_desk.services.library import Library
from tests import offices
from tests.services.referral.exchange import HAI, Exchange, exchange


@pytest.fixture(scope="session")
def founded_exchange(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library
                     ) -> tuple[Path, Exchange]:
    """Both in folders, with nobody at them."""
    folder = tmp_path_factory.mktemp("exchange")
    places = (offices.embedded_place(folder / "a"), offices.embedded_place(folder / "b"))
    for one in ("a", "b"):
        (folder / one).mkdir()
    with exchange(folder, library_shelf, places) as made:
        return folder, made


@pytest.fixture
def between(founded_exchange: tuple[Path, Exchange], tmp_path: Path, library_shelf: Library
            ) -> Iterator[Exchange]:
    """A copy of them."""
    founded, made = founded_exchange
    folder = tmp_path / "exchange"
    shutil.copytree(founded, folder)
    with ExitStack() as stack:
        here = stack.enter_context(offices.copied(offices.embedded_place(folder / "a"), folder / "notes",
                                                  library_shelf))
        there = stack.enter_context(offices.copied(offices.embedded_place(folder / "b"),
                                                   folder / "notes-there", library_shelf, HAI[0]))
        reading.case(here.first, made.case_id)
        yield replace(made, here=here, there=there, folder=folder / "stick")
