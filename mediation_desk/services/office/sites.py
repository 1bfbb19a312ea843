"""The office's list of sites: added, changed, taken out and put back; and what belongs to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import HERE, Held, Site, SiteDraft, check_site, standing
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_row
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Listed:
    """A site that stands, and what belongs to it."""

    site: Site
    held: Held


@dataclass(frozen=True)
class Choice:
    """A site that can be looked at: :data:`HERE` is the office itself, and has no name of its own.
    ``removed``: it was taken out, and cases still belong to it."""

    id: UUID
    name: str
    removed: bool = False


def sites(desk: Desk) -> list[Listed]:
    """Those that stand, by name. They tell numbers alone of what belongs to them."""
    with desk.reading() as work:
        held = _held(work)
        return [Listed(replace(one), held.get(one.id, Held())) for one in _standing(work)]


def choices(desk: Desk) -> list[Choice]:
    """What lists, calendar and figures can be seen by: nothing in an office that has no sites. A site that
    was taken out stays there while cases belong to it."""
    with desk.reading() as work:
        return choices_in(work)


def choices_in(work: Work) -> list[Choice]:
    """The same within a unit of work."""
    every = work.all_of(Site)
    gone = sorted((one for one in every if one.removed_at and work.lists.is_any_at(one.id)),
                  key=lambda one: (one.name, one.id))
    found = [*(Choice(one.id, one.name) for one in standing(every)),
             *(Choice(one.id, one.name, removed=True) for one in gone)]
    return [Choice(HERE, ""), *found] if found else []


def add_site(desk: Desk, draft: SiteDraft) -> Changes:
    """Let the office have a further site."""
    draft = draft.tidy()
    with desk.work("add_site", Verb.EDIT_SITES) as work:
        check_site(draft.name, _standing(work))
        made = Site(id=work.new_key(), name=draft.name, address=draft.address, phone=draft.phone)
        work.put(made)
        return work.commit(lists=("sites",), result=made.id)


def change_site(desk: Desk, site_id: UUID, draft: SiteDraft, seen: Site | None = None) -> Changes:
    """Call a site otherwise, or say otherwise where it is. ``seen``: the site as the person looked at it."""
    draft = draft.tidy()
    with desk.work("change_site", Verb.EDIT_SITES) as work:
        site = _site(work, site_id)
        stands = _words(site)
        merged = merged_row(desk, work, ("office_sites", str(site_id)), _words(seen) if seen else stands,
                            dict(vars(draft)), stands)
        for name, value in merged.items():
            setattr(site, name, str(value))
        check_site(site.name, [one for one in _standing(work) if one is not site])
        return work.commit(lists=("sites",))


def remove_site(desk: Desk, site_id: UUID) -> Changes:
    """Take a site out of the list. Nothing that belongs to it moves by that (:attr:`Listed.held` tells what
    there is); cases go on naming it until they are moved."""
    with desk.work("remove_site", Verb.EDIT_SITES) as work:
        _site(work, site_id).removed_at = work.who.now
        return work.commit(lists=("sites",))


def put_back_site(desk: Desk, site_id: UUID) -> Changes:
    """Let a site that was taken out stand in the list again."""
    with desk.work("put_back_site", Verb.EDIT_SITES) as work:
        site = work.row(Site, site_id)
        check_site(site.name, [one for one in _standing(work) if one is not site])
        site.removed_at = None
        return work.commit(lists=("sites",))


def _standing(work: Work) -> Sequence[Site]:
    return standing(work.all_of(Site))


def _site(work: Work, site_id: UUID) -> Site:
    found = next((one for one in _standing(work) if one.id == site_id), None)
    if found is None:
        raise NotThere(site_id)
    return found


def _held(work: Work) -> dict[UUID, Held]:
    cases = work.lists.open_by_site()
    places = Counter(one.site_id for one in work.all_of(OfficePlace) if not one.removed_at)
    people = Counter(one.site_id for one in work.all_of(Account) if one.is_active)
    return {one: Held(cases.get(one, 0), places[one], people[one])
            for one in {*cases, *places, *people} if one is not None}


def _words(site: Site) -> dict[str, object]:
    return {"name": site.name, "address": site.address, "phone": site.phone}
