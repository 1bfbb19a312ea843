"""Evidence at the counter: a folder at once, each content once, and a reason for whatever was not added."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.collecting import collect, open_folders
from mediation_desk.services.evidence.taking import Brought, FileSource, Stopped
from tests.offices import Office
from tests.services.evidence.shelf import PDF, PNG, counts, standing
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted

JPEG = b"\xff\xd8\xff\xe0"


def folder(where: Path) -> Path:
    """A telephone's folder: three photos, one of them twice, a film, a note, and what systems leave there."""
    made = where / "100APPLE"
    (made / "里面").mkdir(parents=True)
    for name, data in (("IMG_10.JPG", JPEG + b"ten"), ("IMG_2.JPG", JPEG + b"two"), ("IMG_1.png", PNG),
                       ("IMG_1 (1).png", PNG), ("IMG_3.MOV", b"\0\0\0\x14ftypqt  "), ("说明.txt", b"words"),
                       (".DS_Store", b"x"), ("Thumbs.db", b"x")):
        (made / name).write_bytes(data)
    return made


def names(brought: Brought) -> list[str]:
    return [one.name for one in brought.arrived]


def test_of_a_folder_all_pictures_come_as_people_count_and_the_rest_is_named(
        desk: Desk, case_id: UUID, tmp_path: Path) -> None:
    brought = collect(desk, case_id, [FileSource.of(folder(tmp_path))])
    assert names(brought) == ["IMG_1 (1).png", "IMG_2.JPG", "IMG_10.JPG"]
    assert sorted(map(str, brought.refused)) == sorted([
        "“IMG_1.png” is the same file as “IMG_1 (1).png”; it was added once.",
        "“IMG_3.MOV” is no picture. Add it by itself where it belongs to the evidence.",
        "“说明.txt” is no picture. Add it by itself where it belongs to the evidence.",
        "“里面” is a folder within the folder; it was not opened."])
    filing.file_away(desk, case_id, brought)
    assert [one.name for one in standing(desk, case_id)] == names(brought)
    assert counts(desk)[:2] == (3, 3)


def test_what_is_in_the_case_already_is_told_and_not_added_again(
        desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    """The second on the shelf is the picture; taken out, the same file may come again."""
    before = counts(desk)
    other = FileSource("新.png", data=PNG + b"!")
    brought = collect(desk, case_id, [FileSource("微信.png", data=PNG), other])
    (told,) = brought.refused
    assert str(told) == "“微信.png” is in the case already: 证据2 “聊天.png”. It was not added again."
    assert names(brought) == ["新.png"]
    filing.file_away(desk, case_id, brought)
    assert counts(desk)[:2] == (before[0] + 1, before[1] + 1)
    filing.remove(desk, case_id, shelf[1].id)
    again = collect(desk, case_id, [FileSource("微信.png", data=PNG)])
    assert names(again) == ["微信.png"] and not again.refused
    filing.file_away(desk, case_id, again)


def test_a_file_in_another_case_comes_into_this_one(desk: Desk, case_id: UUID, office: Office,
                                                    shelf: list[Exhibit]) -> None:
    other = accepted(office.first)
    brought = collect(desk, other, [FileSource("聊天.png", data=PNG)])
    assert names(brought) == ["聊天.png"] and not brought.refused
    filing.file_away(desk, other, brought)


def test_a_folder_without_pictures_or_that_cannot_be_read_is_told(desk: Desk, case_id: UUID, tmp_path: Path
                                                                  ) -> None:
    (tmp_path / "空").mkdir()
    (tmp_path / "文书").mkdir()
    (tmp_path / "文书" / "合同.pdf").write_bytes(PDF)
    brought = collect(desk, case_id, [FileSource.of(tmp_path / "空"), FileSource.of(tmp_path / "文书")])
    assert not brought.arrived
    assert [str(one) for one in brought.refused] == [
        "There is no picture in the folder “空”.",
        "“合同.pdf” is no picture. Add it by itself where it belongs to the evidence.",
        "There is no picture in the folder “文书”."]
    assert open_folders([FileSource.of(tmp_path / "空" / "..")]).sources == ()


def test_files_by_themselves_may_be_of_any_kind_and_a_link_to_a_folder_is_not_followed(
        desk: Desk, case_id: UUID, tmp_path: Path) -> None:
    (tmp_path / "合同.pdf").write_bytes(PDF)
    (tmp_path / "链接").symlink_to(folder(tmp_path), target_is_directory=True)
    brought = collect(desk, case_id, [FileSource.of(tmp_path / "合同.pdf"), FileSource.of(tmp_path / "链接")])
    assert names(brought) == ["合同.pdf"]
    assert "only a link" in str(brought.refused[0])


def test_a_folder_is_taken_in_with_progress_and_stopped_leaves_nothing(
        desk: Desk, case_id: UUID, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    before = counts(desk)
    with pytest.raises(Stopped):
        collect(desk, case_id, [FileSource.of(folder(tmp_path))], cancelled=lambda: True)
    with pytest.raises(Stopped):
        collect(desk, case_id, [FileSource.of(tmp_path / "100APPLE")],
                progress=lambda *at: told.append(at), cancelled=lambda: len(told) > 3)
    assert counts(desk) == before and told


def test_who_may_not_change_the_case_brings_nothing(office: Office, case_id: UUID) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    with pytest.raises(NotAllowed):
        collect(office.desk("wang", LENT), case_id, [FileSource("a.png", data=PNG)])
