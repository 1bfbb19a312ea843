"""What the offers and packages are worth: how the mediator weighs time and risk, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.packages.shapes import payments
from mediation_desk.domain.mediation.worth import Assessment, OfferWorth, Risk, percent, worth
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.kit.fields.kinds import DateField, Form, IntegerField, SegmentField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.mediation import meeting_point
from mediation_desk.services.mediation.meeting_point import MeetingPoint

PLACE = "meeting/assessment"
RATE = 8  # letters of a percentage


@dataclass(frozen=True)
class Row:
    """An offer or a package with what it is worth."""

    what: str
    worth: OfferWorth


class WorthPart(QWidget):
    """A table of worths, the explanation of the chosen one, and the form that sets rates and risk."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.model = RowsModel(_columns(), self)
        self.table = SealedTable(self.model, name=tr("What it is worth"), parent=self)
        self.table.set_empty(tr("No offer yet"), picture="chart-bar")
        self.table.chosen.connect(self._explain)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(look().px(2))
        self.form, self.keep_button = self._form(), button(tr("Keep rates and risk"))
        self.keep_button.clicked.connect(self.keep)
        self.form.does(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("What it is worth"), "group"))
        column.addWidget(self.table)
        column.addLayout(self.lines)
        column.addWidget(self.form)
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        bench.notes.bring_back(self.form, PLACE)
        bench.notes.watch(self.form, PLACE)
        for widget in (self.form, self.keep_button):
            widget.setVisible(not bench.read_only)

    def _form(self) -> Form:
        form = Form(self)
        form.group(tr("Time and risk"), tr("Nothing is discounted until a rate is set. What is set here is "
                                           "sealed like the rest."))
        for name, said in (("applicants_rate", tr("Applicants' rate")),
                           ("respondents_rate", tr("Respondents' rate"))):
            form.add(TextField(said, name=name, unit=tr("% a month"), width=RATE, check=percent))
        form.add(SegmentField(tr("Risk of default"), [(one, tr(one.label)) for one in Risk], name="risk"))
        form.add(TextField(tr("Lost every month"), name="share", unit=tr("% of what is owed"), width=RATE,
                           check=percent))
        form.add(DateField(tr("First payment possible on"), name="first_on", today=self.bench.today,
                           look="ahead"))
        form.add(IntegerField(tr("Most instalments looked at"), name="most", least=1, most=60))
        return form

    # -- showing -------------------------------------------------------------------------

    def show_point(self, point: MeetingPoint) -> None:
        """Show the worth of each side's last offer and of every package; what is being typed stays."""
        rows = self._rows(point)
        self.model.set_rows(rows)
        self.table.fit()
        self._explain(rows[0] if rows else None)
        if not self.bench.notes.text(PLACE):
            self.form.set_values(_values(point.how))

    def _rows(self, point: MeetingPoint) -> list[Row]:
        today, sure = self.bench.desk.today, point.law.sure if point.law.undisputed else None
        asked = point.asked
        rows = [Row(tr("Last offer: {side}", side=tr(offer.side.label)),
                    worth(payments(offer, asked.first_on, asked.calendar), today, point.how, sure))
                for offer in point.last]
        return rows + [Row(str(tr(one.kinds[0].label)), worth(one.deal.payments, today, point.how, sure))
                       for one in point.packages]

    def _explain(self, row: Row | None) -> None:
        empty_layout(self.lines)
        for sentence in row.worth.lines if row else ():
            self.lines.addWidget(label(tr_sentence(sentence), "small", wrap=True))

    # -- keeping -------------------------------------------------------------------------

    def keep(self) -> None:
        """Seal rates and risk; the packages are laid out anew by them."""
        if not self.form.commit():
            return
        given = self.form.values()
        how = Assessment(
            percent(str(given["applicants_rate"])), percent(str(given["respondents_rate"])),
            cast("Risk | None", given["risk"]), percent(str(given["share"])),
            cast("date | None", given["first_on"]), cast("int | None", given["most"]))
        self.bench.run(meeting_point.assess, how, form=self.form, near=self, notice=tr("Sealed."),
                       done=lambda _changes: self.bench.notes.drop(PLACE))


def _values(how: Assessment) -> dict[str, object]:
    return {"applicants_rate": _plain(how.applicants_rate), "respondents_rate": _plain(how.respondents_rate),
            "risk": how.risk, "share": _plain(how.share), "first_on": how.first_on, "most": how.most}


def _plain(rate: Decimal | None) -> str:
    return "" if rate is None else f"{rate:f}"


def _columns() -> list[Column]:
    return [Column("what", tr("What"), lambda one: one.what, width=22, sortable=False, stretch=True,
                   whole=True),
            Column("total", tr("Total"), lambda one: one.worth.total, Kind.MONEY, width=12, sortable=False),
            Column("present", tr("Worth to applicants"), lambda one: one.worth.present, Kind.MONEY,
                   width=14, sortable=False, yields=2),
            Column("expected", tr("With the risk"), lambda one: one.worth.expected, Kind.MONEY, width=12,
                   sortable=False, yields=1),
            Column("cost", tr("Cost to respondents"), lambda one: one.worth.cost, Kind.MONEY, width=14,
                   sortable=False, yields=3),
            Column("days", tr("Days to the last"), lambda one: one.worth.days, Kind.NUMBER, width=8,
                   sortable=False)]


