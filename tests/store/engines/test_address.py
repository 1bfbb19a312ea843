"""An address is taken as libpq takes it, and refused when it names no server or no database."""

from __future__ import annotations

import pytest

from mediation_desk.store.engines.address import is_address


@pytest.mark.parametrize("server", ["postgresql://desk@server/office", "postgres://desk:word@10.0.0.7:5433/office",
                                    "postgresql://[::1]/office"])
def test_a_server_and_a_database_on_it(server: str) -> None:
    assert is_address(server)


@pytest.mark.parametrize("server", ["", "server/office", "https://server/office", "postgresql://desk@server",
                                    "postgresql://desk@server/", "postgresql:///office",
                                    "postgresql://server:0/office", "postgresql://server:99999/office",
                                    "postgresql://[::1/office"])
def test_what_is_none(server: str) -> None:
    assert not is_address(server)
