"""The office's list of rooms, communities, parks and stations, from which a session's place is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.places import OfficePlace, check_place
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site, require_site
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_row
from mediation_desk.store.work.work import Work


def places(desk: Desk) -> list[OfficePlace]:
    """Those that stand, by kind and name. They name no case, so that everybody at the office reads them."""
    with desk.reading() as work:
        return [replace(one) for one in _standing(work)]


def add_place(desk: Desk, kind: PlaceKind, name: str, address: str = "",
              site_id: UUID | None = None) -> Changes:
    """Let the list have a further place."""
    name, address = storable(name).strip(), storable(address).strip()
    with desk.work("add_place", Verb.EDIT_PLACES) as work:
        check_place(name, kind, _standing(work))
        made = OfficePlace(id=work.new_key(), kind=kind, name=name, address=address,
                           site_id=require_site(work.all_of(Site), site_id))
        work.put(made)
        return work.commit(lists=("places",), result=made.id)


def change_place(desk: Desk, place_id: UUID, name: str, address: str, seen: OfficePlace | None = None,
                 site_id: UUID | None = None) -> Changes:
    """Call a place otherwise; sessions keep the words they were given. ``seen``: the place as the person
    looked at it. ``site_id``: the site that it belongs to, HERE for the office itself; None: as it is."""
    with desk.work("change_place", Verb.EDIT_PLACES) as work:
        place = _place(work, place_id)
        stands = _words(place)
        mine: dict[str, object] = {"name": storable(name).strip(), "address": storable(address).strip(),
                                   "site_id": (_words(seen or place)["site_id"] if site_id is None else
                                               require_site(work.all_of(Site), site_id, place.site_id))}
        merged = merged_row(desk, work, ("office_places", str(place_id)), _words(seen) if seen else stands,
                            mine, stands)
        place.name, place.address = str(merged["name"]), str(merged["address"])
        place.site_id = cast(UUID | None, merged["site_id"])
        check_place(place.name, place.kind, [one for one in _standing(work) if one is not place])
        return work.commit(lists=("places",))


def remove_place(desk: Desk, place_id: UUID) -> Changes:
    """Take a place out of the list; the sessions that were held there go on saying so."""
    with desk.work("remove_place", Verb.EDIT_PLACES) as work:
        _place(work, place_id).removed_at = work.who.now
        return work.commit(lists=("places",))


def put_back_place(desk: Desk, place_id: UUID) -> Changes:
    """Let a place that was taken out stand in the list again."""
    with desk.work("put_back_place", Verb.EDIT_PLACES) as work:
        place = work.row(OfficePlace, place_id)
        check_place(place.name, place.kind, [one for one in _standing(work) if one is not place])
        place.removed_at = None
        return work.commit(lists=("places",))


def _standing(work: Work) -> list[OfficePlace]:
    found = [one for one in work.all_of(OfficePlace) if not one.removed_at]
    return sorted(found, key=lambda one: (list(PlaceKind).index(one.kind), one.name, one.id))


def _place(work: Work, place_id: UUID) -> OfficePlace:
    found = next((one for one in _standing(work) if one.id == place_id), None)
    if found is None:
        raise NotThere(place_id)
    return found


def _words(place: OfficePlace) -> dict[str, object]:
    return {"name": place.name, "address": place.address, "site_id": place.site_id}
