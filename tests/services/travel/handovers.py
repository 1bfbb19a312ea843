"""Two offices that know nothing of one another but a card, and a case that went from the one to the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.merging import Rows
from mediation_desk.domain.travel.tables import STAYING_HERE
from mediation_desk.domain.verbs import Stage
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.library import Library
from mediation_desk.services.travel import cards, handing_back, handing_over, receiving
from mediation_desk.services.travel.handing_over import Handing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import Place
from mediation_desk.store.travel.coming_home import OWN_FIELDS
from tests import offices
from tests.offices import SETTINGS, Office
from tests.postgres import PostgresServer
from tests.services.travel.roads import Road, Side, rows_of
from tests.services.two_desks import Pair

THERE = replace(SETTINGS, name="湟中区多巴镇人民调解委员会", seal_name="湟中区多巴镇人民调解委员会",
                number_pattern="湟多调〔2024〕001号")
BAI = ("bai", "白玉兰")
REASON = "用人单位登记地在湟中区"


@contextmanager
def other_office(folder: Path, library: Library | None = None) -> Iterator[Office]:
    """The other office, in a folder of its own."""
    with offices.office(offices.embedded_place(folder), folder / "notes", library, settings=THERE,
                        who=BAI) as made:
        yield made


def hand_over(desk: Desk, there: Desk, case_id: UUID, target: Path, *, with_evidence: bool = True) -> Path:
    """The case goes into a bag for whoever sits at the other office's desk."""
    handing_over.pack(desk, Handing((case_id,), cards.own(there).card, REASON, with_evidence), target)
    return target


class There(Side):
    """Somebody at the other office. What that office says of the case for itself is as this one says it, and
    what was said alone here is as it was: neither goes along."""

    def __init__(self, desk: Desk, case_id: UUID, start: int, departure: Rows) -> None:
        self._departure = departure
        super().__init__(desk, case_id, start)

    @property
    def rows(self) -> Rows:
        """The case as it stands there, as this office would have it."""
        key, rows = ("cases", str(self.case_id)), rows_of(self.desk, self.case_id)
        own = {name: self._departure[key][name] for name in OWN_FIELDS}
        sealed = {one: row for one, row in self._departure.items() if one[0] in STAYING_HERE}
        return {**{one: row for one, row in rows.items() if one[0] not in STAYING_HERE}, **sealed,
                key: {**rows[key], **own}}


@dataclass
class Handover(Road):
    """A road whose far end is another office."""

    there: Office | None = None

    def laptop(self, name: str = "") -> Desk:
        """At the other office."""
        assert self.there is not None
        return self.there.first

    def side(self, name: str = "", start: int = 0) -> Side:
        """Somebody at this office, or at the other."""
        if not name:
            return super().side(start=start)
        return There(self.laptop(), self.case_id, start, self.departure)

    def pack(self, name: str = "") -> Path:
        """What was done there, as a bag that goes back."""
        target = self.folder / f"back-{len(list(self.folder.glob('*.mdbag')))}.mdbag"
        (line,) = handing_back.here(self.laptop())
        handing_back.pack(self.laptop(), line.desk_id, target)
        return target

    def again(self) -> Path:
        """The case once more, as this office has it now."""
        target = self.folder / f"again-{len(list(self.folder.glob('*.mdbag')))}.mdbag"
        return hand_over(self.desk, self.laptop(), self.case_id, target)

    def assert_whole(self) -> None:
        """Both stores verify."""
        for desk in (self.desk, self.laptop()):
            assert upkeep.prove(desk) == []


@dataclass
class Template:
    """Both offices with nobody at them; databases where they are on a server."""

    folder: Path
    case_id: UUID
    departure: Rows
    databases: tuple[str, str] = ("", "")


def found(folder: Path, library: Library, stage: Stage, server: PostgresServer | None = None) -> Template:
    """Found both, and hand over a case in that stage."""
    names = (server.create(), server.create()) if server else ("", "")
    with offices.office(_place(folder / "a", names[0], server), folder / "notes", library) as office, \
            offices.office(_place(folder / "b", names[1], server), folder / "notes", library,
                           settings=THERE, who=BAI) as there:
        case_id = Pair(office, stage).case_id
        rows = rows_of(office.first, case_id)
        receiving.take_in(there.first, hand_over(office.first, there.first, case_id, folder / "out.mdbag"))
    return Template(folder, case_id, rows, names)


def _place(folder: Path, database: str, server: PostgresServer | None) -> Place:
    folder.mkdir(parents=True, exist_ok=True)
    return offices.shared_place(server.url(database)) if server else offices.embedded_place(folder)


@contextmanager
def handover(template: Template, folder: Path, library: Library,
             server: PostgresServer | None = None) -> Iterator[Handover]:
    """A copy of the template; everything is closed and thrown away at the end."""
    shutil.copytree(template.folder, folder)
    names = [server.create(one) if server else "" for one in template.databases]
    try:
        with offices.copied(_place(folder / "a", names[0], server), folder / "notes", library) as office, \
                offices.copied(_place(folder / "b", names[1], server), folder / "notes", library,
                               BAI[0]) as there:
            for desk in (office.first, there.first):
                reading.case(desk, template.case_id)
            yield Handover(office, template.case_id, template.departure, folder, there=there)
    finally:
        for name in names:
            if server and name:
                server.drop(name)
        shutil.rmtree(folder, ignore_errors=True)
