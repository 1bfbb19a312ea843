"""Each command at a terminal does one thing, says what it did, and takes the options it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.cli import commands, upkeep
from mediation_desk.demonstration import commands as demonstration
from mediation_desk.library.words import Words

Asked = list[tuple[object, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the commands ask the floors below for."""
    told: Asked = []

    def demo(out: Path, words: Words, *, screenshots: bool) -> Iterator[str]:
        told.append(("demo", out, screenshots))
        yield "12 papers"

    def pictures(out: Path) -> Iterator[Path]:
        told.append(("screenshots", out))
        yield out / "today-zh-light.png"

    monkeypatch.setattr(demonstration, "demo", demo)
    monkeypatch.setattr(demonstration, "screenshots", pictures)
    for name in ("back_up", "restore", "verify"):
        monkeypatch.setattr(upkeep, name, lambda *given, name=name: told.append((name, *given)))
    return told


def run(*words: str) -> int | str | None:
    """The command's end: typer ends by itself."""
    try:
        return commands.run(list(words))
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize(("words", "wanted"), [
    (["demo"], ("demo", Path("demo"), True)),
    (["demo", "--out", "x", "--no-screenshots"], ("demo", Path("x"), False)),
    (["screenshots"], ("screenshots", Path("docs/screenshots"))),
    (["backup", "/srv/office", "--login", "chen"], ("back_up", "/srv/office", "chen", None)),
    (["backup", "/srv/office", "--login", "chen", "--into", "/mnt"],
     ("back_up", "/srv/office", "chen", Path("/mnt"))),
    (["restore", "a.mdbackup", "postgresql://d@s/o", "--login", "chen"],
     ("restore", Path("a.mdbackup"), "postgresql://d@s/o", "chen", False)),
    (["restore", "a.mdbackup", "/new", "--login", "chen", "--yes"],
     ("restore", Path("a.mdbackup"), "/new", "chen", True)),
    (["verify", "/srv/office", "--login", "chen"], ("verify", "/srv/office", "chen", "")),
    (["verify", "/srv/office", "--login", "chen", "--mark", "3-ab"],
     ("verify", "/srv/office", "chen", "3-ab"))])
def test_what_was_typed_is_asked_for_as_it_was_typed(words: list[str], wanted: tuple[object, ...],
                                                     asked: Asked) -> None:
    assert run(*words) == 0 and asked == [wanted]


def test_what_was_made_is_said_line_by_line(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    run("demo", "--out", "x")
    run("screenshots", "--out", "y")
    assert capsys.readouterr().out.splitlines() == ["12 papers", str(Path("y/today-zh-light.png"))]


@pytest.mark.parametrize("words", [["backup"], ["restore", "a"], ["verify"], ["award"], ["demo", "--in", "x"],
                                   ["dance"]])
def test_a_command_that_lacks_its_words_does_nothing(words: list[str], asked: Asked) -> None:
    assert run(*words) == 2 and asked == []


def test_no_command_takes_a_password_where_others_could_read_it(asked: Asked,
                                                                capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in a command line stands in the list of processes."""
    for name in ("backup", "restore", "verify"):
        run(name, "--help")
        assert "--password" not in capsys.readouterr().out
    assert run("verify", "/srv/office", "--login", "chen", "--password", "x") == 2 and asked == []
