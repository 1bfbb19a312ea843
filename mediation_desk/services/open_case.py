"""A case that stays open at a desk: one reading for everything that shows it, and only of what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, RowKey, Touched
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import RECENT, Event
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import limitation, sorting
from mediation_desk.store.work.work import Work


class OpenCase:
    """``heard`` what was saved at this desk, ``read`` reads just those rows; where somebody else saved
    meanwhile, the whole case. What was not written is shared with the reading before.

    Readings may be asked for on any thread; they follow one another.
    """

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        self._desk, self._case_id = desk, case_id
        self._view: CaseView | None = None
        self._heard: dict[int, Touched] = {}  # by the version that each left the case at
        self._sorter: Sorter | None = None
        self._made_for: tuple[object, ...] = ()
        self._lock = Lock()

    def heard(self, changes: Changes) -> None:
        """Something was saved at this desk."""
        touched = changes.touched.get(self._case_id)
        if touched is not None:
            self._heard[touched.version] = touched

    def read(self) -> CaseView:
        """The case as it stands, with its sorting."""
        with self._lock:
            known = self._view
            made = self._view = self._read(known) if known else self._sorted(
                reading.case(self._desk, self._case_id))
            for version in list(self._heard):
                if version <= made.case.version:
                    del self._heard[version]
            return made

    # -- reading anew ----------------------------------------------------------------------

    def _read(self, known: CaseView) -> CaseView:
        with self._desk.reading() as work:
            case = work.cases.anew(known.case, lambda version: self._written(known.case.version, version))
            self._desk.require(Verb.READ_CASE, own_case=self._desk.is_member(work, case))
            made = reading.view(self._desk, work, case, self._events(work, known, case))
        if case is known.case and self._is_made_for(case):
            return replace(made, sorting=known.sorting, limit=known.limit, unsorted=known.unsorted)
        return self._sorted(made)

    def _since(self, version: int, until: int) -> list[Touched] | None:
        """What was done from one version to another; None where not all of it was done at this desk."""
        heard = [self._heard.get(at) for at in range(version + 1, until + 1)]
        return None if None in heard else [one for one in heard if one]

    def _written(self, version: int, until: int) -> set[RowKey] | None:
        heard = self._since(version, until)
        return None if heard is None else {row for one in heard for row in one.rows}

    def _events(self, work: Work, known: CaseView, case: Case) -> Sequence[Event] | None:
        """The events before with what was done since; None: read them from the journal."""
        heard = self._since(known.case.version, case.version)
        if heard is None:
            return None
        fresh = [Event(one.work_id, one.verb, one.at, work.accounts.get(one.account_id).name)
                 for one in reversed(heard)]
        return [*fresh, *known.events][:RECENT] if known.events else known.events

    # -- sorting ---------------------------------------------------------------------------

    def _sorted(self, view: CaseView) -> CaseView:
        """The view with its sorting: only workers of whom something was said anew are computed anew."""
        case = view.case
        if not case.is_claimed and not case.dispute_sheets:
            return view
        try:
            outcome = self._sort(case)
            return replace(view, sorting=outcome, limit=limitation.nearest(self._desk, case, outcome))
        except DeskError as trouble:
            return replace(view, unsorted=trouble)

    def _sort(self, case: Case) -> Sorting:
        if self._sorter is None or not self._is_made_for(case):
            self._sorter, self._made_for = sorting.sorter(self._desk, case), self._needs(case)
        return sorting.sort(case, self._sorter)

    def _is_made_for(self, case: Case) -> bool:
        return self._made_for == self._needs(case)

    def _needs(self, case: Case) -> tuple[object, ...]:
        """What a sorter is made for; with any of it changed, another one is needed."""
        return (self._desk.settings, self._desk.figures, self._desk.today, case.received_on,
                sorting.sheet(self._desk, case))
