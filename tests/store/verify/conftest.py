"""A busy office on each engine for the proof's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.offices import Office
from tests.store.tampering import busy_office


@pytest.fixture(scope="package", params=["embedded", "shared"])
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One for all tests of this folder, which mend what they damage."""
    with busy_office(request, tmp_path_factory.mktemp("verify")) as made:
        yield made
