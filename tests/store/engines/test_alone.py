"""Of several desks that change the tables at once, one does it; the others wait, and are told."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.store import schema
from mediation_desk.store import store as stores
from mediation_desk.store.engines.alone import alone
from mediation_desk.store.store import Place, in_folder, on_server
from tests.faults import later_program
from tests.faults.test_migration import migrated
from tests.offices import CHEAP, PASSWORD, Office

SOON = 10


def same_place(office: Office) -> Place:
    """The place as another program on another computer comes to it."""
    return on_server(office.url) if office.url else in_folder(office.place.folder or pytest.fail())


def test_the_second_waits_until_the_first_is_through_and_is_told_once(office: Office) -> None:
    engine = office.first.store.engine
    entered, go, told, order = threading.Event(), threading.Event(), list[str](), list[str]()

    def first() -> None:
        with alone(engine):
            entered.set()
            assert go.wait(SOON)
            order.append("first")

    def second() -> None:
        with alone(engine, lambda: told.append("waiting") or go.set()):  # type: ignore[func-returns-value]
            order.append("second")

    with ThreadPoolExecutor(2) as people:
        one = people.submit(first)
        assert entered.wait(SOON)
        people.submit(second).result(SOON)
        one.result(SOON)
    assert (order, told) == (["first", "second"], ["waiting"])


def test_whoever_comes_when_nobody_is_at_it_is_told_nothing(office: Office) -> None:
    with alone(office.first.store.engine, pytest.fail) as connection:
        connection.execute(text("SELECT 1"))


def test_what_breaks_half_way_is_taken_back_and_lets_the_next_one_in(office: Office) -> None:
    engine = office.first.store.engine
    with pytest.raises(ZeroDivisionError), alone(engine) as connection:
        connection.execute(text("CREATE TABLE half (number INTEGER)"))
        _ = 1 / 0
    with alone(engine, pytest.fail) as connection:
        assert not connection.dialect.has_table(connection, "half")


@pytest.fixture
def with_a_case(office: Office) -> None:
    """The migration's own check wants one."""
    registering.register(office.first, registering.IntakeDraft(office.first.today))


@pytest.mark.usefixtures("with_a_case")
def test_two_desks_of_a_newer_program_migrate_once(office: Office, tmp_path: Path) -> None:
    """The first stands still while it makes its copy; the second comes then, waits, and finds it done."""
    copying, go, copies, told = threading.Event(), threading.Event(), list[str](), list[str]()
    office.first.store.close()

    def copy(who: str) -> None:
        copies.append(who)
        copying.set()
        assert go.wait(SOON)

    def waiting() -> None:
        told.append("waiting")
        go.set()

    def desk(who: str) -> Desk:
        return sign_in.sign_in(same_place(office), "chen", PASSWORD, office.around,
                               lambda _engine, _opened: copy(who), waiting)

    with later_program.installed(tmp_path / "scripts"), ThreadPoolExecutor(2) as people:
        first = people.submit(desk, "first")
        assert copying.wait(SOON)
        desks = [people.submit(desk, "second").result(SOON), first.result(SOON)]
        assert [migrated(one.store) for one in desks] == [True, True]
        for one in desks:
            one.store.close()
    assert (copies, told) == (["first"], ["waiting"])


def test_of_two_who_found_an_office_on_one_server_one_does(postgres_url: str,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    """Both looked while there was none; the second finds the first one's."""
    barrier, existing = threading.Barrier(2, timeout=SOON), Place.exists
    looks = threading.local()

    def exists(self: Place) -> bool:
        found = existing(self)
        if not getattr(looks, "done", False):
            looks.done = True
            barrier.wait()
        return found

    monkeypatch.setattr(Place, "exists", exists)

    def found(number: int) -> str:
        try:
            store = stores.found(on_server(postgres_url), f"chen{number}", PASSWORD, cost=CHEAP,
                                 account_id=UUID(int=number), store_id=UUID(int=number))
        except DeskError as refused:
            return str(refused.field)
        store.close()
        return "founded"

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(found, (1, 2))) == ["founded", "place"]


def test_a_reader_goes_on_meanwhile(office: Office) -> None:
    with alone(office.first.store.engine) as connection:
        schema.revision(connection)
        assert reading.mediators(office.first)
