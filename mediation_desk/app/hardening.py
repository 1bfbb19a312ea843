"""Keeps the keys in this process from lying in a crash's dump, and from who would look on as a debugger."""

from __future__ import annotations

import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def harden() -> None:
    """No core dumps wherever the system knows limits; on Linux no debugger and no reading of this process's
    memory by other programs of the same person either. What the system does not allow is left: nobody is
    kept from work by it. Root, and a system set up otherwise, are never kept out.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _undumpable()


def _undumpable() -> None:
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
