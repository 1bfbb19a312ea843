"""The command that checks a paper: is it one of this office's, and unchanged?"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mediation_desk.cli.speech import tell, words
from mediation_desk.cli.upkeep import signed_in, surroundings
from mediation_desk.domain.words import N_, DeskError

if TYPE_CHECKING:
    from mediation_desk.services.desk import Desk
    from mediation_desk.services.papers.genuine import Checked

UNCHANGED, CHANGED, NOT_OURS, NOT_COMPARED, NOT_CHECKED = range(5)
"""The exit codes: one of this office's papers and unchanged, or the copy of one with signatures drawn just
as this office makes it; its code, but other bytes; none of this
office's; a code that was read and compared with no store; no answer at all."""
DEMONSTRATION = Path("demo", "office")  # where `make demo` leaves its store


def check(paper: Path, store: str, who: str) -> None:
    """Say what the paper is; exits with the code of the answer. ``store``: the folder or address that was
    named, empty for none; then the demonstration's own store is asked where there is one."""
    try:
        code = _checked(paper, store, who)
    except DeskError as refused:
        print(words().sentence(refused.sentence), file=sys.stderr)
        code = NOT_CHECKED
    raise SystemExit(code)


def _checked(paper: Path, store: str, who: str) -> int:
    from mediation_desk.services.papers import genuine

    data = genuine.content_of(paper)
    with ExitStack() as after:
        if store:
            return _say(genuine.check(after.enter_context(signed_in(store, who or _login())), data))
        home = _demonstration(paper)
        if home is not None:
            tell(N_("No store was named; the demonstration's own store in {folder} is asked."), folder=home)
            return _say(genuine.check(after.enter_context(_opened_copy(home)), data))
    return _say_without_store(data)


def _say(checked: Checked) -> int:
    from mediation_desk.services.papers.genuine import Verdict, sentences

    if checked.number:
        tell(N_("Case {number}."), number=checked.number)
    for sentence in sentences(checked):
        print(words().sentence(sentence))
    codes = {Verdict.UNCHANGED: UNCHANGED, Verdict.COPY: UNCHANGED, Verdict.CHANGED: CHANGED,
             Verdict.NOT_OURS: NOT_OURS}
    return codes[checked.verdict]


def _say_without_store(data: bytes) -> int:
    """What the paper says of itself, which anybody can have written there."""
    from mediation_desk.domain.paper_code import code_in
    from mediation_desk.services.papers.genuine import carries, is_pdf

    code = code_in(data)
    if code is None:
        tell(N_("It carries no code of an office.") if is_pdf(data) else N_("It is no PDF."))
        return NOT_OURS
    print(words().sentence(carries(code)))
    tell(N_("Whether it is genuine and unchanged, only that office's store tells: name it with --store."))
    return NOT_COMPARED


def _login() -> str:
    import typer

    return str(typer.prompt(words().translate(N_("Login name"))))


def _demonstration(paper: Path) -> Path | None:
    """The store of a demonstration: beside the paper, or where `make demo` leaves it."""
    from mediation_desk.demonstration.office import MARK

    for home in (paper.parent / DEMONSTRATION.name, DEMONSTRATION):
        if (home / MARK).is_file():
            return home
    return None


@contextmanager
def _opened_copy(home: Path) -> Iterator[Desk]:
    """A copy of the demonstration's store, opened with the password that stands on its sign-in page: the
    store itself stays as it was, to the byte. Raises DeskError where no demonstration made it."""
    from mediation_desk.demonstration import office

    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copy = Path(shutil.copytree(home, folder / home.name))
        desk = office.former(copy, replace(surroundings(), notes=folder / "notes"))
        if desk is None:
            raise DeskError(N_("That store is not as the demonstration made it; name a store with --store."))
        try:
            yield desk
        finally:
            desk.store.close()
