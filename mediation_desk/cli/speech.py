"""What a command says: in the system's language, with a bar where somebody looks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mediation_desk.domain.words import DeskError, say

if TYPE_CHECKING:
    from mediation_desk.library.words import Words


def system_language() -> str:
    """``zh_CN`` where the system speaks Chinese, otherwise ``en``; read without Qt."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            language = os.environ.get("LANGUAGE") or value if value not in ("C", "POSIX") else value
            return "zh_CN" if language.lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import ctypes

        return "zh_CN" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else "en"
    return "en"


def words() -> Words:
    """The system's language; English where its catalogue is missing."""
    from mediation_desk.library.words import ENGLISH, Words

    try:
        return Words.of(system_language())
    except DeskError:
        return Words(ENGLISH)


@contextmanager
def bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error line of a terminal; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("")
        yield lambda done, total: shown.update(task, completed=done, total=total)


def tell(sentence: str, **particulars: object) -> None:
    """Print a sentence."""
    print(words().sentence(say(sentence, **particulars)))
