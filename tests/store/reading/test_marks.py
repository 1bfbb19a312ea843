"""Marks of parties are kept with every change of a case, and made anew for a store that lacks them."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import delete, func, insert, select, update

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.store.reading import marks
from mediation_desk.store.tables.cases import cases
from mediation_desk.store.tables.desk import party_marks
from tests.gui.case.rooms import id_number
from tests.offices import Office
from tests.services.papers_desk import COMPANY, RECEIVED, case_of

CARD = id_number(21)


def registered(desk: Desk) -> UUID:
    made = registering.register(desk, IntakeDraft(RECEIVED, parties=[
        PartyDraft(Role.APPLICANT, "扎西·东珠", particulars={"id_number": CARD, "phone": "13897123456"}),
        PartyDraft(Role.APPLICANT, "冯雨"),
        PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION)])).result
    assert made
    return made


def kept(desk: Desk) -> list[str]:
    """The kinds of the marks in the store."""
    with desk.store.engine.connect() as connection:
        return sorted(connection.scalars(select(party_marks.c.kind)))


def wrong(desk: Desk) -> list[object]:
    with desk.store.engine.connect() as connection:
        return list(marks.otherwise(connection, list(connection.scalars(select(cases.c.id)))))


def test_marks_come_change_and_go_with_the_parties(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    assert kept(desk) == ["company_name", "document", "name_phone"]
    first, second = case_of(desk, case_id).applicants
    editing.save(desk, case_id, [editing.Edit("party", second.id, "phone", "", "13809712001"),
                                 editing.Edit("party", first.id, "id_number", CARD, "")])
    assert kept(desk) == ["company_name", "name_phone", "name_phone"]
    registering.remove_party(desk, case_id, second.id)
    assert kept(desk) == ["company_name", "name_phone"]
    assert wrong(desk) == []


def test_a_store_without_marks_gets_them_when_it_is_opened(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.store.engine.begin() as connection:
        connection.execute(delete(party_marks))
    assert wrong(office.first) == [case_id]
    again = office.desk()
    assert len(kept(again)) == 3 and wrong(again) == []


def test_marks_of_other_words_are_made_anew(office: Office) -> None:
    """The words of legal forms may change with their file; each mark says by which it was made."""
    desk = office.first
    registered(desk)
    with desk.store.engine.begin() as connection:
        connection.execute(update(party_marks).values(mark="00000000:" + party_marks.c.mark))
    assert len(wrong(office.desk())) == 0


def test_what_is_current_is_left_alone(office: Office) -> None:
    """Even were a mark missing: only what is of another form, or none at all, is made anew."""
    desk = office.first
    registered(desk)
    with desk.store.engine.begin() as connection:
        connection.execute(delete(party_marks).where(party_marks.c.kind == "document"))
    office.desk()
    assert kept(desk) == ["company_name", "name_phone"]


def test_an_empty_store_needs_none(office: Office) -> None:
    marks.bring_up_to_date(office.first.store.engine)
    assert kept(office.first) == []


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_all_are_made_whatever_is_read_at_once(office: Office, monkeypatch: pytest.MonkeyPatch,
                                               at_once: int) -> None:
    desk = office.first
    for _ in range(2):
        registered(desk)
    monkeypatch.setattr(marks, "AT_ONCE", at_once)
    with desk.store.engine.begin() as connection:
        marks.file_all(connection)
    assert len(kept(desk)) == 6 and wrong(desk) == []


def test_a_mark_twice_is_otherwise(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    with desk.store.engine.begin() as connection:
        row = dict(connection.execute(select(party_marks).limit(1)).mappings().one())
        number = int(connection.execute(select(func.max(party_marks.c.seq))).scalar_one())
        connection.execute(insert(party_marks).values({**row, "seq": number + 1}))
    assert wrong(desk) == [case_id]
    assert reading.case(desk, case_id).case.parties
