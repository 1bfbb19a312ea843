"""Where a new matter comes from, when, and by which order: what is asked depends on the source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.sites import HERE, chosen
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.gui.intake.new_case.hour import HourField
from mediation_desk.gui.intake.new_case.told import newest, order_words
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.site_field import site_words
from mediation_desk.library.asked import ARRIVED, NUMBER, UNTIL, OfSource, shipped_asked
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import pasted_orders
from mediation_desk.services.intake.pasted_orders import Repeated
from mediation_desk.services.intake.registering import OrderDraft
from mediation_desk.services.office.sites import Choice

FIELDS = 26  # letters


class MatterPart(Form):
    """The source and its order, the kind of work, and the day of receipt."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.source = self.add(ChoiceField(
            tr("Source"), [(one, tr(one.label)) for one in Source], name="source", width=FIELDS))
        self.kind = self.add(ChoiceField(
            tr("Kind of work"), [(one, tr(one.label)) for one in KindOfWork], name="kind_of_work",
            width=FIELDS))
        self.received = self.add(DateField(tr("Date received"), name="received_on", required=True,
                                           today=lambda: desk.today))
        self.order = self.add(TextField("", name="source_reference", width=FIELDS, limit=60))
        self.arrived = self.add(HourField(tr("Order came at"), name=ARRIVED, today=lambda: desk.today,
                                          look="back"))
        self.until = self.add(HourField(tr("To be finished by"), name=UNTIL, today=lambda: desk.today,
                                        look="ahead"))
        self.site = self.add(ChoiceField(tr("Site"), (), name="site", width=FIELDS))
        self.site.hide()
        self._desk = desk
        self.source.edited.connect(lambda _text: self.ask())
        self.order.committed.connect(lambda _number: self._look_up())

    def show_sites(self, known: Sequence[Choice]) -> None:
        """To which site the case will belong: where whoever registers it sits, unless they say otherwise. An
        office without sites is not asked."""
        offered = [(one.id, site_words(one)) for one in known if not one.removed]
        self.site.set_choices(offered)
        self.site.setVisible(len(offered) > 1)
        self.ask()

    def _ask_site(self) -> None:
        if self.site.value() is None and self.site.combo.count():
            self.site.set_value(chosen(self._desk.who.account.site_id))
            if self.site.combo.currentIndex() < 0:  # that site was taken out
                self.site.set_value(HERE)

    @property
    def site_id(self) -> UUID | None:
        """The site that was chosen; None: nobody was asked."""
        value = self.site.value()
        return value if isinstance(value, UUID) and self.site.combo.count() else None

    def ask(self) -> None:
        """Ask what is asked of a matter from the chosen source."""
        self._ask_site()
        asked = self.asked
        self.order.required = NUMBER in asked.required
        if asked.number:
            self.order.set_label(asked.number.text(words().code))
        for name, field in ((NUMBER, self.order), (ARRIVED, self.arrived), (UNTIL, self.until)):
            field.setVisible(name in asked.fields)
        if not self.number:
            self.order.set_help("")

    def _look_up(self) -> None:
        """Say at once whether the order is a case already; it may be registered all the same."""
        number = self.number
        self.order.set_help("")
        if number:
            self._tasks.read(pasted_orders.known_as, self._desk, "", number, receiver=self,
                             done=lambda known: self._say_known(number, known))

    def _say_known(self, number: str, known: Sequence[Repeated]) -> None:
        if known and number == self.number:  # not another one by now
            self.order.set_help(order_words(newest(known)))

    @property
    def asked(self) -> OfSource:
        """What is asked of a matter from the chosen source."""
        source = self.source.value()
        return shipped_asked().of_source(source) if isinstance(source, Source) else OfSource()

    @property
    def number(self) -> str:
        """The number of the order, where one is asked for."""
        return self.order.value() if NUMBER in self.asked.fields else ""

    def came_at(self) -> datetime | None:
        """The hour at which the order came, where it is asked for and was entered."""
        return self.arrived.value() if ARRIVED in self.asked.fields else None

    def order_draft(self) -> OrderDraft | None:
        """The work order; None where no hour of its coming was entered: no clock runs then."""
        came = self.came_at()
        if came is None:
            return None
        until = self.until.value() if UNTIL in self.asked.fields else None
        return OrderDraft(arrived_at=came, number=self.number, given_until=until)
