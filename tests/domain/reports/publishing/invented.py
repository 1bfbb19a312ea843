"""An invented case with everything that must not be told, for the tests of publishing."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role

COMPANY = "西宁湟水谷文化传媒有限公司"
NOW = datetime(2024, 11, 25, 8, tzinfo=UTC)


def invented(workers: Sequence[str], company: str = COMPANY, *, phone: str = "1389712345",
             address: str = "青海省西宁市城中区南大街12号") -> Case:
    """Workers against a company, each with numbers; ``phone`` is completed by the worker's place."""
    case = Case(id=UUID(int=1), number="宁中劳调〔2024〕0001号", mediator_id=UUID(int=2),
                received_on=date(2024, 11, 25), created_at=NOW, source_reference="241125093011123456")
    for at, name in enumerate(workers):
        case.parties_all.append(Party(
            id=UUID(int=10 + at), case_id=case.id, position=at, role=Role.APPLICANT, name=name,
            phone=f"{phone}{at}", id_number=f"63010219900101001{at}", address=address,
            bank_account=f"622202123456789012{at}"))
    case.parties_all.append(Party(
        id=UUID(int=99), case_id=case.id, position=99, role=Role.RESPONDENT, kind=PartyKind.ORGANISATION,
        name=company, credit_code="91630103MA75ABCD12", legal_representative="周启明", address=address))
    return case
