"""The papers of the intake: the register, and the notices that answer an application."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import (
    Refusal,
)
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making, whole_case
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    RECEIVED,
    accepted,
    asked,
    case_of,
    refused,
    registered,
    seated,
    text_of,
)


def test_the_register_leaves_amounts_open_that_are_not_in_figures(desk: Desk) -> None:
    case_id = registered(desk)
    before = text_of(making.make(desk, case_id, "intake-register"))
    after = text_of(making.make(desk, asked(desk, case_id), "intake-register"))
    assert before.count("待核算") == 5 and "0.00" not in before
    assert "待核算" not in after and "17,200.00" in after


def test_a_refusal_gives_its_reason_and_the_ways_that_stay_open(desk: Desk) -> None:
    case_id = registered(desk)
    note = "被申请人于11月27日电话表示不同意调解"
    registering.refuse(desk, case_id, date(2024, 11, 27), Refusal.NO_CONSENT, note)
    of_the_whole_case = {maker.template for maker in whole_case.makers()}
    kinds = [kind.template for kind in making.available(case_of(desk, case_id))
             if kind.template not in of_the_whole_case]
    text = text_of(making.make(desk, case_id, "refusal-notice"))
    assert kinds[:4] == ["refusal-notice", "intake-register", "rights-notice", "closing-form"]
    assert f"一方当事人不同意调解，{note}" in text
    assert "《企业劳动争议协商调解规定》第二十二条" in text and "申请劳动仲裁" in text
    assert "2024年11月27日" in text


def test_notices_need_the_offices_telephone(desk: Desk) -> None:
    bare = seated(desk, settings=replace(desk.settings, phone=""))
    assert refused(bare, accepted(desk), "acceptance-notice").field == "phone"
    assert case_of(desk, accepted(desk)).accepted_on == RECEIVED


def test_the_register_ticks_only_what_was_entered(desk: Desk) -> None:
    text = text_of(making.make(desk, registered(desk), "intake-register"))
    assert "□口头□书面" in text and "要求保密□是□否" in text and "□同意调解□不同意调解" in text
    assert "宣读" not in text and "尚未征得" not in text


def test_notices_address_the_side_they_are_for(walk: Walk) -> None:
    ours, theirs = walk.text("acceptance-notice", 1), walk.text("acceptance-notice", 2)
    assert f"{streamers.COMPANY}：马晓岚、韩雨桐、李向东等5人与你单位因追索劳动报酬" in theirs
    assert f"马晓岚等5人：你们与{streamers.COMPANY}因追索劳动报酬" in ours
    assert f"马晓岚：你与{streamers.COMPANY}因追索劳动报酬" in walk.text("acceptance-notice", 3)
    assert all("（单位）" not in text and text.count("（下称“本调解组织”）") == 1 for text in (ours, theirs))
    assert "至2024年12月10日届满" in ours and "请你们于2024年11月25日14时到第一调解室" in ours
    assert "营业执照" in theirs and "营业执照" not in ours
    assert walk.text("acceptance-notice", 3).count("马晓岚") == 1
