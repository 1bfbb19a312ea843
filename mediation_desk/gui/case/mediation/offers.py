"""The rounds of offers: what each side asked and offered in the open, and which offer was accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import FoldingRow, drop
from mediation_desk.gui.case.mediation.side import SideCard, paid_in, side_chip
from mediation_desk.gui.kit.fields.kinds import (
    DateField,
    Form,
    IntegerField,
    MoneyField,
    SegmentField,
    TextField,
)
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting_point import law_range
from mediation_desk.services.reading import CaseView

if TYPE_CHECKING:
    from mediation_desk.gui.case.mediation.chart import MovesChart

PLACE = "offer"


class OfferCell(SideCard):
    """One offer: amount, instalments, terms, and whether it was accepted."""

    def __init__(self, offer: Offer, part: OffersPart, parent: QWidget | None = None) -> None:
        super().__init__(offer.side, parent)
        self.offer = offer
        said = [label(words().money(offer.amount), "strong"), label(paid_in(offer.instalments), "muted")]
        acts: list[QWidget] = []
        if offer.accepted_at:
            acts.append(Chip(State(tr("Accepted"), "agreed", "handshake")))
        elif part.may_accept:
            acts.append(self._accept(part))
        if part.may_change:
            acts.append(self._remove(part))
        self.column.addWidget(FoldingRow([_in_a_row(said), _in_a_row(acts)]))
        for more in (_more(offer), offer.terms):
            if more:
                self.column.addWidget(label(more, "muted", wrap=True))

    def _accept(self, part: OffersPart) -> QWidget:
        made = button(tr("Accept"), "quiet", picture="handshake")
        made.setObjectName("accept")
        made.setAccessibleName(_named(self.offer))
        made.clicked.connect(lambda: part.accept(self.offer))
        return made

    def _remove(self, part: OffersPart) -> QWidget:
        made = tool("x", tr("Take the offer out"), "muted", size=14,
                    name=_named(self.offer, taking_out=True))
        made.clicked.connect(lambda: part.remove(self.offer))
        return made


def _more(offer: Offer) -> str:
    """The first share and the last day, where the offer names them."""
    first = [tr("{amount} first", amount=offer.first_share)] if offer.first_share is not None else []
    last = [tr("the last by {day}", day=offer.last_on)] if offer.last_on is not None else []
    return str(words().shown([*first, *last]))


def _in_a_row(widgets: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made


def _named(offer: Offer, *, taking_out: bool = False) -> str:
    """What a button of an offer is called by a screen reader."""
    side = tr(offer.side.label)
    if taking_out:
        return tr("Take out the offer: {side}, round {round}", side=side, round=offer.round)
    return tr("Accept the offer: {side}, round {round}", side=side, round=offer.round)


class OffersPart(QWidget):
    """Rounds down, sides across; beneath them the form for an offer made at the table."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.may_change = self.may_accept = False
        self._rounds = QWidget()
        self._drafted = False
        self._moves = QVBoxLayout()
        self.chart: MovesChart | None = None
        self.form = self._form()
        self.add_button = button(tr("Add the offer"))
        self.add_button.clicked.connect(self.add)
        self.form.does(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Offers at the table"), "group"))
        self._column = column
        column.addWidget(self._rounds)
        column.addLayout(self._moves)
        column.addWidget(self.form)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        bench.notes.watch(self.form, PLACE)

    def _form(self) -> Form:
        form = Form(self)
        self.side = form.add(SegmentField(tr("Whose offer"), [(s, tr(s.label)) for s in Side], name="side",
                                          required=True))
        form.add(MoneyField(tr("Amount"), name="amount", required=True))
        form.add(IntegerField(tr("Instalments"), name="instalments", required=True, least=1, most=60))
        form.add(MoneyField(tr("First share"), name="first_share"))
        form.add(DateField(tr("Last payment"), name="last_on", today=self.bench.today, look="ahead"))
        form.add(TextField(tr("Terms"), name="terms", width=40))
        form.set_values({"instalments": 1})
        return form

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the rounds anew; what is being typed in the form stays."""
        case = view.case
        signed = case.agreement is not None and case.agreement.signed_on is not None
        self.may_change = not self.bench.read_only and not signed
        self.may_accept = self.may_change and case.accepted_on is not None
        self._drafted = self._drafted or self.bench.notes.bring_back(self.form, PLACE)
        fresh = self._grid(case.offers)
        self._column.replaceWidget(self._rounds, fresh)
        drop(self._rounds)
        self._rounds = fresh
        self._draw(view)
        self.form.setVisible(self.may_change)
        self.add_button.setVisible(self.may_change)

    def _draw(self, view: CaseView) -> None:
        """The moves as a chart, once there are any; made when it is first needed."""
        from mediation_desk.gui.case.mediation.chart import MovesChart

        if self.chart is None and view.case.offers:
            self.chart = MovesChart()
            self._moves.addWidget(self.chart)
        if self.chart is not None:
            self.chart.setVisible(bool(view.case.offers))
            law = law_range(self.bench.desk, view.sorting) if view.sorting is not None else Law()
            self.chart.show_moves(view.case.offers, law)

    def _grid(self, offers: list[Offer]) -> QWidget:
        made = QWidget()
        if not offers:
            column = QVBoxLayout(made)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(label(tr("No offer has been made in the open yet. Enter each side's offer as it "
                                      "is made; the rounds line up by themselves."), "muted", wrap=True))
            return made
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(4))
        for column_at, side in enumerate(Side, start=1):
            grid.addWidget(side_chip(side), 0, column_at, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column_at, 1)
        for number in sorted({offer.round for offer in offers}):
            grid.addWidget(label(tr("Round {number}", number=number), "muted"), number, 0)
        for offer in offers:
            grid.addWidget(OfferCell(offer, self), offer.round, 1 + list(Side).index(offer.side))
        return made

    # -- doing ---------------------------------------------------------------------------

    def add(self) -> None:
        """Keep the offer that stands in the form."""
        if not self.form.commit():
            return
        values = self.form.values()
        side, amount, instalments = values["side"], values["amount"], values["instalments"]
        if not isinstance(side, Side):
            self.side.set_error(tr("Say whose offer it is."))
            self.side.setFocus()
            return
        assert isinstance(amount, Money) and isinstance(instalments, int)
        self.bench.run(meeting.make_offer, side, amount, instalments, str(values["terms"]), form=self.form,
                       first_share=values["first_share"], last_on=values["last_on"], near=self,
                       done=lambda _changes: self._added(side), notice=tr("The offer is kept."))

    def _added(self, side: Side) -> None:
        """Empty the form for the other side's answer."""
        other = Side.RESPONDENT if side is Side.APPLICANT else Side.APPLICANT
        emptied = {"side": other, "amount": None, "instalments": 1, "first_share": None, "last_on": None,
                   "terms": ""}
        for name, value in emptied.items():
            self.form.field(name).set_value(value)
        self.form.clear_errors()
        self.bench.notes.drop(PLACE)
        self.form.field("amount").setFocus()

    def accept(self, offer: Offer) -> None:
        """The other side accepts it: the settlement takes its figures over."""
        self.bench.run(meeting.accept_offer, offer.id, near=self,
                       notice=tr("Accepted: {amount}. The settlement takes it over.", amount=offer.amount),
                       after=lambda: self.bench.go_on.emit(Station.SETTLEMENT))

    def remove(self, offer: Offer) -> None:
        """Take an offer out."""
        self.bench.run(meeting.remove_offer, offer.id, near=self, notice=tr("The offer was taken out."))
