"""How a homecoming is told: states of cases, counts by kind, and the places in the words of their case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.domain.merging import Author, Conflict, Kind
from mediation_desk.domain.words import N_
from mediation_desk.gui.journal.clash import CaseClashWords
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence, words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.travel.homecoming import Coming
from mediation_desk.services.travel.showing import Known

WHY: Mapping[Kind, str] = MappingProxyType({
    Kind.FIELD: N_("Both sides wrote something here."),
    Kind.REMOVED: N_("The laptop took this out; the office changed it."),
    Kind.GONE: N_("The office took this out; the laptop changed it."),
    Kind.GROUND: N_("What this rests on was changed on the other side."),
    Kind.WHOLE: N_("These changes do not go together."),
})


def state(coming: Coming, left: int) -> State:
    """How a case stands before it comes home; ``left``: its questions that are not decided."""
    if coming.trouble is not None:
        return State(tr("Cannot come home"), "overdue", "warning-circle")
    if coming.is_home:
        return State(tr("Home already"), "muted")
    if coming.questions and not coming.may_decide:
        return State(tr("Its mediator decides"), "missing")
    if left:
        return State(tr_count("{count} to decide", "{count} to decide", left), "disputed")
    if coming.questions:
        return State(tr("Decided"), "agreed")
    return State(tr("New"), "accent", "plus-circle") if coming.is_new else State(tr("Changed"), "agreed")


def counted(brings: Mapping[str, int]) -> str:
    """How many rows of each kind, in the journal's words."""
    return tr("; ").join(tr("{field}: {value}", field=tr(table.label), value=brings[name])
                         for name, table in TABLES.items() if brings.get(name))


def why(conflict: Conflict) -> str:
    """Why a person is asked."""
    return tr_sentence(conflict.why) if conflict.why else tr(WHY[conflict.kind])


def whose(side: str, by: Author | None) -> str:
    """A side, and beneath it who wrote there and when."""
    return "\n".join((side, tr("{who}, {when}", who=by.name, when=minute(by.at)))) if by else side


def minute(at: datetime) -> str:
    """An instant of the office's zone."""
    return f"{at:%Y-%m-%d %H:%M}"


class HomeWords(CaseClashWords):
    """A case that comes home in its own words; ``journal`` words its rows, ``chinese`` the same for paper."""

    def __init__(self, desk: Desk, known: Known) -> None:
        self.known, self._desk = known, desk
        self.journal = self._spoken(words())
        super().__init__(known.case, self.journal, sorting.sheet(desk, known.case), words().code)

    @property
    def chinese(self) -> CaseWords:
        """In the words of papers."""
        return self._spoken(Words.of(CHINESE))

    def _spoken(self, language: Words) -> CaseWords:
        claims = {name: language.sentence(sentence) for name, sentence in sorting.claim_names().items()}
        return CaseWords(self.known.case, self._desk.zone, claims, self._desk.library.sheets, language,
                         self.known.sites)

    def seen(self, conflict: Conflict) -> str:
        """What stood there at the departure."""
        if conflict.place.field and conflict.kind is not Kind.WHOLE:
            return self.value(conflict, conflict.seen)
        if not isinstance(conflict.seen, Mapping):
            return tr("(empty)")
        return self.journal.held(conflict.place.table, conflict.seen)
