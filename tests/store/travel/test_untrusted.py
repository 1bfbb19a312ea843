"""Nonsense in a bag of another office is a damaged bag; what a disk says passes as it is."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from mediation_desk.domain.words import DeskError
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.rows import Raw
from mediation_desk.store.travel.untrusted import require_whole, untrusted

CASE, PARTY, OTHER = (str(uuid4()) for _ in range(3))
ROWS: Raw = {("cases", CASE): {"id": CASE},
             ("parties", PARTY): {"id": PARTY, "case_id": CASE, "acts_for": None}}


@pytest.mark.parametrize("nonsense", [
    ValueError(), KeyError(), TypeError(), AttributeError(), IntegrityError("", {}, Exception()),
    StatementError("", "", {}, Exception())])
def test_nonsense_is_a_damaged_bag(nonsense: Exception) -> None:
    with pytest.raises(BagDamaged), untrusted():
        raise nonsense


@pytest.mark.parametrize("trouble", [OperationalError("", {}, Exception()), DeskError("as it is"), OSError()])
def test_other_troubles_are_told_as_they_are(trouble: Exception) -> None:
    with pytest.raises(type(trouble)) as raised, untrusted():
        raise trouble
    assert raised.value is trouble


def test_whatever_a_row_names_must_be_there() -> None:
    require_whole(ROWS)
    bent: Raw = {**ROWS, ("parties", PARTY): {"id": PARTY, "case_id": CASE, "acts_for": OTHER}}
    with pytest.raises(BagDamaged):
        require_whole(bent)
    require_whole(bent, {("parties", OTHER): {"id": OTHER, "case_id": CASE}})
