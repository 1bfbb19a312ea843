"""What narrows the figures: station, mediator, site, source, kind of work, platform, cause, matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station, Term
from mediation_desk.gui.kit.fields.field_rows import FieldRows
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services.reports.choices import Choices
from mediation_desk.services.sorting import sorting

Chosen = TypeVar("Chosen")
WIDTH = 13


class Narrowing(FieldRows):
    """The fields, as many in a row as there is room for; ``changed`` when the figures are others."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mediators = ChoiceField(tr("Mediator"), (), name="mediators", empty=tr("All"), width=WIDTH)
        self.sites = SiteField()
        self.sites.name = "sites"
        self.sources = self._terms(tr("Source"), "sources", Source)
        self.kinds = self._terms(tr("Kind of work"), "kinds", KindOfWork)
        self.stations = self._terms(tr("Station"), "stations", Station)
        self.causes = ChoiceField(tr("Cause"), (), name="causes", empty=tr("All"), width=WIDTH)
        self.claims = ChoiceField(tr("Matter"), (), name="claims", empty=tr("All"), width=WIDTH)
        self.platforms = ChoiceField(tr("Platform"), (), name="platforms", empty=tr("All"), width=WIDTH)
        self._known = Choices((), (), (), ())
        self._matters = {name: tr_sentence(called) for name, called in sorting.claim_names().items()}
        self.lay_fields(look().px(1000))
        for field in self.fields:
            field.combo.setSizeAdjustPolicy(field.combo.SizeAdjustPolicy.AdjustToContents)
            field.committed.connect(lambda _value: self.changed.emit())

    @staticmethod
    def _terms(label: str, name: str, terms: type[Term]) -> ChoiceField:
        return ChoiceField(label, [(term, tr(term.label)) for term in terms], name=name, empty=tr("All"),
                           width=WIDTH)

    @property
    def fields(self) -> Sequence[ChoiceField]:
        """All of them, in their order."""
        return (self.mediators, self.sites, self.sources, self.kinds, self.stations, self.causes, self.claims,
                self.platforms)

    # -- choices -------------------------------------------------------------------------

    def show_choices(self, known: Choices) -> None:
        """What there is to choose from; with a single mediator there is nothing."""
        self._known = known
        for field, values in ((self.mediators, known.mediators),
                              (self.platforms, [(one, one) for one in known.platforms]),
                              (self.causes, [(one, one) for one in known.causes]),
                              (self.claims, [(one, self._matter(one)) for one in known.claims])):
            chosen = field.value()
            field.set_choices(values)
            field.set_value(chosen if any(chosen == value for value, _words in values) else None)
        self.mediators.setVisible(len(known.mediators) > 1)
        self.sites.set_sites(known.sites)
        self.fit(self.width())

    def _matter(self, name: str) -> str:
        return self._matters.get(name, name)

    # -- as a narrowing ------------------------------------------------------------------

    def narrow(self) -> Narrow:
        """What the fields leave."""
        return Narrow(
            mediators=_one(self.mediators, UUID), sources=_one(self.sources, Source),
            kinds=_one(self.kinds, KindOfWork), platforms=_one(self.platforms, str),
            causes=_one(self.causes, str), claims=_one(self.claims, str),
            stations=_one(self.stations, Station), sites=_one(self.sites, UUID))

    def clear(self) -> None:
        """Every case counts."""
        for field in self.fields:
            field.set_value(None)
        self.changed.emit()

    def in_words(self) -> str:
        """What it is narrowed to; empty where every case counts."""
        return " · ".join(f"{field.label.text()}: {field.combo.currentText()}" for field in self.fields
                          if field.value() is not None)

    def kept(self) -> dict[str, str]:
        """What is chosen, to be written down."""
        return {field.name: str(field.value()) for field in self.fields if field.value() is not None}

    def bring(self, kept: Mapping[str, str]) -> None:
        """Choose what was written down, as far as there is such a choice still; tells nobody."""
        read: Mapping[str, Any] = {"sources": Source, "kinds": KindOfWork, "stations": Station,
                                   "mediators": UUID, "sites": UUID}
        for field in self.fields:
            try:
                value = read.get(field.name, str)(kept[field.name]) if field.name in kept else None
            except ValueError:
                value = None
            field.set_value(value)
            if field.combo.currentIndex() <= 0:
                field.set_value(None)


def _one(field: ChoiceField, kind: type[Chosen]) -> tuple[Chosen, ...]:
    value = field.value()
    return (value,) if isinstance(value, kind) else ()
