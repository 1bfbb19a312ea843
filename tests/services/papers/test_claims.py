"""The result per worker and claim adds up to the fen in rows and columns, whatever was asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import claims
from mediation_desk.services.papers.told import Told

NAMES = tuple(CLAIMS)
FEN = st.integers(min_value=0, max_value=10**9)
ASKED = st.dictionaries(st.sampled_from(NAMES), st.none() | FEN, min_size=1, max_size=4)


def told(rows: list[dict[str, int | None]]) -> Told:
    """A case in which each worker asks for these amounts."""
    case = Case(id=UUID(int=1), number="1", mediator_id=UUID(int=2), received_on=date(2024, 11, 25),
                created_at=datetime(2024, 11, 25, tzinfo=UTC))
    for at, row in enumerate(rows):
        worker = Party(id=UUID(int=100 + at), case_id=case.id, position=at, role=Role.APPLICANT,
                       name=f"工友{at}")
        case.parties_all.append(worker)
        case.claims_all += [Claim(id=UUID(int=1000 + at * 50 + NAMES.index(name)), case_id=case.id,
                                  worker_id=worker.id, claim=name, asked=None if fen is None else Money(fen))
                            for name, fen in row.items()]
    return Told(cast(Desk, None), case, {}, None)


@given(st.lists(st.tuples(ASKED, FEN), min_size=1, max_size=12))
def test_rows_and_columns_add_up(rows: list[tuple[dict[str, int | None], int]]) -> None:
    case = told([asked for asked, _ in rows])
    shares = {UUID(int=100 + at): Money(fen) for at, (_, fen) in enumerate(rows)}
    table = claims.share_table(case, claims.split(case, shares))
    assert [row.total for row in table.rows] == list(shares.values())
    parts = [[amount for amount in row.amounts if amount is not None] for row in table.rows]
    assert all(total(row) == whole.total for row, whole in zip(parts, table.rows, strict=True))
    columns = zip(*parts, strict=True)
    assert tuple(total(column) for column in columns) == table.amounts
    assert total(table.amounts) == table.total == total(shares.values())
    assert all(amount.fen >= 0 for row in parts for amount in row)


def test_a_share_follows_what_was_asked() -> None:
    """100.00 over 4,300.00 and 8,600.00 asked: one third and two thirds, 33.33 and 66.67."""
    case = told([{"unpaid_wages": 430000, "double_wage": 860000}])
    split = claims.split(case, {UUID(int=100): Money(10000)})
    assert split[UUID(int=100)] == {"unpaid_wages": Money(3333), "double_wage": Money(6667)}


def test_a_worker_without_a_claim_cannot_be_given_a_share() -> None:
    with pytest.raises(DeskError) as trouble:
        claims.split(told([{}]), {UUID(int=100): Money(1)})
    assert trouble.value.field == "claims"
