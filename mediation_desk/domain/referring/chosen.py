"""What was chosen for a referral, as its row keeps it: keys parted by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.vocabulary import Role

OF_ALL = (Role.RESPONDENT, Role.THIRD_PARTY)
"""Who concerns every part of a matter."""
_KEY = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


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


def claims_then(case: Case, referral: Referral) -> list[Claim]:
    """The same, and of one that went out those too that were taken out since, as far as the day tells; for
    what is said of it later."""
    there, chosen = claims_of(case, referral), set(referral.claims.split())
    standing = {claim_key(one) for one in there}
    workers = {one.id for one in case.applicants}
    gone = {claim_key(one): one for one in case.claims_all  # the latest, where one was entered twice
            if claim_key(one) not in standing and (referral.whole or claim_key(one) in chosen)
            and one.removed_at is not None and stood(one.removed_at, referral) and one.worker_id in workers}
    return [*there, *gone.values()]


def stood(removed_at: datetime | None, referral: Referral) -> bool:
    """Whether a row of the case stands, or stood still when the referral went out. What was chosen stood on
    that day: without it nothing is handed over."""
    if removed_at is None or referral.handed_on is None:
        return removed_at is None
    day = removed_at.date()
    return day > referral.handed_on or (day == referral.handed_on and not referral.whole)


def parties_of(case: Case, referral: Referral) -> list[Party]:
    """Whom it concerns: everybody with the whole matter, and where no claim was chosen; else the workers
    of the claims, whoever acts for them, and the other side. A claim that was taken out since lets nobody
    else in."""
    if referral.whole or not referral.claims:
        return case.parties
    workers = {one.worker_id for one in claims_then(case, referral)}
    concerned = workers | {one.id for one in case.parties if one.role in OF_ALL}
    return [one for one in case.parties if one.id in concerned or one.acts_for in concerned
            or (one.role is Role.REPRESENTATIVE and one.acts_for is None)]


def exhibits_of(referral: Referral) -> set[UUID]:
    """The keys of the exhibits that were chosen; what is none, a verification of the store tells."""
    return {UUID(one) for one in referral.exhibits.split() if _KEY.fullmatch(one)}
