"""Papers that are one file and nothing else: offered where they belong, and right for every kind of case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import extension, registering
from mediation_desk.services.papers import making, whole_case
from mediation_desk.services.papers.told import Told, Wanted
from mediation_desk.services.performance import booking
from mediation_desk.services.sorting import inquiries
from tests.offices import embedded_place
from tests.offices import office as founded_office
from tests.services.papers import four_cases
from tests.services.papers.four_cases import TIBETAN
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import RECEIVED, accepted, case_of, copies, headed, text_of

SPOILT = re.compile(r"None|Undefined|[、，。；：]{2}|（）|\{|\}|\|")
FIRST = date(2024, 12, 10)


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk of its own: what happens to these cases is these tests' business."""
    folder: Path = tmp_path_factory.mktemp("four")
    with founded_office(embedded_place(folder), folder / "notes") as founded:
        yield headed(founded.first)


def told_of(desk: Desk, case_id: UUID, *only: str, most: int = 1) -> dict[str, list[str]]:
    """The text of each paper of the whole case that is offered, the first copies of each; ``only`` these."""
    case = case_of(desk, case_id)
    exhibits = len(filing.exhibits(desk, case_id).exhibits)
    names = set(only) or {maker.template for maker in whole_case.makers()}
    return {kind.template: [text_of(making.make(desk, case_id, kind.template, **one))
                            for one in copies(case, kind)[:most]]
            for kind in making.available(case, exhibits) if kind.template in names}


def assert_whole(texts: dict[str, list[str]]) -> None:
    """Nothing is spoilt in any of them."""
    for template, said in texts.items():
        for text in said:
            assert not SPOILT.search(text), (template, SPOILT.search(text), text)


def test_a_form_of_the_whole_case_needs_no_code_of_its_own(walk: Walk) -> None:
    names = {maker.template for maker in whole_case.makers()}
    assert "consultation-letter" in names and making.is_offered(walk.case, "consultation-letter")
    text = text_of(making.make(walk.desk, walk.case.id, "consultation-letter"))
    assert walk.case.number in text and walk.case.respondents[0].name in text and "38,700.00元" in text


def test_nothing_is_asserted_of_a_case_that_says_nothing_yet(walk: Walk) -> None:
    told = Told(walk.desk, walk.case, {}, None, Wanted(Side.RESPONDENT))
    view = whole_case.whole_case("consultation-letter", told)
    assert view.agreed_sum is None and view.instalments == () and view.addressee is not None
    assert view.addressee.name == walk.case.respondents[0].name


def test_five_streamers_at_the_end_of_their_road(walk: Walk) -> None:
    texts = told_of(walk.desk, walk.case_id, most=2)
    assert_whole(texts)
    whole, one = texts["mediation-application"]
    worker = walk.case.applicants[0]
    assert "38,700.00元" in whole and whole.count("申请人") > one.count("申请人")
    assert "合计8,600.00元" in one and worker.name in one and walk.case.applicants[1].name not in one
    every, mine = texts["payment-receipt"]
    assert "30,264.00" in every and f"支付给{worker.name}的款项为6,725.3" in mine and "已全部收到" in mine
    assert mine.count("银行转账") == 3 and "回单3" in mine
    assert "劳动争议调解卷宗" in texts["file-cover"][0] and "2025年1月15日" in texts["file-cover"][0]
    assert "referral-letter" not in texts and "collective-application" not in texts
    assert "第一期于2024年12月10日前支付15,132.00元" in texts["oral-agreement"][0]


def test_a_rider_whom_the_hotline_sent_against_platform_and_station(four: Desk) -> None:
    case_id = four_cases.rider(four)
    filing.add_files(four, case_id, [FileSource("工牌.jpg", data=b"a")], Side.APPLICANT)
    inquiries.record(four, case_id, inquiries.InquiryDraft(RECEIVED, person="站长", text="问：几单？"))
    extension.consent_to_extension(four, case_id, date(2024, 12, 20),
                                   {case_of(four, case_id).applicants[0].id: date(2024, 12, 9)})
    texts = told_of(four, case_id, most=2)
    assert_whole(texts)
    for said in ("12345-20241125-0381", "12345政务服务便民热线", "□委派□委托□转办"):
        assert said in texts["delegation-letter"][0]
    assert texts["consultation-letter"][0].count("调解征询意见书") == 2
    power = texts["power-of-attorney"]
    assert "■特别授权" in power[0] and "□一般授权" in power[0] and "关山月" in power[0]
    assert "关山月" not in power[1] and "□特别授权" in power[1]  # the rider has no agent: a form for the hand
    extended = texts["extension-consent"][0]
    assert all(said in extended for said in ("至2024年12月10日届满", "延长至2024年12月20日", "2024-12-09"))
    assert texts["legal-representative"][0].count("祁望舒") >= 2
    four_cases.agreed(four, case_id, sign=False)
    oral = told_of(four, case_id, "oral-agreement")["oral-agreement"][0]
    assert "连带责任" in oral and "4,000.00元" in oral and "达成日期年月日" in oral and "622999" in oral
    closing.close(four, case_id, date(2024, 12, 9), Outcome.REFERRED, "双方不再到场",
                  referred_to="安宁区劳动保障监察大队")
    texts = told_of(four, case_id, "referral-letter", "reply-letter", "file-cover")
    assert_whole(texts)
    letter, reply = texts["referral-letter"][0], texts["reply-letter"][0]
    assert letter.startswith("西宁市城中区劳动争议调解工作室案件转办函")
    assert "转办理由：双方不再到场。" in letter
    assert "来文编号12345-20241125-0381" in reply and "该争议已转安宁区劳动保障监察大队处理。" in reply
    assert "达成调解协议" not in reply  # it was drafted, and never signed


def test_a_worker_with_a_long_name_and_a_dot(four: Desk) -> None:
    case_id = four_cases.tibetan(four)
    four_cases.agreed(four, case_id)
    texts = told_of(four, case_id)
    assert_whole(texts)
    named = {template for template, said in texts.items() if TIBETAN in said[0]}
    assert set(texts) - named == {"legal-representative", "file-note", "file-back"}
    assert "本人确认已经收到下列款项：" in texts["payment-receipt"][0]  # nothing is said to have come yet
    booking.book(four, case_id, booking.PaymentDraft(FIRST, yuan("2000.00"), voucher="回单1"))
    paid = told_of(four, case_id, "payment-receipt")["payment-receipt"][0]
    assert "合计2,000.00元" in paid and "回单1" in paid and "已全部收到" not in paid


@pytest.mark.parametrize("many", [12, pytest.param(60, marks=pytest.mark.soak)])
def test_many_couriers_with_representatives_against_two_companies(four: Desk, many: int) -> None:
    case_id = four_cases.couriers(four, many)
    four_cases.agreed(four, case_id, f"{many * 4000}.00")
    texts = told_of(four, case_id)
    assert_whole(texts)
    case = case_of(four, case_id)
    together = texts["collective-application"][0]
    assert all(worker.name in together and worker.id_number in together for worker in case.applicants)
    assert f"{yuan('4300') * many}元" in together and "mediation-application" not in texts
    elected = texts["election-of-representatives"][0]
    assert f"申请人共{many}人" in elected and all(worker.name in elected for worker in case.applicants)
    assert texts["service-address"][0].count("送达地址确认书") == many + 2
    assert f"赵一甲等{cnnumber(many)}名快递员" in texts["withdrawal-application"][0]
    assert texts["payment-receipt"][0].count("4,000.00") >= many
    own = text_of(making.make(four, case_id, "payment-receipt", worker=case.applicants[7].id))
    assert "王一辛" in own and "赵一甲等" in own and "钱一乙" not in own


def test_a_consent_stands_in_the_line_of_the_one_who_gave_it_not_of_a_namesake(four: Desk) -> None:
    case_id = accepted(four, ("王芳", "王芳"))
    second = case_of(four, case_id).applicants[1]
    extension.consent_to_extension(four, case_id, date(2024, 12, 24), {second.id: RECEIVED})
    text = text_of(making.make(four, case_id, "extension-consent"))
    assert text.count("2024-11-25") == 1 and "申请人二王芳2024-11-25" in text


def test_the_consent_of_somebody_who_was_taken_out_stops_no_paper(four: Desk) -> None:
    case_id = accepted(four, ("王芳", "李娜"))
    second = case_of(four, case_id).applicants[1]
    extension.consent_to_extension(four, case_id, date(2024, 12, 24), {second.id: RECEIVED})
    registering.remove_party(four, case_id, second.id)
    text = text_of(making.make(four, case_id, "extension-consent"))
    assert "申请人王芳" in text and "李娜" not in text
