"""What is still to be paid is read as the cases have it, to the fen, whatever is asked and in any order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.payments.dues import SORTABLE, Due, DueFilter, Section, Sum, dues, sections_of
from mediation_desk.domain.sites import HERE, chosen
from mediation_desk.domain.summary import summarise
from mediation_desk.store.work.work import Actor
from tests.store.reading.dues.owing import EAST, TODAY, Owing, day

Listed = list[tuple[str, int, date, date, tuple[str, ...], Money, Money, object, bool]]


def by_hand(owing: Owing, cases: Sequence[Case], today: date, section: Section | None = None) -> list[Due]:
    """The slow, obvious way: every case's own ledger."""
    found, desk = [], owing.desk
    for case in cases:
        workers = frozenset(worker.id for worker in case.applicants)
        for one in dues(case, summarise(case, desk.calendar, desk.now), today):
            where = sections_of(one, day(desk, today), case.payment_notes, case.reminders, workers)
            if section is None or section in where:
                found.append(one)
    return found


def told(found: Sequence[Due]) -> Listed:
    return [(one.case.number, one.number, one.due_on, one.agreed_on, one.payers, one.amount, one.owed,
             one.promise, one.is_first) for one in found]


def summed(found: Sequence[Due]) -> Sum:
    return Sum(len(found), total(one.owed for one in found))


@pytest.mark.parametrize("later", [0, 12, 60])
def test_every_section_holds_what_the_ledgers_of_the_cases_say(owing: Owing, later: int) -> None:
    """Looked at on three days: the page, the count and the sum of every section."""
    desk, today, met = owing.desk, TODAY + timedelta(days=later), set()
    with desk.reading() as work:
        totals = work.dues.totals(day(desk, today), DueFilter())
        for section in (None, *Section):
            wanted, expected = DueFilter(section), by_hand(owing, owing.cases, today, section)
            page = work.dues.page(day(desk, today), wanted, 0, 1000)
            assert sorted(told(page)) == sorted(told(expected)), section
            assert [one.due_on for one in page] == sorted(one.due_on for one in expected)
            assert totals.of(section) == summed(expected), section
            assert work.dues.count(day(desk, today), wanted) == len(expected)
            met |= {section} if expected else set()
    assert later or met == {None, *Section}, "an office that has of everything"


@pytest.mark.parametrize("sort", SORTABLE)
def test_every_order_is_the_same_list_page_by_page_and_turns_round(
        owing: Owing, sort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also from where on the rows before are no more met one by one."""
    monkeypatch.setattr("mediation_desk.store.reading.dues.dues.DEEP", 14)
    today = day(owing.desk)
    with owing.desk.reading() as work:
        up = list(work.dues.every(today, DueFilter(sort=sort)))
        pages = [one for at in range(0, len(up), 7)
                 for one in work.dues.page(today, DueFilter(sort=sort), at, 7)]
        down = list(work.dues.every(today, DueFilter(sort=sort, descending=True)))
    keys = [one.due_on if sort == "due_on" else one.owed if sort == "owed" else one.case.number for one in up]
    assert told(pages) == told(up) == list(reversed(told(down)))
    assert keys == sorted(keys)


@pytest.mark.parametrize("words", ["湟水", "%_跑腿 exp", "没有这家"])
def test_one_asks_for_the_cases_of_mediators_and_against_companies(owing: Owing, words: str) -> None:
    """Narrowed, the totals are those of what is listed."""
    today = day(owing.desk)
    for wanted in (DueFilter(company=words), DueFilter(mediators=(owing.other,)), DueFilter(sites=(EAST,)),
                   DueFilter(sites=(HERE,)), DueFilter(Section.BROKEN, (owing.other,), words)):
        expected = [one for one in by_hand(owing, owing.cases, TODAY, wanted.section)
                    if wanted.company.lower() in one.case.respondent.lower()
                    and (not wanted.mediators or one.case.mediator_id in wanted.mediators)
                    and (not wanted.sites or chosen(one.case.site_id) in wanted.sites)]
        with owing.desk.reading() as work:
            assert sorted(told(work.dues.page(today, wanted, 0, 999))) == sorted(told(expected))
            assert work.dues.totals(today, wanted).of(wanted.section) == summed(expected)
            assert work.dues.count(today, wanted) == len(expected)


def test_a_mediator_sees_their_own_and_who_only_keeps_the_house_nothing(owing: Owing) -> None:
    desk, theirs = owing.desk, [one for one in owing.cases if one.mediator_id == owing.other]
    who = Actor(account_id=owing.other, verb="read", now=desk.now)
    with desk.store.work(who, desk.calendar, reading=True) as work:
        expected = by_hand(owing, theirs, TODAY)
        assert sorted(told(work.dues.page(day(desk), DueFilter(), 0, 99))) == sorted(told(expected))
        assert work.dues.totals(day(desk), DueFilter()).all == summed(expected)
        work.lists.reach(all_cases=False, own_cases=False)
        assert work.dues.page(day(desk), DueFilter(), 0, 99) == []
        assert work.dues.totals(day(desk), DueFilter()).all == Sum()
        assert work.dues.count(day(desk), DueFilter(Section.PROMISED)) == 0


def test_the_instalments_of_one_case_are_read_by_themselves(owing: Owing) -> None:
    case = next(case for case in owing.cases if len(by_hand(owing, [case], TODAY)) > 1)
    with owing.desk.reading() as work:
        found = work.dues.of_case(day(owing.desk), case.id)
    assert sorted(told(found)) == sorted(told(by_hand(owing, [case], TODAY)))


def test_a_page_takes_as_many_queries_for_a_hundred_as_for_one(owing: Owing) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    counts = []
    with owing.desk.reading() as work:
        event.listen(work.connection, "before_cursor_execute", note)
        for limit in (1, 100):
            asked.clear()
            work.dues.page(day(owing.desk), DueFilter(), 0, limit)
            counts.append(len(asked))
    assert counts[0] == counts[1] == 6
