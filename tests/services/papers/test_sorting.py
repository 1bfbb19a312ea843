"""The papers of the sorting: elements, facts and disputes, and how each claim is computed."""

from __future__ import annotations

import re

from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    accepted,
    case_of,
    refused,
    registered,
    text_of,
)


def test_without_claims_there_is_nothing_to_compute(desk: Desk) -> None:
    trouble = refused(desk, registered(desk, claims=()), "calculation-sheet")
    assert trouble.field == "claims" and "what the applicants claim" in str(trouble)


def test_an_admission_leaves_nothing_in_dispute(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    first = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", first, "applicant", "4300")])
    sorting.admit(desk, case_id, "monthly_wage", first, "respondent")
    text = text_of(making.make(desk, case_id, "element-sheet", worker=first))
    assert "4,300.00元/月4,300.00元/月（承认）" in text


def test_claims_that_cannot_be_computed_yet_say_what_is_open(desk: Desk) -> None:
    text = text_of(making.make(desk, accepted(desk, claims=("unpaid_wages",)), "calculation-sheet"))
    assert "尚待查明" in text and "本项目前不能核算，未计入合计" in text


def test_denied_facts_are_told_as_denied(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    first = case_of(desk, case_id).applicants[0].id
    said = {"monthly_wage": "4300", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}
    sorting.say(desk, case_id, [sorting.Saying(name, first, "applicant", value)
                                for name, value in said.items()])
    sorting.deny(desk, case_id, "unpaid_from", first, "respondent")
    record = text_of(making.make(desk, case_id, "sorting-record"))
    assert "2024年10月1日否认14,300.00" in record


def test_the_sorting_record_puts_a_price_on_each_dispute(walk: Walk) -> None:
    text = walk.text("sorting-record")
    assert re.search(r"1是否存在劳动关系（[^）]*〕[^）]*）双方之间是劳动关系双方之间不是劳动关系4"
                     r"17,200\.00", text)
    assert re.search(r"2未订立书面劳动合同（[^）]*）未订立书面劳动合同已订立书面劳动合同417,200\.00", text)
    assert re.search(r"3月工资标准（[^）]*）4,300\.00元/月3,000\.00元/月511,700\.00", text)
    assert "按申请人陈述38,700.00人民币叁万捌仟柒佰元整" in text
    assert "按被申请人陈述15,000.00人民币壹万伍仟元整" in text
    assert "按调解员认定" not in text


def test_the_calculation_sheet_shows_the_way_to_the_sum(walk: Walk) -> None:
    text = walk.text("calculation-sheet")
    assert "按申请人陈述" in text
    assert "合计21,500.0017,200.0038,700.00" in text
    assert "马晓岚、韩雨桐、李向东、祁小川（每人）：未订立书面劳动合同二倍工资差额" in text
    assert "2024-10-01–2024-10-31" in text and "4300.00×1" in text
    assert "《中华人民共和国劳动合同法》第八十二条第一款" in text


def test_the_companys_calculation_says_why_double_wages_fall_away(walk: Walk) -> None:
    text = walk.text("calculation-sheet", 2)
    assert "按被申请人陈述" in text
    assert "合计15,000.000.0015,000.00" in text
    assert "没有劳动关系，就没有这一项" in text


def test_the_element_sheet_stands_each_word_beside_the_other(walk: Walk) -> None:
    whole, own = walk.text("element-sheet"), walk.text("element-sheet", 5)
    assert "月工资标准（举证：被申请人）4,300.00元/月3,000.00元/月————有争议" in whole
    assert "（白玛措除外）" in whole
    assert "白玛措" in own and "入职（用工）日" not in own  # claims no double wage, so it is not asked
