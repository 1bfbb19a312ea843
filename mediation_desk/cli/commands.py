"""What can be asked for at a terminal, each command with its options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.cli import checking, upkeep
from mediation_desk.cli.speech import words

if TYPE_CHECKING:
    import typer



def run(arguments: list[str]) -> int:
    """Do what was asked for; typer ends the process itself when the words are no command."""
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
    noted = typer.Option("", "--mark", help="A mark noted down earlier: does the store still know it?")
    sure = typer.Option(False, "--yes", help="Do not ask after the look inside.")

    @commands.command()
    def backup(where: str = store, who: str = login, folder: Path | None = into) -> None:
        """Make a backup of a store and read it back."""
        upkeep.back_up(where, who, folder)

    @commands.command()
    def restore(made: Path = kept, place: str = new, who: str = login, yes: bool = sure) -> None:
        """Look into a backup, and make a new store of it beside the present one."""
        upkeep.restore(made, place, who, yes)

    @commands.command()
    def verify(where: str = store, who: str = login, mark: str = noted) -> None:
        """Prove a store whole: its file, its journal, every row, papers, evidence and keys."""
        upkeep.verify(where, who, mark)

    paper = typer.Argument(metavar="PAPER.pdf", help="The file of a paper.")
    asked = typer.Option("", "--store", help="The office's store, its folder or address; without one only "
                                             "what the paper says of itself is told.")
    login_there = typer.Option("", "--login", help="Who signs in at that store; the password is asked for.")

    @commands.command()
    def check(file: Path = paper, at: str = asked, who: str = login_there) -> None:
        """Tell whether a paper is one of this office's and unchanged.

        Exit codes: 0 it is, 1 it carries the office's code but was changed, 2 it is none of the office's,
        3 it carries a code that no store was asked about, 4 nothing could be checked.
        """
        checking.check(file, at, who)

    figures = typer.Typer(help="The figures of a store.")
    commands.add_typer(figures, name="figures")

    @figures.command("verify")
    def figures_verify(where: str = store, who: str = login) -> None:
        """Count every case again, and say which identities of the figures hold."""
        upkeep.verify_figures(where, who)

    return commands


def _demo(out: Path, pictured: bool) -> None:
    from mediation_desk.demonstration import commands as demonstration

    for line in demonstration.demo(out, words(), screenshots=pictured):
        print(line)


def _screenshots(out: Path) -> None:
    from mediation_desk.demonstration import commands as demonstration

    for file in demonstration.screenshots(out):
        print(file)


def _version() -> None:
    from importlib import metadata

    print(metadata.version("mediation-desk"))


def _award(facts: Path, as_json: bool) -> None:
    from mediation_desk.services.sorting import award as awards

    here = words()
    print(awards.run(facts, as_json=as_json, translate=here.sentence, language=here.code).text)
