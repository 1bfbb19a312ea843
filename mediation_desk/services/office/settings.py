"""Office settings: read and changed by the administrator."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.rights import Verb
from mediation_desk.services.clauses import check_own
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_row

OFFICE = "office"


def next_serial(desk: Desk) -> int:
    """The serial number that this year's next case will have."""
    with desk.reading() as work:
        return work.serials.last(desk.today.year) + 1


def change(desk: Desk, settings: OfficeSettings, seen: OfficeSettings | None = None) -> Changes:
    """Keep what differs from what was seen; what a colleague changed elsewhere meanwhile stays, and what
    both changed is a conflict.

    ``seen``: the settings as the person looked at them; None: those at hand. The next case number
    follows the pattern at once.
    """
    if settings.own_clauses != (seen or desk.settings).own_clauses:
        check_own(settings.own_clauses)
    looked_at, wanted = asdict(seen or desk.settings), asdict(settings.checked())
    with desk.work("change_settings", Verb.CHANGE_OFFICE_SETTINGS) as work:
        desk.settings = OfficeSettings.read(work.settings.read())  # at hand: a conflict with it is shown
        merged = merged_row(desk, work, ("settings", OFFICE), looked_at, wanted, asdict(desk.settings),
                            lambda place: ("settings", f"{OFFICE}.{place.field}"))
        now = OfficeSettings(**cast(dict[str, Any], merged)).checked()
        work.settings.write(now.stored())
        changes = work.commit(lists=("settings",))
    desk.settings = now
    return changes
