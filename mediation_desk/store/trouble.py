"""Says in words what a disk or a server does to a save: it is full, closed, busy or gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines.database import Refusal
from mediation_desk.store.engines.kinds import refusal

_WORDS: Mapping[Refusal, str] = MappingProxyType({
    Refusal.FULL: N_("The disk is full. Nothing of this step was saved; make room and do it again."),
    Refusal.CLOSED: N_("The store may not be written. Nothing of this step was saved; check its folder and "
                       "disk, and do it again."),
    Refusal.BUSY: N_("The store is busy with another save. Nothing of this step was saved; do it again."),
    Refusal.DAMAGED: N_("The store's file is damaged. Nothing of this step was saved; restore the last "
                        "backup beside it."),
    Refusal.GONE: N_("The connection to the store was lost. If this step is not there once it is back, do it "
                     "again."),
})


class StoreTrouble(DeskError):
    """The disk or the server refused; whole earlier saves stand."""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the engines say of full disks and lost servers into StoreTrouble; bugs pass as they are."""
    try:
        yield
    except DBAPIError as trouble:
        why = refusal(trouble)
        if why is None:
            raise
        raise StoreTrouble(_WORDS[why]) from trouble
