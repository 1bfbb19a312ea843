"""The timeline of a case on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import timeline
from mediation_desk.services.papers.timeline import ChangedLine, Chosen
from tests.documents.reading import run_together
from tests.offices import Office

LATER = ChangedLine(datetime(2024, 11, 26, 1, 30, tzinfo=UTC),
                    "李调解", "案件　案由", "追索劳动报酬", "解除合同")
FIRST = ChangedLine(datetime(2024, 11, 25, 16, 5, tzinfo=UTC),
                    "王协理", "密封记录", "", "密封内容：（已密封）")


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(date(2024, 11, 25), parties=[
        registering.PartyDraft(Role.APPLICANT, "温若晴"),
        registering.PartyDraft(Role.RESPONDENT, "安宁星湾文化传媒有限公司", PartyKind.ORGANISATION)]))
    assert made.result
    return made.result


def printed(desk: Desk, case_id: UUID, *lines: ChangedLine, chosen: Chosen | None = None) -> str:
    paper = timeline.make(desk, case_id, lines, chosen)
    assert paper.template == "case-timeline" and paper.title == "案件变更记录"
    return run_together(paper.pdf)


def test_each_change_says_when_who_what_before_and_after_the_earliest_first(
        desk: Desk, case_id: UUID) -> None:
    """A case without a cause or claims yet prints too; 16:05 in Greenwich is 00:05 the next day here."""
    text = printed(desk, case_id, LATER, FIRST)
    first = "2024-11-2600:05王协理密封记录——密封内容：（已密封）"
    later = "2024-11-2609:30李调解案件案由追索劳动报酬解除合同"
    assert first in text and later in text and text.index(first) < text.index(later)
    for words in ("案件变更记录", "申请人温若晴", "修改人全部人员", "项目全部项目", "起始日不限",
                  "截止日不限", "共2项变更"):
        assert words in text


def test_the_paper_says_how_it_was_narrowed_down(desk: Desk, case_id: UUID) -> None:
    chosen = Chosen("李调解", "案由", date(2024, 11, 26), date(2024, 11, 30))
    text = printed(desk, case_id, LATER, chosen=chosen)
    for words in ("修改人李调解", "项目案由", "起始日2024年11月26日", "截止日2024年11月30日", "共1项变更"):
        assert words in text


def test_many_paragraphs_and_pictographs_do_not_stop_the_paper(desk: Desk, case_id: UUID) -> None:
    """Old facts longer than a page, in paragraphs, with a pictograph in them."""
    long = ChangedLine(LATER.at, "李调解", "案件　简要事实", "（空）",
                       "拖欠工资📄\n" + "十月工资未发。\n" * 500)
    text = printed(desk, case_id, long)
    assert "拖欠工资📄" in text and text.count("未发") > 400


def test_nothing_to_print_is_refused_in_words(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="nothing to print"):
        timeline.make(desk, case_id, [])
