"""What is published of a form cannot be worked back, and says nothing else of single cases."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Form
from mediation_desk.domain.reports.forms.publishing import gathered, is_part, publish
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.vocabulary import Outcome, Source
from mediation_desk.domain.words import DeskError
from tests.domain.reports.forms.counted import JANUARY, cases, filled, form_of, told
from tests.domain.reports.forms.test_filling import COUNTED, SHIPPED, TABLE

USUAL = Thresholds()


def form(of: Form, facts: list[CaseFacts]) -> FilledForm:
    return FilledForm(of, JANUARY, Narrow(), filled(of, facts, public=True), (), False, JANUARY.until)


@pytest.mark.parametrize("name", sorted(SHIPPED))
@given(facts=cases())
def test_no_small_count_of_any_shipped_form_is_shown(name: str, facts: list[CaseFacts]) -> None:
    try:
        tables, hidden = publish(form(SHIPPED[name], facts), USUAL)
    except DeskError as refused:  # so few cases that nothing is left to hide it behind: it is named
        assert refused.sentence.particulars["table"]
        return
    signs = 0
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                signs += bool(cell.sign)
                assert not (cell.sign and cell.value is not None)
                assert (cell.behind, cell.of, cell.count, cell.largest) == (None, None, 0, 0)
                assert not cell.left_out
                if cell.unit.value in ("cases", "people"):
                    assert cell.value not in (1, 2, 3, 4)
    assert signs == hidden


def month_of(chance: Random) -> list[CaseFacts]:
    """The cases of a small office's month: one to twenty-five, as they end."""
    return [told(at, **ended(chance)) for at in range(chance.randint(1, 25))]


def ended(chance: Random) -> dict[str, Any]:
    day = date(2025, 1, chance.randint(1, 24))
    outcome, claimed = chance.choice([None, None, *ENDS]), Money(chance.randint(1_000, 50_000) * 100)
    agreed = Money(int(claimed.fen * chance.uniform(0.5, 1))) if outcome in SIGNED else Money(0)
    paid = agreed if outcome is Outcome.PERFORMED else Money(0)
    women = chance.randint(0, 1)
    open_ = {"received_on": day, "source": chance.choice(list(Source)[:4]), "women": women, "men": 1 - women,
             "claim": chance.choice(["unpaid_wages", "double_wage", "gig_pay"]), "claimed": claimed,
             "decided_on": day, "days_to_decision": 0, "registered_on": day, "days_to_registration": 0}
    end = {"outcome": outcome, "closed_on": day + timedelta(days=7), "days_to_end": 7, "computed": claimed}
    signed = {"signed_on": day + timedelta(days=7), "last_due_on": day + timedelta(days=7),
              "kept": outcome is Outcome.PERFORMED}
    return open_ | (end if outcome else {}) | (signed if outcome in SIGNED else {}) | {
        "agreed": agreed, "paid": paid, "outstanding": Money(agreed.fen - paid.fen)}


SIGNED = (Outcome.PERFORMED, Outcome.AGREEMENT)
ENDS = (*SIGNED, Outcome.PERFORMED, Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.RECONCILED)


@pytest.mark.parametrize("name", ["monthly", "ma1"])
def test_no_ordinary_month_of_a_small_office_is_refused(name: str) -> None:
    for seed in range(40):
        publish(form(SHIPPED[name], month_of(Random(seed))), USUAL)


def test_what_is_left_between_two_printed_figures_is_not_told() -> None:
    """Eight cases, seven of them collective: the two figures side by side would tell of the one."""
    both = form_of(TABLE + COUNTED + """
[[tables.rows]]
id = "all"
zh = "全部"
en = "All"
[[tables.rows]]
id = "many"
zh = "集体"
en = "Collective"
where = { collective = true }
""")
    facts = [told(at, collective=at > 0) for at in range(8)]
    tables, hidden = publish(form(both, facts), USUAL)
    assert hidden == 1
    assert [row.cells[0].sign for row in tables[0].rows].count("") == 1
    tables, hidden = publish(form(both, [told(at, collective=at > 4) for at in range(10)]), USUAL)
    assert hidden == 0


def test_rows_of_what_is_published_stand_in_no_order_of_their_counts() -> None:
    hot = SHIPPED["bulletin"]
    facts = [told(at, JANUARY.until, claim="unpaid_wages" if at else "double_wage") for at in range(9)]
    rows = [[row.label.zh for row in filled(hot, facts, public=public)[1].rows] for public in (False, True)]
    assert rows == [["劳动报酬", "订立劳动合同"], ["劳动报酬", "订立劳动合同"]]
    facts = [told(at, JANUARY.until, claim="double_wage" if at else "unpaid_wages") for at in range(9)]
    rows = [[row.label.zh for row in filled(hot, facts, public=public)[1].rows] for public in (False, True)]
    assert rows == [["订立劳动合同", "劳动报酬"], ["劳动报酬", "订立劳动合同"]]


def test_the_same_count_printed_in_two_tables_is_hidden_in_both() -> None:
    twice = form_of(TABLE + COUNTED + """
[[tables.rows]]
id = "all"
zh = "全部"
en = "All"
[[tables]]
id = "u"
zh = "表二"
en = "Second"
""" + COUNTED + """
[[tables.rows]]
id = "again"
zh = "合计"
en = "All"
""")
    _tables, hidden = publish(form(twice, [told(1), told(2)]), USUAL)
    assert hidden == 2
    gathering = gathered(twice, JANUARY, filled(twice, [told(1)], public=True), USUAL)
    assert any(one.is_equality for one in gathering.relations)


def test_a_figure_below_nothing_is_not_published_and_is_named() -> None:
    less = form_of(TABLE + COUNTED + """
[[tables.columns]]
id = "closed"
zh = "结案"
en = "Closed"
event = "closed"
[[tables.columns]]
id = "net"
zh = "净增"
en = "Net"
sum = ["closed"]
less = ["received"]
[[tables.rows]]
id = "all"
zh = "全部"
en = "All"
""")
    with pytest.raises(DeskError) as refused:
        publish(form(less, [told(1)]), USUAL)
    assert refused.value.sentence.particulars == {"table": "表一", "row": "全部", "column": "净增"}


def test_a_part_satisfies_the_whole_and_is_not_it() -> None:
    closed = (("outcome", ("agreement", "performed")),)
    assert is_part((), closed)
    assert is_part(closed, (("outcome", ("agreement",)), ("over", ("true",))))
    assert not is_part(closed, closed)
    assert not is_part(closed, ())


@pytest.mark.parametrize(("name", "table", "few"), [("annual", "outcomes", "by/performed"),
                                                   ("own_month", "outcomes", "by/performed")])
def test_a_small_outcome_is_not_what_the_results_leave_over(name: str, table: str, few: str) -> None:
    """Of 20 settled two were performed: settled less agreed less reconciled, in another table, told of them;
    and what was withdrawn was mediated less settled less failed."""
    ended = {Outcome.PERFORMED: 2, Outcome.AGREEMENT: 10, Outcome.RECONCILED: 8, Outcome.NO_AGREEMENT: 7,
             Outcome.WITHDRAWN: 6, Outcome.REFUSED: 9, Outcome.REFERRED: 11}
    facts = [told(100 * at + each, closed_on=JANUARY.until, outcome=outcome, claimed=Money(100_000),
                  computed=Money(90_000), agreed=Money(50_000), paid=Money(20_000), outstanding=Money(30_000))
             for at, (outcome, count) in enumerate(ended.items()) for each in range(count)]
    tables = {one.id: one for one in publish(form(SHIPPED[name], facts), USUAL)[0]}
    outcomes = {row.id: row.cells[0] for row in tables[table].rows}
    settled, mediated = tables["results"].rows[0].cells[:2]
    assert outcomes[few].value is None
    assert None in (settled.value, outcomes["by/agreement"].value, outcomes["by/reconciled"].value)
    if outcomes["by/withdrawn"].value is None:
        assert None in (settled.value, mediated.value, outcomes["by/no_agreement"].value)


def test_a_form_that_counts_together_what_its_columns_tell_apart_hides_in_both_tables() -> None:
    """Two agreements and eight reconciled, ten settled further down: the ten would tell the two."""
    ended = {Outcome.AGREEMENT: 2, Outcome.RECONCILED: 8, Outcome.NO_AGREEMENT: 9, Outcome.WITHDRAWN: 9}
    facts = [told(100 * at + each, closed_on=JANUARY.until, outcome=outcome, claimed=Money(100_000),
                  computed=Money(90_000), agreed=Money(50_000), paid=Money(20_000), outstanding=Money(30_000))
             for at, (outcome, count) in enumerate(ended.items()) for each in range(count)]
    first, second = publish(form(SHIPPED["ma1"], facts), USUAL)[0]
    cells = {column.id: cell for column, cell in zip(first.columns, first.rows[0].cells, strict=True)}
    settled = second.rows[0].cells[[one.id for one in second.columns].index("settled")]
    assert cells["agreement"].value is None
    assert settled.value is None or cells["reconciled"].value is None
