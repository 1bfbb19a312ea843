"""Can it be paid? What this store knows of the company, within the rights of whoever asks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.record import Record
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import payable, settling
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, terms

SIGNED, DUE = date(2024, 12, 3), date(2024, 12, 10)


def agreed(desk: Desk, paid: str = "", on: date = DUE) -> UUID:
    """An agreement of 9,000.00 due on 10 December, with five days of grace."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("9000", DUE))
    settling.sign(desk, case_id, SIGNED)
    if paid:
        booking.book(desk, case_id, PaymentDraft(on, yuan(paid)))
    return case_id


def test_what_became_of_the_companys_earlier_agreements_is_told_in_figures(office: Office) -> None:
    desk = office.first
    agreed(desk, "9000")
    agreed(desk, "9000", date(2024, 12, 16))
    agreed(desk, "100")
    case_id = asked(desk, accepted(desk))
    assert payable.record(desk, case_id) == Record(kept=1, late=1, broken=1)


def test_the_cases_own_agreement_is_not_counted(office: Office) -> None:
    assert payable.record(office.first, agreed(office.first, "9000")) == Record()


def test_a_mediator_is_told_of_their_own_cases_alone(office: Office) -> None:
    agreed(office.first, "9000")
    case_id = asked(office.first, accepted(office.first))
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR))
    hers = office.desk("wang", LENT)
    reading.case(hers, case_id)
    assert payable.record(hers, case_id) == Record()
    assert payable.record(office.first, case_id) == Record(kept=1)
