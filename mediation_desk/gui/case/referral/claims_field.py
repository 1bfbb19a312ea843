"""Which claims of whom: kinds of claim are ticked, and the workers where it is not all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.referring.chosen import claim_key
from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.sorting.sorting import claim_names

KINDS_ACROSS, PEOPLE_ACROSS = 2, 5


class ClaimsField(Field):
    """Its value is a tuple of "worker/claim", of the claims of the case, in its order."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        self.box = QWidget()
        self.kinds: dict[str, Tick] = {}
        self.people: dict[str, Tick] = {}
        self._all: list[str] = []
        self._kinds, self._people = QGridLayout(), QGridLayout()
        self._whom = label(tr("Of whom; none ticked: of all who claim it"), "small")
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for grid in (self._kinds, self._people):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(look().px(16))
            grid.setVerticalSpacing(0)
        column.addLayout(self._kinds)
        column.addWidget(self._whom)
        column.addLayout(self._people)
        super().__init__(text, self.box, name=name, parent=parent)
        self._kept = ()

    @property
    def is_offered(self) -> bool:
        """Whether there is a claim to choose."""
        return bool(self.kinds)

    def set_claims(self, case: Case) -> None:
        """What can be ticked; what is ticked already stays so."""
        keys = [claim_key(one) for one in case.claims]
        if keys == self._all:
            return
        ticked, self._all = self.typed(), keys
        names, called = claim_names(), told_apart(case.parties)
        made = {one.claim for one in case.claims}
        workers = [one for one in case.applicants if any(key.startswith(f"{one.id}/") for key in keys)]
        self.kinds = self._fill(self._kinds, KINDS_ACROSS, self.kinds, {
            claim: tr_sentence(names[claim]) for claim in CLAIMS if claim in made})
        self.people = self._fill(self._people, PEOPLE_ACROSS, self.people, {
            str(one.id): called[one.id] for one in workers if len(workers) > 1})
        self._whom.setVisible(bool(self.people))
        if self.kinds:
            self.box.setFocusProxy(next(iter(self.kinds.values())))
        self._show_typed(ticked)

    def _fill(self, grid: QGridLayout, across: int, before: dict[str, Tick], said: dict[str, str]
              ) -> dict[str, Tick]:
        for gone in before.values():
            grid.removeWidget(gone)
            gone.deleteLater()
        grid.setColumnStretch(across, 1)
        made = {key: Tick(on_button(words), self.box) for key, words in said.items()}
        for at, tick in enumerate(made.values()):
            tick.clicked.connect(self._pressed)
            grid.addWidget(tick, at // across, at % across)
        return made

    def tick(self, claims: frozenset[str]) -> None:
        """Tick these kinds of claim too, as far as the case has them."""
        for claim, made in self.kinds.items():
            if claim in claims:
                made.setChecked(True)
        self._pressed()

    # -- value ---------------------------------------------------------------------------

    def value(self) -> tuple[str, ...]:
        """What is kept as ticked."""
        return self._kept if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """The claims that are ticked, parted by blanks."""
        kinds = {key for key, made in self.kinds.items() if made.isChecked()}
        people = {key for key, made in self.people.items() if made.isChecked()}
        return " ".join(key for key in self._all if key.rpartition("/")[2] in kinds
                        and (not people or key.partition("/")[0] in people))

    def _show_typed(self, text: str) -> None:
        keys = text.split()
        claims, people = {one.rpartition("/")[2] for one in keys}, {one.partition("/")[0] for one in keys}
        for claim, made in self.kinds.items():
            made.setChecked(claim in claims)
        everybody = {one.partition("/")[0] for one in self._all if one.rpartition("/")[2] in claims}
        for key, made in self.people.items():
            made.setChecked(key in people and people != everybody)

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())

    def _write(self, value: object) -> str:
        return " ".join(map(str, value)) if isinstance(value, tuple) else ""

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
