"""What was said last is found once in a query, whatever else is asked for beside it."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.domain.payments.promises import latest_promise
from mediation_desk.store.reading.dues.conditions import against, last_notes, last_promises
from tests.store.reading.dues.owing import COMPANIES, Owing, day


@pytest.mark.parametrize("engine", ["postgresql+psycopg", "sqlite"])
def test_notes_and_promises_are_worked_out_before_the_rest_on_both_engines(engine: str) -> None:
    """Beside a company's name they would else be worked out anew for every row."""
    dialect = make_url(f"{engine}://").get_dialect()()
    asked = str(select(last_promises()).compile(dialect=dialect))
    assert asked.count("AS MATERIALIZED") == 2


def test_of_each_case_the_last_note_and_the_last_promise_count(owing: Owing) -> None:
    with owing.desk.reading() as work:
        last = {row.case_id: row.id for row in work.connection.execute(select(last_notes()))}
        promised = {row.case_id: (row.promised_on, int(row.paid_))
                    for row in work.connection.execute(select(last_promises()))}
    by_hand = {case.id: max(case.payment_notes, key=lambda one: (one.spoken_on, one.id)).id
               for case in owing.cases if case.payment_notes}
    made = {case.id: latest_promise(case.payment_notes, case.payments) for case in owing.cases}
    assert last == by_hand and last
    assert promised == {key: (one.promised_on, one.paid.fen) for key, one in made.items() if one}


def test_a_companys_broken_promises_are_found_in_a_moment(owing: Owing) -> None:
    """Every section together with a company: the two engines plan it the same way as without."""
    with owing.desk.reading() as work:
        for section in Section:
            every = list(work.dues.every(day(owing.desk), DueFilter(section)))
            theirs = list(work.dues.every(day(owing.desk), DueFilter(section, company=COMPANIES[1][:4])))
            assert [(one.case.number, one.number) for one in theirs] == [
                (one.case.number, one.number) for one in every if COMPANIES[1][:4] in one.case.respondent]


def test_signs_of_a_pattern_in_a_companys_name_mean_themselves(owing: Owing) -> None:
    with owing.desk.reading() as work:
        found = set(work.connection.scalars(against("%_跑腿")))
    assert found == {case.id for case in owing.cases if case.respondents[0].name == COMPANIES[2]}
