"""The statutory figures that the office's region needs: what lacks, what depends on it, and adding it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.figures import FigureKind, Per, read_months
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.kinds import DateField, Form, MoneyField, SegmentField, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import statutes
from mediation_desk.services.office.statutes import Need
from mediation_desk.services.own_law import OwnFigure


class NeededFigures(QFrame):
    """A line for each figure of the region; one press opens a sheet with those that lack."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self.heading = label("", "group", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(look().px(4))
        self.enter = button(tr("Enter what lacks …"), picture="plus")
        self.sheet = NeededSheet(lambda: desk.today, self)
        self.enter.clicked.connect(self._begin)
        leave_to_office(desk, self.enter)
        self.sheet.closed.connect(self._offer)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addLayout(head)
        column.addLayout(self.lines)
        column.addWidget(self.sheet)
        self._needs: Sequence[Need] = ()

    def show_needs(self) -> None:
        """The figures of the region as they are today."""
        self._needs = statutes.needs(self._desk)
        region, lacking = self._desk.settings.region, [need for need in self._needs if need.figure is None]
        self.heading.setText(self._head(region, lacking))
        while (item := self.lines.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for need in self._needs:
            self.lines.addWidget(label(self._said(need), "" if need.figure is None else "small", wrap=True))
        self._offer()

    def _offer(self) -> None:
        """The button is there while something lacks and the sheet is not open."""
        lacking = any(need.figure is None for need in self._needs)
        self.enter.setVisible(bool(self._desk.settings.region) and lacking and self.sheet.isHidden()
                              and self._desk.may(Verb.EDIT_FIGURES))

    def said(self) -> list[str]:
        """What the page says of each figure."""
        return [self._said(need) for need in self._needs]

    def _head(self, region: str, lacking: Sequence[Need]) -> str:
        if not region:
            return tr("The office has no region yet. Set it under “The office”; the figures follow it.")
        if not lacking:
            return tr("Every figure that {region} needs is at hand.", region=self._called(region))
        return tr("Figures that {region} lacks: {kinds}", region=self._called(region),
                  kinds=[tr(need.kind.label) for need in lacking])

    def _called(self, place: str) -> str:
        return self._desk.figures.called(place)

    def _said(self, need: Need) -> str:
        """What is at hand and whose it is, or what depends on it that is not."""
        kind = tr(need.kind.label)
        if need.figure is not None:
            return tr("{kind}: {amount}, {dates}, the figure of {place}. {source}", kind=kind,
                      amount=need.figure.amount, dates=tr_sentence(need.figure.dates),
                      place=self._called(need.whose), source=need.figure.source)
        assert need.why is not None
        rests = [tr_sentence(one) for one in (*need.claims, *need.checks)]
        return tr("⚠ {kind}: {why}. What depends on it says that it is missing: {rests}.", kind=kind,
                  why=tr_sentence(need.why), rests=rests)

    def _begin(self) -> None:
        region = self._desk.settings.region
        self.sheet.begin([need.kind for need in self._needs if need.figure is None], region,
                         self._desk.figures.names.get(region, ""))
        self._offer()


class FigureFields:
    """The fields of one kind of figure within a form; values are never proposed."""

    def __init__(self, form: Form, kind: FigureKind, today: Callable[[], date]) -> None:
        self.kind = kind
        form.group(tr(kind.label))
        self.amount = form.add(MoneyField(tr("Amount"), name=f"{kind}.amount"))
        seasonal = kind is FigureKind.HEAT_ALLOWANCE
        self.per = form.add(SegmentField(tr("Per"), [(Per.MONTH, tr("a month")), (Per.DAY, tr("a day"))],
                                         name=f"{kind}.per")) if seasonal else None
        self.months = form.add(TextField(
            tr("Months in which it is paid"), name=f"{kind}.months", width=12, limit=30, placeholder="6-9",
            check=read_months, help=tr("Empty: all year."))) if seasonal else None
        self.source = form.add(TextField(tr("Published in"), name=f"{kind}.source", width=40, limit=200,
                                         help=tr("The document and its number.")))
        self.since = form.add(DateField(tr("In force from"), name=f"{kind}.since", today=today))
        self.until = form.add(DateField(tr("In force until"), name=f"{kind}.until", today=today, look="ahead",
                                        help=tr("Empty: still in force.")))

    @property
    def begun(self) -> bool:
        """Whether anything was entered."""
        fields = (self.amount, self.per, self.months, self.source, self.since, self.until)
        return any(field is not None and field.value() not in (None, "") for field in fields)

    def figure(self, place: str, place_name: str) -> OwnFigure:
        """The figure as it was entered; DeskError beside the field that it still needs."""
        amount, since, source = self.amount.value(), self.since.value(), self.source.value().strip()
        per, until = self.per.value() if self.per else Per.MONTH, self.until.value()
        for name, value in (("amount", amount), ("per", per), ("source", source), ("since", since)):
            if value in (None, ""):
                raise DeskError(N_("A figure has an amount, a first day and the document it comes from."),
                                field=f"{self.kind}.{name}")
        assert amount is not None and since is not None and isinstance(per, Per)
        if amount <= ZERO:
            raise DeskError(N_("Enter an amount above zero."), field=f"{self.kind}.amount")
        if until is not None and until < since:
            raise DeskError(N_("The figure ends before it begins."), field=f"{self.kind}.until")
        months = read_months(self.months.value()) if self.months else ()
        return OwnFigure(self.kind, place, place_name, amount, since, source, until, per, months)


class NeededSheet(QWidget):
    """Fields for each figure that lacks, for the office's region; one left wholly empty is not added."""

    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self.form = Form(self)
        self.save = button(tr("Keep these figures"), "primary")
        leave = button(tr("Cancel"))
        leave.clicked.connect(self.hide)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(12))
        self._column.addWidget(self.form)
        self._column.addLayout(row_of(self.save, leave))
        self._region = ""
        self.place_name: TextField | None = None
        self.kinds: list[FigureFields] = []
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """It was left or kept."""
        super().hideEvent(event)
        self.closed.emit()

    def begin(self, kinds: Sequence[FigureKind], region: str, name: str) -> None:
        """Ask for the figures of these kinds, for the region by its code and name."""
        old, self.form = self.form, Form(self)
        self._column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self._region = region
        self.form.group(tr("Region {code}", code=region))
        self.place_name = self.form.add(TextField(tr("Name of the region"), name="place_name", required=True,
                                                  width=24, limit=40))
        self.place_name.set_value(name)
        self.kinds = [FigureFields(self.form, kind, self._today) for kind in kinds]
        self.form.show()
        self.show()
        first = self.kinds[0].amount if name else self.place_name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def figures(self) -> list[OwnFigure]:
        """The figures as the sheet has them; none, with the trouble said beside its field, when one of
        them is not whole."""
        if not self.form.commit():
            return []
        assert self.place_name is not None
        try:
            made = [kind.figure(self._region, self.place_name.value()) for kind in self.kinds if kind.begun]
            if not made:
                raise DeskError(N_("Enter at least one of the figures."),
                                field=f"{self.kinds[0].kind}.amount")
            return made
        except DeskError as error:
            self.form.show_error(error)
            return []
