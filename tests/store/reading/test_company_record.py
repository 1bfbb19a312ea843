"""The facts beside the cases know a company's earlier agreements."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.intake.marks import Mark, Typed, marks
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.performance.record import Past
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services import editing
from mediation_desk.store.reading.company_record import past_agreements
from tests.offices import Office
from tests.services.papers_desk import COMPANY, accepted, asked, case_of
from tests.services.settlement.test_payable import agreed

FORMS = shipped_companies()
CODE, OTHER_CODE = "91630100MA75AAAA0X", "91630100MA75BBBB0Y"


def marked(name: str = COMPANY, code: str = "") -> frozenset[Mark]:
    return marks(Typed(PartyKind.ORGANISATION, name, credit_code=code), FORMS)


def test_signed_agreements_of_the_company_are_found_but_not_the_cases_own(office: Office) -> None:
    desk = office.first
    paid, own = agreed(desk, "9000"), asked(desk, accepted(desk))
    with desk.reading() as work:
        def found(but: UUID, mediator: UUID | None = None, name: str = COMPANY) -> list[Past]:
            return list(past_agreements(work.connection, marked(name), "", but, mediator))

        assert found(own) == [Past(ZERO, True, date(2024, 12, 10))]
        assert not found(paid) and not found(own, own) and not found(own, name="别的公司")


def test_the_company_is_known_by_its_code_and_in_any_writing_of_its_name(office: Office) -> None:
    desk = office.first
    paid, own = agreed(desk, "9000"), asked(desk, accepted(desk))
    company = case_of(desk, paid).respondents[0]
    editing.save(desk, paid, [editing.Edit("party", company.id, "credit_code", company.credit_code, CODE)])
    with desk.reading() as work:
        def found(name: str, code: str) -> int:
            return len(past_agreements(work.connection, marked(name, code), code, own, None))

        assert found("后来的名称", CODE) == 1, "renamed since"
        assert found(COMPANY.removesuffix("有限公司") + "（有限公司）", "") == 1
        assert found(COMPANY, OTHER_CODE) == 0, "another company of that name"
