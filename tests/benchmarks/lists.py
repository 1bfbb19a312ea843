"""A store with 100,000 cases: opening one, the pages of Cases, searching as one types, Today, a save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from sqlalchemy import event, select

from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.listing import SORTABLE, CaseFilter
from mediation_desk.domain.planning.entries import Span, days_of
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.services import drafts, editing, reading
from mediation_desk.services.calendar import planning
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import known
from mediation_desk.services.reports import case_list
from mediation_desk.store.tables.cases import parties
from tests.benchmarks.figures import Act, Figure, milliseconds
from tests.benchmarks.large_store import CASES, TODAY, LargeStore

SHOWN, FOUND, KNOWN = 100.0, 30.0, 20.0  # milliseconds
EXPORTED = 20.0  # seconds
PAGE = 100  # rows that the table of Cases fetches at a time
TYPED = {"two characters": ("马晓", "湟水"), "pinyin": ("ma", "maxiaolan"), "initials": ("mx", "km"),
         "digits": ("199", "2024"), "what every case has": ("宁", "公司", "s", "1")}
UNINDEXED = "updated_at"  # no column of Cases shows it


def figures(store: LargeStore) -> Iterator[Figure]:
    """What a person meets in an office that has registered 100,000 cases."""
    yield from _opening(store)
    yield from _pages(store)
    yield from _search(store)
    yield from _known(store)
    yield from _day(store)
    yield from _calendar(store)
    yield from _saving(store)
    yield from _exported(store)


def _opening(store: LargeStore) -> Iterator[Figure]:
    desk = store.supervisor

    def act() -> object:
        return reading.case(desk, store.streamers)

    took = milliseconds(act)
    yield Figure("opening a case (the streamers', closed, with all its rows)", took, "ms", SHOWN)
    yield Figure("  against the same queries in raw SQL", took / milliseconds(_raw(desk, act)), "x")


def _pages(store: LargeStore) -> Iterator[Figure]:
    desk = store.supervisor
    took = milliseconds(lambda: _page(desk, CaseFilter(), 0))
    raw = milliseconds(_raw(desk, lambda: _page(desk, CaseFilter(), 0)))
    yield Figure("first page of Cases, all 100,000 (rows and count)", took, "ms", SHOWN)
    yield Figure("  against the same queries in raw SQL", took / raw, "x")
    yield Figure("page of Cases at row 90,000", milliseconds(lambda: _page(desk, CaseFilter(), 90_000)), "ms",
                 SHOWN)
    deep = _slowest(lambda order, down: _page(desk, CaseFilter(sort=order, descending=down), CASES * 9 // 10))
    yield Figure("that page in any other order, the slowest", deep, "ms", SHOWN)
    for who, other in (("a mediator of 2,000", store.mediator), ("a mediator of forty", store.newcomer)):
        first = milliseconds(lambda desk=other: _page(desk, CaseFilter(), 0))  # type: ignore[misc]
        yield Figure(f"first page of Cases of {who} among 100,000", first, "ms", SHOWN)


def _slowest(page: Callable[[str, bool], object]) -> float:
    orders = [order for order in SORTABLE if order != UNINDEXED]
    return max(milliseconds(lambda o=order, d=down: page(o, d), rounds=5, warm=1)  # type: ignore[misc]
               for order in orders for down in (True, False))


def _page(desk: Desk, wanted: CaseFilter, offset: int) -> object:
    """As the page of Cases asks: how many, and the rows in sight."""
    return reading.count(desk, wanted), reading.page(desk, wanted, offset, PAGE)


def _search(store: LargeStore) -> Iterator[Figure]:
    desks = (store.supervisor, store.mediator, store.newcomer)
    for kind, texts in TYPED.items():
        took = _worst(desks, texts, reading.find)
        yield Figure(f"search as one types in Ctrl+K, {kind}", took, "ms", FOUND)
    for kind, texts in TYPED.items():
        yield Figure(f"search as one types in Cases, {kind}", _worst(desks, texts, _found), "ms", FOUND)


def _found(desk: Desk, typed: str) -> object:
    return reading.page(desk, CaseFilter(text=typed), 0, PAGE)


def _worst(desks: Sequence[Desk], texts: Sequence[str], ask: Callable[[Desk, str], object]) -> float:
    """The slowest text at the slowest desk."""
    return max(milliseconds(lambda d=desk, t=typed: ask(d, t), rounds=9)  # type: ignore[misc]
               for desk in desks for typed in texts)


def _known(store: LargeStore) -> Iterator[Figure]:
    """Sixty people, and companies that stand in dozens of cases, at a desk that sees some of these."""
    desk = store.mediator
    with desk.store.engine.connect() as connection:
        numbered = select(parties.c.id_number).where(parties.c.id_number != "")
        people = connection.execute(numbered.limit(60)).all()
        firms = connection.execute(select(parties.c.name).where(
            parties.c.kind == PartyKind.ORGANISATION).distinct().limit(20)).all()
    who = [Typed(id_number=one.id_number) for one in people]
    what = [Typed(PartyKind.ORGANISATION, one.name) for one in firms]
    for kind, asked, ask in (("a person", who, known.person), ("a company", what, known.company)):
        took = max(milliseconds(lambda t=one, a=ask: a(desk, t), rounds=5, warm=1)  # type: ignore[misc]
                   for one in asked)
        yield Figure(f"who is this: {kind} while being typed, the slowest", took, "ms", KNOWN)


def _day(store: LargeStore) -> Iterator[Figure]:
    for who, desk in (("all 100,000 cases", store.supervisor), ("a mediator of 2,000", store.mediator)):
        took = milliseconds(lambda d=desk: reading.day(d))  # type: ignore[misc]
        yield Figure(f"Today, for {who}", took, "ms", SHOWN)


def _calendar(store: LargeStore) -> Iterator[Figure]:
    since, until = days_of(Span.MONTH, TODAY)
    for who, desk in (("all 100,000 cases", store.supervisor), ("a mediator of 2,000", store.mediator)):
        took = milliseconds(lambda d=desk: planning.between(d, since, until))  # type: ignore[misc]
        yield Figure(f"a month of the calendar, for {who}", took, "ms", SHOWN)


def _saving(store: LargeStore) -> Iterator[Figure]:
    desk, numbers = store.mediator, count()
    row = reading.page(desk, CaseFilter(), 3, 1)[0]
    present = [reading.case(desk, row.case_id).case.facts_in_brief]

    def save() -> None:
        text = f"申请人称被申请人拖欠劳动报酬，双方对数额有争议。第{next(numbers)}稿"
        edit = editing.Edit("case", row.case_id, "facts_in_brief", present[0], text)
        editing.save(desk, row.case_id, [edit])
        present[0] = text

    took = milliseconds(save)
    yield Figure("saving a field (row, journal, summary, agenda, synced to disk)", took, "ms")
    yield Figure("keeping a draft while typing (synced to disk)",
                 milliseconds(lambda: drafts.keep(desk, "bench", "申请人称")), "ms")
    drafts.drop(desk, "bench")


def _exported(store: LargeStore) -> Iterator[Figure]:
    """Processor time, once: the list of all cases as a spreadsheet, row by row."""
    with TemporaryDirectory() as folder:
        began = process_time()
        case_list.export(store.supervisor, case_list.Wanted(CaseFilter()), str(Path(folder) / "list"),
        "zh_CN")
        took = process_time() - began
    yield Figure("the list of all 100,000 cases as a spreadsheet of 18 columns", took, "s", EXPORTED)


def _raw(desk: Desk, act: Act) -> Act:
    """The SELECTs that the act makes, word for word, straight through sqlcipher3."""
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    engine = desk.store.engine
    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    queries = [one for one in statements if one[0].startswith("SELECT")]

    def again() -> None:
        connection = engine.raw_connection()
        cursor = connection.cursor()
        for statement, parameters in queries:
            cursor.execute(statement, parameters).fetchall()
        connection.close()

    return again
