"""Statutory figures: those shipped with the program, and the office's own beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.figures import Figure, FigureKind, Per, read_months
from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.money import Money
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.clash import ClashWords, spoken
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    MoneyField,
    SegmentField,
    TextField,
)
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.figures_needed import NeededFigures
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import statutes
from mediation_desk.services.own_law import OwnFigure

PERS: Mapping[Per, str] = MappingProxyType({Per.MONTH: N_("a month"), Per.DAY: N_("a day")})
TABLE_HEIGHT = 280


@dataclass(frozen=True)
class FigureRow:
    """A figure as a line of the table; ``own``: the office's, None for a shipped one."""

    kind: FigureKind
    place: str
    place_name: str
    figure: Figure
    own: OwnFigure | None = None


def lines(desk: Desk) -> list[FigureRow]:
    """The office's figures first, then the shipped ones, each by kind, place and day."""
    shipped = desk.library.figures
    own = [FigureRow(one.kind, one.place, one.place_name, one.figure, one) for one in desk.law.own]
    known = [FigureRow(kind, place, shipped.names.get(place, place), figure)
             for (kind, place), figures in shipped.table.items() for figure in figures]
    return sorted(own, key=_order) + sorted(known, key=_order)


def _order(line: FigureRow) -> tuple[str, str, str]:
    return (line.kind, line.place, line.figure.since.isoformat())


def _of(own: OwnFigure) -> tuple[object, ...]:
    """What a figure is of: one of the office's to each."""
    return own.kind, own.place, own.since


class FiguresPart(OfficePart):
    """A table of all figures; those whose role allows add, change and remove the office's own."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._before: list[tuple[Sequence[OwnFigure], Sequence[OwnFigure]]] = []  # each step: from, to
        self._again: Callable[[Sequence[OwnFigure]], None] = lambda _gone: None  # the last change, for others
        self._about: set[tuple[object, ...]] = set()  # what the last change was about
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Statutory figures"))
        self.table.setMinimumHeight(look().px(TABLE_HEIGHT))
        self.table.set_empty(tr("No figure yet"), tr("Enter the minimum and average wage of your region."),
                             picture="scales")
        self.add = button(tr("Add a figure"), picture="plus")
        self.change = button(tr("Change"), picture="pencil-simple")
        self.remove = button(tr("Remove"), picture="trash")
        self.sheet = FigureSheet(lambda: desk.today, self)
        self.needed = NeededFigures(desk, self)
        self._lay()
        self.add.clicked.connect(lambda: self.sheet.begin(None))
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.table.chosen.connect(lambda _line: self._offer())
        self.table.opened.connect(lambda _line: self.change.click())
        self.sheet.save.clicked.connect(self._save)
        self.needed.sheet.save.clicked.connect(self._add_needed)
        self.leaves(self.sheet, self.sheet.hide)
        leave_to_office(desk, self.add, self.change, self.remove)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look().px(8))
        top.addWidget(label(tr("Where both have a figure of the same place and day, the office's counts."),
                            "muted", wrap=True), 1)
        for made in (self.add, self.change, self.remove):
            top.addWidget(made)
        self.column.addWidget(self.needed)
        self.column.addLayout(top)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.table, 1)
        may = self.desk.may(Verb.EDIT_FIGURES)
        for made in (self.add, self.change, self.remove):  # in their place by now: no window flashes by
            made.setVisible(may)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The figures as they are now."""
        self.model.set_rows(lines(self.desk))
        self.needed.show_needs()
        self._offer()

    def _offer(self) -> None:
        """Only the office's own figures can be changed, and only there."""
        own = self._chosen() is not None and self.desk.branch is None
        self.change.setEnabled(own)
        self.remove.setEnabled(own)

    def _chosen(self) -> OwnFigure | None:
        line = self.table.current_row()
        return line.own if isinstance(line, FigureRow) else None

    # -- changing ------------------------------------------------------------------------

    def _change(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.desk.may(Verb.EDIT_FIGURES):
            self.sheet.begin(chosen)

    def _save(self) -> None:
        made = self.sheet.figure()
        if made is not None:
            gone = [self.sheet.replaced] if self.sheet.replaced else []
            self._keep(gone, [made], tr("The figure is kept."), self.sheet.form)

    def _add_needed(self) -> None:
        """Keep every figure that was entered of those the region lacks."""
        made = self.needed.sheet.figures()
        if made:
            self._keep([], made, tr("The figures are kept."), self.needed.sheet.form)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._keep([chosen], [], tr("The figure was removed."), self.sheet.form)

    def _keep(self, gone: Sequence[OwnFigure], made: Sequence[OwnFigure], notice: str, form: Form) -> None:
        """Let some figures stand for others."""
        self._again = partial(self._keep, made=made, notice=notice, form=form)
        self._about = {_of(one) for one in (*gone, *made)}
        before = self.desk.law.own
        wanted = [*(one for one in before if one not in gone), *made]

        def done(_changes: object) -> None:
            self._before.append((before, wanted))
            self._put_away()

        self.run(statutes.keep_figures, wanted, before, form=form, done=done, notice=notice, back=self.undo)

    def _put_away(self) -> None:
        self.sheet.hide()
        self.needed.sheet.hide()
        self.shown()

    def decided(self, _field: str, mine: bool) -> None:
        """Let one's own figures stand in the place of a colleague's after all, or show theirs."""
        if mine:
            self._again([one for one in self.desk.law.own if _of(one) in self._about])
        else:
            self._put_away()

    def clash_words(self) -> ClashWords:
        """A figure by its kind, place and day."""
        return FigureClashWords()

    def undo(self) -> None:
        """Take back the last change made here: a write like any other."""
        if self._before:
            before, after = self._before.pop()
            self.run(statutes.keep_figures, before, after, done=lambda _changes: self.shown(),
                     notice=tr("Undone."))

    def help_text(self) -> str:
        """F1."""
        return tr("The calculators take the figure of the place where the work was done, or of its city or "
                  "province, in force on the day that counts. A figure that is not here is a warning on the "
                  "calculation, never a zero. Every figure names the document it comes from. The shipped "
                  "ones cannot be changed; the office's own of the same place and day go before them.")


class FigureClashWords(ClashWords):
    """A conflict about a figure, in the words of its sheet."""

    NAMES: Mapping[str, str] = MappingProxyType({
        "amount": N_("Amount"), "per": N_("Per"), "until": N_("In force until"), "source": N_("Published in"),
        "place_name": N_("Name of the region"), "months": N_("Months in which it is paid")})

    def place(self, conflict: Conflict) -> str:
        """Which figure."""
        name, place, since, _number = conflict.place.row_id.split("/")
        kind = next(one for one in FigureKind if one == name)
        return f"{tr(kind.label)} {place}, {since}"

    def named(self, _table: str, field: str) -> str:
        """As the sheet calls it."""
        return tr(self.NAMES[field]) if field in self.NAMES else ""

    def value(self, conflict: Conflict, value: object, field: str = "") -> str:
        """As the table shows it."""
        name = field or conflict.place.field
        if name == "amount" and value:
            return spoken(Money.typed(str(value)))
        if name == "per" and value:
            return tr(PERS[Per(str(value))])
        return season(value) if isinstance(value, list) and value else spoken(value or None)


class FigureSheet(QFrame):
    """The fields of one of the office's figures; ``replaced`` is the one being changed, if any."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.replaced: OwnFigure | None = None
        self.form = Form(self)
        add = self.form.add
        self.kind = add(ChoiceField(tr("Kind"), [(kind, tr(kind.label)) for kind in FigureKind],
                                    name="kind", width=20))
        self.per = add(SegmentField(tr("Per"), [(per, tr(name)) for per, name in PERS.items()], name="per",
                                    required=True))
        self.place = add(TextField(tr("Region"), name="place", required=True, width=10, limit=6, shape=plain,
                                   placeholder="630100",
                                   help=tr("Six digits of the administrative division.")))
        self.place_name = add(TextField(tr("Name of the region"), name="place_name", required=True, width=24,
                                        limit=40))
        self.amount = add(MoneyField(tr("Amount"), name="amount", required=True))
        self.source = add(TextField(tr("Published in"), name="source", required=True, width=40, limit=200,
                                    help=tr("The document and its number.")))
        self.since = add(DateField(tr("In force from"), name="since", required=True, today=today))
        self.until = add(DateField(tr("In force until"), name="until", today=today, look="ahead",
                                   help=tr("Empty: still in force.")))
        self.months = add(TextField(tr("Months in which it is paid"), name="months", width=12, limit=30,
                                    placeholder="6-9", check=read_months,
                                    help=tr("For the heat allowance; empty: all year.")))
        self.save = button(tr("Keep the figure"), "primary")
        self.form.does(self.save)
        leave = button(tr("Cancel"))
        leave.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.form)
        column.addLayout(row_of(self.save, leave))
        self.hide()

    def begin(self, figure: OwnFigure | None) -> None:
        """Show an empty sheet, or one of the office's figures to change."""
        self.replaced = figure
        kept = vars(figure) | {"months": season(figure.months)} if figure is not None else {}
        self.form.set_values({name: kept.get(name) for name in self.form.names()}
                             | ({} if figure else {"kind": FigureKind.MINIMUM_WAGE, "per": Per.MONTH}))
        for name in self.form.names():
            if not self.form.field(name).modified():
                continue
            self.form.field(name).set_typed("")
        self.form.clear_errors()
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def figure(self) -> OwnFigure | None:
        """The figure as the sheet has it; None, with the trouble said beside its field, when it is none."""
        if not self.form.commit():
            return None
        kind, per = self.kind.value(), self.per.value()
        amount, since, until = self.amount.value(), self.since.value(), self.until.value()
        assert isinstance(kind, FigureKind) and isinstance(per, Per)
        assert amount is not None and since is not None  # both are required
        if until is not None and until < since:
            self.form.show_error(DeskError(N_("The figure ends before it begins."), field="until"))
            return None
        return OwnFigure(kind, self.place.value(), self.place_name.value(), amount, since,
                         self.source.value(), until, per, read_months(self.months.value()))


def season(months: Sequence[int]) -> str:
    """Months as they are typed."""
    return ",".join(map(str, months))


def _columns() -> list[Column]:
    return [Column("whose", tr("Whose"), _whose, Kind.STATE, width=12),
            Column("kind", tr("Kind"), lambda line: tr(line.kind.label), width=14),
            Column("place", tr("Region"), lambda line: f"{line.place_name} {line.place}", width=20),
            Column("amount", tr("Amount"), lambda line: line.figure.amount, Kind.MONEY, width=13),
            Column("per", tr("Per"), lambda line: tr(PERS[line.figure.per]), width=8),
            Column("months", tr("Months of the year"), lambda line: season(line.figure.months), width=8),
            Column("since", tr("In force from"), lambda line: line.figure.since, Kind.DATE, width=13),
            Column("until", tr("In force until"), lambda line: line.figure.until, Kind.DATE, width=13),
            Column("source", tr("Published in"), lambda line: line.figure.source, width=20, stretch=True)]


def _whose(line: FigureRow) -> State:
    return State(tr("The office's"), "accent") if line.own else State(tr("Shipped"), "muted")
