"""The sites of one centre: street offices, parks and associations where its people sit and cases belong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError

HERE = UUID(int=0)
"""The office itself, where one of its sites is chosen or counted; rows that belong to it name no site."""
HERE_LABEL = N_("The office itself")
MOST = 200  # as the sentence says


@dataclass(eq=False, kw_only=True)
class Site:
    """A site of the office (站点), with rooms and people of its own."""

    id: UUID
    name: str
    address: str = ""
    phone: str = ""
    removed_at: datetime | None = None


@dataclass(frozen=True)
class SiteDraft:
    """What is said of a site, as it is kept."""

    name: str
    address: str = ""
    phone: str = ""

    def tidy(self) -> SiteDraft:
        """Without blanks around it."""
        return SiteDraft(*(storable(one).strip() for one in (self.name, self.address, self.phone)))


def check_site(name: str, others: Iterable[Site]) -> None:
    """A site has a name, and no other is called so; of so many that nobody can choose there are none."""
    if not name.strip():
        raise DeskError(N_("Enter the name of the site."), field="name")
    known = list(others)
    if any(one.name == name.strip() for one in known):
        raise DeskError(N_("“{name}” is in the list already."), field="name", name=name.strip())
    if len(known) >= MOST:
        raise DeskError(N_("An office has at most 200 sites."), field="name")


def standing(sites: Iterable[Site]) -> list[Site]:
    """Those that were not taken out, by name."""
    return sorted((one for one in sites if one.removed_at is None), key=lambda one: (one.name, one.id))


def site_names(sites: Iterable[Site]) -> dict[str, str]:
    """What they are called, by key as the journal writes it."""
    return {str(one.id): one.name for one in sites}


def chosen(site_id: UUID | None) -> UUID:
    """The site of a row as it is chosen and counted."""
    return site_id or HERE


def kept(site_id: UUID | None) -> UUID | None:
    """A chosen site as rows keep it."""
    return None if site_id == HERE else site_id


def require_site(sites: Iterable[Site], site_id: UUID | None, now: UUID | None = None) -> UUID | None:
    """The chosen site as rows keep it. ``now``: where it is already, which may have been taken out since.
    DeskError for one that was taken out."""
    wanted = kept(site_id)
    if wanted is not None and wanted != now and all(one.id != wanted for one in standing(sites)):
        raise DeskError(N_("This site was taken out of the office's list. Choose another."), field="site")
    return wanted


@dataclass(frozen=True)
class Held:
    """What belongs to a site: open cases, rooms and places, people who may sign in."""

    cases: int = 0
    places: int = 0
    people: int = 0

    @property
    def is_empty(self) -> bool:
        """Nothing belongs to it."""
        return self == Held()
