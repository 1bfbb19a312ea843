"""The command: opens the desk, or does one thing and says so."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.domain.words import N_, DeskError, Sentence, say

if TYPE_CHECKING:
    import typer

    from mediation_desk.library.words import Words
    from mediation_desk.services.desk import Desk
    from mediation_desk.services.sign_in import Surroundings

REFUSED, BROKEN, DAMAGED = 2, 1, 3
SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")  # Qt needs no display for these
NO_DISPLAY = N_("There is no screen to open the desk on: neither DISPLAY nor WAYLAND_DISPLAY leads to one. "
                "“mediation-desk --help” lists what works without.")
BUG = N_("Something went wrong in the program itself ({bug}). Nothing was written to standard output.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code. Without arguments the desk opens, before anything else is read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        return _desk() if not given else _command(given)
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
    from mediation_desk import app

    return app.main()


def _refuse(sentence: Sentence) -> int:
    print(words().sentence(sentence), file=sys.stderr)
    return REFUSED


def _broken(error: Exception) -> int:
    print(words().sentence(say(BUG, bug=type(error).__name__)), file=sys.stderr)
    return BROKEN


# -- where it runs -----------------------------------------------------------------------

def has_screen() -> bool:
    """Whether windows can be shown: always on Windows and macOS, else where a display answers."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform in ("win32", "darwin") or chosen in SCREENLESS:
        return True
    return (_wayland_answers(os.environ.get("WAYLAND_DISPLAY", ""))
            or _x_answers(os.environ.get("DISPLAY", "")))


def _wayland_answers(name: str) -> bool:
    if not name:
        return False
    return _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def _x_answers(name: str) -> bool:
    """A display of this machine is asked; one of another machine is taken at its word."""
    host, colon, rest = name.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    path = f"/tmp/.X11-unix/X{number}"
    return host not in ("", "unix") or _answers("\0" + path) or _answers(path)


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(address)
        except OSError:
            return False
    return True


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


# -- commands ----------------------------------------------------------------------------

def _command(arguments: list[str]) -> int:
    _commands()(args=arguments, prog_name="mediation-desk")
    return 0


def _commands() -> typer.Typer:
    """All commands; typer is loaded only when one is given."""
    import typer

    commands = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    version = typer.Option(False, "--version", help="Say the program's version.")
    file = typer.Argument(metavar="FACTS.toml", help="A file of facts.")
    json = typer.Option(False, "--json", help="Print JSON instead of text.")

    @commands.callback(invoke_without_command=True)
    def top(show_version: bool = version) -> None:
        """Case tool for the mediation of gig workers' labour disputes. Without a command the desk opens."""
        if show_version:
            _version()
            raise typer.Exit

    @commands.command()
    def award(facts: Path = file, as_json: bool = json) -> None:
        """Compute the claims of a file of facts, with every step and its article."""
        _award(facts, as_json)

    demo_folder = typer.Option(Path("demo"), "--out", help="The folder to write into.")
    with_pictures = typer.Option(True, "--screenshots/--no-screenshots", help="Picture every page too.")
    pictures_folder = typer.Option(Path("docs/screenshots"), "--out", help="The folder to write into.")

    @commands.command()
    def demo(out: Path = demo_folder, pictured: bool = with_pictures) -> None:
        """Walk the demonstration case; write its papers, and pictures of every page."""
        _demo(out, pictured)

    @commands.command()
    def screenshots(out: Path = pictures_folder) -> None:
        """Picture every page in both languages, light and dark, and the agreement."""
        _screenshots(out)

    store = typer.Argument(metavar="STORE", help="The store's folder, or its address on a server.")
    login = typer.Option(..., "--login", prompt=True, help="Who signs in; the password is asked for.")
    into = typer.Option(None, "--into", help="Another folder for the backup.")
    kept = typer.Argument(metavar="BACKUP", help="A backup: a folder that ends in .mdbackup.")
    new = typer.Argument(metavar="PLACE", help="A new folder, or the address of an empty database.")
    sure = typer.Option(False, "--yes", help="Do not ask after the look inside.")

    @commands.command()
    def backup(where: str = store, who: str = login, folder: Path | None = into) -> None:
        """Make a backup of a store and read it back."""
        _backup(where, who, folder)

    @commands.command()
    def restore(made: Path = kept, place: str = new, who: str = login, yes: bool = sure) -> None:
        """Look into a backup, and make a new store of it beside the present one."""
        _restore(made, place, who, yes)

    @commands.command()
    def verify(where: str = store, who: str = login) -> None:
        """Prove a store whole: its file, its journal, every row, papers, evidence and keys."""
        _verify(where, who)

    return commands


# -- upkeep ------------------------------------------------------------------------------

def _around() -> Surroundings:
    """This computer as the services see it, without Qt."""
    from datetime import UTC, datetime, timedelta, timezone

    import platformdirs

    from mediation_desk.services.sign_in import Surroundings

    away = datetime.now().astimezone().utcoffset() or timedelta(hours=8)  # machines without a zone: China
    notes = platformdirs.user_data_path("mediation-desk", appauthor=False) / "notes"
    return Surroundings(lambda: datetime.now(UTC), timezone(away), notes)


def _password() -> str:
    """Asked for without showing it; from a pipe, its first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import typer

    return str(typer.prompt(words().translate(N_("Password")), hide_input=True))


@contextmanager
def _signed_in(where: str, who: str) -> Iterator[Desk]:
    from mediation_desk.services import sign_in, upkeep

    place = upkeep.place_at(where)
    with ExitStack() as after:
        after.callback(place.close)
        if not place.exists():
            raise DeskError(N_("There is no office in this folder. Choose another place, or set one up."))
        desk = sign_in.sign_in(place, who, _password(), _around())
        after.callback(desk.store.close)
        yield desk


def _backup(where: str, who: str, folder: Path | None) -> None:
    from mediation_desk.services import upkeep

    with _signed_in(where, who) as desk, _bar() as progress:
        made = upkeep.back_up(desk, folder, progress=progress)
    _tell(N_("Backup made and read back: {path}"), path=made.path)


def _restore(made: Path, place: str, who: str, yes: bool) -> None:
    import typer

    from mediation_desk.services import upkeep

    password = _password()
    told = upkeep.look_inside(made, who, password)
    _tell(N_("{count} cases, last changed on {day}; backed up on {made} by {who}."), count=told.cases,
          day=told.newest_at or "?", made=told.made_at, who=told.made_by)
    if not yes:
        question = say(N_("Restore it into {place}?"), place=place)
        typer.confirm(words().sentence(question), abort=True, err=True)
    with _bar() as progress:
        upkeep.restore(made, who, password, upkeep.place_at(place), _around(), progress=progress)
    _tell(N_("Restored into {place}. Its accounts and passwords are those of the backup."), place=place)


def _verify(where: str, who: str) -> None:
    from mediation_desk.services import upkeep

    with _signed_in(where, who) as desk, _bar() as progress:
        found = upkeep.prove(desk, progress=progress)
        zone = desk.zone
    for finding in found:
        print(words().sentence(finding.sentence(zone)))
    if found:
        raise SystemExit(DAMAGED)
    _tell(N_("The store is whole."))


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error line of a terminal; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _tell(sentence: str, **particulars: object) -> None:
    print(words().sentence(say(sentence, **particulars)))


def _demo(out: Path, pictured: bool) -> None:
    from mediation_desk import demonstration

    for line in demonstration.demo(out, words(), screenshots=pictured):
        print(line)


def _screenshots(out: Path) -> None:
    from mediation_desk import demonstration

    for file in demonstration.screenshots(out):
        print(file)


def _version() -> None:
    from importlib import metadata

    print(metadata.version("mediation-desk"))


def _award(facts: Path, as_json: bool) -> None:
    from mediation_desk.services import award as awards

    here = words()
    print(awards.run(facts, as_json=as_json, translate=here.sentence, language=here.code).text)


if __name__ == "__main__":
    sys.exit(main())
