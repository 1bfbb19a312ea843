"""Inquiries: kept with who was asked, corrected, taken out, undone, and printed as a record."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import inquiries
from mediation_desk.services.sorting.inquiries import InquiryDraft
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of, join, text_of

ASKED = InquiryDraft(RECEIVED, "9时", "9时40分", "直播基地", "陈守信", "何静", person="店长周启航",
                     person_is="直播基地负责人", text="问：谁排班？\n答：公司排班。")


def test_an_inquiry_is_kept_corrected_taken_out_and_brought_back(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    made = inquiries.record(desk, case_id, ASKED).result
    assert isinstance(made, UUID)
    inquiries.record(desk, case_id, replace(ASKED, text="问：谁排班？\n答：运营主管排班。"), made)
    [one] = case_of(desk, case_id).inquiries
    assert one.person == "店长周启航" and "运营主管" in one.text and one.recorder == "何静"
    inquiries.remove(desk, case_id, made)
    assert case_of(desk, case_id).inquiries == []
    history.undo(desk, case_id)
    assert [each.id for each in case_of(desk, case_id).inquiries] == [made]
    with pytest.raises(DeskError, match="one person"):
        inquiries.record(desk, case_id, replace(ASKED, party_id=case_of(desk, case_id).respondents[0].id))


def test_each_inquiry_is_a_record_of_its_own_and_leaves_blank_what_nobody_entered(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    assert not making.is_offered(case_of(desk, case_id), "inquiry-record")
    join(desk, case_id, Role.THIRD_PARTY, "卢望川", phone="19900001234")
    third = case_of(desk, case_id).parties[-1]
    inquiries.record(desk, case_id, ASKED)
    inquiries.record(desk, case_id, InquiryDraft(RECEIVED, party_id=third.id))
    paper = making.make(desk, case_id, "inquiry-record")
    text = text_of(paper)
    assert text.count("调查笔录") == 2 and "答：公司排班。" in text and "直播基地负责人" in text
    assert "2024年11月25日9时至9时40分" in text and "2024年11月25日时分至时分" in text
    assert "卢望川" in text and "第三人" in text and "19900001234" in text and "None" not in text
