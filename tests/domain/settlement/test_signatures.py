"""A signature names the paper that lay before whoever wrote; one that was taken out stands no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.settlement.signatures import Signature
from tests.domain import cases

MADE = Signature(id=UUID(int=1), case_id=UUID(int=2), agreement_id=UUID(int=3), party_id=None,
                 signer="李调解", line="李调解，调解员", strokes="{}", paper_sha256="f" * 64,
                 signed_at=datetime(2024, 12, 2, 9, tzinfo=UTC))


def test_signatures_stand_in_the_order_in_which_they_were_made() -> None:
    case = cases.signed()
    earlier = replace(MADE, id=UUID(int=9), signed_at=datetime(2024, 12, 2, 8, tzinfo=UTC))
    gone = replace(MADE, id=UUID(int=5), removed_at=datetime(2024, 12, 3, tzinfo=UTC))
    case.signatures_all.extend([MADE, gone, earlier])
    assert [one.id for one in case.signatures] == [earlier.id, MADE.id]
