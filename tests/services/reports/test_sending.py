"""Summaries written and released: whole or not at all, never over another file, told in the timeline."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.editing import Edit
from mediation_desk.services.reports import sending, summaries
from mediation_desk.services.reports.sending import Form, NotClean, Target
from mediation_desk.services.reports.summaries import Wanted
from mediation_desk.store.pace import Stopped
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import registered
from tests.services.reports.conftest import Walked

PUBLISHED = Wanted(Level.PUBLISHED)


def words(path: Path) -> str:
    """The text of a file, read back without its blanks."""
    if path.suffix == ".pdf":
        return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)
    return "".join("".join(one.text.split()) for one in Document(io.BytesIO(path.read_bytes())).paragraphs)


@pytest.mark.parametrize("form", list(Form))
def test_masked_summaries_go_into_one_file(walked: Walked, tmp_path: Path, form: Form) -> None:
    other = registered(walked.desk)
    steps: list[tuple[int, int]] = []
    sent = sending.export(walked.desk, [walked.case_id, other], Wanted(Level.MASKED),
                          Target(str(tmp_path / "all"), form), progress=lambda *step: steps.append(step))
    assert sent.files == (tmp_path / f"all{form}",) and steps[0] == (0, 2) and steps[-1] == (2, 2)
    text = words(sent.files[0])
    assert "马晓岚" in text and "温若晴" in text and "199****0001" in text and "19900000001" not in text


def test_or_into_a_file_each_and_none_is_written_over(walked: Walked, tmp_path: Path) -> None:
    target = Target(str(tmp_path), Form.PDF, each=True)
    sent = sending.export(walked.desk, [walked.case_id], Wanted(), target)
    assert [path.name for path in sent.files] == ["宁中劳调〔2024〕0001号 案件摘要.pdf"]
    before = sent.files[0].read_bytes()
    again = sending.export(walked.desk, [walked.case_id], Wanted(), target)
    assert again.files == () and "already" in str(again.left_out[0][1])
    assert sent.files[0].read_bytes() == before and list(tmp_path.iterdir()) == list(sent.files)


def test_stopping_leaves_nothing(walked: Walked, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        sending.export(walked.desk, [walked.case_id] * 3, Wanted(), Target(str(tmp_path / "all")),
                       cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("path", "said"), [("relative", "whole path"), ("/nowhere/at/all/x", "could not be"),
                                            ("", "whole path")])
def test_a_place_that_cannot_be_is_said_beside_the_path(walked: Walked, path: str, said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        sending.export(walked.desk, [walked.case_id], Wanted(), Target(path))
    assert refused.value.field == "path"


@pytest.mark.parametrize("form", list(Form))
def test_a_released_summary_is_told_in_the_timeline_with_its_fingerprint(
        walked: Walked, tmp_path: Path, form: Form) -> None:
    sent = sending.release(walked.desk, [walked.case_id], PUBLISHED, Target(str(tmp_path / "out"), form))
    text = words(sent.files[0])
    assert "马某" in text and "马晓岚" not in text and "工作室" not in text.split("当事人")[0]
    made = summaries.look(walked.desk, walked.case_id, PUBLISHED, Corrections())
    (line,) = history.timeline(walked.desk, walked.case_id)[-1:]
    assert (line.entry.verb, line.entry.fields["title"][1]) == ("release_summary", "案件摘要（公开版）")
    assert line.entry.fields["sha256"][1] == made.digest
    assert sent.changes.cases == {walked.case_id}


def test_nothing_is_released_while_anything_is_to_be_seen_to(walked: Walked, tmp_path: Path) -> None:
    case_id = registered(walked.desk, facts="经理王建华说下月付。")
    with pytest.raises(NotClean) as refused:
        sending.release(walked.desk, [walked.case_id, case_id], PUBLISHED, Target(str(tmp_path / "out")))
    assert refused.value.cases == (case_id,) and list(tmp_path.iterdir()) == []
    summaries.correct(walked.desk, case_id, Corrections().look_at("王建华"))
    assert sending.release(walked.desk, [case_id], PUBLISHED, Target(str(tmp_path / "out"))).files


def test_a_confidential_case_is_not_published(walked: Walked, tmp_path: Path) -> None:
    case_id = registered(walked.desk)
    editing.save(walked.desk, case_id, [Edit("case", case_id, "confidential", False, True)])
    with pytest.raises(DeskError, match="confidentiality"):
        sending.release(walked.desk, [case_id], PUBLISHED, Target(str(tmp_path / "out")))


def test_what_is_to_be_published_is_not_merely_written(walked: Walked, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        sending.export(walked.desk, [walked.case_id], PUBLISHED, Target(str(tmp_path / "out")))
    assert refused.value.field == "level"


def test_a_mediator_releases_nothing(walked: Walked, tmp_path: Path) -> None:
    colleague(walked.office, "lin", Role.MEDIATOR)
    theirs = walked.office.desk("lin", LENT)
    with pytest.raises(NotAllowed):
        sending.release(theirs, [registered(theirs)], PUBLISHED, Target(str(tmp_path / "out")))


def test_a_summary_of_a_case_that_changed_since_is_not_noted(walked: Walked) -> None:
    made = summaries.look(walked.desk, walked.case_id, PUBLISHED, Corrections())
    with pytest.raises(DeskError, match="changed meanwhile"):
        sending.note(walked.desk, walked.case_id, replace(made, version=made.version - 1))
    with pytest.raises(NotClean):
        sending.note(walked.desk, walked.case_id, replace(made, confidential=True))


def test_no_cases_are_no_summaries(walked: Walked, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        sending.export(walked.desk, [], Wanted(), Target(str(tmp_path / "out")))
    assert refused.value.field == "cases"
