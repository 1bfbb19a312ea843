"""What an order says becomes a matter, and nothing that nobody said is asserted."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mediation_desk.domain.intake.lists import originals
from mediation_desk.domain.intake.lists.orders import ReadOrder
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.lists.drafting import draft_of, noted
from mediation_desk.services.intake.registering import IntakeDraft
from tests.offices import Office

ROW = OriginalRow(("姓名",), ("马晓岚",))


def order(**said: object) -> ReadOrder:
    told: dict[str, object] = {"row": 2, "original": ROW, "sha256": ROW.sha256(), "caller": "马晓岚",
                               "arrived_at": datetime(2025, 1, 2, 9)} | said
    return ReadOrder(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "kind"), [
    ("王建国", PartyKind.PERSON), ("甲速递有限公司", PartyKind.ORGANISATION),
    ("老王面馆", PartyKind.ORGANISATION), ("A公司", PartyKind.ORGANISATION)])
def test_whom_it_is_about_is_a_person_only_where_the_name_is_one(name: str, kind: PartyKind) -> None:
    _caller, party = draft_of(order(against=name), Source.HOTLINE).parties
    assert (party.role, party.name, party.kind) == (Role.RESPONDENT, name, kind)


def test_company_and_whoever_is_named_besides_are_both_in_it_with_the_phone_of_the_latter() -> None:
    draft = draft_of(order(company="甲公司", against="王建国", against_phone="13897120001",
                           phone="13897120002"), Source.UNION)
    assert [(one.name, dict(one.particulars)) for one in draft.parties] == [
        ("马晓岚", {"phone": "13897120002"}), ("甲公司", {}), ("王建国", {"phone": "13897120001"})]
    assert (draft.received_on, draft.source, draft.cause) == (date(2025, 1, 2), Source.UNION, "")


def test_a_subject_is_the_cause_only_where_the_office_calls_one_so() -> None:
    assert draft_of(order(matter="欠付工资"), Source.UNION, {"欠付工资"}).cause == "欠付工资"
    assert draft_of(order(matter="劳动保障-其他"), Source.UNION, {"欠付工资"}).cause == ""


def test_a_later_row_fills_in_what_was_empty_and_changes_no_word_that_was_there(office: Office) -> None:
    desk = office.first
    first = draft_of(order(number="25", content="市民来电"), Source.UNION)
    draft = IntakeDraft(first.received_on, Source.UNION, "25", order=first.order)
    case_id = registering.register(desk, draft).result
    assert case_id is not None
    later = OriginalRow(("姓名",), ("马晓岚 ",))
    with desk.case_work(case_id, "note_order") as (work, case):
        case.orders[0].original = "先粘贴的原文"
        noted(work, case, order(number="25", content="别的话", title="标题", supervised=True, original=later,
                                given_until=datetime(2025, 1, 9)), Source.UNION)
        work.commit()
    with desk.case_reading(case_id) as (_work, case):
        [kept] = case.orders
        assert (kept.content, kept.title, kept.supervised) == ("市民来电", "标题", True)
        assert (kept.given_until, kept.came_by) == (datetime(2025, 1, 9), CameBy.LIST)
        assert [row.cells for row in originals.read(kept.original)] == [("先粘贴的原文",), ("马晓岚 ",)]
