"""What was decided so far about a bag: kept sealed for whoever decides, and taken up again another day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Whose
from mediation_desk.services.desk import Desk
from mediation_desk.store.vault.seals import SealBroken, draft_key, seal_draft, unseal_draft

ByCase = Mapping[UUID, Decisions]


def keep(desk: Desk, bag_id: UUID, decisions: ByCase) -> None:
    """Keep what was decided so far, in place of what was kept before."""
    place = _place(bag_id)
    text = json.dumps({str(case_id): _plain(of_case) for case_id, of_case in decisions.items()})
    with desk.work("bring_home", Verb.BRING_HOME) as work:
        if decisions:
            work.drafts.keep(place, seal_draft(_key(desk), text, place=place), work.who.now)
        else:
            work.drafts.drop(place)
        work.commit()


def kept(desk: Desk, bag_id: UUID) -> dict[UUID, dict[str, Decision]]:
    """What the person at the desk decided so far; nothing when it was kept under keys that are lost."""
    place = _place(bag_id)
    with desk.reading(Verb.BRING_HOME) as work:
        sealed = work.drafts.all().get(place)
    if sealed is None:
        return {}
    try:
        told = json.loads(unseal_draft(_key(desk), sealed, place=place))
    except SealBroken:
        return {}
    return {UUID(case_id): _read(of_case) for case_id, of_case in told.items()}


def as_json(decisions: Decisions) -> str:
    """The decisions of a case as the office keeps them with its homecoming."""
    return json.dumps(_plain(decisions), ensure_ascii=False, sort_keys=True)


def _plain(decisions: Decisions) -> dict[str, dict[str, str]]:
    return {name: {"whose": str(one.whose), "text": one.text, "reason": one.reason}
            for name, one in decisions.items()}


def _read(told: Mapping[str, Any]) -> dict[str, Decision]:
    return {name: Decision(Whose(one["whose"]), one["text"], one["reason"]) for name, one in told.items()}


def _place(bag_id: UUID) -> str:
    return f"homecoming/{bag_id}"


def _key(desk: Desk) -> bytes:
    return draft_key(desk.store.opened.private_key, desk.store.opened.store_key)
