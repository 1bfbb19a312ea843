"""The process apart asks the services for one thing, which is the documents' own."""

from mediation_desk.documents.binding import plain
from mediation_desk.services.casefile import strangers


def test_it_is_the_very_same() -> None:
    assert strangers.plain is plain.plain
    assert (strangers.LOCKED, strangers.BROKEN, strangers.TOO_LONG) == (plain.LOCKED, plain.BROKEN,
                                                                        plain.TOO_LONG)
