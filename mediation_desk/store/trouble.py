"""Says in words what a disk or a server does to a save: it is full, closed, busy or gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from mediation_desk.domain.words import N_, DeskError

_FULL = N_("The disk is full. Nothing of this step was saved; make room and do it again.")
_CLOSED = N_("The store may not be written. Nothing of this step was saved; check its folder and disk, "
             "and do it again.")
_BUSY = N_("The store is busy with another save. Nothing of this step was saved; do it again.")
_DAMAGED = N_("The store's file is damaged. Nothing of this step was saved; restore the last backup beside "
              "it.")
_GONE = N_("The connection to the store was lost. If this step is not there once it is back, do it again.")

_SIGNS = (  # what the engines say, in the order in which it is looked for
    ("disk is full", _FULL), ("No space left", _FULL), ("disk I/O error", _CLOSED), ("readonly", _CLOSED),
    ("read-only", _CLOSED), ("unable to open database file", _CLOSED), ("database is locked", _BUSY),
    ("malformed", _DAMAGED), ("not a database", _DAMAGED), ("lock timeout", _BUSY), ("deadlock", _BUSY),
)
_SERVER_GONE = ("08", "57P")  # SQLSTATE classes: connection exception, operator intervention
_SERVER_FULL = "53100"


class StoreTrouble(DeskError):
    """The disk or the server refused; whole earlier saves stand."""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the engines say of full disks and lost servers into StoreTrouble; bugs pass as they are."""
    try:
        yield
    except DBAPIError as trouble:
        sentence = _sentence(trouble)
        if sentence is None:
            raise
        raise StoreTrouble(sentence) from trouble


def _sentence(trouble: DBAPIError) -> str | None:
    state = getattr(trouble.orig, "sqlstate", None) or ""
    if state == _SERVER_FULL:
        return _FULL
    if trouble.connection_invalidated or state.startswith(_SERVER_GONE):
        return _GONE
    said = str(trouble.orig)
    if any(sign in said for sign in ("connection failed", "connection is closed", "connection is lost",
                                     "server closed the connection")):
        return _GONE
    return next((sentence for sign, sentence in _SIGNS if sign in said), None)
