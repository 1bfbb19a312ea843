"""Parties on paper: who acts for whom, namesakes, numbers and what each is called."""

from __future__ import annotations

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.vocabulary import (
    Authority,
    PartyKind,
    Role,
)
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.services.papers_desk import (
    COMPANY,
    accepted,
    asked,
    case_of,
    join,
    previewed,
    registered,
    terms,
    text_of,
)


def test_agents_stand_under_whom_they_act_for(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    company = case_of(desk, case_id).respondents[0].id
    registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "关山月", particulars={
        "acts_for": company, "authority": Authority.SPECIAL, "workplace": COMPANY}))
    text = previewed(desk, case_id, terms())
    assert f"委托代理人：关山月，{COMPANY}，代理权限为特别授权，代为承认、放弃、变更请求" in text
    assert text.index("关山月") > text.index(COMPANY)


def test_elected_representatives_stand_under_the_applicants_and_sign_the_body(desk: Desk) -> None:
    workers = tuple(f"工友{number}" for number in "甲乙丙丁戊己庚辛壬癸")
    case_id = asked(desk, accepted(desk, workers, ("unpaid_wages",)))
    for name in ("代表子", "代表丑", "代表寅"):
        registering.add_party(desk, case_id, registering.PartyDraft(Role.REPRESENTATIVE, name))
    text = previewed(desk, case_id, terms("43000"))
    last, elected, against = (text.index(said) for said in (
        "申请人：工友甲等10人", "推举代表：代表子", f"被申请人：{COMPANY}"))
    assert last < elected < against
    assert text.count("推举代表：代表丑") == 2  # named once, signs once
    assert text.index("工友癸") > text.rindex("推举代表：代表寅")  # each worker signs in a line of the annex


def test_namesakes_are_told_apart_in_every_table(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk, ("张伟", "张伟"), ("unpaid_wages",)))
    text = previewed(desk, case_id, terms("8000"))
    assert "张伟（一）" in text and "张伟（二）" in text


def test_a_person_may_be_the_respondent(desk: Desk) -> None:
    case_id = asked(desk, registered(desk, company=False))
    registering.add_party(desk, case_id, registering.PartyDraft(Role.RESPONDENT, "薛定山", PartyKind.PERSON))
    assert "被申请人：薛定山。" in previewed(desk, case_id, terms())


def test_a_number_is_called_what_it_is(desk: Desk) -> None:
    """The agent has a travel permit, which papers say once somebody chose it; a resident's number can be no
    other."""
    case_id = asked(desk, accepted(desk))
    first = case_of(desk, case_id).applicants[0].id
    join(desk, case_id, Role.AGENT, "郑代理", acts_for=first, id_number="H12345678")
    editing.save(desk, case_id, [editing.Edit("party", first, "id_number", "", "630102199003070021")])
    settling.draft(desk, case_id, terms())
    text = text_of(making.make(desk, case_id, AGREEMENT))
    assert "公民身份号码630102199003070021" in text and "身份证件号码H12345678" in text
    agent = case_of(desk, case_id).agents[0]
    editing.save(desk, case_id, [editing.Edit("party", agent.id, "id_kind", None, IdKind.HM_TRAVEL)])
    assert "港澳居民来往内地通行证号码H12345678" in text_of(making.make(desk, case_id, AGREEMENT))
