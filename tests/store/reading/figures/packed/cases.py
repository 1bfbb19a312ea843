"""Many invented facts of cases, straight into the store: what is counted of them is all that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import Connection, insert

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source, Station
from mediation_desk.store.reading.figures.keeping import FACTS
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.tables.reports import case_facts
from tests.domain.cases import received

SINCE, DAYS = date(2023, 11, 20), 500
MEDIATORS = tuple(UUID(int=one) for one in (1, 2, 3))
SITES = (HERE, UUID(int=11), UUID(int=12))
CAUSES, CLAIMS = ("", "追索劳动报酬", "平台扣款"), ("", "gig_pay", "overtime")
PLATFORMS = ("", "云上", "湟水")
SAID = (None, True, False)
BASE = facts(received())


def invented(chance: Random, number: int) -> CaseFacts:
    """Anything that a case could be, and some that none is."""
    came = SINCE + timedelta(days=chance.randrange(DAYS))
    later = [chance.choice((None, came + timedelta(days=chance.randrange(90)))) for _ in range(4)]
    return replace(
        BASE, case_id=UUID(int=1000 + number), counted=chance.random() < 0.9,
        mediator_id=chance.choice(MEDIATORS), source=chance.choice(list(Source)),
        kind_of_work=chance.choice(list(KindOfWork)), cause=chance.choice(CAUSES),
        claim=chance.choice(CLAIMS), platform=chance.choice(PLATFORMS),
        company=f"company{chance.randrange(9)}",
        station=chance.choice(list(Station)), site_id=chance.choice(SITES), received_on=came,
        registered_on=later[0], decided_on=later[1], closed_on=later[2],
        outcome=chance.choice(list(Outcome)) if later[2] else None, signed_on=later[3], last_due_on=later[3],
        days_to_registration=chance.choice((None, 0, 3)), days_to_decision=chance.choice((None, 2)),
        days_to_end=chance.choice((None, 1, 30)), same_day=chance.random() < 0.5, over=chance.random() < 0.5,
        kept=chance.random() < 0.5, people=chance.randrange(30), women=chance.randrange(3),
        men=chance.randrange(3), collective=chance.random() < 0.2,
        claimed=Money(chance.choice((0, 430_000, 10 ** 15))), agreed=Money(chance.randrange(10 ** 7)),
        computed=chance.choice((None, Money(chance.randrange(10 ** 7)))),
        paid=Money(chance.randrange(10 ** 7)), outstanding=Money(chance.choice((0, 1, 10 ** 15))),
        visited_on=chance.choice((None, came + timedelta(days=chance.randrange(90)))),
        contacted=chance.choice(SAID), solved=chance.choice(SAID), satisfied=chance.choice(SAID))


def put_in(connection: Connection, told: Sequence[CaseFacts]) -> list[int]:
    """Add the facts, as the program does; their running numbers."""
    rows = [{name: getattr(one, name) for name in FACTS} for one in told]
    numbers = list(connection.scalars(insert(case_facts).returning(case_facts.c.seq), rows))
    loosen(connection, numbers)
    return numbers
