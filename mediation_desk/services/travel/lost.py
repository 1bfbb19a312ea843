"""A laptop that is gone: what was on it, and fresh keys for what was said alone in its cases."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import held_or_none
from mediation_desk.services.keys.writing import renewed, to_write
from mediation_desk.store.travel import register


@dataclass(frozen=True)
class Renewed:
    """How many cases of a bag have a fresh key now, and the numbers of those whose key the person at the
    desk does not hold: one of their mediators renews these."""

    cases: int
    not_held: tuple[str, ...]
    changes: Changes


def renew_keys(desk: Desk, bag_id: UUID) -> Renewed:
    """Seal what was said alone in the bag's cases under fresh keys, which the laptop does not have.

    What the thief of the laptop could read with its password stays what it was; what is said from now on
    is out of their reach, also with a copy of the store.
    """
    with desk.reading() as work:
        register.bag(work, bag_id)
        rows = work.lists.rows(register.cases_of(work, bag_id))
    done, left, changes = 0, [], Changes()
    for row in rows:
        made = _renew(desk, row.case_id)
        if made is None:
            left.append(row.number)
            continue
        done += 1
        changes = changes.then(made)
    return Renewed(done, tuple(left), changes)


def _renew(desk: Desk, case_id: UUID) -> Changes | None:
    with desk.reading() as work:
        mine = work.members.includes(case_id, desk.who.account_id)
        if not mine or held_or_none(desk, work, case_id) is None:
            return None
    with desk.case_work(case_id, "renew_key") as (work, _case):
        desk.require(Verb.WRITE_SEALED, own_case=True)
        held = to_write(desk, work, case_id)
        renewed(desk, work, held, held.lines)
        return work.commit(lists=("cases",))
