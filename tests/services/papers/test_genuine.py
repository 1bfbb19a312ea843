"""A file is one of the office's papers, or it is not: told by what the store keeps, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.paper_code import code_in
from mediation_desk.domain.settlement.terms import TermsDraft
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import genuine, making, signing
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.genuine import Checked, Verdict
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from mediation_desk.store.tables.desk import papers
from tests.offices import Office, embedded_place
from tests.offices import office as founded
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of, seated, terms

SIGNED = date(2024, 12, 2)
FORMER = b"%PDF-1.4 as an older program wrote it"


def drafted(desk: Desk, wanted: TermsDraft | None = None) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, wanted or terms())
    return case_id


def signed(desk: Desk) -> tuple[UUID, Paper]:
    case_id = drafted(desk)
    settling.sign(desk, case_id, SIGNED)
    return case_id, making.make(desk, case_id, AGREEMENT)


def said(checked: Checked) -> str:
    return " ".join(map(str, genuine.sentences(checked)))


def changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def test_the_signed_agreement_is_known_to_the_byte_and_leads_to_its_case(office: Office) -> None:
    desk = office.first
    case_id, paper = signed(desk)
    found = genuine.check(desk, paper.pdf)
    assert (found.verdict, found.case_id, found.signed) == (Verdict.UNCHANGED, case_id, True)
    assert found.number == case_of(desk, case_id).number and found.title == "调解协议书"
    assert "unchanged" in said(found) and "very paper that was signed" in said(found)


def test_its_code_names_office_case_and_what_it_says_and_no_person(office: Office) -> None:
    case_id, paper = signed(office.first)
    code = code_in(paper.pdf)
    assert code is not None and code.is_of(office.first.settings.name)
    assert code.number == case_of(office.first, case_id).number and len(code.digest) == 64
    assert not any(party.name in code.text for party in case_of(office.first, case_id).parties)


def test_a_byte_changed_and_it_is_no_longer_as_it_was_kept(office: Office) -> None:
    case_id, paper = signed(office.first)
    found = genuine.check(office.first, changed(paper.pdf, len(paper.pdf) // 2))
    assert (found.verdict, found.case_id, found.code_kept) == (Verdict.CHANGED, case_id, True)
    assert not found.signed and "changed after it was made" in said(found)


def test_more_behind_its_end_is_a_change_too(office: Office) -> None:
    _case_id, paper = signed(office.first)
    assert genuine.check(office.first, paper.pdf + b"\n").verdict is Verdict.CHANGED


def test_a_print_that_was_put_out_and_not_signed_is_ours_and_said_to_be_no_signed_one(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    paper = making.make(desk, case_id, AGREEMENT)
    settling.put_out(desk, case_id, paper)
    found = genuine.check(desk, paper.pdf)
    assert (found.verdict, found.signed) == (Verdict.UNCHANGED, False)
    assert "not the print that stands as signed" in said(found)


def test_the_code_of_a_print_that_nobody_kept_is_not_enough(office: Office) -> None:
    desk = office.first
    paper = making.make(desk, drafted(desk), AGREEMENT)
    found = genuine.check(desk, paper.pdf)
    assert (found.verdict, found.code_kept, found.case_id) == (Verdict.CHANGED, False, None)
    assert "No paper with this code is kept here" in said(found)


def test_only_what_is_to_be_signed_carries_a_code(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    draft = signing.preview_agreement(desk, case_id, terms())
    others = [making.make(desk, case_id, kind.template).pdf
              for kind in making.available(case_of(desk, case_id)) if kind.template in ("intake-register",
                                                                                      "rights-notice")]
    assert len(others) == 2
    for data in (draft.pdf, *others):
        assert code_in(data) is None
        assert genuine.check(desk, data).verdict is Verdict.NOT_OURS


def test_any_other_file_is_none_of_ours_and_gets_a_sentence(office: Office) -> None:
    desk = office.first
    for data in (b"", b"\x00" * 40, b"%PDF-1.7\nnothing", "一封信".encode()):
        found = genuine.check(desk, data)
        assert (found.verdict, found.case_id) == (Verdict.NOT_OURS, None) and said(found)
    assert "no PDF" in said(genuine.check(desk, b"hello"))
    assert "no code" in said(genuine.check(desk, b"%PDF-"))


def test_a_paper_of_another_office_is_none_of_ours_though_it_has_our_case_number(
        office: Office, tmp_path: Path) -> None:
    """Both count from 0001; only name and content tell them apart."""
    signed(office.first)
    settings = replace(office.first.settings, name="湟源县劳动争议调解工作室")
    with founded(embedded_place(tmp_path / "other"), tmp_path / "notes", settings=settings) as other:
        _case, theirs = signed(other.first)
    found = genuine.check(office.first, theirs.pdf)
    assert found.verdict is Verdict.NOT_OURS and "湟源县劳动争议调解工作室" in said(found)


def test_a_paper_that_was_signed_before_there_were_codes_is_known_by_its_bytes(office: Office) -> None:
    desk = office.first
    case_id, _paper = signed(desk)
    with desk.work("put_out_agreement") as work:
        work.papers.freeze(work.new_key(), case_id, AGREEMENT, "调解协议书", desk.now, FORMER)
        work.commit()
    found = genuine.check(desk, FORMER)
    assert found.verdict is Verdict.UNCHANGED and found.number == case_of(desk, case_id).number


def test_the_office_may_be_renamed_and_still_knows_its_papers(office: Office) -> None:
    desk = office.first
    _case_id, paper = signed(desk)
    later = seated(desk, settings=replace(desk.settings, name="城中区新名工作室"))
    assert genuine.check(later, paper.pdf).verdict is Verdict.UNCHANGED
    assert genuine.check(later, changed(paper.pdf, 900)).verdict is Verdict.CHANGED


def test_who_may_not_look_into_the_case_learns_what_the_paper_says_and_no_way_to_it(office: Office) -> None:
    case_id, paper = signed(office.first)
    colleague(office, "wang", Role.MEDIATOR)
    found = genuine.check(office.desk("wang", LENT), paper.pdf)
    assert (found.verdict, found.case_id) == (Verdict.UNCHANGED, None)
    assert found.number == case_of(office.first, case_id).number  # it stands in the code


def test_a_frozen_paper_whose_pages_were_tampered_with_vouches_for_nothing(office: Office) -> None:
    desk = office.first
    _case_id, paper = signed(desk)
    with desk.store.engine.begin() as connection:
        connection.execute(papers.update().values(pdf=b"%PDF-other"))
    with pytest.raises(DeskError, match="no longer matches"):
        genuine.check(desk, paper.pdf)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, bytes]]:
    folder = tmp_path_factory.mktemp("kept")
    with founded(embedded_place(folder), folder / "notes") as made:
        yield made.first, signed(made.first)[1].pdf


@settings(max_examples=60)
@given(st.data())
def test_whichever_byte_is_changed_it_is_never_unchanged(kept: tuple[Desk, bytes],
                                                         data: st.DataObject) -> None:
    """The code stands twice, in the description and in the metadata: one damaged leaves the other."""
    desk, pdf = kept
    at = data.draw(st.integers(0, len(pdf) - 1))
    assert genuine.check(desk, changed(pdf, at)).verdict is Verdict.CHANGED


def test_with_every_code_damaged_a_file_is_none_of_ours(kept: tuple[Desk, bytes]) -> None:
    desk, pdf = kept
    assert pdf.count(b"mediation-desk-code:1:") == 2
    damaged = pdf.replace(b"mediation-desk-code:1:", b"mediation-desk-code:2:")
    assert genuine.check(desk, damaged).verdict is Verdict.NOT_OURS


# -- reading files -------------------------------------------------------------------------

def test_a_file_is_read_whole_and_never_more_than_fifty_megabytes(tmp_path: Path) -> None:
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    small.write_bytes(b"%PDF-")
    with large.open("wb") as file:
        file.truncate(genuine.MOST + 1)
    assert genuine.content_of(small) == b"%PDF-"
    with pytest.raises(DeskError, match="larger than 50 MB"):
        genuine.content_of(large)


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "not there.pdf", Path("/dev/zero")):
        with pytest.raises(DeskError, match="is no file"):
            genuine.content_of(place)
