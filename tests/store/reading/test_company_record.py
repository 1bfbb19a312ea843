"""The facts beside the cases know a company's earlier agreements."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.money import ZERO
from mediation_desk.domain.performance.record import Past
from mediation_desk.domain.text.findable import findable
from mediation_desk.store.reading.company_record import past_agreements
from tests.offices import Office
from tests.services.papers_desk import COMPANY, accepted, asked
from tests.services.settlement.test_payable import agreed


def test_signed_agreements_of_the_company_are_found_but_not_the_cases_own(office: Office) -> None:
    desk = office.first
    paid, own = agreed(desk, "9000"), asked(desk, accepted(desk))
    with desk.reading() as work:
        found = past_agreements(work.connection, findable(COMPANY), own, None)
        assert list(found) == [Past(ZERO, True, date(2024, 12, 10))]
        assert not past_agreements(work.connection, findable(COMPANY), paid, None)
        assert not past_agreements(work.connection, findable("别的公司"), own, None)
        assert not past_agreements(work.connection, findable(COMPANY), own, own)
