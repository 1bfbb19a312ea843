"""What is being said in the grids: sent in batches, and kept in sight until all of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflict, Conflicts, Place, Seen
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.sorting.sight import Key
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, Unreadable

Ask = Callable[[DeskError | str, str, Callable[[], object]], object]


def key_of(saying: Saying) -> Key:
    """Where a saying belongs."""
    return (saying.element, saying.worker_id, saying.voice, saying.party_id)


class Sayings(QObject):
    """Sends what was typed or pasted; a batch is kept whole or not at all.

    What was refused stays in ``unsaved`` with its ``troubles`` and goes along with the next batch,
    so that mending the one bad cell of a paste keeps the whole paste. What is in conflict with a
    colleague's word waits there until the person has chosen (``decide``), or says it again.
    ``settled`` tells that either changed, ``mended`` that all that was refused is kept or let go of, so
    that no message speaks of it any more; ``sent([Saying, …])`` that a batch is on its way,
    ``clashed(Conflicts)`` that there is something to choose; ``under_way`` counts such batches.
    """

    settled = Signal()
    mended = Signal()
    sent = Signal(list)
    clashed = Signal(object)

    def __init__(self, bench: CaseBench, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._ask = bench, ask
        self.unsaved: dict[Key, str] = {}
        self.troubles: dict[Key, str] = {}
        self.under_way = 0
        self._asked: set[Key] = set()  # unsaved cells whose person has yet to choose
        self._seen: Seen | None = None  # what was known when the oldest of the unsaved was typed

    def say(self, sayings: Iterable[Saying], version: int | None = None) -> None:
        """Send a batch, together with what could not be kept before. ``version``: the reading that the
        person looked at while typing, where a later one has arrived since."""
        fresh = {key_of(saying): saying.text for saying in sayings}
        self._asked -= set(fresh)
        waiting = {key: text for key, text in self.unsaved.items() if key in self._asked}
        batch = {key: text for key, text in {**self.unsaved, **fresh}.items() if key not in waiting}
        if not batch:
            return
        self.unsaved, self.troubles = waiting, {key: self.troubles[key] for key in waiting}
        seen = self._oldest(version)
        said = [Saying(*key[:3], text, key[3]) for key, text in batch.items()]
        self.under_way += 1
        self._bench.run(sorting.say, said, seen=seen, done=lambda _changes: self._kept(),
                        failed=lambda error: self._refused(batch, seen, error))
        self.sent.emit(said)

    def _oldest(self, version: int | None) -> Seen:
        """What was known when the first of what is now sent was typed."""
        now = self._bench.seen
        typed = now if version is None else replace(now, version=version)
        return self._seen if self._seen and self._seen.version <= typed.version else typed

    def _kept(self) -> None:
        self.under_way -= 1
        if not self.unsaved:
            self._seen = None
            self.mended.emit()

    def discard(self) -> None:
        """Let go of what could not be kept."""
        self._let_go(self.unsaved)

    def _let_go(self, keys: Iterable[Key]) -> None:
        for key in list(keys):
            self.unsaved.pop(key, None)
            self.troubles.pop(key, None)
            self._asked.discard(key)
        self.settled.emit()
        if not self.unsaved:
            self._seen = None
            self.mended.emit()

    def decide(self, mine: bool) -> None:
        """Keep one's own words in the cells that wait, or let the colleague's stand."""
        asked = set(self._asked)
        self._asked.clear()
        if not mine:
            self._let_go(asked)
        self.say(())

    # -- refused -------------------------------------------------------------------------

    def _refused(self, batch: dict[Key, str], seen: Seen, error: DeskError) -> None:
        self.under_way -= 1
        self.unsaved, self._seen = {**batch, **self.unsaved}, seen
        if isinstance(error, Unreadable):
            self.troubles |= {key_of(one.saying): tr_error(one.error) for one in error.refused}
            self._bench.reload()
            self._ask(self._summary(error), tr("Discard them"), self.discard)
        elif isinstance(error, Conflicts):
            self._clash(error)
        else:
            self._bench.reload()
            self._let_go(batch)
            self._bench.trouble.emit(error)
        self.settled.emit()

    def _clash(self, error: Conflicts) -> None:
        """Mark the cells, and show both words once the pages show the colleague's."""
        self._seen = error.seen
        self._asked |= set(self.unsaved)
        self._bench.read_anew(partial(self._mark, error))

    def _mark(self, error: Conflicts) -> None:
        about = {key for conflict in error.conflicts for key in self._keys(conflict)}
        self._asked &= about or self._asked
        self.troubles |= dict.fromkeys(self._asked, tr_error(error))
        self.settled.emit()
        self.clashed.emit(error)

    def _keys(self, conflict: Conflict) -> set[Key]:
        """The unsaved cells that a conflict is about: one, or all of a worker who was taken out."""
        place, view = conflict.place, self._bench.view
        if place.table == "parties":
            return {key for key in self.unsaved if place.row_id in (str(key[1]), str(key[3]))}
        return {key for key in self.unsaved if view and self._is_in(key, place, view.case)}

    @staticmethod
    def _is_in(key: Key, place: Place, case: Case) -> bool:
        """Whether a cell is kept in a field of a row."""
        element, worker, voice, party = key
        rows = case.statements if party else case.entries
        field = "said" if party else voice
        return place.field in ("", field) and any(
            (one.element, one.worker_id, getattr(one, "party_id", None)) == (element, worker, party)
            for one in rows if str(one.id) == place.row_id)

    def _summary(self, error: Unreadable) -> str:
        if len(self.unsaved) == 1:
            return tr("This could not be read, so it was not saved: {reason}",
                      reason=tr_error(error.refused[0].error))
        return tr_count("{count} cell cannot be read, so none of the {all} cells was saved. Mend it, and "
                        "all of them are kept. {reason}",
                        "{count} cells cannot be read, so none of the {all} cells was saved. Mend them, and "
                        "all of them are kept. The first: {reason}", len(self.troubles),
                        all=len(self.unsaved), reason=tr_error(error.refused[0].error))
