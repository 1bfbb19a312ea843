"""The line that is read before somebody signs: name, document with its number masked, for whom, with which
authority."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Authority, Role
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import signers
from mediation_desk.services.papers.told import Told
from mediation_desk.services.settlement import settling
from tests.services.papers_desk import COMPANY, WORKERS, accepted, asked, case_of, join, terms

NUMBER = "639999199803120629"


def lines(desk: Desk, case_id: UUID) -> dict[tuple[str, str], str]:
    """By who is bound and who writes."""
    with desk.case_reading(case_id) as (work, case):
        told = Told.of(desk, work, case)
        roles = signers.roles(told)
        return {(one.name, hand.name): signers.line(told, one, hand, roles[one.party.id] if one.party else "")
                for one in signers.of(told) for hand in one.hands}


def test_each_line_says_who_writes_for_whom_with_which_authority(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    case = case_of(desk, case_id)
    worker, company = case.applicants[0], case.respondents[0]
    editing.save(desk, case_id, [
        Edit("party", worker.id, "id_number", "", NUMBER),
        Edit("party", company.id, "legal_representative", company.legal_representative, "周启明"),
        Edit("party", company.id, "legal_representative_post", company.legal_representative_post, "经理")])
    join(desk, case_id, Role.AGENT, "郑代理", acts_for=company.id, authority=Authority.SPECIAL)
    said = lines(desk, case_id)
    assert said[WORKERS[0], WORKERS[0]] == f"{WORKERS[0]}，公民身份号码639999********0629，申请人一，本人签名"
    assert NUMBER not in "".join(said.values())
    assert said[COMPANY, "周启明"] == (
        f"周启明，未登记证件号码，系被申请人{COMPANY}的法定代表人（经理），代表{COMPANY}签名")
    assert said[COMPANY, "郑代理"] == (
        f"郑代理，未登记证件号码，系被申请人{COMPANY}的委托代理人，"
        f"代理权限为特别授权，代{COMPANY}签名")
    assert said[desk.who.name, desk.who.name] == f"{desk.who.name}，{desk.settings.name}调解员"
