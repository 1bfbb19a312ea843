"""Home: what a laptop's bag brings, looked at before anything is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.merging import Author, Conflict, Key, Kind
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.elsewhere import people, with_people
from mediation_desk.domain.travel.homecoming import Plan, Question
from mediation_desk.domain.travel.same_people import SamePerson, same_people
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import office_keys
from mediation_desk.services.travel.showing import Known, declared, known, may_decide, veiled
from mediation_desk.services.travel.twice import Twice, twice
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel import bag, loads, register
from mediation_desk.store.travel.coming_home import (
    Arriving,
    News,
    arriving,
    laptop_entry,
    office_entry,
)
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Outside, Travelling
from mediation_desk.store.travel.untrusted import trusted_as
from mediation_desk.store.vault.keys import Key as SecretKey
from mediation_desk.store.work.work import Work

CLOCKS_APART = timedelta(minutes=10)  # two clocks that differ so much are both right
Joined = Mapping[Key, Key]
_NOBODY: Joined = MappingProxyType({})


@dataclass(frozen=True)
class Coming:
    """A case of the bag before anything is changed.

    ``brings``: how many rows of each table the laptop made or changed; ``meanwhile``: how many entries the
    office wrote since. ``trouble``: why it cannot come home. ``may_decide``: whether the person at the desk
    mediates it; to others its values are not shown. ``same``: people whom both sides entered.
    ``departed``: the number of the entry at which it left. ``known``: by what its rows are called.
    ``twice``: cases of the office that look like one that was begun on the laptop.
    """

    case_id: UUID
    label: str
    news: News | None
    brings: Mapping[str, int] = field(default_factory=dict)
    meanwhile: int = 0
    plan: Plan | None = None
    may_decide: bool = False
    same: tuple[SamePerson, ...] = ()
    trouble: Sentence | None = None
    departed: int = 0
    known: Known | None = None
    twice: Twice | None = None

    @property
    def is_new(self) -> bool:
        """Whether it was begun on the laptop."""
        return self.news is News.NEW

    @property
    def is_home(self) -> bool:
        """Whether all of it is home already."""
        return self.news is News.HOME

    @property
    def questions(self) -> tuple[Question, ...]:
        """What a mediator of the case must decide."""
        return self.plan.questions if self.plan else ()

    @property
    def overruled(self) -> tuple[Conflict, ...]:
        """Where a signature outweighs what the other side wrote."""
        return self.plan.overruled if self.plan else ()


@dataclass(frozen=True)
class Preview:
    """A bag that was looked into. ``lost``: it had been declared lost; a reason is asked for. ``clock``: that
    the laptop's clock was wrong, so that its own times say little; the order of its steps is sure."""

    path: Path
    bag_id: UUID
    laptop: str
    carrier: str
    packed_at: datetime
    cases: tuple[Coming, ...]
    still: int
    files: int
    lost: bool
    clock: Sentence | None = None


def look(desk: Desk, path: Path, pace: Pace = AT_EASE, *,
         joined: Mapping[UUID, Joined] = MappingProxyType({})) -> Preview:
    """Look into a homeward bag; nothing is changed. DeskError beside ``bag``; Stopped.

    ``joined``: by case, people declared the same: what differs between their rows is asked then.
    """
    outside, key = ours(desk, path)
    load = loads.read(path, key, pace=pace)
    with desk.reading(Verb.BRING_HOME) as work:
        cases = tuple(_coming(desk, work, load, one, outside.laptop_id, joined.get(one.case_id, _NOBODY))
                      for one in load.inside.cases)
        bags = [register.bag(work, one) for one in load.inside.bags]
    inside, lost = load.inside, any(one.lost_at is not None for one in bags)
    return Preview(path, outside.bag_id, inside.laptop, inside.carrier_name, inside.made_at, cases,
                   len(inside.still), len(inside.contents), lost,
                   _clock(desk, inside.made_at, max(one.left_at for one in bags)))


def _clock(desk: Desk, packed_at: datetime, left_at: datetime) -> Sentence | None:
    """What is wrong with the laptop's clock, as far as the bag tells."""
    if left_at - CLOCKS_APART <= packed_at <= desk.now + CLOCKS_APART:
        return None
    return say(N_("The laptop's clock was wrong: by it the bag was packed at {packed}. The order of what was "
                  "done there is sure, its times are not."), packed=packed_at.astimezone(desk.zone))


def ours(desk: Desk, path: Path) -> tuple[Outside, SecretKey]:
    """The outside of a homeward bag of this office, and its key. DeskError beside ``bag`` for any other."""
    outside = bag.look_at(path)
    if not outside.homeward:
        raise DeskError(N_("This bag is on its way out: it is opened on its laptop."), field="bag")
    if outside.store_id != desk.store.place.vault.read().store_id:
        raise DeskError(N_("This bag is another office's. Nothing was changed."), field="bag")
    with desk.reading(Verb.BRING_HOME) as work:
        register.bag(work, outside.bag_id)
        return outside, office_keys.key_of(desk, work, outside, outside.laptop_id)


def _coming(desk: Desk, work: Work, load: Load, travelling: Travelling, laptop_id: UUID,
            joined: Joined) -> Coming:
    case_id, label = travelling.case_id, travelling.label
    try:
        with trusted_as(work, laptop_id):
            found = arriving(work, load, travelling, laptop_id, joined)
    except DeskError as trouble:
        return Coming(case_id, label, None, trouble=trouble.sentence)
    coming = Coming(case_id, label, found.news, brought_by(found), found.meanwhile,
                    departed=travelling.number)
    if found.news is News.NEW:
        return replace(coming, twice=twice(desk, work, load, found))
    if not found.versions:
        return coming
    if not may_decide(desk, work, case_id):
        return replace(coming, plan=veiled(found.merged))
    return replace(coming, plan=_signed(desk, work, found, load), may_decide=True,
                   same=(*declared(joined, found.versions), *same_people(found.versions)),
                   known=known(work, found.versions))


def _signed(desk: Desk, work: Work, found: Arriving, load: Load) -> Plan:
    """The plan, each of its questions with who wrote on either side, and when."""
    names = {**people(with_names(work, load)), **work.accounts.names()}
    merged = found.merged

    def by(account_id: UUID, at: datetime, verb: str) -> Author:
        return Author(account_id, names.get(account_id, ""), at.astimezone(desk.zone), verb)

    def signed(question: Question) -> Question:
        conflict = question.conflict
        keys = {conflict.place.key, *(key for one in (conflict.mine, conflict.stands)
                                      if conflict.kind is Kind.WHOLE and isinstance(one, Mapping)
                                      for key in one)}
        laptop = laptop_entry(found, keys, conflict.place.field)
        office = office_entry(work, found, keys, conflict.place.field)
        return replace(
            question, laptop_by=by(laptop["account_id"], laptop["at"], laptop["verb"]) if laptop else None,
            conflict=replace(conflict, by=by(office.account_id, office.at, office.verb) if office else None))

    return replace(merged, questions=tuple(map(signed, merged.questions)))


def with_names(work: Work, load: Load) -> dict[str, Any]:
    """What people of another office are called, of which its bag tells."""
    return with_people(work.settings.read(), load.inside.names, load.inside.office)


def brought_by(found: Arriving) -> Mapping[str, int]:
    """How many rows of each table the laptop made or changed."""
    rows = {(str(row["table_name"]), str(row["row_id"])) for row in found.entries}
    return Counter(table for table, row_id in rows if (table, row_id) in found.mine)
