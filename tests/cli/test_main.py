"""The command at a terminal: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediation_desk.cli import commands, main

FACTS = """
claim = "unpaid_wages"
[facts]
monthly_wage = "4300.00"
unpaid_from = 2024-10-01
unpaid_until = 2024-10-31
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English terminal without a screen."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """October's wage of one streamer, never paid."""
    file = tmp_path / "facts.toml"
    file.write_text(FACTS, "utf-8")
    return file


def test_an_award_is_printed_with_its_steps(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["award", str(facts)]) == 0
    said = capsys.readouterr()
    assert "4,300.00 yuan" in said.out.splitlines()[0]
    assert said.err == ""


def test_an_award_as_json_can_be_read_by_a_program(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["award", str(facts), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["total"] == "4300.00"
    assert answer["awards"][0]["claim"] == "unpaid_wages"


@pytest.mark.parametrize("text", ["", "claim = ", 'claim = "nothing"\n[facts]\n'])
def test_bad_facts_are_refused_on_the_error_line_alone(facts: Path, text: str,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    facts.write_text(text, "utf-8")
    assert main.main(["award", str(facts)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1 and "Traceback" not in said.err


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["award", str(tmp_path / "none.toml")]) == 2
    assert "none.toml cannot be read" in capsys.readouterr().err


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nonsense"]) == 2
    assert capsys.readouterr().out == ""


def test_a_bug_is_told_without_a_traceback(facts: Path, capsys: pytest.CaptureFixture[str],
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_facts: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(commands, "_award", broken)
    assert main.main(["award", str(facts)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "ZeroDivisionError" in said.err and "secret" not in said.err and "Traceback" not in said.err


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out.strip()[:1].isdigit()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("display", ["", ":4711", "nonsense"])
def test_without_a_screen_the_desk_says_so(display: str, monkeypatch: pytest.MonkeyPatch,
                                           capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert main.main([]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("There is no screen to open the desk on")


def test_a_reader_that_stops_early_ends_the_command_quietly(facts: Path) -> None:
    """``mediation-desk award … | head -0``: the pipe is closed before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        ended = subprocess.run([sys.executable, "-m", "mediation_desk.cli.main", "award", str(facts)],
                               stdout=out, stderr=subprocess.PIPE, text=True, timeout=60)
    assert ended.stderr == ""


def test_opening_the_desk_loads_neither_typer_nor_the_store() -> None:
    question = ("import sys, mediation_desk.cli.main, mediation_desk.app.program; "
                "print([one for one in ('typer', 'sqlalchemy', 'msgspec', 'cryptography', 'pypinyin', "
                "'importlib.metadata') if one in sys.modules])")
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True,
                            cwd=Path(__file__).parents[2], timeout=60)
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
