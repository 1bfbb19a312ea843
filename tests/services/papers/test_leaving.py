"""The list of a bag on paper: what left with whom; what the person may not see is only counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from mediation_desk.services.office.accounts import AccountDraft
from mediation_desk.services.papers import leaving as papers
from mediation_desk.services.travel import cards, handing_over, leaving, register
from mediation_desk.services.travel.handing_over import Handing
from mediation_desk.services.travel.leaving import Leaving, Packed
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import registered, text_of
from tests.services.travel.handovers import REASON, other_office


@pytest.fixture
def packed(office: Office, tmp_path: Path) -> Packed:
    cases = (registered(office.first), registered(office.first, ("冶文斌",)))
    return leaving.pack(office.first, Leaving(cases, laptop="外出笔记本一号", with_evidence=False),
                        tmp_path / "a.mdbag")


def printed(desk: Desk, packed: Packed) -> str:
    paper = papers.bag_list(desk, packed.bag_id)
    assert (paper.template, paper.title) == ("bag-list", "携案清单")
    return text_of(paper)


def test_it_says_what_left_with_whom_on_which_laptop_and_when(office: Office, packed: Packed) -> None:
    text = printed(office.first, packed)
    for said in ("携带人陈守信", "外出电脑外出笔记本一号", "携出时间2025-01-2009:00", "现状外出中",
                 "证据未携出", "温若晴等2人与安宁星湾文化传媒有限公司", "冶文斌", "登记受理", "以上共2件。",
                 "打印日期2025年1月20日"):
        assert said in text, said
    assert text.index("0001号") < text.index("0002号")
    assert "两万" not in text


def test_a_lost_bag_says_what_happened(office: Office, packed: Packed) -> None:
    register.declare_lost(office.first, packed.bag_id, "笔记本在公交车上遗失。")
    text = printed(office.first, packed)
    assert "现状已报失，2025-01-20" in text and "报失情况：笔记本在公交车上遗失。" in text


def test_a_colleague_gets_a_count_and_no_name(office: Office, packed: Packed) -> None:
    lent = "lent 12 words"
    accounts.add(office.first, AccountDraft("wang", "王调解", frozenset({Role.MEDIATOR}), lent))
    text = printed(office.desk("wang", lent), packed)
    assert "以上共0件，另有2件打印人无权查看。" in text
    assert "温若晴" not in text and "宁中劳调" not in text
    assert PASSWORD not in text


def test_a_bag_that_never_left_has_no_list(office: Office, packed: Packed) -> None:
    with pytest.raises(DeskError) as trouble:
        papers.bag_list(office.first, registered(office.first))
    assert trouble.value.field == "bag"


def test_a_handover_names_both_offices_why_and_who_signs(office: Office, tmp_path: Path) -> None:
    case_id = registered(office.first)
    with other_office(tmp_path / "there") as there:
        wanted = Handing((case_id,), cards.own(there.first).card, REASON)
        made = handing_over.pack(office.first, wanted, tmp_path / "a.mdbag")
    paper = papers.bag_list(office.first, made.bag_id)
    assert (paper.template, paper.title) == ("handover-list", "案件移交清单")
    text = text_of(paper)
    for said in (f"移交机构{office.first.settings.name}", "移交人陈守信",
                 "接收机构湟中区多巴镇人民调解委员会", "接收人白玉兰", f"移交理由：{REASON}", "证据一并移交",
                 "现状已移交", "0001号", "以上共1件。",
                 "背对背谈话内容留在移交机构，不随案移交；案件密钥也不移交。"):
        assert said in text, said
    assert text.count("签名") == 2
