"""What a case is found by."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.summary import search_words
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source


def case_of(*parties: Party) -> Case:
    made = Case(id=uuid4(), number="宁中劳调〔2024〕0001号", mediator_id=uuid4(),
                received_on=date(2024, 11, 25), source=Source.HOTLINE,
                source_reference="GD-2024-77", kind_of_work=KindOfWork.STREAMER,
                cause="追索劳动报酬", created_at=datetime(2024, 11, 25, tzinfo=UTC))
    made.parties_all = list(parties)
    return made


def party(role: Role, name: str, **particulars: object) -> Party:
    made = Party(id=uuid4(), case_id=UUID(int=0), position=0, role=role, name=name)
    for field, value in particulars.items():
        setattr(made, field, value)
    return made


def test_a_case_is_found_by_number_names_and_all_that_people_ask_for() -> None:
    words = search_words(case_of(
        party(Role.APPLICANT, "马晓岚", phone="138-0971-2001/(0971) 823-0155转8012",
              id_number="630102 19900307 002x"),
        party(Role.RESPONDENT, "云上湟水文化传媒有限公司", kind=PartyKind.ORGANISATION,
              credit_code="91630100MA752KX98H", legal_representative="李向东")))
    assert words.number == "宁中劳调〔2024〕0001号"
    assert words.names == ("马晓岚", "云上湟水文化传媒有限公司", "李向东")
    assert set(words.others) == {
        "一名网络主播", "1 live streamers", "追索劳动报酬", "GD-2024-77", "13809712001", "09718230155",
        "8012", "63010219900307002X", "91630100MA752KX98H"}


def test_who_was_removed_is_not_found_any_more() -> None:
    gone = party(Role.APPLICANT, "马晓岚", removed_at=datetime(2024, 11, 26, tzinfo=UTC))
    assert search_words(case_of(gone)).names == ()
