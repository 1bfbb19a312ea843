"""What the office owes the same day: matters not registered yet, and what came today and is not decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.gui.pages.today.agenda_lines import Entry, Section
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import waiting
from mediation_desk.services.intake.waiting import Received, SameDay, Waiting

DAY = timedelta(days=1)


def waited_words(since: datetime, now: datetime) -> str:
    """How long something is here: to the minute in its first hour, to the hour in its first day."""
    waited = max(now - since, timedelta())
    if waited < timedelta(hours=1):
        return tr_count("{count} minute", "{count} minutes", waited // timedelta(minutes=1))
    if waited < DAY:
        return tr_count("{count} hour", "{count} hours", waited // timedelta(hours=1))
    return tr_count("{count} day", "{count} days", waited // DAY)


def waiting_words(matter: Waiting) -> str:
    """Who put a matter aside, and when it came."""
    when = tr("came on {day} at {hour}", day=matter.came_at.date(), hour=f"{matter.came_at:%H:%M}")
    who = tr("put aside by {name}", name=matter.kept_by) if matter.kept_by else ""
    lost = "" if matter.content is not None else tr("what was entered cannot be read any more")
    return " · ".join(filter(None, (tr(matter.source.label), when, who, lost)))


class OwedToday(Section):
    """Its lines, the matters first; out of sight while nothing is owed. ``waiting_wanted(Waiting)`` opens a
    matter in its sheet, ``case_wanted(case_id, station)`` a case where it is decided."""

    waiting_wanted = Signal(object)
    case_wanted = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tr("Owed today: not registered or not decided"), "", parent)
        self._desk, self._tasks = desk, tasks
        self.hide()

    def reload(self, sites: Sequence[UUID] = ()) -> None:
        """Read anew what is owed; ``sites``: in their cases."""
        self._tasks.read(waiting.same_day, self._desk, sites, done=self.show_day, receiver=self)

    def show_day(self, day: SameDay) -> None:
        """Show what is owed."""
        self.show_lines([*(self._matter(one, day.now) for one in day.waiting),
                         *(self._case(one, day.now) for one in day.undecided)])
        self.setVisible(bool(self._all))

    def _matter(self, matter: Waiting, now: datetime) -> Entry:
        late = matter.came_at.date() < now.date()
        state = State(tr("waits for {time}", time=waited_words(matter.came_at, now)),
                      "overdue" if late else "disputed", "clock")
        return Entry(matter.title or tr("(no name yet)"), waiting_words(matter), state,
                     partial(self.waiting_wanted.emit, matter))

    def _case(self, one: Received, now: datetime) -> Entry:
        state = State(tr("here for {time}", time=waited_words(one.since, now)), "disputed", "clock")
        detail = " · ".join((tr(one.row.source.label), tr("received at {hour}, not decided",
                                                          hour=f"{one.since:%H:%M}"), one.row.number))
        return Entry(case_title(one.row), detail, state, self._opener(one))

    def _opener(self, one: Received) -> Callable[[], object]:
        return partial(self.case_wanted.emit, one.row.case_id, Station.INTAKE)
