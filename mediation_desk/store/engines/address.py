"""How the address of a server is written, shown and remembered.

Light: it is loaded before the store's libraries are.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SCHEMES = ("postgresql", "postgres")  # as libpq knows them
#: What libpq takes behind the question mark that is nobody else's business.
SECRETS = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")

#: What an address may say behind the question mark; libpq knows more, such as files with passwords in them.
KNOWN = frozenset({"host", "hostaddr", "port", "user", "dbname", "application_name", "connect_timeout",
                   "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count",
                   "tcp_user_timeout", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "sslcrldir",
                   "sslsni", "ssl_min_protocol_version", "channel_binding", "require_auth", "gssencmode",
                   "target_session_attrs", "load_balance_hosts", *SECRETS})


def unknown(address: str) -> str:
    """The first part behind the question mark that is not known; nothing when all are."""
    return next((name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True)
                 if name not in KNOWN), "")


def is_here(host: str) -> bool:
    """Whether a host, or each of several, is this computer: a socket's folder, or the loopback."""
    return all(_is_here(one.strip("[] ")) for one in host.split(","))


def _is_here(host: str) -> bool:
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def guarded(host: str, said: Mapping[str, object]) -> dict[str, str]:
    """What is asked of a server elsewhere, unless the address spells out another choice: a certificate
    that names it, and a password that it proves to know without being told it (SCRAM, bound to the line).
    ``said``: what the address says behind the question mark."""
    hosts = [str(said[name]) for name in ("host", "hostaddr") if said.get(name)] or [host]
    if all(map(is_here, hosts)):
        return {}
    wanted = {"sslmode": "verify-full", "require_auth": "scram-sha-256", "gssencmode": "disable"}
    if said.get("sslmode", "verify-full") in ("require", "verify-ca", "verify-full"):
        wanted["channel_binding"] = "require"
    if "sslmode" not in said and not (Path.home() / ".postgresql" / "root.crt").exists():
        wanted["sslrootcert"] = "system"
    return {name: value for name, value in wanted.items() if name not in said}


def is_address(server: str) -> bool:
    """Whether it names a server and a database on it."""
    try:
        parts = urlsplit(server)
        known = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:  # brackets or a port that cannot be
        return False
    return known and bool(parts.hostname) and bool(parts.path.strip("/"))


def password_in(address: str) -> str:
    """The password that stands in an address before the @; nothing when none does."""
    return unquote(urlsplit(address).password or "") if is_address(address) else ""


def shown(address: str) -> str:
    """The address without any password, whether it stands before the @ or behind the question mark."""
    parts = urlsplit(address)
    netloc = parts.netloc
    if parts.password is not None:
        account = f"{parts.username}@" if parts.username else ""
        netloc = account + netloc.rpartition("@")[2]
    told = [part for part in parts.query.split("&") if unquote(part.partition("=")[0]) not in SECRETS]
    return parts._replace(netloc=netloc, query="&".join(told)).geturl()
