"""An office and its laptops, made once and copied for every example: who did what on either side, and home."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.merging import Rows
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.services.travel import homecoming, leaving, opening, returning
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from mediation_desk.store.travel.rows import Raw, as_rows, present
from tests import offices
from tests.offices import PASSWORD, Office
from tests.postgres import PostgresServer
from tests.services.two_desks import Act, Pair, Person

LAPTOPS = ("lenovo", "thinkpad")


@dataclass
class Template:
    """An office in a folder or a database, with nobody at it, and its laptops beside it."""

    folder: Path
    case_id: UUID
    departure: Rows
    database: str = ""


def depart(office: Office, folder: Path, stage: Stage, laptops: Sequence[str] = LAPTOPS) -> tuple[UUID, Rows]:
    """A case in that stage leaves with each laptop at the same moment; all desks are closed again."""
    case_id = Pair(office, stage).case_id
    rows = rows_of(office.first, case_id)
    for name in laptops:
        leaving.pack(office.first, leaving.Leaving((case_id,), laptop=name), folder / f"{name}.mdbag")
        opening.found(folder / name, folder / f"{name}.mdbag", PASSWORD, office.around).store.close()
    for desk in (office.first, *office.opened):
        desk.store.close()
    return case_id, rows


def raw_rows(desk: Desk, case_id: UUID) -> Raw:
    """The case's merged rows as they stand in a store, removed ones too."""
    with desk.reading() as work:
        return present(work.connection, case_id)


def rows_of(desk: Desk, case_id: UUID) -> Rows:
    """Those that stand."""
    return as_rows(raw_rows(desk, case_id))


class Side(Pair):
    """Somebody at one desk who does things to the case there; ``start``: where their own words begin."""

    def __init__(self, desk: Desk, case_id: UUID, start: int) -> None:
        self.case_id, self._number, self._desk = case_id, start, desk
        self.words, self.broken = self.stored()
        person = Person(desk, reading.case(desk, case_id).case)
        self.people = [person]
        self.look(person)
        person.wrote |= self.words

    @property
    def rows(self) -> Rows:
        """The case as it stands here."""
        return rows_of(self._desk, self.case_id)

    @property
    def desk(self) -> Desk:
        """Where they sit."""
        return self._desk

    def walk(self, moves: Sequence[tuple[Act, int, int]]) -> None:
        """Do one thing after the other, each on the case as it is by then."""
        for act, at, how in moves:
            self.move(0, act, at, how, True)


@dataclass
class Road:
    """An office and its laptops for one example."""

    office: Office
    case_id: UUID
    departure: Rows
    folder: Path
    laptops: dict[str, Desk] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """At the office."""
        return self.office.first

    def laptop(self, name: str = LAPTOPS[0]) -> Desk:
        """At a laptop."""
        if name not in self.laptops:
            self.laptops[name] = sign_in.sign_in(in_folder(self.folder / name), "chen", PASSWORD,
                                                 self.office.around)
            self.office.opened.append(self.laptops[name])
            reading.case(self.laptops[name], self.case_id)  # looked at, as whoever works there has
        return self.laptops[name]

    def side(self, name: str = "", start: int = 0) -> Side:
        """Somebody at the office, or at a laptop."""
        return Side(self.laptop(name) if name else self.desk, self.case_id, start)

    def pack(self, name: str = LAPTOPS[0]) -> Path:
        """What was done on a laptop, as a bag for home."""
        target = self.folder / f"{name}-home-{len(list(self.folder.glob('*.mdbag')))}.mdbag"
        returning.pack(self.laptop(name), target)
        return target

    def look(self, path: Path) -> homecoming.Coming | None:
        """What the bag brings of the case; None when nothing was done to it."""
        found = homecoming.look(self.desk, path).cases
        return found[0] if found else None

    def rows(self) -> Rows:
        """The case at the office."""
        return rows_of(self.desk, self.case_id)

    def assert_whole(self) -> None:
        """The office's store and each laptop's verify."""
        for desk in (self.desk, *self.laptops.values()):
            assert upkeep.prove(desk) == []


@contextmanager
def road(template: Template, folder: Path, library: Library,
         server: PostgresServer | None = None) -> Iterator[Road]:
    """A copy of the template; everything is closed and thrown away at the end."""
    shutil.copytree(template.folder, folder)
    name = server.create(template.database) if server and template.database else ""
    place = offices.shared_place(server.url(name)) if server and name else offices.embedded_place(folder)
    try:
        with offices.copied(place, folder / "notes", library) as office:
            reading.case(office.first, template.case_id)
            yield Road(office, template.case_id, template.departure, folder)
    finally:
        if server and name:
            server.drop(name)
        shutil.rmtree(folder, ignore_errors=True)


def sums(rows: Rows) -> list[tuple[object, ...]]:
    """What does not add up in the terms: shares and instalments against the total, parts against their
    instalment, each summed here by hand."""
    def amounts(table: str, name: str, owner: str) -> list[int]:
        return [int(str(row["amount"])) for key, row in rows.items()
                if key[0] == table and str(row[name]) == owner]

    wrong: list[tuple[object, ...]] = []
    for (table, row_id), row in rows.items():
        wanted = int(str(row["total" if table == "agreements" else "amount"])) \
            if table in ("agreements", "instalments") else 0
        parts = {"agreements": (("shares", "agreement_id"), ("instalments", "agreement_id")),
                 "instalments": (("instalment_shares", "instalment_id"),)}.get(table, ())
        wrong += [(table, row_id, part) for part, name in parts
                  if (found := amounts(part, name, row_id)) and sum(found) != wanted]
    return wrong


def begun(desk: Desk, name: str = "新来的人") -> UUID:
    """A case that is taken in today, wherever that is."""
    made = registering.register(desk, registering.IntakeDraft(date(2025, 1, 20), parties=[
        registering.PartyDraft(Role.APPLICANT, name)])).result
    assert made
    return made
