"""The letter of a referral: which part, why, with what, until when; one letter for one referral."""

from __future__ import annotations

import re
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.documents.binding.book import count
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers import making
from mediation_desk.services.papers.enclosed import LETTER
from tests.offices import Office
from tests.services.papers_desk import WORKERS, case_of, headed, text_of
from tests.services.referral.referred import INSPECTION, case_with_evidence, handed, refer

CANARY = "金丝雀只在背对背里说过"


@pytest.fixture
def case_id(office: Office) -> UUID:
    """Two workers with claims and evidence."""
    return case_with_evidence(office.first)


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk, with a full heading."""
    return headed(office.first)


def letter(desk: Desk, case_id: UUID, key: UUID) -> str:
    """The letter's text without the breaks of its setting."""
    return text_of(making.make(desk, case_id, LETTER, referral=key))


def test_it_says_which_part_goes_where_why_with_what_and_until_when(desk: Desk, case_id: UUID) -> None:
    caucus.note(desk, case_id, Side.APPLICANT, CANARY)
    exhibit = filing.exhibits(desk, case_id).exhibits[0]
    filing.change(desk, case_id, [Edit("exhibit", exhibit.id, "pages", None, 6)])
    said = letter(desk, case_id, refer(desk, case_id))
    for words in (f"{INSPECTION}：", "现将其中“拖欠的工资”部分转请你单位依法处理",
                  "其余部分由本调解组织继续办理",
                  "转办理由：单位拒不协商。", "请监察一科于2025年2月10日前将办理结果书面答复",
                  f"{case_of(desk, case_id).number}之一", "调解申请书", "证据1工资流水.txt", "4,300.00",
                  "回执", "收到日期", "电话：0971-8123456"):
        assert words in said, words
    table = said.split("有关当事人称谓")[1]
    assert WORKERS[0] in table and WORKERS[1] not in table.split("随函材料清单")[0]
    assert CANARY not in said and "证据2" not in said


def test_pages_are_counted_where_all_are_known(desk: Desk, case_id: UUID) -> None:
    """The application is counted as it is made; the exhibit has six."""
    exhibit = filing.exhibits(desk, case_id).exhibits[0]
    key = refer(desk, case_id)
    assert "合计" not in letter(desk, case_id, key).split("随函材料清单")[-1]
    filing.change(desk, case_id, [Edit("exhibit", exhibit.id, "pages", None, 6)])
    pages = count(making.make(desk, case_id, "mediation-application").pdf)
    assert f"以上材料共2件，合计{pages + 6}页。" in letter(desk, case_id, key)


def test_each_referral_has_its_own_letter_and_the_latest_is_shown_unless_one_is_named(
        desk: Desk, case_id: UUID) -> None:
    first = handed(desk, case_id)
    refer(desk, case_id, whole=True, office="安宁区人民法院", reason="当事人要求起诉")
    assert INSPECTION in letter(desk, case_id, first)
    latest = text_of(making.make(desk, case_id, LETTER))
    assert "安宁区人民法院：" in latest and "整案转请你单位依法处理" in latest and "继续办理" not in latest
    with pytest.raises(DeskError, match="Draft a referral first"):
        making.make(desk, case_id, LETTER, referral=UUID(int=7))


def test_a_case_that_was_closed_so_without_a_referral_has_its_letter_still(desk: Desk, case_id: UUID) -> None:
    assert LETTER not in {kind.template for kind in making.available(case_of(desk, case_id))}
    closing.close(desk, case_id, desk.today, Outcome.REFERRED, "双方不再到场", referred_to=INSPECTION,
                  sure=True)
    said = text_of(making.make(desk, case_id, LETTER))
    assert "转办理由：双方不再到场。" in said and "终结本案的办理" in said and f"{INSPECTION}：" in said


def test_a_letter_tells_what_was_so_when_it_was_handed_over(office: Office, desk: Desk, case_id: UUID
                                                           ) -> None:
    """Printed once more after the case was closed, it is the letter of its day."""
    key, other = handed(desk, case_id), handed(desk, case_id, whole=True)
    before, before_whole = letter(desk, case_id, key), letter(desk, case_id, other)
    office.clock.set(2025, 2, 20)
    closing.close(desk, case_id, desk.today, Outcome.NO_AGREEMENT, sure=True)
    assert letter(desk, case_id, key) == before and letter(desk, case_id, other) == before_whole
    assert "终结本案的办理" not in before and "继续办理" in before


def test_what_went_out_is_told_though_it_was_taken_out_of_the_case_since(
        office: Office, desk: Desk, case_id: UUID) -> None:
    key = handed(desk, case_id)
    before, case = letter(desk, case_id, key), case_of(desk, case_id)
    office.clock.set(2025, 2, 20)
    filing.remove(desk, case_id, filing.exhibits(desk, case_id).exhibits[0].id)
    first, *others = case.applicants
    registering.set_claims(desk, case_id, {
        one.id: [claim.claim for claim in case.claims if claim.worker_id == one.id
                 and (one is not first or claim.claim != "unpaid_wages")] for one in (first, *others)})
    assert len(case_of(desk, case_id).claims) == len(case.claims) - 1
    assert letter(desk, case_id, key) == before and WORKERS[1] not in before.split("有关当事人称谓")[1]


def test_the_receipt_is_torn_off_in_one_piece(desk: Desk, case_id: UUID) -> None:
    """On the last page, whole, however long the list of what goes along is."""
    filing.add_files(desk, case_id, [FileSource(f"{'很长的证据名称' * 9}{at}.txt", data=b"%d" % at)
                                     for at in range(29)])
    every = tuple(one.id for one in filing.exhibits(desk, case_id).exhibits)
    for some in (every[:1], every[:4], every[:9], every):
        made = making.make(desk, case_id, LETTER, referral=refer(desk, case_id, exhibits=some))
        last = re.sub(r"\s+", "", PdfReader(BytesIO(made.pdf)).pages[-1].extract_text())
        for words in ("回执（沿线裁下", "我单位已收到", "办理意见", "收件单位"):
            assert words in last, len(some)


def test_nothing_is_said_to_be_lacking_that_was_not_chosen(desk: Desk, case_id: UUID) -> None:
    key = refer(desk, case_id, claims=(), papers=(), exhibits=())
    lacks = making.lacking_in(desk, case_id, LETTER, referral=key)
    assert [one.said for one in lacks if one.said] == []
