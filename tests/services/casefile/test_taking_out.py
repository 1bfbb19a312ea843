"""A closed case is taken out: file, papers, evidence, digests; and the journal keeps by whom."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.casefile import taking_out
from mediation_desk.services.casefile.binding import Wanted
from mediation_desk.services.casefile.listing import outline
from mediation_desk.services.casefile.taking_out import DamagedExhibit, Draft, Shape
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.store.pace import Stopped
from tests.library.test_locked_zip import opened
from tests.services.casefile.files_of import END, SOUND, closed_case, sheets, signed_case
from tests.services.papers_desk import case_of

FEW = ("closing-form", "mediation-agreement", "performance-ledger")
SECRET = "correct horse battery"


def few(desk: Desk, case_id: object) -> Wanted:
    """Some papers, and all the evidence."""
    entries = outline(desk, case_id).entries  # type: ignore[arg-type]
    return Wanted(frozenset(one.key for one in entries if one.exhibit or one.template in FEW))


def test_a_folder_holds_everything_with_its_digest(desk: Desk, tmp_path: Path) -> None:
    case_id = closed_case(desk)
    made = taking_out.export(desk, case_id, Draft(str(tmp_path / "out"), wanted=few(desk, case_id)), sheets)
    names = {str(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*")
             if file.is_file()}
    assert {"卷宗（正卷）.pdf", "卷宗（副卷）.pdf", "清单.json", "清单.txt", "证据/003 录音.mp3"} <= names
    assert made.files == len(names) and (tmp_path / "out" / "证据" / "003 录音.mp3").read_bytes() == SOUND
    told = json.loads((tmp_path / "out" / "清单.json").read_text())
    assert told["case"] == case_of(desk, case_id).number
    for one in told["files"]:
        data = (tmp_path / "out" / one["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one["size"], one["sha256"])
        assert one["sha256"] in (tmp_path / "out" / "清单.txt").read_text("utf-8-sig")
    papers = sorted(name for name in names if name.endswith(".docx"))
    assert len(papers) == 3 and "协议" in "".join(
        line.text for line in Document(str(tmp_path / "out" / papers[0])).paragraphs)


def test_who_took_it_out_stands_in_the_journal_and_nothing_of_the_case_is_changed(desk: Desk, tmp_path: Path
                                                                                 ) -> None:
    case_id = closed_case(desk, evidence=False)
    draft = Draft(str(tmp_path / "out"), Shape.ZIP, wanted=few(desk, case_id))
    made = taking_out.export(desk, case_id, draft, sheets)
    assert made.path.name == "out.zip" and case_id in made.changes.cases
    last = history.timeline(desk, case_id)[-1].entry
    assert (last.verb, last.table) == ("export_file", "unmaskings")
    with zipfile.ZipFile(made.path) as file:
        assert file.testzip() is None and "清单.json" in file.namelist()


def test_a_passphrase_locks_all_of_it_and_a_short_or_mistyped_one_is_refused(desk: Desk, tmp_path: Path
                                                                            ) -> None:
    case_id = closed_case(desk, evidence=False)
    draft = Draft(str(tmp_path / "out"), Shape.LOCKED, "short", "short", few(desk, case_id))
    chinese, long = "这是一个足够长的中文口令吗", "a" * 100  # 7-Zip reads one as GBK, refuses the other
    for passphrase, again, field in (("short", "short", "passphrase"), (SECRET, "other", "again"),
                                     (chinese, chinese, "passphrase"), (long, long, "passphrase")):
        with pytest.raises(DeskError) as told:
            taking_out.export(desk, case_id, Draft(draft.target, draft.shape, passphrase, again), sheets)
        assert told.value.field == field
    taking_out.export(desk, case_id, Draft(draft.target, draft.shape, SECRET, SECRET, draft.wanted), sheets)
    data = (tmp_path / "out.zip").read_bytes()
    assert json.loads(opened(data, "清单.json", SECRET))["left_out"] == []
    assert b"%PDF" not in data


def test_names_lead_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    case_id = signed_case(desk)
    filing.add_files(desk, case_id, [FileSource("../../evil.txt", data=b"a"),
                                     FileSource("con.txt", data=b"b")])
    exhibit = filing.exhibits(desk, case_id).exhibits[0]
    filing.change(desk, case_id, [Edit("exhibit", exhibit.id, "name", exhibit.name, "../evil:|.txt")])
    closing.close(desk, case_id, END, Outcome.AGREEMENT, "说明", sure=True)
    taking_out.export(desk, case_id, Draft(str(tmp_path / "in" / ".." / "out"),
                                           wanted=few(desk, case_id)), sheets)
    evidence = sorted(file.name for file in (tmp_path / "out" / "证据").iterdir())
    assert len(evidence) == 2 and not any("/" in name or ":" in name for name in evidence)
    assert not list(tmp_path.rglob("evil.txt"))


def test_an_open_case_is_not_taken_out_and_what_is_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="The case is open"):
        taking_out.export(desk, signed_case(desk), Draft(str(tmp_path / "out")), sheets)
    case_id = closed_case(desk, evidence=False)
    before = len(history.timeline(desk, case_id))
    with pytest.raises(Stopped):
        taking_out.export(desk, case_id, Draft(str(tmp_path / "out"), wanted=few(desk, case_id)), sheets,
                          cancelled=lambda: True)
    (tmp_path / "there").mkdir()
    with pytest.raises(DeskError, match="already is a file"):
        taking_out.export(desk, case_id, Draft(str(tmp_path / "there"), wanted=few(desk, case_id)), sheets)
    assert {file.name for file in tmp_path.iterdir()} >= {"there"} and not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".*.part")) and len(history.timeline(desk, case_id)) == before
    assert taking_out.proposed_name("宁中劳调〔2024〕0001号") == "卷宗 宁中劳调〔2024〕0001号"


def test_evidence_that_is_missing_from_the_store_is_named_and_keeps_nothing_else_back(
        desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = closed_case(desk)
    sound = next(one for one in filing.exhibits(desk, case_id).exhibits if one.name == "录音.mp3")

    def read(desk: Desk, case_id: UUID, exhibit_id: UUID) -> Generator[bytes, None, None]:
        if exhibit_id == sound.id:
            raise DeskError("gone")
        yield from looking.chunks(desk, case_id, exhibit_id)

    monkeypatch.setattr(taking_out, "chunks", read)
    made = taking_out.export(desk, case_id, Draft(str(tmp_path / "out"), wanted=few(desk, case_id)), sheets)
    assert [name for name, _why in made.left_out] == [f"{sound.label} 录音.mp3"]
    assert "录音.mp3" in (tmp_path / "out" / "清单.txt").read_text("utf-8-sig")


def test_evidence_that_breaks_off_is_named_and_gone_on_without_if_somebody_says_so(
        desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = closed_case(desk)
    sound = next(one for one in filing.exhibits(desk, case_id).exhibits if one.name == "录音.mp3")

    def read(desk: Desk, case_id: UUID, exhibit_id: UUID) -> Generator[bytes, None, None]:
        yield from looking.chunks(desk, case_id, exhibit_id)
        if exhibit_id == sound.id:
            raise DeskError("broken off")

    monkeypatch.setattr(taking_out, "chunks", read)
    draft = Draft(str(tmp_path / "out"), Shape.ZIP, wanted=few(desk, case_id))
    with pytest.raises(DamagedExhibit, match="录音") as told:
        taking_out.export(desk, case_id, draft, sheets)
    assert told.value.exhibit.id == sound.id and not list(tmp_path.glob("*out*"))
    made = taking_out.export(desk, case_id, replace(draft, without=frozenset({sound.id})), sheets)
    assert [name for name, _why in made.left_out] == [f"{sound.label} 录音.mp3"]
    with zipfile.ZipFile(made.path) as found:
        assert not any("录音.mp3" in name for name in found.namelist())
        assert f"{sound.label} 录音.mp3：" in found.read("清单.txt").decode("utf-8-sig")
