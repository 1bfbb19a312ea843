"""What a line tells besides its case is read for many cases together, and as the case has it."""

from __future__ import annotations

from mediation_desk.domain.payments.dues import payers_of
from mediation_desk.domain.summary import summarise
from mediation_desk.store.reading.dues.details import Details
from tests.store.reading.dues.owing import Owing


def test_each_instalment_tells_its_day_its_amount_and_who_owes_it(owing: Owing) -> None:
    desk = owing.desk
    with desk.reading() as work:
        details = Details(work.connection, [case.id for case in owing.cases])
    for case in owing.cases:
        agreement = case.signed_agreement
        for part in agreement.instalments:
            line = summarise(case, desk.calendar, desk.now)
            told = details.due(line, part.number, part.due_on, part.amount, 1)
            assert (told.agreed_on, told.amount, told.grace_days) == (
                part.due_on, part.amount, agreement.grace_days)
            assert told.payers == tuple(one.name for one in payers_of(case, agreement))
            assert told.is_first == (part.number == 1)


def test_of_no_case_nothing_is_asked(owing: Owing) -> None:
    with owing.desk.reading() as work:
        assert Details(work.connection, [])._promises == {}
