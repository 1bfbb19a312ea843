"""Facts and totals are kept with each change, put together later, and counted anew where a form is older."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import delete, func, insert, select, update

from mediation_desk.domain.vocabulary import Role, Source
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.intake import orders, registering
from mediation_desk.store.reading.figures import keeping, proving
from mediation_desk.store.reading.figures.packed.kinds import PACKED
from mediation_desk.store.tables.reports import (
    case_facts,
    day_totals,
    figures_form,
    loose_facts,
    packed_facts,
)
from tests.offices import Office


def some_cases(office: Office, count: int = 4) -> None:
    """Cases of different days and sources."""
    for day in range(1, count + 1):
        made = registering.register(office.first, registering.IntakeDraft(date(2025, 1, day), parties=[
            registering.PartyDraft(Role.APPLICANT, f"工人{day}")])).result
        assert made
        editing.save(office.first, made, [editing.Edit("case", made, "received_on", date(2025, 1, day),
                                                       date(2024, 12, day))])


def rows(office: Office) -> int:
    with office.first.store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(day_totals)).scalar_one())


def whole(office: Office) -> bool:
    with office.first.store.engine.connect() as connection:
        return proving.wrong(connection) == proving.Wrong((), ())


def test_few_fresh_rows_are_left_alone_and_many_are_put_together(office: Office,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    some_cases(office)
    engine, before = office.first.store.engine, rows(office)
    assert keeping.fold(engine) == 0
    assert rows(office) == before
    monkeypatch.setattr(keeping, "FOLD_FROM", 1)
    assert keeping.fold(engine) == before
    assert rows(office) < before
    assert whole(office)
    some_cases(office, 2)  # on the same days again
    assert keeping.fold(engine) > 0
    assert whole(office)
    with engine.connect() as connection:
        keys = [keeping.key_of(row) for row in connection.execute(select(day_totals))]
    assert len(keys) == len(set(keys))
    assert keeping.fold(engine) == 0


def test_the_ledger_puts_them_together_on_its_way(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    some_cases(office)
    before = rows(office)
    monkeypatch.setattr(keeping, "FOLD_FROM", 1)
    office.first.store.tell_ledger(office.first.now)
    assert rows(office) < before


def test_totals_of_something_that_there_is_not_hinder_no_backup(office: Office,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    """As an altered row has them, or another desk's program of before."""
    some_cases(office)
    before = rows(office)
    monkeypatch.setattr(keeping, "FOLD_FROM", 1)
    with office.first.store.engine.begin() as connection:
        connection.execute(update(day_totals).where(day_totals.c.dim == "cause").values(dim="source,cause"))
    office.first.store.tell_ledger(office.first.now)
    assert rows(office) == before


def test_a_store_whose_figures_are_of_an_older_form_is_counted_anew_when_it_is_opened(office: Office) -> None:
    some_cases(office)
    with office.first.store.engine.begin() as connection:
        connection.execute(delete(case_facts))
        connection.execute(update(day_totals).values(cases=77))
        connection.execute(update(figures_form).values(form=0))
    assert not whole(office)
    office.desk()
    assert whole(office)
    with office.first.store.engine.connect() as connection:
        assert list(connection.scalars(select(figures_form.c.form))) == [keeping.FORM]


def test_totals_of_an_older_form_are_added_up_from_the_facts(office: Office) -> None:
    some_cases(office)
    with office.first.store.engine.begin() as connection:
        connection.execute(delete(day_totals).where(day_totals.c.dim == "site_id"))  # as of old
        connection.execute(update(figures_form).values(form=keeping.FACTS_SINCE))
    assert not whole(office)
    office.desk()
    assert whole(office)


def test_totals_of_more_than_one_fact_go_as_the_facts_are_packed(office: Office) -> None:
    """As the program before left them."""
    some_cases(office)
    with office.first.store.engine.begin() as connection:
        pair = {**connection.execute(select(day_totals).limit(1)).mappings().one(), "dim": "source,cause"}
        connection.execute(insert(day_totals).values({**pair, "seq": 10_000}))
        connection.execute(delete(loose_facts))
        connection.execute(update(figures_form).values(form=keeping.TOTALS_SINCE))
    office.desk()
    assert whole(office)
    with office.first.store.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(packed_facts)) == len(PACKED)


def test_a_change_that_no_figure_shows_writes_no_totals(office: Office) -> None:
    some_cases(office, 1)
    before = rows(office)
    with office.first.reading() as work:
        (case_id,) = work.connection.scalars(select(case_facts.c.case_id))
    editing.save(office.first, case_id, [editing.Edit("case", case_id, "facts_in_brief", "", "十月没有发")])
    assert rows(office) == before


@pytest.mark.parametrize("form", [keeping.TOTALS_SINCE, keeping.FACTS_SINCE, 0])
def test_what_was_said_of_several_orders_is_noted_where_the_form_is_older(office: Office, form: int) -> None:
    desk, on = office.first, date(2025, 1, 20)
    case_id = registering.register(desk, registering.IntakeDraft(on, Source.HOTLINE, "1")).result
    assert case_id
    for number, solved in (("11", True), ("12", False)):
        order = orders.note_order(desk, case_id, orders.OrderDraft(
            datetime(2025, 1, 20, 8), number=number)).result
        closing.visit(desk, case_id, closing.VisitDraft(on, order_id=order, solved=solved))
    with desk.store.engine.begin() as connection:
        noted = connection.scalar(select(case_facts.c.asked))
        connection.execute(update(case_facts).values(asked=None))
        connection.execute(delete(loose_facts))
        connection.execute(update(figures_form).values(form=form))
    assert noted and not whole(office)
    office.desk()
    assert whole(office)
