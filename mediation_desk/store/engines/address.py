"""How the address of a server is written, shown and remembered.

Light: it is loaded before the store's libraries are.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

SCHEMES = ("postgresql", "postgres")  # as libpq knows them
#: What libpq takes behind the question mark that is nobody else's business.
SECRETS = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")


def is_address(server: str) -> bool:
    """Whether it names a server and a database on it."""
    try:
        parts = urlsplit(server)
        known = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:  # brackets or a port that cannot be
        return False
    return known and bool(parts.hostname) and bool(parts.path.strip("/"))


def shown(address: str) -> str:
    """The address without any password, whether it stands before the @ or behind the question mark."""
    parts = urlsplit(address)
    netloc = parts.netloc
    if parts.password is not None:
        account = f"{parts.username}@" if parts.username else ""
        netloc = account + netloc.rpartition("@")[2]
    told = [part for part in parts.query.split("&") if unquote(part.partition("=")[0]) not in SECRETS]
    return parts._replace(netloc=netloc, query="&".join(told)).geturl()
