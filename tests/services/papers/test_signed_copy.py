"""The copy with drawn signatures: the frozen paper's own pages and a last sheet, known again to the byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.demonstration import hands
from mediation_desk.documents.setting.places import PaperPlace, Purpose, places_in
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import genuine, making, signed_copy
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.genuine import Verdict
from mediation_desk.services.settlement import settling
from tests.services.papers_desk import accepted, asked, case_of, seated, terms, text_of


def signed(desk: Desk) -> tuple[UUID, Paper, Paper]:
    """All sign on the screen: the case, the paper, the copy."""
    case_id = asked(desk, accepted(desk))
    company = case_of(desk, case_id).respondents[0]
    editing.save(desk, case_id, [editing.Edit("party", company.id, "legal_representative", "", "周启明")])
    settling.draft(desk, case_id, terms("30264.00", date(2025, 2, 10)))
    hands.sign_all(desk, case_id)
    settling.sign(desk, case_id, desk.today)
    return case_id, making.make(desk, case_id, settling.AGREEMENT), making.make(desk, case_id, "signed-copy")


def test_every_signature_has_its_place_and_its_line_on_the_last_sheet(desk: Desk) -> None:
    case_id, paper, copy = signed(desk)
    case = case_of(desk, case_id)
    made, places = signed_copy.made_on(case), places_in(paper.pdf)
    found = signed_copy.placed(case, made, places)
    assert None not in found and len(set(found)) == len(made)
    for one, place in zip(made, found, strict=True):
        assert place and place.purpose is Purpose.SIGNATURE and place.name in (one.signer, "")
    text = text_of(copy)
    assert text.startswith(text_of(paper)[:200]) and "未描画" not in text
    for one in made:
        assert "".join(one.line.split()) in text
    assert paper.sha256[:8] in text and paper.sha256[-8:] in text


def test_the_copy_is_known_to_the_byte_and_is_not_taken_for_the_paper(desk: Desk) -> None:
    case_id, paper, copy = signed(desk)
    found = genuine.check(desk, copy.pdf)
    assert (found.verdict, found.case_id, found.signed) == (Verdict.COPY, case_id, True)
    assert "copy of one of this office's papers" in " ".join(map(str, genuine.sentences(found)))
    for at in (len(copy.pdf) // 2, 40, len(copy.pdf) // 3):
        other = genuine.check(desk, copy.pdf[:at] + bytes([copy.pdf[at] ^ 1]) + copy.pdf[at + 1:])
        assert other.verdict is Verdict.CHANGED and other.is_copy
        assert "not as this office makes that copy" in " ".join(map(str, genuine.sentences(other)))
    renamed = seated(desk, settings=replace(desk.settings, name="改名的工作室"))
    assert making.make(renamed, case_id, "signed-copy").pdf == copy.pdf
    assert genuine.check(desk, paper.pdf).verdict is Verdict.UNCHANGED


def test_where_nobody_signed_on_the_screen_there_is_no_copy(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("30264.00", date(2025, 2, 10)))
    settling.sign(desk, case_id, desk.today)
    assert "signed-copy" not in {kind.template for kind in making.available(case_of(desk, case_id))}
    with pytest.raises(DeskError, match="Nobody signed"):
        making.make(desk, case_id, "signed-copy")


def test_a_paper_without_the_place_has_it_said_and_nothing_drawn_elsewhere(desk: Desk) -> None:
    case_id, _paper, _copy = signed(desk)
    case = case_of(desk, case_id)
    elsewhere = PaperPlace(Purpose.SIGNATURE, "申请人", "旁人", 0, 0, 0, 10, 10)
    assert set(signed_copy.placed(case, signed_copy.made_on(case), [elsewhere])) == {None}


def test_ten_workers_sign_in_their_lines_of_the_annex_namesakes_each_in_their_own(desk: Desk) -> None:
    names = [*(f"骑手{place}" for place in "甲乙丙丁戊己庚辛"), "张伟", "张伟"]
    case_id = asked(desk, accepted(desk, names, ("unpaid_wages",)))
    company = case_of(desk, case_id).respondents[0]
    editing.save(desk, case_id, [editing.Edit("party", company.id, "legal_representative", "", "周启明")])
    settling.draft(desk, case_id, terms("30264.00", date(2025, 2, 10)))
    hands.sign_all(desk, case_id)
    settling.sign(desk, case_id, desk.today)
    case, paper = case_of(desk, case_id), making.make(desk, case_id, settling.AGREEMENT)
    made = signed_copy.made_on(case)
    workers = [one.id for one in case.applicants]
    found = dict(zip((one.party_id for one in reversed(made)), signed_copy.placed(
        case, made[::-1], places_in(paper.pdf)), strict=True))  # whoever signs first
    lines = [found[key] for key in workers]
    assert [(one.name, one.label) for one in lines if one] == [
        (name, f"申请人{place}") for name, place in zip(names, "一二三四五六七八九十", strict=True)]
    assert "未描画" not in text_of(making.make(desk, case_id, "signed-copy"))
