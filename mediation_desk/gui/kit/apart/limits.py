"""What a decoding process may use; set by the process itself before it reads a byte of a stranger's."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

MEMORY = 1024 << 20  # bytes that may be written to: Qt takes 50 MB, the largest picture to look at 100 MB
SECONDS = 10  # of computing; whoever waits gives up earlier
_NEW_NAMES, _NEW_NET = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET
_DIE_WITH_PARENT, _NO_NEW_RIGHTS = 1, 38  # PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS
_KILL = 9


def confine(addresses: bool) -> None:
    """Take away what decoding does not need: memory, time, files to write, and on Linux the network.

    Windows knows none of these limits: there only the waiting process ends what takes too long. A system
    that refuses a network of its own to a person's programs is let be. ``addresses``: whether memory that
    is only set aside counts, too; what draws PDFs sets many gigabytes aside, and uses few of them.
    """
    with suppress(ImportError):
        _limit(addresses)
    if sys.platform.startswith("linux"):
        _cut_off()


def _limit(addresses: bool) -> None:
    import resource

    limits = [(resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0),
              (resource.RLIMIT_CORE, 0)]
    if addresses:
        limits.append((resource.RLIMIT_AS, 2 * MEMORY))
    for what, most in limits:
        with suppress(ValueError, OSError):  # the system's own limit is lower still
            resource.setrlimit(what, (most, most))


def _cut_off() -> None:
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)
    system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    system.unshare(_NEW_NAMES | _NEW_NET)
