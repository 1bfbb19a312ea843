"""All rows of a store out of one place and into another: every one, whatever the engines are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Engine, insert, select, text

from mediation_desk.domain.words import DeskError
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.store import schema
from mediation_desk.store import store as stores
from mediation_desk.store.exchange import rows
from mediation_desk.store.pace import Pace, Stopped, goes_on, nobody_looks
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import case_rows
from tests.offices import Office
from tests.services.papers_desk import registered

QUIET = Pace(nobody_looks, goes_on)


@pytest.fixture
def desk(office: Office) -> Desk:
    """Two cases, an exhibit and a draft."""
    registered(office.first)
    case_id = registered(office.first, ("祁文静",))
    data = b"%PDF-1.7" + bytes(range(256)) * 9000
    filing.add_files(office.first, case_id, [FileSource("工资.pdf", data=data)])
    drafts.keep(office.first, "facts", "十月")
    return office.first


@pytest.fixture(params=["embedded", "shared"])
def empty(request: pytest.FixtureRequest, tmp_path: Path, desk: Desk) -> Iterator[Engine]:
    """A new place of either kind, with the key of the store whose rows come."""
    (tmp_path / "new").mkdir()
    place = stores.in_folder(tmp_path / "new") if request.param == "embedded" else stores.on_server(
        request.getfixturevalue("postgres_url"))
    engine = place.connect(lambda: desk.store.opened.store_key)
    yield engine
    engine.dispose()


def exported(desk: Desk, pace: Pace = QUIET) -> list[bytes]:
    with desk.store.engine.connect().execution_options() as connection:
        return list(rows.messages(connection, pace))


def content(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in an order of no engine's making."""
    with engine.connect() as connection:
        return {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
                for table in metadata.sorted_tables}


def test_every_row_arrives_as_it_was_whichever_engines_meet(desk: Desk, empty: Engine) -> None:
    """The lines of lists are filed anew, so they are compared without the number that they count by."""
    told = rows.put(empty, exported(desk), QUIET, desk.store.journal_key)
    before, after = content(desk.store.engine), content(empty)
    for name in set(before) - {"case_rows", "agenda_rows"}:
        assert after[name] == before[name], name
    for name in ("case_rows", "agenda_rows"):
        assert sorted((row[1:] for row in after[name]), key=repr) == sorted(
            (row[1:] for row in before[name]), key=repr)
    assert told.rows == sum(map(len, before.values())) and told.cases == 2


def test_a_store_says_how_much_it_holds_and_who_works_there(desk: Desk) -> None:
    told = rows.read_inside(exported(desk)[0])
    person, = told.people.values()
    assert (person.name, [role.value for role in person.roles]) == ("陈守信", ["administrator", "mediator"])
    assert told.revision == schema.KNOWN[-1]
    assert told.counts["evidence_files"] == 1 and told.counts["drafts"] == 1 and told.newest_at is not None


def test_a_row_that_is_missing_or_too_many_is_noticed(desk: Desk) -> None:
    whole = exported(desk)
    assert rows.count_rows(whole, QUIET).rows > 0
    for wrong in (whole[:-1], [*whole, whole[-1]], whole[:1]):
        with pytest.raises(ValueError, match="missing"):
            rows.count_rows(wrong, QUIET)


def test_what_came_only_in_part_leaves_nothing_behind(desk: Desk, empty: Engine) -> None:
    with pytest.raises(ValueError, match="missing"):
        rows.put(empty, exported(desk)[:-1], QUIET, desk.store.journal_key)
    told = rows.put(empty, exported(desk), QUIET, desk.store.journal_key)
    assert told.cases == 2, "and the place is as empty as before"


def test_nothing_that_is_there_is_written_over(desk: Desk, empty: Engine) -> None:
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE mine (x INTEGER)"))
    with pytest.raises(DeskError, match="already is something") as told:
        rows.put(empty, exported(desk), QUIET, desk.store.journal_key)
    assert told.value.field == "place"


def test_rows_of_a_later_program_are_not_guessed_at(desk: Desk, empty: Engine) -> None:
    first, *others = exported(desk)
    later = msgspec.msgpack.encode({**msgspec.msgpack.decode(first), "revision": "9999"})
    with pytest.raises(schema.StoreTooNew, match="newer version") as told:
        rows.put(empty, [later, *others], QUIET, desk.store.journal_key)
    assert told.value.field == "backup"


def test_lines_made_later_count_on_behind_those_that_came(desk: Desk, empty: Engine) -> None:
    rows.put(empty, exported(desk), QUIET, desk.store.journal_key)
    with empty.begin() as connection:
        last = max(connection.scalars(select(case_rows.c.seq)))
        line = dict(connection.execute(select(case_rows)).mappings().first() or {})
        del line["seq"]
        made = connection.execute(insert(case_rows), [{**line, "case_id": desk.who.account_id}])
        assert made.rowcount in (1, -1)
        assert max(connection.scalars(select(case_rows.c.seq))) == last + 1


def test_who_stops_it_is_heard(desk: Desk) -> None:
    asked = iter(range(100))
    with pytest.raises(Stopped):
        exported(desk, Pace(nobody_looks, lambda: next(asked) >= 2))


def test_the_progress_ends_with_every_row(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    whole = exported(desk, Pace(lambda *at: told.append(at), goes_on))
    inside = rows.read_inside(whole[0])
    assert told[-1] == (inside.rows, inside.rows) and told == sorted(told)
