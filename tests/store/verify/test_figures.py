"""A verification counts the figures again, and names the case or the day that does not add up."""

from __future__ import annotations

from sqlalchemy import delete, text, update

from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.reports import case_facts, day_totals, figures_form
from mediation_desk.store.verify.findings import Damage
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, registered


def damages(office: Office) -> list[tuple[Damage, str, str]]:
    return [(one.damage, one.row, one.table) for one in upkeep.prove(office.first)]


def change(office: Office, *statements: object) -> None:
    with office.first.store.engine.begin() as connection:
        for one in statements:
            connection.execute(one)  # type: ignore[call-overload]


def test_facts_that_are_others_or_gone_are_named_by_their_case(office: Office) -> None:
    case_id = registered(office.first)
    assert damages(office) == []
    change(office, update(case_facts).values(people=77))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]
    change(office, text("UPDATE case_facts SET source = 'nowhere'"))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]
    change(office, delete(case_facts))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]


def test_a_day_that_does_not_add_up_is_named_once(office: Office) -> None:
    registered(office.first)
    change(office, update(day_totals).values(people=day_totals.c.people + 1))
    assert damages(office) == [(Damage.TOTALS, f"{RECEIVED}", "day_totals")]
    change(office, delete(day_totals))
    assert damages(office) == [(Damage.TOTALS, f"{RECEIVED}", "day_totals")]


def test_totals_of_something_that_there_is_not_cannot_be_read(office: Office) -> None:
    registered(office.first)
    change(office, text("UPDATE day_totals SET event = 'forgotten'"))
    assert damages(office) == [(Damage.TABLE_UNREADABLE, "", "day_totals")]


def test_the_form_of_the_figures_is_looked_at_too(office: Office) -> None:
    change(office, update(figures_form).values(form=9))
    assert damages(office) == [(Damage.ROW_ALTERED, "9", "figures_form")]


def test_where_a_case_itself_was_altered_its_figures_are_not_judged(office: Office) -> None:
    registered(office.first)
    registered(office.first)
    change(office, text("UPDATE parties SET phone = '19900000009'"))
    assert {damage for damage, _row, _table in damages(office)} == {Damage.ROW_ALTERED}
