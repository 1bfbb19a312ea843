"""The bound file is saved in one or in two, whole or not at all, and shown where it is not too large."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mediation_desk.domain.casefile.entries import Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services.casefile import files
from mediation_desk.services.casefile.binding import Wanted
from mediation_desk.services.desk import Desk
from mediation_desk.store.pace import Stopped
from tests.documents.binding.papers import read
from tests.services.casefile.files_of import closed_case, sheets

FEW = Wanted(frozenset({"closing-form", "performance-ledger"}))


def test_each_part_is_a_file_of_its_own_for_this_person_alone(desk: Desk, tmp_path: Path) -> None:
    case_id = closed_case(desk, evidence=False)
    one = files.save(desk, case_id, FEW, str(tmp_path / "卷宗"), sheets)
    two = files.save(desk, case_id, FEW, str(tmp_path / "两卷.pdf"), sheets, apart=True)
    assert [path.name for path in (*one.paths, *two.paths)] == ["卷宗.pdf", "两卷（正卷）.pdf",
                                                               "两卷（副卷）.pdf"]
    assert one.bound.pages == two.bound.pages == sum(len(read(path.read_bytes())) for path in two.paths)
    assert {stat.S_IMODE(path.stat().st_mode) for path in two.paths} == {0o600}
    alone = files.save(desk, case_id, Wanted(frozenset({"closing-form"})), str(tmp_path / "副"), sheets,
                       apart=True)
    assert [path.name for path in alone.paths] == ["副.pdf"]


def test_nothing_is_written_over_and_what_is_stopped_is_not_there(desk: Desk, tmp_path: Path) -> None:
    case_id = closed_case(desk, evidence=False)
    (tmp_path / "there.pdf").write_text("mine")
    with pytest.raises(DeskError) as told:
        files.save(desk, case_id, FEW, str(tmp_path / "there.pdf"), sheets)
    assert told.value.field == "path" and (tmp_path / "there.pdf").read_text() == "mine"
    with pytest.raises(Stopped):
        files.save(desk, case_id, FEW, str(tmp_path / "half"), sheets, cancelled=lambda: True)
    assert [file.name for file in tmp_path.iterdir() if file.suffix in (".pdf", ".part")] == ["there.pdf"]


def test_of_two_files_there_are_both_or_neither(desk: Desk, tmp_path: Path) -> None:
    case_id = closed_case(desk, evidence=False)
    steps: list[int] = []

    def in_the_second() -> bool:
        return 0 in steps[1:]  # counting began anew

    with pytest.raises(Stopped):
        files.save(desk, case_id, FEW, str(tmp_path / "half"), sheets, apart=True, cancelled=in_the_second,
                   progress=lambda done, _total: steps.append(done))
    (tmp_path / "half（副卷）.pdf").write_text("mine")
    with pytest.raises(DeskError, match="already is a file"):
        files.save(desk, case_id, FEW, str(tmp_path / "half"), sheets, apart=True)
    assert [file.name for file in tmp_path.iterdir() if file.is_file() and "half" in file.name] == [
        "half（副卷）.pdf"]


def test_one_that_is_too_large_is_not_held_to_be_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = closed_case(desk, evidence=False)
    shown = files.show(desk, case_id, FEW, sheets)
    assert shown.paper.pdf.startswith(b"%PDF") and shown.bound.pages == len(read(shown.paper.pdf))
    assert files.show(desk, case_id, Wanted(FEW.keys, (Part.INSIDE,)), sheets).bound.pages < shown.bound.pages
    monkeypatch.setattr(files, "MOST_SHOWN", 1000)
    with pytest.raises(DeskError, match="too large to be shown"):
        files.show(desk, case_id, FEW, sheets)
