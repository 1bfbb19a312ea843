"""Backups, restoring and verifying at a terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mediation_desk.cli import main
from mediation_desk.demonstration import streamers
from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.store.store import in_folder
from tests.offices import PASSWORD, Office


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An English terminal whose input is a pipe with the password."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    typed(monkeypatch, PASSWORD)
    return monkeypatch


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def where(office: Office) -> str:
    if office.place.folder:
        return str(office.place.folder)
    url = office.first.store.engine.url
    return f"postgresql://postgres@localhost/{url.database}?host={url.query['host']}"


def test_a_backup_is_made_looked_into_and_restored(office: Office, terminal: pytest.MonkeyPatch,
                                                   tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    next(streamers.walk(office.first))
    assert main.main(["backup", where(office), "--login", "chen", "--into", str(tmp_path / "stick")]) == 0
    (made,) = (tmp_path / "stick").iterdir()
    assert str(made) in capsys.readouterr().out
    typed(terminal, PASSWORD)
    assert main.main(["restore", str(made), str(tmp_path / "again"), "--login", "chen", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "1 case, last changed on" in said
    assert "陈守信" in said
    again = sign_in.sign_in(in_folder(tmp_path / "again"), "chen", PASSWORD, office.around)
    assert reading.find(again, "马晓岚")
    again.store.close()


def test_verify_ends_with_0_for_a_whole_store_and_with_3_for_a_damaged_one(
        office: Office, terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    next(streamers.walk(office.first))
    assert main.main(["verify", where(office), "--login", "chen"]) == 0
    whole, mark = capsys.readouterr().out.splitlines()
    assert whole == "The store is whole."
    assert mark.startswith("Mark of today, to be noted down outside the store: ")
    typed(terminal, PASSWORD)
    noted = mark.split()[-1]
    assert main.main(["verify", where(office), "--login", "chen", "--mark", noted]) == 0
    typed(terminal, PASSWORD)
    assert main.main(["verify", where(office), "--login", "chen", "--mark", "9" + noted]) == 3
    assert "does not know the mark" in capsys.readouterr().out
    with office.first.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE parties SET phone = '19900000009' WHERE name = '马晓岚'")
    typed(terminal, PASSWORD)
    assert main.main(["verify", where(office), "--login", "chen"]) == 3
    said = capsys.readouterr().out
    assert "“parties” was altered outside the program" in said
    assert "20 January 2025" in said


def test_a_wrong_password_or_place_is_refused_in_words(office: Office, terminal: pytest.MonkeyPatch,
                                                       tmp_path: Path,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    typed(terminal, "不是这个密码 1")
    assert main.main(["verify", where(office), "--login", "chen"]) == 2
    assert "password is not right" in capsys.readouterr().err
    assert main.main(["backup", str(tmp_path / "nowhere"), "--login", "chen"]) == 2
    assert "no office in this folder" in capsys.readouterr().err


def test_the_figures_are_counted_again_and_end_with_0_or_with_1(
        office: Office, terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    next(streamers.walk(office.first))
    assert main.main(["figures", "verify", where(office), "--login", "chen"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "The figures reconcile."
    assert "2024  Stock at start + received = closed + stock at end: holds" in said
    with office.first.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE day_totals SET cases = cases + 1")
    typed(terminal, PASSWORD)
    assert main.main(["figures", "verify", where(office), "--login", "chen"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert "2024  The day's totals of received cases = a recount: does not hold" in said
    assert said[-1].endswith("totals of days are not what a recount gives.")
