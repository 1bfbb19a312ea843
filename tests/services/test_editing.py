"""Fields: what they refuse, two editors of one, and what of a decided case can still be completed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Outcome, PartyKind, Refusal, Role, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.papers import making
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of, headed, registered, text_of

ADDRESS = "青海省西宁市城北区某路1号"


def refused(desk: Desk) -> UUID:
    """A case that was refused with the company's address and the facts still open."""
    case_id = registered(desk, facts="")
    registering.refuse(desk, case_id, RECEIVED, Refusal.NO_CONSENT, "")
    return case_id


def test_an_empty_address_is_filled_in_after_the_decision_and_kept_in_the_journal(office: Office) -> None:
    desk = office.first
    case_id = refused(desk)
    company = case_of(desk, case_id).respondents[0]
    editing.save(desk, case_id, [Edit("party", company.id, "address", "", ADDRESS)])
    assert case_of(desk, case_id).respondents[0].address == ADDRESS
    last = history.timeline(desk, case_id)[-1].entry
    assert last.fields["address"] == ("", ADDRESS) and last.verb == "edit"
    editing.save(desk, case_id, [Edit("party", company.id, "address", ADDRESS, "城中区")])  # a slip, mended
    assert case_of(desk, case_id).respondents[0].address == "城中区"


def test_the_facts_that_the_register_needs_are_written_down_later(office: Office) -> None:
    desk = headed(office.first)
    case_id = refused(desk)
    with pytest.raises(DeskError) as told:
        making.make(desk, case_id, "intake-register")
    assert told.value.field == "facts_in_brief"
    editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", "", "十月的工资没有发。")])
    assert "十月的工资没有发" in text_of(making.make(desk, case_id, "intake-register"))


def test_what_stood_as_the_case_was_decided_stays(office: Office) -> None:
    desk = office.first
    case_id = refused(desk)
    company = case_of(desk, case_id).respondents[0]
    with pytest.raises(DeskError, match="Reopen it with a reason"):
        editing.save(desk, case_id, [Edit("party", company.id, "name", company.name, "另一公司")])
    with pytest.raises(DeskError, match="Reopen it with a reason"):
        editing.save(desk, case_id, [Edit("party", company.id, "business", None, None)])
    assert case_of(desk, case_id).respondents[0].name == company.name


def test_one_field_that_may_not_keeps_the_others_back(office: Office) -> None:
    desk = office.first
    case_id = refused(desk)
    company = case_of(desk, case_id).respondents[0]
    with pytest.raises(DeskError):
        editing.save(desk, case_id, [Edit("party", company.id, "address", "", ADDRESS),
                                     Edit("party", company.id, "name", company.name, "另一公司")])
    assert case_of(desk, case_id).respondents[0].address == ""


def test_an_old_case_without_a_respondent_takes_one_in_for_its_notice(office: Office) -> None:
    """Such cases were decided before the notice was asked about first."""
    desk = headed(office.first)
    case_id = registered(desk, company=False)
    with desk.case_work(case_id, "close_case") as (work, case):
        case.close(RECEIVED, Outcome.WITHDRAWN, "", owed=case.claimed)
        work.commit()
    added = registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, "", PartyKind.ORGANISATION))
    assert added.result
    editing.save(desk, case_id, [Edit("party", added.result, "name", "", "湟水快送网络科技有限公司")])
    assert "湟水快送" in text_of(making.make(desk, case_id, "termination-notice"))
    with pytest.raises(DeskError):
        registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, "又一公司"))
    assert case_of(desk, case_id).status is Status.WITHDRAWN


def test_a_voided_case_has_no_papers_and_takes_nothing_in(office: Office) -> None:
    desk = office.first
    case_id = registered(desk, facts="")
    registering.void(desk, case_id, RECEIVED, "重复登记")
    with pytest.raises(DeskError):
        editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", "", "补记")])


def test_a_closed_case_is_completed_too(office: Office) -> None:
    desk = office.first
    case_id = registered(desk, facts="")
    closing.close(desk, case_id, RECEIVED, Outcome.WITHDRAWN)
    editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", "", "补记")])
    assert case_of(desk, case_id).facts_in_brief == "补记"


def test_nothing_where_text_is_kept_is_the_empty_text(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    worker = case_of(desk, case_id).applicants[0].id
    editing.save(desk, case_id, [Edit("party", worker, "sex", "", "female")])
    editing.save(desk, case_id, [Edit("party", worker, "sex", "female", None)])
    assert case_of(desk, case_id).applicants[0].sex == ""


# Meanwhile


def test_a_consent_is_not_moved_behind_the_acceptance(office: Office) -> None:
    case_id = accepted(office.first)
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("case", case_id, "applicants_agree_on", RECEIVED,
                                                  date(2024, 12, 1))])
    assert told.value.field == "applicants_agree_on"


def test_characters_that_no_store_can_keep_are_left_out(office: Office) -> None:
    case_id = registered(office.first)
    editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "欠\0薪\ud800")])
    assert case_of(office.first, case_id).cause == "欠薪\ufffd"
    assert history.timeline(office.first, case_id)[-1].entry.fields["cause"] == ("", "欠薪\ufffd")
    assert len(reading.find(office.first, "\0\ud800马")) >= 0
