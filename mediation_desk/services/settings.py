"""Office settings: read and changed by the administrator."""

from __future__ import annotations

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import OfficeSettings


def next_serial(desk: Desk) -> int:
    """The serial number that this year's next case will have."""
    with desk.reading() as work:
        return work.serials.last(desk.today.year) + 1


def change(desk: Desk, settings: OfficeSettings) -> Changes:
    """Keep the office's settings; the next case number follows the pattern at once."""
    desk.require(Verb.CHANGE_OFFICE_SETTINGS)
    checked = settings.checked()
    with desk.work("change_settings") as work:
        work.settings.write(checked.stored())
        changes = work.commit(lists=("settings",))
    desk.settings = checked
    return changes
