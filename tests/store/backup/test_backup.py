"""A backup is whole or not there; a restored one is the office as it was, beside the one that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.backup import backup, restore
from mediation_desk.store.backup import manifest as backup_manifest
from mediation_desk.store.backup.manifest import BackupDamaged, NoBackup
from mediation_desk.store.journal import ledger
from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.store import Place, in_folder, on_server
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office
from tests.postgres import PostgresServer

NOON = datetime(2025, 1, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def walked(office: Office) -> Office:
    """An office with the streamers' case walked to its end."""
    for _stop in streamers.walk(office.first):
        pass
    return office


@pytest.fixture
def busy(office: Office) -> Office:
    """An office with one case."""
    registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=[
        registering.PartyDraft(Part.APPLICANT, "马晓岚", particulars={"id_number": "639999199803120629"})]))
    return office


def backed_up(office: Office, folder: Path) -> Path:
    return backup.write(backup.BackupSource.of(office.first.store), folder, NOON, "asked")[0]


def the_case(desk: Desk) -> tuple[object, ...]:
    (row,) = reading.find(desk, "马晓岚")
    view = reading.case(desk, row.case_id)
    papers = _papers(desk, row.case_id)
    words = [(w.text, w.amount) for w in caucus.talk(desk, row.case_id).words]
    names = [(p.name, p.id_number, p.phone) for p in view.case.parties]
    return row, view.case.version, names, view.case.claimed, papers, words, view.clocks


def _papers(desk: Desk, case_id: UUID) -> list[tuple[str, bytes]]:
    with desk.reading() as work:
        return [(paper.sha256, work.papers.pdf(paper)) for paper in work.papers.of_case(case_id)]


def test_a_restored_backup_is_the_office_as_it_was(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path / "stick")
    drafts.keep(busy.first, "note", "之后才写的")
    upkeep.restore(made, "chen", PASSWORD, in_folder(tmp_path / "again"), busy.around)
    again = sign_in.sign_in(in_folder(tmp_path / "again"), "chen", PASSWORD, busy.around)
    try:
        assert the_case(again) == the_case(busy.first)
        assert upkeep.prove(again) == []
        assert drafts.all_kept(again) == {}
        registering.register(again, registering.IntakeDraft(date(2025, 1, 20), parties=[
            registering.PartyDraft(Part.APPLICANT, "马晓岚")]))
        numbers = [row.number for row in reading.find(again, "马晓岚")]
        assert numbers == ["宁中劳调〔2025〕0001号", "宁中劳调〔2024〕0001号"]
    finally:
        again.store.close()


@pytest.fixture
def empty_server(postgres_server: PostgresServer) -> Iterator[Place]:
    """An empty database beside the office's own."""
    name = postgres_server.create()
    yield on_server(postgres_server.url(name))
    postgres_server.drop(name)


def test_an_office_moves_to_a_server_by_its_backup(busy: Office, tmp_path: Path,
                                                   empty_server: Place) -> None:
    made = backed_up(busy, tmp_path / "stick")
    upkeep.restore(made, "chen", PASSWORD, empty_server, busy.around)
    moved = sign_in.sign_in(empty_server, "chen", PASSWORD, busy.around)
    try:
        assert the_case(moved) == the_case(busy.first)
        assert upkeep.prove(moved) == []
        assert reading.find(moved, "mxl") == reading.find(moved, "马晓岚")
        registering.register(moved, registering.IntakeDraft(date(2025, 1, 20)))
        assert upkeep.prove(moved) == []
    finally:
        moved.store.close()


def test_a_look_inside_tells_how_much_until_when_and_who(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path)
    told = upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses)
    with busy.first.reading() as work:
        newest = work.lists.find("马晓岚")[0].updated_at
        entries = ledger.length(work.connection)
    assert (told.made_by, told.cases, told.made_at) == ("陈守信", 1, NOON)
    assert told.newest_at == newest
    assert told.journal_rows == entries > 10


def test_without_a_password_a_backup_tells_nothing_of_any_case(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path)
    content = b"".join(file.read_bytes() for file in sorted(made.iterdir()))
    for word in ("马晓岚", "宁中劳调", "639999199803120629", "陈守信"):
        assert word.encode() not in content
    with pytest.raises(WrongPassword):
        upkeep.look_inside(made, "chen", "不是这个密码 1", busy.first.pauses)


def test_a_look_leaves_nothing_beside_the_backup(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path)
    before = {file: file.read_bytes() for file in made.iterdir()}
    upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses)
    assert {file: file.read_bytes() for file in made.iterdir()} == before


def test_restoring_never_goes_over_a_store_or_anything_else(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path / "stick")
    with pytest.raises(DeskError, match="already is an office"):
        upkeep.restore(made, "chen", PASSWORD, busy.place, busy.around)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "信.txt").write_text("留着")
    with pytest.raises(DeskError, match="already is something") as refused:
        upkeep.restore(made, "chen", PASSWORD, in_folder(tmp_path / "full"), busy.around)
    assert refused.value.field == "place"
    assert (tmp_path / "full" / "信.txt").read_text() == "留着"


def test_only_an_administrator_of_that_time_restores(busy: Office, tmp_path: Path) -> None:
    lent = "黄河之水天上来 88"
    accounts.add(busy.first, accounts.AccountDraft("wang", "王建国", frozenset({Role.MEDIATOR}), lent))
    made = backed_up(busy, tmp_path / "stick")
    assert upkeep.look_inside(made, "wang", lent, busy.first.pauses).cases == 1
    with pytest.raises(NotAllowed):
        upkeep.restore(made, "wang", lent, in_folder(tmp_path / "again"), busy.around)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("how", ["one bit", "cut off", "gone"])
def test_a_damaged_backup_is_told_by_its_file(busy: Office, tmp_path: Path, how: str) -> None:
    made = backed_up(busy, tmp_path)
    for file in sorted(made.iterdir()):
        if file.name == "manifest.json":
            continue
        whole = file.read_bytes()
        damage(file, how)
        with pytest.raises(DeskError) as told:
            upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses)
        assert isinstance(told.value, VaultDamaged | WrongPassword | BackupDamaged)
        if file.name != "keys":
            assert file.name in str(told.value)
        file.write_bytes(whole)
    assert upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses).cases == 1


def damage(file: Path, how: str) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    if how == "gone":
        file.unlink()
    else:
        file.write_bytes(content if how == "one bit" else content[:-1])


def test_an_altered_manifest_is_found_by_whoever_opens_the_backup(busy: Office, tmp_path: Path) -> None:
    made = backed_up(busy, tmp_path)
    manifest = made / "manifest.json"
    manifest.write_text(manifest.read_text().replace("2025-01-20T12", "2025-01-19T12"))
    assert upkeep.inspect(made).made_at == NOON - timedelta(days=1)
    with pytest.raises(restore.NotGenuine):
        upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses)


def test_a_folder_that_is_no_backup_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": 1}')
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoBackup) as told:
            upkeep.inspect(folder)
        assert told.value.field == "backup"
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(backup_manifest.BackupTooNew):
        upkeep.inspect(tmp_path)


def test_a_full_disk_is_told_before_anything_is_written(busy: Office, tmp_path: Path) -> None:
    source, folder = backup.BackupSource.of(busy.first.store), tmp_path / "stick"
    with pytest.raises(backup.NotEnoughSpace) as told:
        backup.write(source, folder, NOON, "asked", free=lambda _folder: 5 << 20)
    assert told.value.field == "folder"
    assert "5 MB" in str(told.value)
    assert list(folder.iterdir()) == []


def test_a_stopped_backup_leaves_nothing(busy: Office, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        backup.write(backup.BackupSource.of(busy.first.store), tmp_path / "stick", NOON, "asked",
                     Pace(cancelled=lambda: True))
    assert list((tmp_path / "stick").iterdir()) == []
    assert backed_up(busy, tmp_path / "stick").is_dir()


def test_what_a_power_cut_left_half_done_is_cleared_away(busy: Office, tmp_path: Path) -> None:
    half = tmp_path / "office-2025-01-19-120000.mdbackup.partial"
    half.mkdir()
    (half / "database").write_bytes(b"half")
    made = backed_up(busy, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if "mdbackup" in path.name] == [made.name]


def test_two_backups_in_one_second_both_stand(busy: Office, tmp_path: Path) -> None:
    names = [backed_up(busy, tmp_path).name for _ in range(3)]
    assert names == [f"office-2025-01-20-120000{more}.mdbackup" for more in ("", "-2", "-3")]


def test_colleagues_keep_writing_while_a_backup_is_made(busy: Office, tmp_path: Path) -> None:
    """What is saved after the copying began is not in the backup, and the saving does not wait."""
    kept: list[object] = []

    def save(_done: int, _total: int) -> None:
        if not kept:
            kept.append(registering.register(busy.first, registering.IntakeDraft(date(2025, 1, 20))))

    made, _ = backup.write(backup.BackupSource.of(busy.first.store), tmp_path, NOON, "asked", Pace(save))
    assert kept
    assert upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses).cases == 1
