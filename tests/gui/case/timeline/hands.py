"""What the tests of the timeline do over and over: open it, read its lines, change a field."""

from mediation_desk.gui.case.timeline.page import TimelinePage
from mediation_desk.gui.journal.events import Event
from mediation_desk.services import editing
from tests.gui.case.rooms import Room


def page_of(room: Room) -> TimelinePage:
    """The timeline, opened from the context column."""
    room.click(room.window.events)
    page = room.window.page_in_front()
    assert isinstance(page, TimelinePage)
    return page


def shown(page: TimelinePage) -> list[Event]:
    """Its lines, the latest first."""
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    assert all(isinstance(row, Event) for row in rows)
    return [row for row in rows if row is not None]


def edit(room: Room, field: str, before: object, after: object) -> None:
    """A colleague changes a field of the case."""
    editing.save(room.desk, room.case_id, [editing.Edit("case", room.case_id, field, before, after)])
