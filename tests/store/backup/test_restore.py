"""A restored backup is the office as it was, beside the one that is, and over nothing that is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

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
from mediation_desk.store.backup import restore
from mediation_desk.store.backup.manifest import BackupDamaged
from mediation_desk.store.journal import ledger
from mediation_desk.store.store import Place, in_folder, on_server
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office
from tests.postgres import PostgresServer
from tests.store.backup.stick import NOON, backed_up


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
