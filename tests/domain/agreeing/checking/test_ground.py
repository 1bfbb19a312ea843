"""What the checks look at."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import Role
from tests.domain.agreeing.grounds import FIRST, SECOND, agreement, case, ground


def test_only_workers_who_still_apply_are_looked_at_with_their_shares() -> None:
    whose = case()
    agreement(whose)
    whose.party(SECOND).role = Role.THIRD_PARTY
    assert [(worker.id, str(share)) for worker, share in ground(whose).workers] == [(FIRST, "4,500.00")]
