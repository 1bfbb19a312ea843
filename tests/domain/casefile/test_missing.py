"""What the program sees to be missing from a file, and where it is made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile.missing import Missing, missing
from mediation_desk.domain.mediation.rights import RightsTold
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt
from mediation_desk.domain.vocabulary import Authority, FilePoint, RightsAnswer
from tests.domain import cases


def told(case: Case, *exhibits: int, kept: frozenset[str] = frozenset()) -> dict[str, Missing]:
    rows = [cases.exhibit(number) for number in exhibits]
    return {str(one.sentence): one for one in missing(case, rows, kept)}


def receipt(party: UUID, template: str = "acceptance-notice", served: bool = True) -> ServiceReceipt:
    return ServiceReceipt(id=UUID(int=party.int + 200), case_id=cases.CASE, party_id=party, template=template,
                          served_at=datetime(2024, 11, 26, 9, tzinfo=UTC) if served else None)


def complete() -> Case:
    """Nothing is missing in it but what is said of the archive."""
    case = cases.signed()
    worker, company, agent = case.parties_all
    worker.id_number = company.credit_code = "1"
    worker.address = company.address = "某路一号"
    company.legal_representative = "周启明"
    agent.authority = Authority.GENERAL
    case.receipts_all = [receipt(cases.WORKER), receipt(cases.COMPANY)]
    case.rights_all = [RightsTold(id=UUID(int=300 + at), case_id=cases.CASE, party_id=party,
                                  told_on=cases.DAY, told_by="许慎言", answer=RightsAnswer.UNDERSTOOD)
                       for at, party in enumerate((cases.WORKER, cases.COMPANY))]
    case.agreements_all[0].paper_sha256 = "a" * 64
    return case


def test_of_a_case_that_has_everything_nothing_is_missing() -> None:
    case, exhibit = complete(), cases.exhibit(1, "applicant")
    exhibit.proves = "工资"
    assert missing(case, [exhibit], {"a" * 64}) == ()


def test_each_thing_that_is_missing_is_named_with_its_point_and_its_page() -> None:
    case = complete()
    case.receipts_all = [receipt(cases.WORKER), receipt(cases.COMPANY, served=False)]
    case.rights_all, case.visits_all, case.respondents_agree_on = case.rights_all[:1], [], None
    case.parties_all[0].id_number = ""
    seen = told(case, 1)
    notice = "No receipt shows that the notice of acceptance was given to the respondents."
    assert seen[notice].point is FilePoint.ACCEPTED
    assert (seen[notice].where, seen[notice].field) == ("service", "")  # it is on its way: to its receipt
    assert "No receipt shows that the notice of acceptance was given to the applicants." not in seen
    assert seen["The day of the respondents' consent is not entered."].field == "respondents_agree_on"
    assert seen["It is not entered that 某公司 were told their rights."].where == "mediation"
    assert seen["No identity number or code is entered for 温若晴."].field == "id_number"
    assert seen["The agreement signed on 2024-12-03 is not kept byte for byte."].where == "settlement"
    assert seen["No return visit is recorded."].point is FilePoint.VISIT
    assert seen["What 证据1 shall prove is not entered."].where == "evidence"
    assert "No exhibit is filed." in told(case)


def test_a_closed_case_wants_a_volume_and_a_word_on_its_file() -> None:
    case = complete()
    case.closed_on = date(2025, 1, 20)
    assert {one.field for one in missing(case, [], {"a" * 64}) if one.point is FilePoint.BOUND} == {
        "file_volume", "file_note"}
    case.archived_on, case.file_volume, case.file_note = date(2025, 1, 19), "2025-001", "完整"
    assert [one.field for one in missing(case, [], {"a" * 64}) if one.point is FilePoint.BOUND] == [
        "archived_on"]
    case.archived_on = date(2025, 1, 21)
    assert not [one for one in missing(case, [], {"a" * 64}) if one.point is FilePoint.BOUND]


def test_a_refused_application_wants_its_notice_given_to_the_applicants_alone() -> None:
    case = cases.received()
    case.refused_on = cases.DAY
    seen = told(case)
    assert "No receipt shows that the notice of refusal was given to the applicants." in seen
    assert not [said for said in seen if "respondents" in said]


def test_a_notice_not_given_out_leads_to_the_card_that_gives_it_and_one_not_taken_is_not_served() -> None:
    case, notice = complete(), "No receipt shows that the notice of acceptance was given to the respondents."
    case.receipts_all = case.receipts_all[:1]
    assert (told(case)[notice].where, told(case)[notice].field) == ("service", "acceptance-notice")
    case.receipts_all.append(receipt(cases.COMPANY))
    case.receipts_all[1].refused_why = "不愿意签"
    assert notice in told(case)
    case.receipts_all[1].manner = ServiceManner.LEFT
    assert notice not in told(case)


def test_ten_workers_and_more_want_representatives() -> None:
    case = complete()
    worker = case.parties_all[0]
    for at in range(9):
        more = type(worker)(id=UUID(int=400 + at), case_id=cases.CASE, position=3 + at, role=worker.role,
                            name=f"工友{at}", id_number="1", address="某路")
        case.parties_all.append(more)
    assert "10 applicants, and no representatives are entered." in told(case, kept=frozenset({"a" * 64}))
