"""What was chosen for a referral, as its row keeps it: keys parted by blanks."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.vocabulary import Role

OF_ALL = (Role.RESPONDENT, Role.THIRD_PARTY)
"""Who concerns every part of a matter."""


def claim_key(claim: Claim) -> str:
    """A claim of one worker, whichever row it is."""
    return f"{claim.worker_id}/{claim.claim}"


def joined(keys: Iterable[str]) -> str:
    """As a row keeps them, each once, in their order."""
    return " ".join(dict.fromkeys(keys))


def claims_of(case: Case, referral: Referral) -> list[Claim]:
    """The claims that go with it, as far as they stand: all of them with the whole matter."""
    chosen = set(referral.claims.split())
    return [one for one in case.claims if referral.whole or claim_key(one) in chosen]


def parties_of(case: Case, referral: Referral) -> list[Party]:
    """Whom it concerns: everybody with the whole matter, and where no claim was chosen; else the workers
    of the claims, whoever acts for them, and the other side."""
    workers = {one.worker_id for one in claims_of(case, referral)}
    if referral.whole or not workers:
        return case.parties
    concerned = workers | {one.id for one in case.parties if one.role in OF_ALL}
    return [one for one in case.parties if one.id in concerned or one.acts_for in concerned
            or (one.role is Role.REPRESENTATIVE and one.acts_for is None)]


def exhibits_of(referral: Referral) -> set[UUID]:
    """The keys of the exhibits that were chosen."""
    return {UUID(one) for one in referral.exhibits.split()}
