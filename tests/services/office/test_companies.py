"""The office's list of companies: kept once, copied into cases as it was, and never changed by one unseen."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.intake.companies import Company
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.people import Party
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Business
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import editing, history
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import companies
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, case_of, registered

CODE = "91630100MA752TEST4"
TOLD = {"name": COMPANY, "credit_code": CODE, "address": "海湖大道1号", "business": Business.PLATFORM}


def respondent(desk: Desk, case_id: UUID) -> Party:
    return case_of(desk, case_id).respondents[0]


def add(desk: Desk, **told: object) -> UUID:
    made = companies.add_company(desk, {**TOLD, **told}).result
    assert made
    return made


def listed(desk: Desk, typed: str = "") -> list[Company]:
    return list(companies.companies(desk, typed).companies)


def write(desk: Desk, case_id: UUID, **fields: str) -> None:
    party = respondent(desk, case_id)
    editing.save(desk, case_id, [editing.Edit("party", party.id, name, getattr(party, name), value)
                                 for name, value in fields.items()])


def test_a_company_is_added_changed_taken_out_and_put_back(office: Office) -> None:
    desk = office.first
    key = add(desk, credit_code=f" {CODE.lower()} ")
    assert listed(desk)[0].credit_code == CODE  # in the writing in which parties are kept
    companies.change_company(desk, key, {**TOLD, "phone": "0971 8230155"})
    assert (listed(desk)[0].phone, listed(desk)[0].business) == ("0971-8230155", Business.PLATFORM)
    companies.remove_company(desk, key)
    assert companies.companies(desk).total == 0
    with pytest.raises(NotThere):
        companies.change_company(desk, key, TOLD)
    companies.put_back_company(desk, key)
    assert companies.companies(desk).total == 1


@pytest.mark.parametrize("typed", ["星湾", "文化 星湾", "9163", CODE, "安宁"])
def test_a_company_is_found_by_words_of_its_name_or_its_code(office: Office, typed: str) -> None:
    add(office.first)
    add(office.first, name="湟水快送_网络科技有限公司", credit_code="")
    assert [one.name for one in companies.offered(office.first, typed)] == [COMPANY]


def test_nothing_typed_offers_none_and_signs_are_meant_as_they_are(office: Office) -> None:
    add(office.first)
    assert list(companies.offered(office.first, " ")) == listed(office.first, "%") == []
    assert companies.companies(office.first, most=0).total == 1


def test_one_company_stands_once_in_the_list_however_it_is_written(office: Office) -> None:
    desk = office.first
    key = add(desk)
    for again in ({"name": COMPANY.replace("有限公司", "（有限责任公司）"), "credit_code": ""},
                  {"name": "另一个名字"}, {"name": "", "credit_code": ""}):
        with pytest.raises(DeskError) as refused:
            add(desk, **again)
        assert refused.value.field == "name"
    other = add(desk, credit_code="91630100MA7999999X")  # of the same name, with a code of its own
    companies.remove_company(desk, key)
    companies.change_company(desk, other, {**TOLD})
    with pytest.raises(DeskError, match="in the list already"):
        companies.put_back_company(desk, key)


def test_two_who_change_a_company_at_once_are_told(office: Office) -> None:
    desk, key = office.first, add(office.first)
    colleague(office, "wang", AccountRole.SUPERVISOR)
    (seen,) = listed(desk)
    companies.change_company(office.desk("wang", LENT), key, {**TOLD, "address": "她的地址"})
    with pytest.raises(Conflicts):
        companies.change_company(desk, key, {**TOLD, "address": "他的地址"}, seen)
    companies.change_company(desk, key, {**TOLD, "phone": "13897123456"}, seen)  # the phone alone
    assert [(one.address, one.phone) for one in listed(desk)] == [("她的地址", "13897123456")]


def test_an_administrator_neither_reads_nor_changes_the_list(office: Office) -> None:
    add(office.first)
    colleague(office, "admin", AccountRole.ADMINISTRATOR)
    theirs = office.desk("admin", LENT)
    for act in (lambda: companies.companies(theirs), lambda: companies.add_company(theirs, {"name": "甲"})):
        with pytest.raises(NotAllowed):
            act()


def test_a_case_is_filled_from_the_list_and_what_it_says_stays(office: Office) -> None:
    """As one step that is undone as one; a later change of either changes not the other."""
    desk = office.first
    case_id, key = registered(desk), add(desk, phone="13897123456")
    write(desk, case_id, address="案卷里的地址")
    party = respondent(desk, case_id)
    found = companies.of_party(desk, case_id, party.id)
    assert found is not None and found.id == key
    editing.save(desk, case_id, companies.filling(party, found))
    filled = respondent(desk, case_id)
    assert (filled.credit_code, filled.phone, filled.address) == (CODE, "13897123456", "案卷里的地址")
    companies.change_company(desk, key, {**TOLD, "phone": "13909710001"})
    write(desk, case_id, legal_representative="白某")
    assert respondent(desk, case_id).phone == "13897123456" and not listed(desk)[0].legal_representative
    assert companies.filling(filled, found) == []
    with pytest.raises(DeskError, match="organisation"):
        companies.filling(case_of(desk, case_id).applicants[0], found)
    history.undo(desk, case_id)
    history.undo(desk, case_id)
    assert respondent(desk, case_id).credit_code == ""


def test_particulars_of_a_case_are_kept_by_an_act_with_what_was_seen(office: Office) -> None:
    """First there is no such company; then a colleague changed what the person had not seen."""
    desk = office.first
    case_id = registered(desk)
    write(desk, case_id, credit_code=CODE, address="海湖大道1号")
    party = respondent(desk, case_id).id
    made = companies.keep_as_company(desk, party, case_id, None).result
    (seen,) = listed(desk)
    assert made == seen.id and (seen.credit_code, seen.address) == (CODE, "海湖大道1号")
    write(desk, case_id, address="五四大街2号", phone="13897123456")
    companies.change_company(desk, seen.id, {"address": "别处"})
    for known in (seen, None):
        with pytest.raises(Conflicts):
            companies.keep_as_company(desk, party, case_id, known)
    companies.keep_as_company(desk, party, case_id, listed(desk)[0])
    assert [(one.address, one.phone) for one in listed(desk)] == [("五四大街2号", "13897123456")]
    companies.remove_company(desk, seen.id)
    with pytest.raises(NotThere):
        companies.keep_as_company(desk, party, case_id, seen)


def test_nobody_keeps_from_a_case_that_is_not_theirs(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    add(desk)
    party = respondent(desk, case_id).id
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
    colleague(office, "boss", AccountRole.SUPERVISOR)
    for login in ("wang", "boss"):
        theirs = office.desk(login, LENT)
        with pytest.raises(NotAllowed):
            companies.keep_as_company(theirs, party, case_id, None)
    share(desk, case_id, wang)
    hers = office.desk("wang", LENT)
    (seen,) = listed(hers)
    companies.keep_as_company(hers, party, case_id, seen)
