"""Looking at evidence again: a copy is whole, nothing of a person's is touched, no program is started."""

from __future__ import annotations

import stat
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.looking import content, look_elsewhere, save_copy
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.evidence.taking import FileSource, Stopped
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.evidence.shelf import MIB, PDF, PNG, standing

LENT = "黄河之水天上来 88"


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    """The machine's folder for temporary files."""
    (tmp_path / "temp").mkdir()
    return tmp_path / "temp"


def test_a_copy_is_whole_and_replaces_only_when_it_is(desk: Desk, case_id: UUID, shelf: list[Exhibit],
                                                      temp: Path) -> None:
    there = temp / "聊天.png"
    there.write_bytes(b"something else")
    with pytest.raises(Stopped):
        save_copy(desk, case_id, shelf[1].id, there, cancelled=lambda: True)
    assert there.read_bytes() == b"something else" and list(temp.iterdir()) == [there]
    assert save_copy(desk, case_id, shelf[1].id, there) == there
    assert there.read_bytes() == PNG and list(temp.iterdir()) == [there]


def test_a_download_under_way_is_left_alone(desk: Desk, case_id: UUID, shelf: list[Exhibit],
                                            temp: Path) -> None:
    """Browsers keep a half download as name.part beside the file that it will be."""
    other = temp / "聊天.png.part"
    other.write_bytes(b"half a download")
    save_copy(desk, case_id, shelf[1].id, temp / "聊天.png")
    assert other.read_bytes() == b"half a download" and (temp / "聊天.png").read_bytes() == PNG


def test_a_name_as_long_as_the_disk_takes_is_taken(desk: Desk, case_id: UUID, shelf: list[Exhibit],
                                                   temp: Path) -> None:
    there = temp / ("长" * 83 + ".pdf")  # 253 of 255 bytes
    save_copy(desk, case_id, shelf[0].id, there)
    assert there.read_bytes() == PDF


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, case_id: UUID, shelf: list[Exhibit],
                                                 temp: Path) -> None:
    with pytest.raises(DeskError, match="another folder") as told:
        save_copy(desk, case_id, shelf[1].id, temp / "nowhere" / "a.png")
    assert told.value.field == "path"
    (temp / "taken").mkdir()
    with pytest.raises(DeskError, match="another folder"):
        save_copy(desk, case_id, shelf[1].id, temp / "taken")
    assert [one.name for one in temp.iterdir()] == ["taken"]


def test_a_large_file_is_not_read_into_memory_for_a_glance(desk: Desk, case_id: UUID,
                                                           shelf: list[Exhibit]) -> None:
    assert content(desk, case_id, shelf[1].id, len(PNG)) == PNG
    with pytest.raises(DeskError, match="too large"):
        content(desk, case_id, shelf[1].id, len(PNG) - 1)


def test_other_programs_get_a_read_only_copy_in_a_private_folder(desk: Desk, case_id: UUID,
                                                                 shelf: list[Exhibit], temp: Path) -> None:
    folder = PrivateFolder(desk, temp)
    assert folder.path is None, "nothing is made before it is wanted"
    first, second = (look_elsewhere(desk, case_id, shelf[1].id, folder) for _ in range(2))
    assert first != second
    assert (first.name, first.read_bytes()) == ("聊天.png", PNG)
    assert stat.S_IMODE(first.stat().st_mode) == 0o400
    assert folder.path
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    folder.close()
    assert list(temp.iterdir()) == []


@pytest.mark.parametrize("name", ["工资条.pdf.exe", "对账.XLSM", "打开.LNK"])
def test_a_program_among_the_evidence_is_not_opened_from_here(desk: Desk, case_id: UUID, temp: Path,
                                                              name: str) -> None:
    filing.add_files(desk, case_id, [FileSource(name, data=b"MZ")])
    with pytest.raises(DeskError, match="can act as a program"):
        look_elsewhere(desk, case_id, standing(desk, case_id)[0].id, PrivateFolder(desk, temp))
    assert list(temp.iterdir()) == []


def test_who_may_not_read_the_case_gets_no_copy_of_any_kind(office: Office, case_id: UUID,
                                                            shelf: list[Exhibit], temp: Path) -> None:
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({Role.MEDIATOR}), LENT))
    hers = office.desk("wang", LENT)
    folder = PrivateFolder(hers, temp)
    with pytest.raises(NotAllowed):
        content(hers, case_id, shelf[0].id, MIB)
    with pytest.raises(NotAllowed):
        save_copy(hers, case_id, shelf[0].id, temp / "a.pdf")
    with pytest.raises(NotAllowed):
        look_elsewhere(hers, case_id, shelf[0].id, folder)
    assert list(temp.iterdir()) == []


def test_how_far_a_copy_is_is_told_in_kibibytes(desk: Desk, case_id: UUID, shelf: list[Exhibit],
                                                temp: Path) -> None:
    """280,008 bytes are 273 whole KiB."""
    told: list[tuple[int, int]] = []
    save_copy(desk, case_id, shelf[1].id, temp / "a.png", progress=lambda *at: told.append(at))
    assert told[-1] == (273, 273) and told == sorted(told)
