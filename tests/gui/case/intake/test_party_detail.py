"""One party's particulars: what its numbers tell, and what is asked of its kind."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Business, PartyKind, Role
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.intake.party_detail import LINES, PartyDetail, same
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import detail_of, page_of
from tests.gui.case.rooms import COMPANY, WORKERS, Room, editor, id_number, register


def test_an_id_number_tells_birth_date_and_sex_while_it_is_typed_and_they_are_saved(room: Room) -> None:
    number = detail_of(room).form.field("id_number")
    room.begin(number, id_number(11))
    assert number._message.text() == "1995-03-15, Male"
    QTest.keyClick(editor(number), Qt.Key.Key_Tab)
    room.settle()
    worker = room.case.applicants[0]
    assert (worker.birth_date, worker.sex) == (date(1995, 3, 15), "male")
    assert detail_of(room).form.field("birth_date").typed() == "1995-03-15"


def test_a_number_with_a_wrong_last_digit_is_warned_of_and_still_saved(room: Room) -> None:
    good = id_number(12)
    bad = good[:-1] + ("1" if good[-1] != "1" else "2")
    number = detail_of(room).form.field("id_number")
    room.type(number, bad)
    assert "does not fit the others" in number._message.text()
    assert number.error() == "" and room.case.applicants[0].id_number == bad


def test_a_number_is_read_as_one_of_its_kind_of_document_and_never_taken_for_it_unasked(room: Room) -> None:
    form = detail_of(room).form
    number, kind = form.field("id_number"), form.field("id_kind")
    room.type(number, "h1234567802")
    assert number._message.text() == ("Looks like: Travel permit for Hong Kong and Macao residents. "
                                      "Choose it if it is.")
    worker = room.case.applicants[0]
    assert (worker.id_number, worker.id_kind) == ("H1234567802", None)
    room.choose(kind, 1 + list(IdKind).index(IdKind.TAIWAN_TRAVEL))
    assert "number of another document: Travel permit for Hong Kong" in number._message.text()
    room.choose(kind, 1 + list(IdKind).index(IdKind.HM_TRAVEL))
    assert number._message.text() == "" and room.case.applicants[0].id_kind is IdKind.HM_TRAVEL
    room.type(number, id_number(11))
    assert "another document: Resident identity card" in number._message.text()
    assert room.case.applicants[0].birth_date is None


def test_what_is_kept_otherwise_than_typed_is_said_beside_the_name(room: Room) -> None:
    name = detail_of(room).form.field("name")
    room.type(name, "扎西•王\ue863")
    assert room.case.applicants[0].name == name.typed() == "扎西·王䶮"
    assert name._message.text() == "“U+E863” is kept as “䶮”.\nThe dot between the parts of the " \
                                   "name is kept as “·” (U+00B7)."
    address = detail_of(room).form.field("address")
    room.type(address, "\ue863村•1号")
    assert room.case.applicants[0].address == "䶮村•1号"
    assert address._message.text() == "“U+E863” is kept as “䶮”."


def test_a_company_has_a_credit_code_a_legal_representative_and_its_kind(room: Room) -> None:
    page_of(room).parties.choose(room.case.respondents[0].id)
    form = detail_of(room).form
    room.type(form.field("credit_code"), "91630123MA7XXXX")
    assert form.field("credit_code")._message.text() == "A credit code has 18 characters. This has 15."
    room.type(form.field("legal_representative"), "孙某")
    room.choose(form.field("business"), 1 + list(Business).index(Business.PLATFORM))
    company = room.case.respondents[0]
    assert (company.credit_code, company.legal_representative) == ("91630123MA7XXXX", "孙某")
    assert company.business is Business.PLATFORM


def test_an_applicant_can_turn_out_to_be_an_organisation(room: Room) -> None:
    room.choose(detail_of(room).form.field("kind"), 1)
    assert room.case.applicants[0].kind is PartyKind.ORGANISATION
    assert "credit_code" in detail_of(room).form.names()


def test_an_agent_names_whom_he_acts_for(room: Room) -> None:
    parties = page_of(room).parties
    next(act for act in parties.menu.actions() if act.text() == "Agent").trigger()
    room.settle()
    acts_for = detail_of(room).acts_for
    assert acts_for is not None
    room.choose(acts_for, 1)
    assert room.case.agents[0].acts_for == room.case.applicants[0].id


def test_a_number_shows_whole_only_to_whoever_goes_into_it_and_that_is_written_down(
        desk: Desk, open_case: Opener) -> None:
    number = id_number(31)
    case_id = register(desk, PartyDraft(Role.APPLICANT, "马晓兰", particulars={
        "id_number": number, "phone": "13809710001"}), PartyDraft(Role.RESPONDENT, COMPANY))
    room = open_case(case_id)
    form = detail_of(room).form
    line = editor(form.field("id_number"))
    assert isinstance(line, QLineEdit)
    assert line.text() == f"{number[:6]}********{number[-4:]}" and form.field("id_number").typed() == number
    line.setFocus()
    room.settle()
    assert line.text() == number
    looked = [one for one in history.timeline(desk, case_id) if one.entry.table == "unmaskings"]
    assert len(looked) == 1 and looked[0].who == "李调解"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    room.settle()
    assert number not in line.text() and room.case.applicants[0].id_number == number


def test_a_name_with_a_number_in_it_is_asked_about_and_kept(room: Room) -> None:
    name = detail_of(room).form.field("name")
    room.begin(name, "马晓兰13809710001")
    assert "holds a number" in name._message.text()
    QTest.keyClick(editor(name), Qt.Key.Key_Tab)
    room.settle()
    assert room.case.applicants[0].name == "马晓兰13809710001"


def test_a_namesake_on_the_same_side_is_asked_about_while_the_name_is_typed(room: Room) -> None:
    name = detail_of(room).form.field("name")
    room.begin(name, WORKERS[1])
    assert f"{WORKERS[1]} is in the case already." in name._message.text()
    room.begin(name, "马晓岚")
    assert "already" not in name._message.text()


def test_a_respondent_of_that_name_is_nobodys_double(room: Room) -> None:
    name = detail_of(room).form.field("name")
    room.begin(name, COMPANY)
    assert "already" not in name._message.text()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", list(PartyKind))
def test_every_part_in_the_case_asks_what_belongs_to_it(desk: Desk, tasks: Tasks, role: Role,
                                                       kind: PartyKind) -> None:
    case_id = register(desk, PartyDraft(role, "某", kind))
    bench = CaseBench(desk, tasks, case_id)
    bench.view = reading.case(desk, case_id)
    (party,) = bench.view.case.parties
    detail = PartyDetail(bench, party)
    asked = set(detail.form.names())
    acting, person = role in (Role.AGENT, Role.REPRESENTATIVE), party.kind is PartyKind.PERSON
    assert {"name", "phone", "address"} <= asked
    assert ("kind" in asked) is not acting and ("acts_for" in asked) is acting
    assert ("id_number" in asked) is person and ("credit_code" in asked) is not person
    assert ("authority" in asked) is (role is Role.AGENT)
    assert ("also_worker" in asked) is (role is Role.REPRESENTATIVE)
    assert ("bank_account" in asked) is (person and not acting)
    assert same(detail, party.id, party.kind, role) and not same(None, party.id, party.kind, role)
    detail.deleteLater()


def test_a_credit_code_that_does_not_add_up_is_warned_of_and_kept(room: Room) -> None:
    page_of(room).parties.choose(room.case.respondents[0].id)
    field = detail_of(room).form.field("credit_code")
    room.type(field, "91630123MA7ABCDE00")
    assert field._message.text() and field.error() == ""
    assert room.case.respondents[0].credit_code == "91630123MA7ABCDE00"


PERSON = ["kind", "name", "id_kind", "id_number", "birth_date", "sex", "ethnicity", "phone", "address",
          "workplace", "bank_account"]
ENTERPRISE = ["kind", "name", "credit_code", "legal_representative", "legal_representative_post", "phone",
           "address", "business"]
AGENT = ["name", "id_kind", "id_number", "phone", "address", "acts_for", "workplace", "authority"]
ELECTED = ["name", "id_kind", "id_number", "phone", "address", "acts_for", "also_worker"]


@pytest.mark.parametrize(("kind", "role", "asked"), [
    (PartyKind.PERSON, Role.APPLICANT, PERSON), (PartyKind.ORGANISATION, Role.RESPONDENT, ENTERPRISE),
    (PartyKind.PERSON, Role.AGENT, AGENT), (PartyKind.PERSON, Role.REPRESENTATIVE, ELECTED)])
def test_each_party_is_asked_for_what_such_a_party_has(room: Room, kind: PartyKind, role: Role,
                                                       asked: list[str]) -> None:
    first = room.case.parties[0]
    party = Party(id=first.id, case_id=first.case_id, position=0, role=role, kind=kind)
    detail = PartyDetail(room.window.bench, party, room.window)
    assert [field.name for field in detail.form.findChildren(Field)] == asked
    agent = role is Role.AGENT
    labels = {field.name: field.label.text() for field in detail.form.findChildren(Field)}
    assert labels["name"] == ("Name of the organisation" if kind is PartyKind.ORGANISATION else "Name")
    assert labels.get("workplace", "") == ("Law firm or workplace" if agent else
                                           "Workplace" if asked is PERSON else "")


def test_whatever_is_declared_has_its_line_but_what_the_window_sets_itself() -> None:
    """The order and the part in the case are given by the list of parties, the answers by the consents."""
    assert set(particulars(Party)) - set(LINES) == {"position", "role", "agreed_on", "declined_on"}
