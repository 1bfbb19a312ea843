"""The grid of what becomes of each claim: claims down, worker by worker, exact as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain import dates
from mediation_desk.domain.agreeing.handling import asked_by_place
from mediation_desk.domain.calculators.claims import claim_named
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.settlement.claim_terms import Handled, Handling, Place
from mediation_desk.domain.settlement.handling import FIELD, Shares, evened, moved
from mediation_desk.domain.vocabulary import ClaimHandling, InKind, Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.settlement.grids import MOST_ROWS, GridField
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import GridCell, GridColumn, GridRow
from mediation_desk.gui.kit.words import tr, tr_sentence

SUM = "sum"
CHOICES: Mapping[str, type[Term]] = {"handling": ClaimHandling, "in_kind": InKind}
TYPED = ("handling", "amount", "in_kind", "by", "note")


def row_of(place: Place) -> str:
    """The row of a worker's claim."""
    return f"{place[0]}:{place[1]}"


class HandlingField(GridField):
    """Claims down, worker by worker: what is asked, what the law comes to, and what becomes of it."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(tr("What becomes of each claim"), name=FIELD)
        self._today = today
        self.shares: Shares = {}
        self.places: Sequence[Place] = ()
        self.told: list[str] = []  # what moved, claim by claim
        self._names: Mapping[UUID, str] = {}

    # -- showing -------------------------------------------------------------------------

    def lay(self, case: Case, law: Mapping[Place, Money], *, read_only: bool) -> None:
        """Show the claims of today with what was typed for each; ``law``: what it comes to, where known."""
        asked = asked_by_place(case)
        self.places, self._names = tuple(asked), told_apart(case.applicants)
        cells: dict[tuple[str, str], GridCell] = {}
        for place, amount in asked.items():
            row = row_of(place)
            cells[row, "claim"] = GridCell(claim_words(place), read_only=True)
            cells[row, "asked"] = GridCell("" if amount is None else str(amount), read_only=True)
            cells[row, "law"] = GridCell(str(law[place]) if place in law else "", read_only=True)
            cells |= {(row, column): self._cell(row, column, read_only) for column in TYPED}
        cells |= {(SUM, column): GridCell("", read_only=True) for column in ("claim", "law", *TYPED)}
        cells[SUM, "asked"] = GridCell(str(total(one or ZERO for one in asked.values())), read_only=True)
        cells[SUM, "amount"] = GridCell(self._sum(), read_only=True)
        rows = [GridRow(row_of(place), self._names[place[0]]) for place in asked]
        self.model.set_grid([*rows, GridRow(SUM, tr("Sum"))], _columns(bool(law)), cells)
        self._fit()

    def _cell(self, row: str, column: str, read_only: bool) -> GridCell:
        if column in CHOICES:
            text = self.text(row, column)
            kept = _term(CHOICES[column], text)
            if text and kept is None:
                return GridCell(text, trouble=tr("This is none of the words of this column."),
                                read_only=read_only)
            return GridCell(tr(kept.label) if kept else "", read_only=read_only)
        reads: dict[str, Callable[[str], object]] = {"amount": _amount, "by": dates.read}
        return self._by_hand(row, column, reads.get(column, str), read_only=read_only)

    def _sum(self) -> str:
        try:
            return str(total(one.amount or ZERO for one in self.said()))
        except DeskError:
            return ""

    def _fit(self) -> None:
        """Its own rows, the head, and the bar that it always has: it is wider than the form."""
        rows = min(self.model.rowCount(), MOST_ROWS) * self.grid.verticalHeader().defaultSectionSize()
        head = max(self.grid.horizontalHeader().sizeHint().height(), look().px(32))
        self.grid.setFixedHeight(head + rows + look().px(14) + 4)

    # -- typing --------------------------------------------------------------------------

    def _whole(self, column: str, text: str) -> str:
        """Words of a list are kept by their own name, whatever the language of the day."""
        if column in CHOICES:
            return next((str(one) for one in CHOICES[column] if tr(one.label) == text), text)
        return dates.completed(text, self._today(), "ahead") if column == "by" else text

    def _edited(self, batch: list[tuple[str, str, str]]) -> None:
        before, pinned = self._readable(), set[Place]()
        rows = {row_of(place): place for place in self.places}
        for row, column, text in batch:
            self._texts[f"{row}/{column}"] = self._whole(column, text)
            if self._imply(row, column, text):
                pinned.add(rows[row])
        self.told = []
        after = self._readable()
        if before is not None and after is not None:
            typed = {rows[row] for row, column, _ in batch if column == "amount"}
            self.take(evened(after, self.shares, pinned), before, typed)
        self.edited.emit(self.typed())
        self.commit()

    def _imply(self, row: str, column: str, text: str) -> bool:
        """An amount says that the claim is paid, what is done instead that it is not, and a claim that is
        not paid has no amount. Whether the worker's other claims must give or take now."""
        implied = {"amount": ClaimHandling.PAID, "in_kind": ClaimHandling.REPLACED}.get(column)
        if implied is not None and text and not self.text(row, "handling"):
            self._texts[f"{row}/handling"] = str(implied)
        unpaid = column == "handling" and self.text(row, "handling") not in ("", str(ClaimHandling.PAID))
        freed = unpaid and bool(self.text(row, "amount"))
        if freed:
            self._texts[f"{row}/amount"] = ""
        return freed or (column == "amount" and bool(text))

    def _readable(self) -> Handled | None:
        try:
            return Handled(self.said())
        except DeskError:
            return None

    def take(self, after: Handled, before: Handled, typed: Collection[Place] = ()) -> None:
        """Show other amounts, and tell which moved but for those that were ``typed``."""
        self.told = [tr("{name}, {claim}: {before} becomes {after}", name=self._names.get(place[0], "—"),
                        claim=claim_words(place), before=was or ZERO, after=now or ZERO)
                     for place, was, now in moved(before, after) if place not in typed and was]
        self.hold(after)

    # -- reading -------------------------------------------------------------------------

    def said(self) -> tuple[Handling, ...]:
        """What is typed for the claims of today. Raises DeskError for a cell that cannot be read."""
        return tuple(one for one in map(self._handling, self.places) if one is not None)

    def _handling(self, place: Place) -> Handling | None:
        texts = {column: self.text(row_of(place), column).strip() for column in TYPED}
        if not any(texts.values()):
            return None
        how, kind = _term(ClaimHandling, texts["handling"]), _term(InKind, texts["in_kind"])
        if texts["in_kind"] and not isinstance(kind, InKind):
            raise DeskError(N_("“{text}” is none of the things that can be done instead."), field=FIELD,
                            text=texts["in_kind"])
        if not isinstance(how, ClaimHandling):
            raise DeskError(N_("Say whether the claim “{claim}” is paid, waived, or something else is "
                               "done."), field=FIELD, claim=claim_words(place))
        return Handling(*place, how, _amount(texts["amount"]), kind if isinstance(kind, InKind) else None,
                        dates.read(texts["by"], field=FIELD), texts["note"])

    def hold(self, handled: Handled) -> None:
        """Hold these words of the claims; what was typed of others stays."""
        for one in handled.claims:
            texts = {"handling": str(one.handling), "amount": str(one.amount) if one.amount else "",
                     "in_kind": str(one.in_kind or ""), "by": dates.show(one.by), "note": one.note}
            self._texts |= {f"{row_of(one.place)}/{column}": text for column, text in texts.items()}


def _columns(law: bool) -> list[GridColumn]:
    columns = [GridColumn("claim", tr("Claim"), width=11, read_only=True),
               GridColumn("asked", tr("Claimed"), right=True, width=10, read_only=True)]
    if law:
        columns.append(GridColumn("law", tr("By law"), right=True, width=10, read_only=True))
    return [*columns,
            GridColumn("handling", tr("Handling"), width=13, choices=_words(ClaimHandling)),
            GridColumn("amount", tr("{title} (yuan)", title=tr("Amount")), right=True, width=10),
            GridColumn("in_kind", tr("Done instead"), width=14, choices=_words(InKind)),
            GridColumn("by", tr("Done by"), width=11), GridColumn("note", tr("Note"), width=16)]


def _words(kind: type[Term]) -> tuple[str, ...]:
    return tuple(tr(one.label) for one in kind)


def _term(kind: type[Term], kept: str) -> Term | None:
    return next((one for one in kind if str(one) == kept), None)


def claim_words(place: Place) -> str:
    """What a worker's claim is called."""
    return tr_sentence(claim_named(place[1]).label)


def _amount(text: str) -> Money | None:
    """An amount; None where nothing stands."""
    return Money.payable(text, field=FIELD) if text.strip() else None
