"""What was decided so far about a bag: kept sealed for whoever decides, and taken up again another day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.merging import Key
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Whose
from mediation_desk.domain.travel.twice import Carried
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.twice import Into

ByCase = Mapping[UUID, Decisions]
Joined = Mapping[UUID, Mapping[Key, Key]]
NOBODY: Joined = MappingProxyType({})


@dataclass(frozen=True)
class Left:
    """What was decided so far: by case, the decisions, whom somebody declared one person, and in
    which case one that was entered twice goes on."""

    decisions: dict[UUID, dict[str, Decision]] = field(default_factory=dict)
    joined: dict[UUID, dict[Key, Key]] = field(default_factory=dict)
    into: dict[UUID, Into] = field(default_factory=dict)


def keep(desk: Desk, bag_id: UUID, decisions: ByCase, joined: Joined = NOBODY,
         into: Mapping[UUID, Into] = MappingProxyType({})) -> None:
    """Keep what was decided so far, in place of what was kept before."""
    place = _place(bag_id)
    text = json.dumps({
        "decisions": {str(case_id): _plain(of_case) for case_id, of_case in decisions.items()},
        "joined": {str(case_id): list(pairs.items()) for case_id, pairs in joined.items()},
        "into": {str(case_id): _as_told(one) for case_id, one in into.items()}})
    with desk.work("bring_home", Verb.BRING_HOME) as work:
        if any(decisions.values()) or any(joined.values()) or into:
            drafts.put(desk, work, place, text)
        else:
            work.drafts.drop(place)
        work.commit()


def kept(desk: Desk, bag_id: UUID) -> dict[UUID, dict[str, Decision]]:
    """What the person at the desk decided so far; nothing when it was kept under keys that are lost."""
    return left(desk, bag_id).decisions


def left(desk: Desk, bag_id: UUID) -> Left:
    """The same, and whom they declared one person."""
    place = _place(bag_id)
    with desk.reading(Verb.BRING_HOME) as work:
        sealed = work.drafts.all().get(place)
        text = drafts.opened(desk, work, place, sealed) if sealed is not None else None
    if text is None:
        return Left()
    told = json.loads(text)
    return Left({UUID(case_id): _read(of_case) for case_id, of_case in told["decisions"].items()},
                {UUID(case_id): {_as_key(one): _as_key(other) for one, other in pairs}
                 for case_id, pairs in told["joined"].items()},
                {UUID(case_id): Into(UUID(leading), frozenset(one for one in Carried if one in kinds))
                 for case_id, (leading, kinds) in told.get("into", {}).items()})


def _as_key(told: Sequence[str]) -> Key:
    table, row_id = told
    return table, row_id


def as_json(decisions: Decisions, reason: str = "", into: Into | None = None) -> str:
    """The decisions of a case as the office keeps them with its homecoming; ``reason``: why a bag that was
    declared lost came after all; ``into``: in which case one that was entered twice goes on."""
    told = {"decisions": _plain(decisions), **({"reason": reason} if reason else {}),
            **({"into": _as_told(into)} if into else {})}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def decisions_of(told: str) -> dict[str, Decision]:
    """The decisions that were kept so."""
    return _read(json.loads(told)["decisions"])


def reason_of(told: str) -> str:
    """Why a bag that was declared lost came after all."""
    return str(json.loads(told).get("reason", ""))


def into_of(told: str) -> UUID | None:
    """In which case one that was entered twice goes on."""
    found = json.loads(told).get("into")
    return UUID(found[0]) if found else None


def _as_told(into: Into) -> list[object]:
    return [str(into.leading_id), sorted(into.carried)]


def _plain(decisions: Decisions) -> dict[str, dict[str, str]]:
    return {name: {"whose": str(one.whose), "text": one.text, "reason": one.reason}
            for name, one in decisions.items()}


def _read(told: Mapping[str, Any]) -> dict[str, Decision]:
    return {name: Decision(Whose(one["whose"]), one["text"], one["reason"]) for name, one in told.items()}


def _place(bag_id: UUID) -> str:
    return f"homecoming/{bag_id}"
