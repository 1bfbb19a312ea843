"""A paper checked at a terminal: the exit code is the answer, the words say what to make of it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from mediation_desk.cli import main
from mediation_desk.cli.checking import CHANGED, NOT_CHECKED, NOT_COMPARED, NOT_OURS, UNCHANGED
from mediation_desk.demonstration import office as demonstration
from mediation_desk.services.papers import genuine, making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted, asked, terms


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An English terminal in an empty folder, whose input is a pipe with the password."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return monkeypatch


def signed(office: Office, folder: Path) -> Path:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 12, 2))
    file = folder / "agreement.pdf"
    file.write_bytes(making.make(desk, case_id, AGREEMENT).pdf)
    return file


def changed(file: Path) -> Path:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    copy = file.with_name("copy.pdf")
    copy.write_bytes(data)
    return copy


def other(folder: Path) -> Path:
    file = folder / "other.pdf"
    file.write_bytes(b"%PDF-1.7\n% a menu\n")
    return file


def where(office: Office) -> str:
    if office.place.folder:
        return str(office.place.folder)
    url = office.first.store.engine.url
    return f"postgresql://postgres@localhost/{url.database}?host={url.query['host']}"


@pytest.mark.parametrize(("which", "code", "words"), [
    (lambda file: file, UNCHANGED, "it is unchanged"), (changed, CHANGED, "not as it was kept"),
    (lambda file: other(file.parent), NOT_OURS, "none of this office's papers")])
def test_a_store_that_is_named_gives_the_answer(office: Office, tmp_path: Path, which: object, code: int,
                                                words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(which)
    file = which(signed(office, tmp_path))
    assert main.main(["check", str(file), "--store", where(office), "--login", "chen"]) == code
    assert words in capsys.readouterr().out


def test_without_a_store_a_paper_only_says_what_it_says_of_itself(
        office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = signed(office, tmp_path)
    assert main.main(["check", str(file)]) == NOT_COMPARED
    said = capsys.readouterr().out
    assert "It carries a code of 西宁市城中区劳动争议调解工作室, case 宁中劳调〔2024〕0001号." in said
    assert "name it with --store" in said and "unchanged," in said
    assert main.main(["check", str(other(tmp_path))]) == NOT_OURS
    assert "carries no code" in capsys.readouterr().out
    (tmp_path / "letter.pdf").write_text("Dear office")
    assert main.main(["check", str(tmp_path / "letter.pdf")]) == NOT_OURS
    assert "It is no PDF." in capsys.readouterr().out


def test_what_cannot_be_checked_is_said_in_words(office: Office, tmp_path: Path,
                                                 terminal: pytest.MonkeyPatch,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    file = signed(office, tmp_path)
    large = tmp_path / "large.pdf"
    with large.open("wb") as made:
        made.truncate(genuine.MOST + 1)
    for paper, words in ((tmp_path / "nowhere.pdf", "is no file"), (tmp_path, "is no file"),
                         (large, "larger than 50 MB")):
        assert main.main(["check", str(paper)]) == NOT_CHECKED
        assert words in capsys.readouterr().err
    terminal.setattr("sys.stdin", io.StringIO("不是这个密码 1\n"))
    assert main.main(["check", str(file), "--store", where(office), "--login", "chen"]) == NOT_CHECKED
    assert "password is not right" in capsys.readouterr().err
    nowhere = str(tmp_path / "nowhere")
    assert main.main(["check", str(file), "--store", nowhere, "--login", "chen"]) == NOT_CHECKED
    assert "no office in this folder" in capsys.readouterr().err


# -- the demonstration ---------------------------------------------------------------------

def test_a_store_that_only_looks_like_the_demonstrations_is_not_trusted(
        office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = signed(office, tmp_path)
    if office.place.folder is None:
        pytest.skip("a server has no folder to lie beside a paper")
    (tmp_path / "office").mkdir(exist_ok=True)
    (tmp_path / "office" / demonstration.MARK).write_text("0" * 64)
    assert main.main(["check", str(file)]) == NOT_CHECKED
    assert capsys.readouterr().err
