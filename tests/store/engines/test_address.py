"""An address is taken as libpq takes it, and refused when it names no server or no database."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url

from mediation_desk.store import store as stores
from mediation_desk.store.engines.address import SECRETS, guarded, is_address, is_here, shown, unknown
from mediation_desk.store.vault.place import VaultInTable

SECRET = "xiang-yu-1978"


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


# What is shown and remembered has no password


@pytest.mark.parametrize(("address", "told"), [
    ("postgresql://desk@server/office", "postgresql://desk@server/office"),
    ("postgresql://desk:{}@server/office", "postgresql://desk@server/office"),
    ("postgresql://:{}@server/office", "postgresql://server/office"),
    ("postgresql://desk:@server/office", "postgresql://desk@server/office"),
    ("postgresql://desk:p%40{}@server:5433/office", "postgresql://desk@server:5433/office"),
    ("postgresql://desk@server/office?password={}", "postgresql://desk@server/office"),
    ("postgresql://server/office?user=desk&password={}&sslmode=require",
     "postgresql://server/office?user=desk&sslmode=require"),
    ("postgresql://desk@server/office?pass%77ord={}&sslmode=require",
     "postgresql://desk@server/office?sslmode=require"),
    ("postgresql://desk@server/office?sslkey=/home/chen/k&sslpassword={}",
     "postgresql://desk@server/office?sslkey=/home/chen/k"),
    ("postgresql://desk:{}@server/office?password={}", "postgresql://desk@server/office"),
    ("postgresql://desk@[::1]:5432/office", "postgresql://desk@[::1]:5432/office"),
    ("postgresql://desk@server/%E5%8A%9E%E5%85%AC", "postgresql://desk@server/%E5%8A%9E%E5%85%AC"),
])
def test_only_the_password_goes_and_the_address_stays_as_it_was_written(address: str, told: str) -> None:
    assert shown(address.replace("{}", SECRET)) == told


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=8, max_size=20),
       st.sampled_from(["before", *SECRETS]))
def test_no_password_whatever_its_signs_is_left_in_it(password: str, where: str) -> None:
    written = quote(password, safe="")
    account = f"desk:{written}" if where == "before" else "desk"
    query = "" if where == "before" else f"&{where}={written}"
    assert shown(f"postgresql://{account}@server/office?sslmode=require{query}") == (
        "postgresql://desk@server/office?sslmode=require")


@pytest.mark.parametrize("address", ["postgresql://desk:{}@server/office",
                                     "postgresql://desk@server/office?password={}&sslmode=require",
                                     "postgresql://desk@server/office?sslpassword={}"])
def test_the_name_that_stands_at_the_foot_of_the_window_has_no_password(address: str) -> None:
    """And the program still signs in with it: the engine keeps it."""
    whole = address.replace("{}", SECRET)
    place = stores.on_server(whole)
    assert SECRET not in place.name and "desk" in place.name and place.name.endswith(
        "/office?sslmode=require" if "sslmode" in address else "/office")
    assert isinstance(place.vault, VaultInTable)
    engine = place.vault.engine
    assert SECRET in engine.url.render_as_string(hide_password=False)
    assert make_url(whole).query == engine.url.query
    place.close()


# What is asked of a server elsewhere


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]",
                                  "/run/postgresql", "localhost,127.0.0.1"])
def test_this_computer_is_trusted(host: str) -> None:
    assert is_here(host) and guarded(host, {}) == {}


@pytest.mark.parametrize("host", ["server", "10.0.0.7", "localhost.evil.example", "127.0.0.1.example",
                                  "localhost,server", "::2"])
def test_elsewhere_a_certificate_and_scram_are_asked_by_default(host: str) -> None:
    asked = guarded(host, {})
    assert (asked["sslmode"], asked["require_auth"], asked["channel_binding"]) == (
        "verify-full", "scram-sha-256", "require")


def test_a_host_behind_the_question_mark_counts() -> None:
    assert guarded("localhost", {"host": "server"})["sslmode"] == "verify-full"
    assert guarded("localhost", {"hostaddr": "10.0.0.7"})["sslmode"] == "verify-full"


def test_anything_weaker_is_spelled_out_and_then_taken() -> None:
    asked = guarded("server", {"sslmode": "prefer"})
    assert asked.keys() & {"sslmode", "channel_binding"} == set()
    assert asked["require_auth"] == "scram-sha-256"
    assert "require_auth" not in guarded("server", {"require_auth": "md5"})


@pytest.mark.parametrize("name", ["passfile", "service", "options", "sslkeylogfile", "requiressl"])
def test_what_is_not_known_behind_the_question_mark_is_named(name: str) -> None:
    assert unknown(f"postgresql://desk@server/office?sslmode=require&{name}=x") == name
    assert not unknown("postgresql://desk@server/office?sslmode=require&connect_timeout=3")
