"""Whom a new case is against: a company that the office may know already, and a second one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.intake.companies import PARTICULARS
from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party, kept
from mediation_desk.domain.vocabulary import Business, KindOfWork, PartyKind, Role
from mediation_desk.gui.intake.new_case.offers import OfferField
from mediation_desk.gui.intake.new_case.told import company_words, offered_company
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.library.asked import BUSINESS, SECOND, shipped_asked
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import known, offering
from mediation_desk.services.intake.known import KnownCompany
from mediation_desk.services.intake.offering import CompanyOffer
from mediation_desk.services.intake.registering import PartyDraft

PAUSE_MS = 200
FIRM = PartyKind.ORGANISATION
SHOWN = ("name", "credit_code", "business")
"""Particulars that have fields of their own here; what is copied besides is said beneath them."""


class CompanyPart(Form):
    """``changed``: a company was filled in from what the office knows."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._copied: dict[str, Any] = {}
        self._kind = KindOfWork.OTHER
        self.group(tr("Respondent"))
        self.name = self._firm(tr("Name of the organisation"), "company")
        self.name.chosen.connect(self.fill)
        self.code = self.add(OfferField(
            tr("Credit code"), tasks, partial(offering.firms, desk), offered_company, name="credit_code",
            width=24, shape=partial(kept, "credit_code", kind=FIRM)))
        self.code.chosen.connect(self.fill)
        self.business = self.add(ChoiceField(
            tr("Kind of enterprise"), [(one, tr(one.label)) for one in Business], name="business",
            empty=tr("Not said"), width=24))
        self.second = self._firm(tr("Second respondent, if there is one"), "second")
        self.second.chosen.connect(self._fill_second)
        self.told = self.add_widget(label("", "small", wrap=True))
        self._known: list[KnownCompany] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.name.edited.connect(lambda _text: self._renamed())
        self.code.edited.connect(lambda _text: self._pause.start())
        self.begin_anew()

    def _firm(self, words: str, name: str) -> OfferField:
        return self.add(OfferField(words, self._tasks, partial(offering.firms, self._desk), offered_company,
                                   name=name, width=34, shape=partial(kept, "name", kind=FIRM)))

    def ask(self, kind: KindOfWork) -> None:
        """Ask what is asked where workers of that kind complain."""
        self._kind = kind
        asked = shipped_asked().of_kind(kind).fields
        self.business.setVisible(BUSINESS in asked)
        self.second.setVisible(SECOND in asked or bool(self.second.typed()))

    def begin_anew(self) -> None:
        """No company yet."""
        self._copied, self._known = {}, []
        for field in (self.name, self.code, self.second):
            field.set_value("")
            field.set_typed("")
        self.business.set_value(None)
        self._say()

    # -- known already ---------------------------------------------------------------------

    def fill(self, offer: CompanyOffer) -> None:
        """A known company was chosen: what is known of it stands in the fields, and beneath them."""
        self._copied = {name: value for name, value in offer.told.items() if value and name not in SHOWN}
        self.name.set_typed(offer.name)
        self.code.set_typed(str(offer.told.get("credit_code") or ""))
        for field in (self.name, self.code):
            field.commit()
        self.business.set_value(offer.told.get("business"))
        self._look()
        self.changed.emit()

    def _fill_second(self, offer: CompanyOffer) -> None:
        self.second.set_typed(offer.name)
        self.second.commit()
        self.changed.emit()

    def _renamed(self) -> None:
        """Another name is another company: what was copied of the former one goes."""
        self._copied = {}
        self._say()
        self._pause.start()

    def _typed_company(self) -> Typed:
        return Typed(FIRM, self.name.typed(), credit_code=self.code.typed())

    def _look(self) -> None:
        self._pause.stop()
        asked = self._typed_company()
        self._tasks.read(known.company, self._desk, asked, done=lambda found: self._found(asked, found),
                         receiver=self)

    def _found(self, asked: Typed, found: list[KnownCompany]) -> None:
        if asked == self._typed_company():
            self._known = found
            self._say()

    def _say(self) -> None:
        said = company_words(self._known)
        if self._copied:
            said.append(tr("Copied with it: {told}", told=[
                f"{tr(particulars(Party)[name].label)} {value}" for name, value in self._copied.items()]))
        self.told.setText("\n".join(said))
        self.told.setVisible(bool(said))

    @property
    def looking(self) -> bool:
        """Whether a company was typed that was not looked for yet."""
        return self._pause.isActive()

    # -- as entered ------------------------------------------------------------------------

    def drafts(self) -> list[PartyDraft]:
        """The respondents as they stand in the fields."""
        told = {**self._copied, "credit_code": self.code.value(), "business": self.business.value()}
        told = {name: value for name, value in told.items() if value and name in PARTICULARS}
        named = self.name.value() or told
        made = [PartyDraft(Role.RESPONDENT, self.name.value(), FIRM, told)] if named else []
        if not self.second.isHidden() and self.second.value():
            made.append(PartyDraft(Role.RESPONDENT, self.second.value(), FIRM))
        return made

    def state(self) -> dict[str, Any]:
        """All that was typed, for a draft."""
        return {**{name: self.field(name).typed() for name in ("company", "credit_code", "second")},
                "business": self.business.typed(),
                "copied": {name: str(value) for name, value in self._copied.items()}}

    def bring_back(self, state: Mapping[str, Any]) -> None:
        """What was typed, as a draft has it."""
        for name in ("company", "credit_code", "second", "business"):
            self.field(name).set_typed(str(state.get(name, "")))
            self.field(name).commit()
        copied = state.get("copied")
        self._copied = {name: value for name, value in copied.items() if name in PARTICULARS} \
            if isinstance(copied, dict) else {}
        self.ask(self._kind)
        self._look()
