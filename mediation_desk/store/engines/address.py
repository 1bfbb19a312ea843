"""How the address of a server is written. Light: it is loaded before the store's libraries are."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = ("postgresql", "postgres")  # as libpq knows them


def is_address(server: str) -> bool:
    """Whether it names a server and a database on it."""
    try:
        parts = urlsplit(server)
        known = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:  # brackets or a port that cannot be
        return False
    return known and bool(parts.hostname) and bool(parts.path.strip("/"))
