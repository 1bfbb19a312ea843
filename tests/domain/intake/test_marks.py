"""Marks: the same for every writing of one person or company, others for others."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.intake.company_names import LegalForms
from mediation_desk.domain.intake.marks import MarkKind, Typed, form_of, marks
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.library.companies import shipped_companies
from tests.gui.case.rooms import id_number

FORMS = shipped_companies()
CARD = id_number(21)


def kinds(somebody: Typed) -> set[MarkKind]:
    return {one.kind for one in marks(somebody, FORMS)}


def test_a_party_is_known_by_what_is_typed_of_it_in_another_writing() -> None:
    party = Party(id=UUID(int=1), case_id=UUID(int=2), position=0, role=Role.APPLICANT, name="扎西·东珠",
                  id_number=CARD, phone="13897123456/0971-8230155")
    typed = Typed(name="扎西东珠", id_number=f"{CARD[:6]} {CARD[6:]}", phone="138 9712 3456")
    assert {one.kind for one in marks(party, FORMS) & marks(typed, FORMS)} == {
        MarkKind.DOCUMENT, MarkKind.NAME_PHONE}
    assert len(marks(party, FORMS)) == 3  # each of two numbers with the name


def test_an_old_card_and_the_new_one_are_of_one_person() -> None:
    born = Typed(id_number="632123198204050019")
    assert marks(born, FORMS) == marks(Typed(id_number="632123820405001"), FORMS)


def test_a_name_or_a_number_alone_marks_no_person() -> None:
    assert kinds(Typed(name="冯雨")) == kinds(Typed(phone="13897123456")) == kinds(Typed()) == set()
    assert kinds(Typed(name="冯雨", phone="没有")) == set()


def test_a_company_is_marked_by_its_code_and_by_its_name() -> None:
    company = Typed(PartyKind.ORGANISATION, "湟水快送（西宁）有限公司", credit_code="91630100ma752test4")
    other = Typed(PartyKind.ORGANISATION, "湟水快送(西宁)公司", credit_code="91630100MA752TEST4")
    assert marks(company, FORMS) == marks(other, FORMS)
    assert kinds(company) == {MarkKind.COMPANY_CODE, MarkKind.COMPANY_NAME}
    assert kinds(Typed(PartyKind.ORGANISATION, id_number=CARD, phone="13897123456")) == set()


def test_other_words_of_legal_forms_make_other_marks() -> None:
    """So that a store filed by former words is known to be so."""
    other = LegalForms(("有限公司",))
    company = Typed(PartyKind.ORGANISATION, "湟水快送有限公司")
    assert form_of(other) != form_of(FORMS)
    assert not marks(company, other) & marks(company, FORMS)
    assert all(one.mark.startswith(form_of(FORMS)) for one in marks(company, FORMS))


def test_nothing_of_a_mark_is_shown_where_one_is_printed() -> None:
    assert CARD[6:] not in repr(marks(Typed(id_number=CARD), FORMS)) + repr(Typed(id_number=CARD))
