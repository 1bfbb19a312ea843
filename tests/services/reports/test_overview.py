"""The overview against a slow recount, whatever happened to the cases; and the cases behind each number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import yuan
from mediation_desk.domain.reports.figures import Behind, Figure
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import (
    KindOfWork,
    Outcome,
    Refusal,
    Role,
    Satisfaction,
    Source,
    Station,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, registering
from mediation_desk.services.office import accounts
from mediation_desk.services.reports import overview as reports
from mediation_desk.store.tables.reports import day_totals
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import case_of, registered
from tests.services.reports.counted import every_case, figures_hold, slowly

JANUARY = Period.months(2025, 1)


def let_in(desk: Desk, login: str, name: str, *roles: AccountRole) -> None:
    """A colleague with a password of their own."""
    accounts.add(desk, accounts.AccountDraft(login, name, frozenset(roles), PASSWORD))


def supervisor(office: Office) -> Desk:
    """Somebody who answers for the office's figures."""
    let_in(office.first, "su", "苏主任", AccountRole.SUPERVISOR)
    return office.desk("su")


def figures(desk: Desk, period: Period = JANUARY, narrow: Narrow = reports.ALL) -> dict[str, Figure]:
    """The period's figures by key."""
    told = reports.overview(desk, period, narrow).now
    return {one.key: one for section in told.sections for one in section.figures}


def received(desk: Desk, day: date, workers: int = 1, source: Source = Source.WALK_IN,
             kind: KindOfWork = KindOfWork.COURIER) -> UUID:
    """A case of so many workers against one company."""
    people = [registering.PartyDraft(Role.APPLICANT, f"工人{number}") for number in range(workers)]
    made = registering.register(desk, registering.IntakeDraft(
        day, source=source, source_reference="250102", kind_of_work=kind,
        parties=[*people, registering.PartyDraft(Role.RESPONDENT, "湟源某速递有限公司")])).result
    assert made
    return made


def accepted(desk: Desk, day: date, **told: Any) -> UUID:
    """The same, accepted on that day."""
    made = received(desk, day, **told)
    registering.set_claims(desk, made, {case_of(desk, made).applicants[0].id: ["unpaid_wages"]})
    editing.save(desk, made, [editing.Edit("case", made, name, None, day)
                              for name in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, day)
    return made


# -- any history -------------------------------------------------------------------------

DAY = date(2025, 1, 2)


def _close(desk: Desk, case_id: UUID, how: int) -> object:
    outcomes = (Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.RECONCILED, Outcome.REFERRED)
    return closing.close(desk, case_id, DAY + timedelta(days=how), outcomes[how % 4], "说明", sure=True,
                         referred_to="某区劳动监察大队")


def _leave(desk: Desk, case_id: UUID, how: int) -> object:
    people = case_of(desk, case_id).applicants
    return registering.remove_party(desk, case_id, people[how % len(people)].id) if people else None


ACTS: Sequence[Callable[[Desk, UUID, int], object]] = (
    lambda desk, case_id, how: registering.add_party(desk, case_id, registering.PartyDraft(
        Role.APPLICANT, f"后来的工人{how}")),
    _leave,
    lambda desk, case_id, how: registering.ask_amounts(desk, case_id, {
        (one.worker_id, one.claim): yuan(f"{how}00.01") for one in case_of(desk, case_id).claims}),
    lambda desk, case_id, how: editing.save(desk, case_id, [editing.Edit(
        "case", case_id, "source", case_of(desk, case_id).source, list(Source)[how])]),
    lambda desk, case_id, how: editing.save(desk, case_id, [editing.Edit(
        "case", case_id, "received_on", case_of(desk, case_id).received_on, DAY - timedelta(days=how))]),
    lambda desk, case_id, how: registering.refuse(desk, case_id, DAY, Refusal.NO_CONSENT, f"理由{how}"),
    lambda desk, case_id, how: registering.void(desk, case_id, DAY, f"误登{how}"),
    lambda desk, case_id, how: registering.accept(desk, case_id, DAY + timedelta(days=how % 3)),
    _close, _close,
    lambda desk, case_id, how: closing.reopen(desk, case_id, f"重新办理{how}"),
    lambda desk, case_id, how: closing.take_back(desk, case_id),
    lambda desk, case_id, how: history.undo(desk, case_id),
    lambda desk, case_id, how: history.undo(desk, case_id),
    lambda desk, case_id, how: history.redo(desk, case_id),
)


@settings(max_examples=8, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(range(len(ACTS))), st.integers(0, 6)),
                      min_size=3, max_size=14))
def test_whatever_happened_to_the_cases_the_figures_are_what_a_recount_gives(
        office: Office, steps: list[tuple[int, int, int]]) -> None:
    desk = office.first
    ids = [accepted(desk, DAY, workers=2), registered(desk, ("温若晴", "路知夏"))]
    for which, act, how in steps:
        with suppress(DeskError):
            ACTS[act](desk, ids[which], how)
    figures_hold(desk)
    look = _all_of(office)
    told = figures(look)
    with desk.reading() as work:
        so = slowly(every_case(work), JANUARY.since, JANUARY.until)
    for key in so:
        figure = told[key]
        assert (figure.of[0] if figure.of else figure.value) == so[key], key
    assert all(check.holds for check in reports.reconciled(look, JANUARY))


def _all_of(office: Office) -> Desk:
    """The supervisor, who is made once."""
    with suppress(DeskError):
        return supervisor(office)
    return office.desk("su")


# -- by hand -----------------------------------------------------------------------------


def test_stock_and_received_are_closed_and_stock(office: Office) -> None:
    desk = office.first
    early = accepted(desk, date(2024, 12, 20))
    accepted(desk, date(2025, 1, 2), source=Source.HOTLINE)
    last = accepted(desk, date(2025, 1, 3), workers=12)
    closing.close(desk, early, date(2025, 1, 6), Outcome.NO_AGREEMENT, "谈不拢", sure=True)
    closing.close(desk, last, date(2025, 1, 10), Outcome.RECONCILED, "自行和解", sure=True)
    told = figures(supervisor(office))
    assert {key: told[key].value for key in ("stock_start", "received", "closed", "stock_end")} == {
        "stock_start": 1, "received": 2, "closed": 2, "stock_end": 1}
    assert (told["closed_no_agreement"].value, told["closed_reconciled"].value) == (1, 1)
    assert (told["collective"].value, told["collective_people"].value) == (1, 12)
    assert (told["people_received"].value, told["people_closed"].value) == (13, 13)
    assert told["settled_of_mediated"].of == (1, 2)
    assert told["settled_of_mediated"].value == 5000  # hundredths of a percent
    assert told["closed_of_all"].of == (2, 3)
    assert told["over"].value == 1  # accepted on 20 December, ended on 6 January
    assert (told["days_end_50"].value, told["days_end_90"].value) == (7, 17)
    december = figures(office.desk("su"), Period.months(2024, 12))
    assert (december["received"].value, december["stock_end"].value) == (1, 1)


def test_the_same_period_is_compared_with_the_one_before_and_the_year_before(office: Office) -> None:
    desk = office.first
    for day in (date(2024, 1, 5), date(2024, 12, 5), date(2024, 12, 6), date(2025, 1, 5)):
        received(desk, day)
    told = reports.overview(supervisor(office), JANUARY)
    counts = [next(one.value for one in period.sections[0].figures if one.key == "received")
              for period in (told.now, told.before, told.year_before)]
    assert counts == [1, 2, 1]


def test_every_number_opens_the_list_of_its_cases(office: Office) -> None:
    desk = office.first
    ids = [accepted(desk, date(2025, 1, day), workers=3 * day) for day in (2, 3, 4, 5)]
    closing.close(desk, ids[0], date(2025, 1, 7), Outcome.NO_AGREEMENT, "谈不拢", sure=True)
    closing.close(desk, ids[1], date(2025, 1, 8), Outcome.WITHDRAWN, "撤回", sure=True)
    look = supervisor(office)
    for figure in figures(look).values():
        if figure.behind is not None and figure.unit.value == "cases":
            rows = reports.behind(look, JANUARY, reports.ALL, figure.behind, 0, 50)
            assert len(rows) == figure.value, figure.key
    closed = reports.behind(look, JANUARY, reports.ALL, Behind(Event.CLOSED), 0, 50)
    assert [row.case_id for row in closed] == [ids[1], ids[0]]
    paged = [reports.behind(look, JANUARY, reports.ALL, Behind(None), at, 1) for at in range(3)]
    assert [row.case_id for page in paged for row in page] == [ids[3], ids[2]]


@pytest.mark.parametrize(("narrow", "count"), [
    (Narrow(sources=(Source.HOTLINE,)), 2), (Narrow(kinds=(KindOfWork.DRIVER,)), 2),
    (Narrow(sources=(Source.HOTLINE,), kinds=(KindOfWork.DRIVER,)), 1),
    (Narrow(sources=(Source.HOTLINE, Source.WALK_IN)), 4), (Narrow(stations=(Station.SORTING,)), 1),
    (Narrow(causes=("欠薪",)), 1), (Narrow(platforms=("没有这个平台",)), 0)])
def test_a_report_counts_only_what_it_is_narrowed_to(office: Office, narrow: Narrow, count: int) -> None:
    desk = office.first
    accepted(desk, date(2025, 1, 2), source=Source.HOTLINE)
    received(desk, date(2025, 1, 2), source=Source.HOTLINE, kind=KindOfWork.DRIVER)
    received(desk, date(2025, 1, 3), kind=KindOfWork.DRIVER)
    made = received(desk, date(2025, 1, 3))
    editing.save(desk, made, [editing.Edit("case", made, "cause", "", "欠薪")])
    look = supervisor(office)
    assert figures(look, narrow=narrow)["received"].value == count
    assert all(check.holds for check in reports.reconciled(look, JANUARY, narrow))


def test_a_mediator_reads_the_figures_of_their_own_cases_and_an_administrator_none(office: Office) -> None:
    received(office.first, date(2025, 1, 2))
    let_in(office.first, "qi", "祁小川", AccountRole.MEDIATOR)
    let_in(office.first, "guan", "管理员", AccountRole.ADMINISTRATOR)
    other = office.desk("qi")
    mine = received(other, date(2025, 1, 3))
    assert figures(other)["received"].value == 1
    assert reports.overview(other, JANUARY).now.own
    assert [row.case_id for row in reports.behind(other, JANUARY, reports.ALL, Behind(Event.RECEIVED), 0, 9)
            ] == [mine]
    assert figures(supervisor(office))["received"].value == 2
    with pytest.raises(NotAllowed):
        figures(office.desk("guan"))


def test_a_total_that_somebody_altered_does_not_reconcile(office: Office) -> None:
    received(office.first, date(2025, 1, 2))
    look = supervisor(office)
    assert all(check.holds for check in reports.reconciled(look, JANUARY))
    with office.first.store.engine.begin() as connection:
        connection.execute(update(day_totals).values(cases=day_totals.c.cases + 1))
    broken = [check.label for check in reports.reconciled(look, JANUARY) if not check.holds]
    assert "The day's totals of received cases = a recount" in broken


def test_the_rates_of_the_hotline_are_counted_by_orders_of_which_somebody_answered(office: Office) -> None:
    """Two orders in one case and a case without a noted order: of one order the last answered call says
    contacted and solved, of the other nobody answered, of the bare case not solved and not satisfied. So
    contacted 1 of 1, solved 1 of 2, satisfied 1 of 2: 30 + 35/2 + 35/2 = 65 of 100."""
    desk = office.first
    case_id, bare = (registering.register(desk, registering.IntakeDraft(
        date(2025, 1, 20), Source.HOTLINE, number)).result for number in ("1", "2"))
    assert case_id and bare
    first, second = (orders.note_order(desk, case_id, orders.OrderDraft(
        datetime(2025, 1, 20, 8), number=number)).result for number in ("11", "12"))
    on = date(2025, 1, 20)
    for draft in (closing.VisitDraft(on, order_id=first, contacted=True, solved=False),
                  closing.VisitDraft(on, order_id=first, contacted=True, solved=True),
                  closing.VisitDraft(on, order_id=first, connected=False, solved=False),
                  closing.VisitDraft(on, order_id=second, connected=False)):
        closing.visit(desk, case_id, draft)
    closing.visit(desk, bare, closing.VisitDraft(on, solved=False, satisfaction=Satisfaction.DISSATISFIED))
    told = {one.key: one for section in reports.overview(desk, Period(on, on)).now.sections
            for one in section.figures}
    assert [told[name].of for name in ("contacted", "solved", "satisfied")] == [(1, 1), (1, 2), (1, 2)]
    assert told["weighted"].value == 65_00
    assert told["solved"].behind is not None
    behind = reports.behind(desk, Period(on, on), reports.ALL, told["solved"].behind, 0, 9)
    assert [row.case_id for row in behind] == [case_id]
