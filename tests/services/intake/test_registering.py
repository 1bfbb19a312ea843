"""What is typed at intake is kept in one way, whoever calls."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui.case.rooms import id_number
from tests.offices import Office

CARD = id_number(21)


def registered(office: Office, *people: PartyDraft) -> UUID:
    made = registering.register(office.first, IntakeDraft(date(2024, 11, 25), parties=people))
    assert made.result is not None
    return made.result


def parties(office: Office, case_id: UUID) -> list[Party]:
    return reading.case(office.first, case_id).case.parties


def worker(name: str, **numbers: str) -> PartyDraft:
    return PartyDraft(Role.APPLICANT, name, PartyKind.PERSON, numbers)


def test_names_and_numbers_are_kept_in_one_writing(office: Office) -> None:
    case_id = registered(office, worker(" 扎西\u200b•才让\n", id_number=f"\u202d{CARD[:6]} {CARD[6:]}\u202c",
                                        phone="+86 138 0971 2001", address="城东区\u200b昆仑路"))
    one = parties(office, case_id)[0]
    assert (one.name, one.id_number, one.phone, one.address, one.sex) == (
        "扎西·才让", CARD, "13809712001", "城东区昆仑路", "male")


def test_an_edit_is_kept_in_the_same_writing(office: Office) -> None:
    case_id = registered(office, worker("冯雨"),
                         PartyDraft(Role.RESPONDENT, "云上・湟水", PartyKind.ORGANISATION))
    one, company = parties(office, case_id)
    editing.save(office.first, case_id, [
        editing.Edit("party", one.id, "name", "冯雨", "扎西．才让"),
        editing.Edit("party", one.id, "phone", "", "（0971）823-0155 转 8012"),
        editing.Edit("party", company.id, "credit_code", "", "91630100 ma75 2kx9 8h"),
        editing.Edit("party", company.id, "legal_representative", "", "阿卜杜拉•买买提")])
    one, company = parties(office, case_id)
    assert (one.name, one.phone) == ("扎西·才让", "0971-8230155转8012")
    assert (company.name, company.credit_code, company.legal_representative) == (
        "云上・湟水", "91630100MA752KX98H", "阿卜杜拉·买买提")


@pytest.mark.parametrize("again", [
    CARD, f"{CARD[:6]}-{CARD[6:14]}-{CARD[14:]}", f"{CARD[:9]}\u200b{CARD[9:]}", CARD[:6] + CARD[8:17]])
def test_nobody_is_an_applicant_twice(office: Office, again: str) -> None:
    """Also by the number of fifteen digits that the card had before."""
    case_id = registered(office, worker("冯雨", id_number=CARD))
    with pytest.raises(DeskError, match="冯雨 is in the case already") as refused:
        registering.add_parties(office.first, case_id, [worker("陈露"), worker("冯羽", id_number=again)])
    assert refused.value.field == "id_number"
    assert len(parties(office, case_id)) == 1


def test_an_applicant_may_represent_the_others_too(office: Office) -> None:
    case_id = registered(office, worker("冯雨", id_number=CARD))
    registering.add_party(office.first, case_id, PartyDraft(
        Role.REPRESENTATIVE, "冯雨", PartyKind.PERSON, {"id_number": CARD, "also_worker": True}))
    assert len(parties(office, case_id)) == 2
