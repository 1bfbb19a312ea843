"""The reply to a work order: written, proposed from the open course, released only when it names nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.order.replies import Release, release_of
from mediation_desk.domain.intake.orders import FoundTrue, OrderReply
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.reports.publishing.subjects import Kind
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, replying
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, registering
from mediation_desk.services.intake.orders import OrderDraft
from mediation_desk.services.replying import ReplyDraft
from tests.offices import Office
from tests.services.papers_desk import COMPANY, WORKERS, case_of, registered

CLEAN = "您反映的问题，我单位收到后及时与您联系，依法组织双方调解。感谢您的监督。"
DRAFT = ReplyDraft(FoundTrue.PARTLY, beyond_duty=False, contacted=True, contacted_number="13897120001",
                   contacted_at=datetime(2025, 1, 20, 8), solved=True, handling="已受理。",
                   public_answer=CLEAN, proofs_of_result="证据1")


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk, at noon."""
    office.clock.set(2025, 1, 20, 12)
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A matter with its order; a worker whose phone and address are known."""
    made = registered(desk)
    worker = case_of(desk, made).applicants[0].id
    editing.save(desk, made, [
        editing.Edit("party", worker, "phone", "", "13897127788"),
        editing.Edit("party", worker, "address", "", "西宁市城中区柳湾路27号3号楼")])
    orders.note_order(desk, made, OrderDraft(datetime(2025, 1, 17, 10), number="250117100000123456",
                                             kind="投诉", caller="顾晚舟", caller_phone="13997120002"))
    return made


def order_id(desk: Desk, case_id: UUID) -> UUID:
    return case_of(desk, case_id).orders[0].id


def reply(desk: Desk, case_id: UUID) -> OrderReply:
    """The only reply of the case."""
    [one] = case_of(desk, case_id).replies
    return one


def written(desk: Desk, case_id: UUID, answer: str = CLEAN) -> OrderReply:
    """A reply with that public answer."""
    case = case_of(desk, case_id)
    replying.write(desk, case_id, case.orders[0].id, case.reply_to(case.orders[0]),
                   replace(DRAFT, public_answer=answer))
    return reply(desk, case_id)


def test_a_reply_is_kept_as_it_was_written_and_changed(desk: Desk, case_id: UUID) -> None:
    kept = written(desk, case_id)
    assert replying.draft_of(kept) == DRAFT
    replying.write(desk, case_id, kept.order_id, kept, replace(DRAFT, solved=False, unsolved_why="公司停业"))
    assert (reply(desk, case_id).solved, reply(desk, case_id).unsolved_why) == (False, "公司停业")
    assert reply(desk, case_id).id == kept.id


@pytest.mark.parametrize(("told", "field"), [
    ({"beyond_kind": "其他"}, "beyond_duty"), ({"unsolved_why": "x"}, "unsolved_why"),
    ({"contacted": False}, "contacted")])
def test_a_reply_that_contradicts_itself_is_refused(desk: Desk, case_id: UUID, told: dict[str, object],
                                                   field: str) -> None:
    with pytest.raises(DeskError) as refused:
        replying.write(desk, case_id, order_id(desk, case_id), None,
                       replace(DRAFT, **told))  # type: ignore[arg-type]
    assert refused.value.field == field and case_of(desk, case_id).replies == []


@pytest.mark.parametrize(("told", "kind"), [
    (WORKERS[0], Kind.PERSON), ("温某的同事路知夏", Kind.PERSON), ("wen ruo qing", Kind.PERSON),
    ("13897127788", Kind.NUMBER), ("138 9712 7788", Kind.NUMBER), ("顾晚舟", Kind.PERSON),
    ("13997120002", Kind.NUMBER), ("250117100000123456", Kind.NUMBER), (COMPANY, Kind.COMPANY),
    ("安宁星湾文化", Kind.COMPANY), ("柳湾路27号", Kind.PLACE), ("陈守信", Kind.PERSON)])
def test_whoever_is_meant_is_found_in_whatever_writing(desk: Desk, case_id: UUID, told: str, kind: Kind
                                                       ) -> None:
    found = replying.check(desk, case_id, f"经核实，{told}反映的情况属实。")
    assert kind in {one.kind for one in found if one.sure}
    written(desk, case_id, f"经核实，{told}反映的情况属实。")
    with pytest.raises(DeskError, match="still tells who is meant") as refused:
        replying.release(desk, case_id, order_id(desk, case_id), reply(desk, case_id).public_answer,
                         looked=[one.found for one in found])
    assert refused.value.field == "public_answer"
    assert release_of(reply(desk, case_id)) is Release.NOT_YET


def test_the_offices_own_name_may_stand_and_a_mark_once_it_was_looked_at(desk: Desk, case_id: UUID) -> None:
    own = f"{desk.settings.name}已依法办理。"
    assert replying.check(desk, case_id, own) == ()
    written(desk, case_id, own + "调解员周某某、李建国表示感谢。")
    [mark] = replying.check(desk, case_id, reply(desk, case_id).public_answer)
    assert not mark.sure and mark.found == "李建国"
    answer = reply(desk, case_id).public_answer
    with pytest.raises(DeskError, match="李建国"):
        replying.release(desk, case_id, order_id(desk, case_id), answer)
    replying.release(desk, case_id, order_id(desk, case_id), answer, looked=["李建国"])
    assert release_of(reply(desk, case_id)) is Release.RELEASED


def test_a_part_of_the_companys_name_is_a_mark_to_look_at(desk: Desk, case_id: UUID) -> None:
    [mark] = replying.check(desk, case_id, "经与星湾方面核实，情况属实。")
    assert (mark.found, mark.kind, mark.sure) == ("星湾", Kind.COMPANY, False)


def test_a_change_after_the_release_needs_a_new_one(office: Office, desk: Desk, case_id: UUID) -> None:
    written(desk, case_id)
    replying.release(desk, case_id, order_id(desk, case_id), CLEAN)
    kept = reply(desk, case_id)
    assert kept.released_by == desk.who.account_id and release_of(kept) is Release.RELEASED
    written(desk, case_id, CLEAN + "谢谢。")
    assert release_of(reply(desk, case_id)) is Release.CHANGED
    written(desk, case_id, CLEAN)
    assert release_of(reply(desk, case_id)) is Release.RELEASED


def test_only_what_was_looked_at_is_released(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="Write the public answer first"):
        replying.release(desk, case_id, order_id(desk, case_id), "")
    written(desk, case_id)
    with pytest.raises(DeskError, match="changed meanwhile"):
        replying.release(desk, case_id, order_id(desk, case_id), "别的话。")


def test_nothing_of_an_order_that_is_to_stay_confidential_is_published(desk: Desk, case_id: UUID) -> None:
    one = case_of(desk, case_id).orders[0]
    orders.change_order(desk, case_id, one, OrderDraft(
        one.arrived_at, number=one.number, kind=one.kind, rule=one.rule, caller=one.caller,
        caller_phone=one.caller_phone, confidential=True))
    written(desk, case_id)
    with pytest.raises(DeskError, match="wishes confidentiality"):
        replying.release(desk, case_id, one.id, CLEAN)


def test_somebody_who_joined_meanwhile_is_shown_before_the_answer_goes_out(office: Office, desk: Desk,
                                                                          case_id: UUID) -> None:
    """A colleague enters a party while the answer is looked at: the release is asked about first."""
    written(desk, case_id)
    other, key = office.desk(), order_id(desk, case_id)
    registering.add_party(other, case_id, registering.PartyDraft(Role.APPLICANT, "夏知秋"))
    with pytest.raises(Conflicts):
        replying.release(desk, case_id, key, CLEAN)


def test_a_proposal_tells_the_open_course_and_keeps_nothing(office: Office, desk: Desk, case_id: UUID
                                                            ) -> None:
    key = order_id(desk, case_id)
    orders.contact(desk, case_id, key, "电话 13897120001", at=datetime(2025, 1, 20, 9))
    editing.save(desk, case_id, [editing.Edit("case", case_id, field, None, date(2024, 11, 25))
                                 for field in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, date(2024, 11, 25))
    told = replying.propose(desk, case_id, key)
    assert told.handling.startswith(f"{desk.settings.name}于2024年11月25日收到诉求人反映的")
    assert told.handling.endswith("问题，于2024年11月25日受理。")
    assert (told.contacted, told.contacted_number, told.contacted_at) == (
        True, "13897120001", datetime(2025, 1, 20, 9))
    assert replying.check(desk, case_id, told.public_answer) == ()
    assert case_of(desk, case_id).replies == []
