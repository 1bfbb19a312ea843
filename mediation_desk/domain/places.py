"""The rooms of the office, and the communities, parks and stations that its mediators go to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import PlaceKind, SessionForm
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class OfficePlace:
    """A place where the office holds sessions."""

    id: UUID
    kind: PlaceKind
    name: str
    address: str = ""
    site_id: UUID | None = None  # the site that it belongs to
    removed_at: datetime | None = None


def check_place(name: str, kind: PlaceKind, others: Iterable[OfficePlace]) -> None:
    """A place has a name, and no other of its kind is called so."""
    if not name.strip():
        raise DeskError(N_("Enter the name of the place."), field="name")
    if any(one.kind is kind and one.name == name.strip() for one in others):
        raise DeskError(N_("“{name}” is in the list already."), field="name", name=name.strip())


def places_for(places: Iterable[OfficePlace], form: SessionForm, site_id: UUID | None = None
               ) -> list[OfficePlace]:
    """Where a session of that form can be held: in the rooms, or at the places out there. Those of the case's
    site first, then by name."""
    if form not in (SessionForm.OFFICE, SessionForm.MOBILE):
        return []
    inside = form is SessionForm.OFFICE
    found = [one for one in places if (one.kind is PlaceKind.ROOM) is inside]
    return sorted(found, key=lambda one: (one.site_id != site_id, list(PlaceKind).index(one.kind), one.name))
