"""A transfer parted by hand: what each worker receives of it, with what is left of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.settlement.grids import TOTAL, GridField
from mediation_desk.gui.kit.tables.grid import GridCell, GridColumn, GridRow
from mediation_desk.gui.kit.words import tr, tr_error, words

AMOUNT, OWED, LEFT = "amount", "owed", "left"
FIELD = "parts"


class PartsField(GridField):
    """Workers down, each with what is owed and what it receives: typed, or pasted from a spreadsheet."""

    def __init__(self) -> None:
        super().__init__(tr("What each worker receives"), name=FIELD)
        self._workers: dict[str, tuple[UUID, Money]] = {}
        self._transfer: Money | None = None

    def lay(self, workers: Sequence[tuple[UUID, str, Money]]) -> None:
        """Show these workers with what each is owed; what was typed stays."""
        self._workers = {str(key): (key, owed) for key, _name, owed in workers}
        columns = [GridColumn(OWED, tr("{title} (yuan)", title=tr("Still owed")), right=True, width=16,
                              read_only=True),
                   GridColumn(AMOUNT, tr("{title} (yuan)", title=tr("Receives")), right=True, width=16)]
        rows = [*(GridRow(str(key), name) for key, name, _owed in workers), GridRow(TOTAL, tr("Sum")),
                GridRow(LEFT, tr("Left of the transfer"))]
        owed = {(row, OWED): GridCell(str(one[1])) for row, one in self._workers.items()}
        self.model.set_grid(rows, columns, {**owed, **self._cells()})
        self._fit()

    def follow(self, whole: Money | None) -> None:
        """The transfer comes to that much; None: nobody said yet."""
        self._transfer = whole
        self.model.set_cells(self._cells())

    def parts(self) -> tuple[tuple[UUID, Money], ...]:
        """What was typed, of those who receive something. DeskError where it cannot be read, or is none."""
        found = tuple((key, _amount(text)) for row, (key, _owed) in self._workers.items()
                      if (text := self.text(row, AMOUNT)))
        if not found:
            raise DeskError(N_("Enter what each worker receives."), field=FIELD)
        return found

    def _show_typed(self, text: str) -> None:
        super()._show_typed(text)
        self.model.set_cells(self._cells())

    def _edited(self, batch: list[tuple[str, str, str]]) -> None:
        super()._edited(batch)
        self.model.set_cells(self._cells())

    def _cells(self) -> dict[tuple[str, str], GridCell]:
        cells = {(row, AMOUNT): self._cell(row, owed) for row, (_key, owed) in self._workers.items()}
        summed = total(self._known(row) for row in self._workers)
        left = "" if self._transfer is None else str(self._transfer - summed)
        off = self._transfer is not None and self._transfer != summed
        cells[TOTAL, AMOUNT] = GridCell(str(summed), read_only=True)
        cells[LEFT, AMOUNT] = GridCell(left, read_only=True, meaning="disputed" if off else "")
        cells[TOTAL, OWED] = GridCell(str(total(owed for _key, owed in self._workers.values())))
        return cells

    def _cell(self, row: str, owed: Money) -> GridCell:
        text = self.text(row, AMOUNT)
        try:
            too_much = bool(text) and _amount(text) > owed
        except DeskError as error:
            return GridCell(text, trouble=tr_error(error))
        return GridCell(text, trouble=tr("Only {most} is still outstanding there.", most=words().money(owed))
                        if too_much else "")

    def _known(self, row: str) -> Money:
        try:
            return _amount(self.text(row, AMOUNT))
        except DeskError:
            return ZERO


def _amount(text: str) -> Money:
    """An amount; nothing counts as none."""
    return Money.payable(text, field=FIELD) if text else ZERO
