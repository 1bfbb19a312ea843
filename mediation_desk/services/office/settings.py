"""Office settings: read and changed by the administrator."""

from __future__ import annotations

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk


def next_serial(desk: Desk) -> int:
    """The serial number that this year's next case will have."""
    with desk.reading() as work:
        return work.serials.last(desk.today.year) + 1


def change(desk: Desk, settings: OfficeSettings) -> Changes:
    """Keep what differs from the settings at hand; what a colleague changed elsewhere meanwhile stays.
    The next case number follows the pattern at once."""
    known = desk.settings.stored()
    wanted = settings.checked().stored()
    with desk.work("change_settings", Verb.CHANGE_OFFICE_SETTINGS) as work:
        work.settings.write({name: value for name, value in wanted.items() if value != known[name]})
        now = OfficeSettings.read(work.settings.read())
        changes = work.commit(lists=("settings",))
    desk.settings = now
    return changes
