"""What is being said in the grids: sent in batches, and kept in sight until all of it can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.sorting.sight import Key
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, SayingsRefused

Ask = Callable[[DeskError | str, str, Callable[[], object]], object]


def key_of(saying: Saying) -> Key:
    """Where a saying belongs."""
    return (saying.element, saying.worker_id, saying.voice, saying.party_id)


class Sayings(QObject):
    """Sends what was typed or pasted; a batch is kept whole or not at all.

    What was refused stays in ``unsaved`` with its ``troubles`` and goes along with the next batch,
    so that mending the one bad cell of a paste keeps the whole paste. ``settled`` tells that either
    changed, ``mended`` that what was refused is kept or let go of, so that no message speaks of it any
    more; ``sent([Saying, …])`` that a batch is on its way; ``under_way`` counts such batches.
    """

    settled = Signal()
    mended = Signal()
    sent = Signal(list)

    def __init__(self, bench: CaseBench, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._ask = bench, ask
        self.unsaved: dict[Key, str] = {}
        self.troubles: dict[Key, str] = {}
        self.under_way = 0
        self._sent: dict[Key, str] = {}  # what this desk wrote since the case was last read
        bench.reloaded.connect(self._read_anew)

    def _read_anew(self) -> None:
        if not self.under_way:
            self._sent.clear()

    def _seen(self) -> Callable[[Key], str | None]:
        """What the person sees in a cell: their own last word, or what was read."""
        view = self._bench.view
        entries, apart = (outcome.entries, outcome.apart) if (outcome := view and view.sorting) else ({}, {})

        def seen(key: Key) -> str | None:
            element, worker, voice, party = key
            if party is not None:
                return self._sent.get(key, apart.get((element, worker), {}).get(party))
            return self._sent.get(key, getattr(entries.get((element, worker)), voice, None))

        return seen

    def say(self, sayings: Iterable[Saying]) -> None:
        """Send a batch, together with what could not be kept before."""
        fresh = {key_of(saying): saying.text for saying in sayings}
        batch = {**self.unsaved, **fresh}
        if not batch:
            return
        self.unsaved, self.troubles = {}, {}
        seen = self._seen()
        said = [Saying(*key[:3], text, seen(key), key[3]) for key, text in batch.items()]
        self._sent.update(batch)
        self.under_way += 1
        self._bench.run(sorting.say, said, done=lambda _changes: self._kept(),
                        failed=lambda error: self._refused(batch, error))
        self.sent.emit(said)

    def _kept(self) -> None:
        self.under_way -= 1
        if not self.unsaved:
            self.mended.emit()

    def discard(self) -> None:
        """Let go of what could not be kept."""
        self.unsaved, self.troubles = {}, {}
        self.settled.emit()
        self.mended.emit()

    def _refused(self, batch: dict[Key, str], error: DeskError) -> None:
        self.under_way -= 1
        for key in batch:
            self._sent.pop(key, None)
        self._bench.reload()  # what a colleague wrote meanwhile is to be seen beside one's own
        if not isinstance(error, SayingsRefused):
            self.discard()
            self._bench.trouble.emit(error)
            return
        self.unsaved = {**batch, **self.unsaved}
        for refused in error.refused:
            self.troubles[key_of(refused.saying)] = tr_error(refused.error)
        self.settled.emit()
        self._ask(self._summary(error), tr("Discard them"), self.discard)

    def _summary(self, error: SayingsRefused) -> str:
        if len(self.unsaved) == 1:
            return tr("This could not be read, so it was not saved: {reason}",
                      reason=tr_error(error.refused[0].error))
        return tr_count("{count} cell cannot be read, so none of the {all} cells was saved. Mend it, and "
                        "all of them are kept. {reason}",
                        "{count} cells cannot be read, so none of the {all} cells was saved. Mend them, and "
                        "all of them are kept. The first: {reason}", len(self.troubles),
                        all=len(self.unsaved), reason=tr_error(error.refused[0].error))
