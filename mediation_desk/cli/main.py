"""The command: opens the desk, or does one thing and says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mediation_desk.app.hardening import harden
from mediation_desk.cli.screen import has_screen
from mediation_desk.cli.speech import words
from mediation_desk.domain.words import N_, DeskError, Sentence, say

if TYPE_CHECKING:
    pass


REFUSED, BROKEN = 2, 1
NO_DISPLAY = N_("There is no screen to open the desk on: neither DISPLAY nor WAYLAND_DISPLAY leads to one. "
                "“mediation-desk --help” lists what works without.")
BUG = N_("Something went wrong in the program itself ({bug}). Nothing was written to standard output.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code. Without arguments the desk opens, before anything else is read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    harden()
    try:
        return _desk() if not given else _run(given)
    except DeskError as error:
        return _refuse(error.sentence)
    except SystemExit as end:  # typer has said what is wrong with the command
        return end.code if isinstance(end.code, int) else BROKEN if end.code else 0
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _broken(error)


def _speak_utf8() -> None:
    """Piped output is UTF-8 everywhere; a console shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and stream.isatty():
            reconfigure(errors="replace")
        elif reconfigure is not None:
            reconfigure(encoding="utf-8")


def _desk() -> int:
    if not has_screen():
        raise DeskError(NO_DISPLAY)
    from mediation_desk.app import main as desk

    return desk.main()


def _run(arguments: list[str]) -> int:
    from mediation_desk.cli import commands

    return commands.run(arguments)


def _refuse(sentence: Sentence) -> int:
    print(words().sentence(sentence), file=sys.stderr)
    return REFUSED


def _broken(error: Exception) -> int:
    print(words().sentence(say(BUG, bug=type(error).__name__)), file=sys.stderr)
    return BROKEN


if __name__ == "__main__":
    sys.exit(main())
