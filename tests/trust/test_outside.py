"""What comes from outside: files that others can read, planted links, hostile files, names and addresses."""

from __future__ import annotations

import io
import json
import logging
import os
import resource
import shutil
import stat
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.app.machine import keep_log
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.apart.process import TooMuch
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.library.spreadsheets import workbook as spreadsheet
from mediation_desk.services.evidence.taking import FileSource, Meter, take
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.file import write_vault
from tests.offices import PASSWORD, Office, embedded_place, office

posix = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX systems")


@pytest.fixture
def careless() -> Iterator[None]:
    """A person whose files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """Everything in a folder that anybody but this person has a right to."""
    found = {str(one.relative_to(folder)): stat.S_IMODE(one.lstat().st_mode)
             for one in folder.rglob("*")}
    return {name: mode for name, mode in found.items() if mode & 0o077}


# -- whatever the umask ------------------------------------------------------------------


@posix
def test_store_vault_notes_and_backups_are_for_this_person_alone(tmp_path: Path, careless: None) -> None:
    with office(embedded_place(tmp_path), tmp_path / "notes") as made:
        with pytest.raises(DeskError):
            made.desk(password="wrong")  # leaves a pause among the notes
        upkeep.back_up(made.first)
        backup = upkeep.back_up(made.first, tmp_path / "stick")
        upkeep.restore(backup.path, "chen", PASSWORD, embedded_place(tmp_path / "again"), made.around)
        assert any(one.name == "office.db-wal" for one in tmp_path.rglob("*"))
        assert not modes(tmp_path)


@posix
def test_a_store_that_an_earlier_program_left_open_is_closed_to_others(
        tmp_path: Path, careless: None) -> None:
    with office(embedded_place(tmp_path), tmp_path / "notes"):
        pass
    for file in tmp_path.rglob("office.*"):
        file.chmod(0o644)
    with office_again(tmp_path) as made:
        made.vault.change(lambda vault: vault)
        assert not modes(tmp_path)


class office_again:
    """The store, opened once more."""

    def __init__(self, folder: Path) -> None:
        self.place = embedded_place(folder)

    def __enter__(self) -> Any:
        from mediation_desk.store.store import open_store

        self.store = open_store(self.place, "chen", PASSWORD)
        return self.place

    def __exit__(self, *_: object) -> None:
        self.store.close()


@posix
def test_settings_log_and_what_is_saved_are_for_this_person_alone(
        qtbot: QtBot, tmp_path: Path, careless: None) -> None:
    memory = Memory(tmp_path / "config" / "deep" / "windows.ini")
    memory.keep("page", "today")
    memory.write()
    keep_log(tmp_path / "notes")
    handler = logging.getLogger().handlers[-1]
    try:
        handler.doRollover()  # type: ignore[attr-defined]
        handler.handle(logging.makeLogRecord({"msg": "something", "levelno": logging.INFO}))
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    report = BugWindow("what went wrong")
    qtbot.addWidget(report)
    report.write(tmp_path / "report.txt")
    assert (tmp_path / "config" / "deep" / "windows.ini").exists() and (tmp_path / "report.txt").exists()
    assert not modes(tmp_path)


# -- links -------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("planted", ["office.vault.new", "office.vault.copy.new"])
def test_a_link_planted_where_the_vault_waits_leads_nowhere(tmp_path: Path, planted: str) -> None:
    with office(embedded_place(tmp_path), tmp_path / "notes") as made:
        folder = made.place.folder
        assert folder is not None
        (tmp_path / "theirs").write_text("as it was")
        (folder / planted).symlink_to(tmp_path / "theirs")
        write_vault(made.place.vault.read(), folder / "office.vault")
        assert (tmp_path / "theirs").read_text() == "as it was"
        made.place.vault.read()


@posix
def test_a_link_planted_where_a_lock_lies_is_refused(office: Office, tmp_path: Path) -> None:
    from mediation_desk.store.instance import Instance

    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "office.lock").symlink_to(tmp_path / "theirs")
    with pytest.raises(DeskError):
        Instance(tmp_path / "place").take()
    assert not (tmp_path / "theirs").exists()


@posix
def test_linked_evidence_is_refused_by_name(office: Office, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root's own")
    (tmp_path / "工资条.pdf").symlink_to(tmp_path / "secret")
    source = FileSource.of(tmp_path / "工资条.pdf")
    with pytest.raises(DeskError) as refused:
        take(office.first, source, Meter(1, None, None))
    said = refused.value.sentence
    assert "link" in said.text and said.particulars["name"] == "工资条.pdf"


# -- backups -----------------------------------------------------------------------------


@pytest.mark.parametrize("spoil", [
    {"made_at": "0001-01-01T00:00:00+14:00"}, {"made_at": "9999-12-31T23:59:59-14:00"},
    {"made_at": "tomorrow"}, {"journal_seq": -1}, {"journal_seq": 10 ** 40}, {"format": 10 ** 40},
    {"files": {}}])
def test_an_absurd_manifest_is_skipped_and_named(office: Office, tmp_path: Path,
                                                 spoil: dict[str, object]) -> None:
    desk = office.first
    upkeep.set_folder(desk, tmp_path)
    good = upkeep.back_up(desk)
    bad = tmp_path / "office-2099-01-01-000000.mdbackup"
    shutil.copytree(good.path, bad)
    told = json.loads((bad / "manifest.json").read_text())
    (bad / "manifest.json").write_text(json.dumps({**told, **spoil}))
    assert [one.path for one in upkeep.listed(desk)] == [good.path]
    assert upkeep.unreadable(desk) == [bad.name]
    assert upkeep.standing(desk).newest is not None


@posix
def test_a_pipe_in_a_manifests_place_is_not_waited_for(office: Office, tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    bad = tmp_path / "office-2099-01-01-000000.mdbackup"
    bad.mkdir()
    os.mkfifo(bad / "manifest.json")
    assert upkeep.unreadable(office.first) == [bad.name]


# -- hostile files -----------------------------------------------------------------------


def pdf_bomb() -> bytes:
    """A page whose 600 KB of content unpack to 600 MB of drawing."""
    content = zlib.compress(b"0 0 m 600 800 l S " * (600 * 1024 * 1024 // 18), 9)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
             b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(content), content)]
    made, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj%b endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
                   % (table, len(made)))


def test_a_pdf_bomb_is_stopped_and_told_while_the_window_goes_on() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bomb = pdf_bomb()
    with pytest.raises(TooMuch):
        process.pages(bomb, 0)
    assert len(bomb) < 2 << 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1 << 20  # KiB: the bomb's making


def workbook(sheet: bytes, **parts: bytes) -> bytes:
    """A real workbook with another first table, and with further parts."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" and sheet else old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"


@pytest.mark.parametrize("bomb", [
    lambda: workbook(_HEAD + b"<row/>" * (20 << 20) + _TAIL),
    lambda: workbook(_HEAD + b"<row/>" * (9 << 20) + _TAIL),
    lambda: workbook(_HEAD + b"<row>" + b"<c/>" * (9 << 20) + b"</row>" + _TAIL),
    lambda: workbook(_HEAD + b"<row>" + b"<x/>" * (9 << 20) + b"</row>" + _TAIL),
    lambda: workbook(b"", **{"xl/sharedStrings.xml": b"<sst/>" + b" " * (9 << 20)}),
    lambda: workbook(b"", **{f"xl/part{number}.xml": b"<x/>" for number in range(600)}),
    lambda: workbook(b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>' + _HEAD + _TAIL),
], ids=["gigabytes", "rows", "cells", "others", "words", "parts", "entities"])
def test_a_workbook_that_unpacks_to_too_much_is_refused_soon(bomb: Callable[[], bytes]) -> None:
    made = bomb()
    begun = time.process_time()
    with pytest.raises(DeskError) as refused:
        spreadsheet.read(made, {"Sheet"})
    assert refused.value.field == "workbook"
    assert time.process_time() - begun < 15  # minutes it took


# -- hostile names -----------------------------------------------------------------------

GUI = Path(__file__).parents[2] / "mediation_desk" / "gui"


def test_no_tool_tip_is_set_but_through_the_door_that_escapes() -> None:
    past = [file.name for file in GUI.rglob("*.py") for line in file.read_text("utf-8").splitlines()
            if ".setToolTip(" in line and "plain_tip(" not in line and file.name != "tips.py"]
    assert past == []


def test_nothing_on_a_page_is_set_as_rich_text() -> None:
    marks = ("setHtml(", "insertHtml(", "TextFormat.RichText", "TextFormat.AutoText", "setMarkdown(",
             "QMessageBox", "setWhatsThis(")
    assert [(file.name, mark) for file in GUI.rglob("*.py") for mark in marks
            if mark in file.read_text("utf-8")] == []
