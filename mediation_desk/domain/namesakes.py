"""People of one name, told apart wherever one of several is shown or chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.masks import ENDING


def told_apart(parties: Iterable[Party]) -> Mapping[UUID, str]:
    """What each is called among these: by name; of several people of one name also by the end of their
    document's number (``马晓岚（…0011）``), else by their place among them (``马晓岚（2）``)."""
    alike: dict[str, list[Party]] = {}
    rows = list(parties)
    for one in rows:
        alike.setdefault(one.name, []).append(one)
    return {one.id: _apart(one, alike[one.name]) for one in rows}


def _apart(one: Party, alike: Sequence[Party]) -> str:
    if not one.name or not _are_several(alike):
        return one.name
    ends = [codes.canonical(other.id_number)[-ENDING:] for other in alike]
    mine = ends[alike.index(one)]
    alone = mine and ends.count(mine) == 1
    return f"{one.name}（…{mine}）" if alone else f"{one.name}（{alike.index(one) + 1}）"


def _are_several(alike: Sequence[Party]) -> bool:
    """Whether they are not one person in several parts of the case."""
    numbers = {codes.person(one.id_number) for one in alike}
    return len(alike) > 1 and (len(numbers) > 1 or "" in numbers)
