"""What the windows know of each station and of what lies beside the road: its picture, and its page.

Order, names and how far a case is at each are the domain's (``Station``, ``Progress``); a station's page
stands in the room of its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import N_

EVIDENCE, ORDER, SERVICE, REFERRAL, COPYING, TIMELINE, SUMMARY = (
    "evidence", "order", "service", "referral", "copying", "timeline", "summary")


@dataclass(frozen=True)
class CasePage:
    """A page of a case. ``key``: what its room and its page's class are named for; ``right``: who sees it,
    where not everybody does who sees the case."""

    key: str
    label: str
    picture: str
    right: Verb | None = None

    @property
    def module(self) -> str:
        """Imported when the page is first shown."""
        return f"mediation_desk.gui.case.{self.key}.page"

    @property
    def page(self) -> str:
        """The class of the page."""
        return f"{self.key.capitalize()}Page"


STATIONS: Mapping[Station, CasePage] = MappingProxyType({
    station: CasePage(str(station), station.label, picture) for station, picture in (
        (Station.INTAKE, "tray"), (Station.SORTING, "list-bullets"), (Station.MEDIATION, "chats-circle"),
        (Station.SETTLEMENT, "handshake"), (Station.PERFORMANCE, "money"), (Station.CLOSING, "archive"))})
SIDE_PAGES: Mapping[str, CasePage] = MappingProxyType({one.key: one for one in (
    CasePage(EVIDENCE, N_("Evidence"), "paperclip"),
    CasePage(ORDER, N_("Work order"), "phone-incoming"),
    CasePage(SERVICE, N_("Service of papers"), "paper-plane-tilt"),
    CasePage(REFERRAL, N_("Referral"), "arrow-bend-up-right"),
    CasePage(COPYING, N_("Copy sheet"), "copy"),
    CasePage(TIMELINE, N_("All events"), "clock-counter-clockwise", Verb.READ_TIMELINE),
    CasePage(SUMMARY, N_("Case summary"), "article", Verb.EXPORT_SUMMARY),
)})
"""What lies beside the road: one page for the whole case, behind a button of its own."""
PAGES: Mapping[str, CasePage] = MappingProxyType(
    {one.key: one for one in (*STATIONS.values(), *SIDE_PAGES.values())})
"""All pages of a case, in their order."""
