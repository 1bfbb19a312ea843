"""The form of a party: what it asks follows from what the party is."""

import pytest

from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.intake.party_detail import LINES, PartyDetail
from mediation_desk.gui.kit.fields.field import Field
from tests.gui.case.rooms import Room

PERSON = ["kind", "name", "id_number", "birth_date", "sex", "ethnicity", "phone", "address", "workplace",
          "bank_account"]
COMPANY = ["kind", "name", "credit_code", "legal_representative", "legal_representative_post", "phone",
           "address", "business"]
AGENT = ["name", "id_number", "phone", "address", "acts_for", "workplace", "authority"]
ELECTED = ["name", "id_number", "phone", "address", "acts_for", "also_worker"]


@pytest.mark.parametrize(("kind", "role", "asked"), [
    (PartyKind.PERSON, Role.APPLICANT, PERSON), (PartyKind.ORGANISATION, Role.RESPONDENT, COMPANY),
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
