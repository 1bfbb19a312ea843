"""The options sheet: one page for one side, of open matter and its own alone."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.demonstration import streamers
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus, meeting, releasing
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from tests.offices import Office, embedded_place
from tests.offices import office as founded
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of, headed, registered, text_of

SHEET = "options-sheet"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with founded(embedded_place(tmp_path), tmp_path / "notes") as made:
        made.first.clock = StageClock(streamers.RECEIVED)
        yield made


@pytest.fixture
def story(office: Office) -> tuple[Desk, UUID]:
    """The streamers' case after its second round, with the terms as they are talked about."""
    desk = headed(office.first)
    case_id = list(islice(streamers.walk(desk), 2))[-1].case_id
    for ours, instalments, theirs, part in (("38700", 1, "21500", 6), ("33000", 2, "28000", 3)):
        meeting.make_offer(desk, case_id, Side.APPLICANT, yuan(ours), instalments)
        meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan(theirs), part)
    settling.draft(desk, case_id, streamers.terms())
    return desk, case_id


def read(desk: Desk, case_id: UUID, side: Side, *, own_offers: bool = False) -> str:
    return text_of(making.make(desk, case_id, SHEET, side=side, own_offers=own_offers))


@pytest.mark.parametrize("side", list(Side))
def test_the_storys_sheet_is_one_page_of_figures_and_days(story: tuple[Desk, UUID], side: Side) -> None:
    """38,700.00 on the workers' version; on the company's five times 3,000.00. Five workdays from Monday 25
    November reach 2 December, 45 days later it is 16 January, 15 more 31 January."""
    desk, case_id = story
    paper = making.make(desk, case_id, SHEET, side=side)
    assert len(PdfReader(io.BytesIO(paper.pdf)).pages) == 1
    text = text_of(paper)
    for said in ("按申请人陈述计算：38,700.00元", "按被申请人陈述计算：15,000.00元",
                 "2025年1月16日", "2025年1月31日",
                 "申请人（第二轮）：33,000.00元，分两期支付", "被申请人（第二轮）：28,000.00元，分三期支付",
                 "任何一期款项逾期超过五日未足额支付", "15日内"):
        assert said in text, said
    assert "21,500.00" not in text, "an earlier round is not on the table any more"


def test_each_side_reads_what_it_must_prove_itself_and_what_the_other_must(story: tuple[Desk, UUID]) -> None:
    desk, case_id = story
    relationship = "双方之间是否为劳动关系（关系到17,200.00元）"
    contract = "是否订立书面劳动合同（关系到17,200.00元）"
    workers, company = (read(desk, case_id, side) for side in Side)
    assert f"您这一方要证明：{relationship}" in workers and f"对方要证明：{contract}" in workers
    assert f"您这一方要证明：{contract}" in company and f"对方要证明：{relationship}" in company
    assert "可能得到的数额" in workers and "可能要付的数额" in company
    assert "您可以直接申请法院强制执行" in workers and "申请人可以直接申请法院强制执行" in company


def test_nothing_of_the_other_sides_and_nobodys_bottom_line_is_on_it(story: tuple[Desk, UUID]) -> None:
    desk, case_id = story
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"), conditions="开离职证明")
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31000"), text="月底才有钱")
    caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("32111"), 2, "要现金")
    caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("29222"), 3, "要撤诉", first_share=yuan("9333"),
                      last_on=date(2025, 3, 31))
    sheets = {(side, own): read(desk, case_id, side, own_offers=own)
              for side in Side for own in (True, False)}
    for text in sheets.values():
        assert not any(word in text for word in ("29,000", "31,000", "开离职证明", "月底才有钱"))
    assert [place for place, text in sheets.items() if "32,111.00" in text and "要现金" in text] == [
        (Side.APPLICANT, True)]
    assert [place for place, text in sheets.items() if "29,222.00" in text and "9,333.00" in text
            and "2025年3月31日" in text] == [(Side.RESPONDENT, True)]


def test_a_released_offer_is_on_the_other_sides_sheet_once_its_page_showed_it(story: tuple[Desk, UUID]
                                                                               ) -> None:
    """A sheet in somebody's hand cannot be taken back, and what was not shown can."""
    desk, case_id = story
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("30264"), 2).result
    assert kept
    offer = caucus.release(desk, case_id, kept).result
    assert offer
    workers, company = (read(desk, case_id, side) for side in Side)
    assert "30,264.00" not in workers and "被申请人（第三轮）：30,264.00元" in company
    releasing.show_told(desk, case_id, Side.APPLICANT, {offer})
    assert "被申请人（第三轮）：30,264.00元" in read(desk, case_id, Side.APPLICANT)


def test_an_accepted_offer_alone_is_told_with_what_it_is(story: tuple[Desk, UUID]) -> None:
    desk, case_id = story
    meeting.accept_offer(desk, case_id, case_of(desk, case_id).offers[-1].id)
    text = read(desk, case_id, Side.APPLICANT)
    assert "28,000.00元，分三期支付（双方已经同意）" in text and "33,000.00" in text


def test_what_is_not_known_is_said_to_be_so(office: Office) -> None:
    """Nobody has stated a version, offered anything or drafted terms; the claims are not in figures."""
    desk = headed(office.first)
    text = read(desk, accepted(desk), Side.APPLICANT)
    assert "还没有全部写成数额" in text and "现在还算不出来" in text and "双方都还没有公开提出方案" in text
    assert "草拟的协议" not in text and "您这一方要证明" not in text


def test_it_is_offered_while_there_is_something_to_choose_and_asks_whose_it_is(office: Office) -> None:
    desk = headed(office.first)
    case_id = asked(desk, accepted(desk))
    assert SHEET in {kind.template for kind in making.available(case_of(desk, case_id))}
    with pytest.raises(DeskError) as refused:
        making.make(desk, case_id, SHEET)
    assert refused.value.field == "side"
    with pytest.raises(DeskError, match="claim under Intake"):
        read(desk, _without_claims(desk), Side.APPLICANT)
    closing.close(desk, case_id, desk.today, Outcome.NO_AGREEMENT, "", sure=True)
    assert SHEET not in {kind.template for kind in making.available(case_of(desk, case_id))}


def _without_claims(desk: Desk) -> UUID:
    return registered(desk, claims=())


def test_only_a_mediator_of_the_case_prints_it_and_the_sides_own_offers_only_with_the_key(office: Office
                                                                                        ) -> None:
    desk = headed(office.first)
    case_id = asked(desk, accepted(desk))
    caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("32111"), 2)
    sharing.add_mediator(desk, case_id, colleague(office, "wang", Role.MEDIATOR))
    theirs = office.desk("wang", LENT)
    assert making.make(theirs, case_id, SHEET, side=Side.APPLICANT).pdf
    with pytest.raises(NotHeld):
        making.make(theirs, case_id, SHEET, side=Side.APPLICANT, own_offers=True)
    colleague(office, "li", Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        making.make(office.desk("li", LENT), case_id, SHEET, side=Side.APPLICANT)
