"""A server's password in this computer's keyring, for whoever wants it kept there.

``server`` is its address without any password (``Whereabouts.words``). Every verb may wait for the keyring's
own prompt, so none is asked on the UI thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from mediation_desk.domain.words import N_, DeskError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Mediation Desk"
FIELD = "server_password"
OF_THE_SYSTEM = 1  # the priority from which the library recommends a keyring; files in the clear have less


class NoKeyring(DeskError):
    """This computer has no keyring, or none that hides what it keeps."""

    def __init__(self) -> None:
        super().__init__(N_("This computer has no keyring in which the password could be kept; it is asked "
                            "for each time."), field=FIELD)


def require() -> None:
    """NoKeyring where the system offers none."""
    _ring()


def kept(server: str) -> str:
    """The password of that server; nothing when none is kept. DeskError when the keyring stays locked."""
    with _told(N_("The keyring of this computer did not give the server's password. Enter it.")):
        return _ring().get_password(SERVICE, server) or ""


def keep(server: str, password: str) -> None:
    """Keep the password with which that server was reached just now; DeskError when it cannot be."""
    with _told(N_("The keyring of this computer did not keep the server's password; it is asked for each "
                  "time.")):
        _ring().set_password(SERVICE, server, password)


def forget(server: str) -> None:
    """Let the keyring forget it; fine where it holds none. DeskError when it is still there."""
    with _told(N_("The keyring of this computer did not forget the server's password. Take it out there: it "
                  "is kept under the name Mediation Desk.")):
        ring = _ring()
        if ring.get_password(SERVICE, server) is not None:
            ring.delete_password(SERVICE, server)


def _ring() -> KeyringBackend:
    """The system's keyring; the library and what it asks of the system are loaded here, and not before."""
    with suppress(Exception):  # what half a desktop's services raise is nobody's to foresee
        import keyring

        ring: Any = keyring.get_keyring()
        if float(ring.priority) >= OF_THE_SYSTEM:
            found: KeyringBackend = ring
            return found
    raise NoKeyring


@contextmanager
def _told(sentence: str) -> Iterator[None]:
    """Whatever the keyring says is told in our words alone: its own may name what it holds."""
    try:
        yield
    except DeskError:
        raise
    except Exception:  # each system's keyring has errors of its own kind
        raise DeskError(sentence, field=FIELD) from None
