"""Who owes what is agreed, on the form of the terms: how, and what each party takes on."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.domain.agreeing.owing import is_asked, owing_of, payers
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import SEVERAL, Owing, Undertaking, shared_anew
from mediation_desk.domain.vocabulary import Duty, OwedHow, Role
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.settlement.grids import GridField
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.tables.grid import GridCell, GridColumn, GridRow
from mediation_desk.gui.kit.words import tr

SUM = "sum"
MOST_PLACES = 2  # digits of a place


class DebtorsField(GridField):
    """Parties down: what each takes on, its share or the most that it guarantees, its place."""

    def __init__(self) -> None:
        super().__init__(tr("Who takes on to pay"), name="debtors")

    def lay(self, parties: Sequence[Party], how: OwedHow | None, *, read_only: bool) -> None:
        """Show what was typed for each of the parties."""
        columns = [GridColumn("duty", tr("Takes on"), width=15, choices=tuple(tr(one.label) for one in Duty)),
                   GridColumn("amount", tr("Up to (yuan)"), right=True, width=13)]
        if how is OwedHow.IN_ORDER:
            columns.append(GridColumn("place", tr("Turn"), right=True, width=7))
        rows = [GridRow(str(party), name) for party, name in told_apart(parties).items()]
        cells = {(str(party.id), column.id): self._cell(str(party.id), column.id, read_only)
                 for party in parties for column in columns}
        if how is OwedHow.IN_SHARES:
            rows.append(GridRow(SUM, tr("Sum of the shares")))
            cells |= {(SUM, column.id): GridCell("", read_only=True) for column in columns}
            cells[SUM, "amount"] = GridCell(self._sum(parties), read_only=True)
        self.model.set_grid(rows, columns, cells)
        self._fit()

    def _cell(self, row: str, column: str, read_only: bool) -> GridCell:
        if column == "duty":
            duty = self._duty(row)
            return GridCell(tr(duty.label) if duty else "", read_only=read_only)
        read = _amount if column == "amount" else _place
        return self._by_hand(row, column, read, read_only=read_only)

    def _whole(self, column: str, text: str) -> str:
        """A duty is kept by its own name, whatever the language of the day."""
        if column != "duty":
            return text
        return next((str(one) for one in Duty if tr(one.label) == text), "")

    def _duty(self, row: str) -> Duty | None:
        kept = self.text(row, "duty")
        return next((one for one in Duty if str(one) == kept), None)

    def _sum(self, parties: Sequence[Party]) -> str:
        try:
            return str(total(one.amount for one in self.taken_on(parties)
                             if one.duty is Duty.OWES and one.amount is not None))
        except DeskError:
            return ""

    def taken_on(self, parties: Sequence[Party]) -> tuple[Undertaking, ...]:
        """What was typed, in the order of the places, then of the parties. Raises DeskError for a cell that
        cannot be read."""
        found = []
        for at, party in enumerate(parties):
            row = str(party.id)
            duty = self._duty(row)
            if duty is not None:
                place = _place(self.text(row, "place")) or len(parties)
                found.append((place, at, Undertaking(party.id, duty, _amount(self.text(row, "amount")))))
        return tuple(one for _place_, _at, one in sorted(found, key=lambda told: told[:2]))

    @property
    def is_empty(self) -> bool:
        """Whether nobody is named yet."""
        return not any(self._duty(one.id) for one in self.model.rows)

    def name_all(self, parties: Sequence[Party]) -> None:
        """Name all of these as if their duty had been typed; it can be typed over."""
        self._texts |= {f"{party.id}/duty": str(Duty.OWES) for party in parties}
        self.edited.emit(self.typed())
        self.commit()

    def hold(self, owing: Owing) -> None:
        """Hold what is kept."""
        texts: dict[tuple[str, str], str] = {}
        for place, one in enumerate(owing.debtors, start=1):
            row = str(one.party_id)
            texts[row, "duty"] = str(one.duty)
            if one.amount is not None:
                texts[row, "amount"] = str(one.amount)
            if owing.how is OwedHow.IN_ORDER and one.duty is Duty.OWES:
                texts[row, "place"] = str(place)
        self.put(texts)


def _amount(text: str) -> Money | None:
    """An amount; None where nothing stands."""
    return Money.payable(text, field="debtors") if text.strip() else None


def _place(text: str) -> int:
    """A place; 0 where nothing stands."""
    digits = text.strip()
    if digits and not (digits.isdecimal() and len(digits) <= MOST_PLACES):
        raise DeskError(N_("“{text}” is not a whole number."), field="debtors", text=digits)
    return int(digits or 0)


class OwingGroup:
    """The fields of who owes; out of sight where one respondent owes alone and nobody else could."""

    def __init__(self, form: Form) -> None:
        form.group()
        self.title = form.add_widget(label(tr("Who owes it"), "group"))
        self.how = form.add(ChoiceField(tr("How they owe it"), [(one, tr(one.label)) for one in OwedHow],
                                        name="owed_how", empty=tr("Not said yet"), width=30), wide=True)
        self.debtors = form.add(DebtorsField(), wide=True)
        self._case: Case | None = None
        self.how.committed.connect(self._name_all)

    def _name_all(self, how: object) -> None:
        """Said of several while nobody is named, it is said of every respondent; the table shows them, and
        whoever owes nothing is taken off there."""
        if isinstance(how, OwedHow) and how in SEVERAL and self._case is not None and self.debtors.is_empty:
            self.debtors.name_all(self._case.respondents)

    def show(self, agreement: Agreement | None) -> None:
        """Fill the fields from the kept terms."""
        owing = owing_of(agreement) if agreement else Owing()
        self.how.set_value(owing.how)
        self.debtors.hold(owing)

    def owing(self, case: Case) -> Owing:
        """What is set now; nobody where nothing is asked."""
        if not is_asked(case):
            return Owing()
        how = self.how.value()
        return Owing(how if isinstance(how, OwedHow) else None, self.debtors.taken_on(payers(case)))

    def refresh(self, case: Case | None, *, read_only: bool) -> None:
        """Show the parties of today, and say who was taken off since the terms were kept."""
        self._case = case
        asked = case is not None and is_asked(case)
        for widget in (self.title, self.how, self.debtors):
            widget.setVisible(asked)
        if case is None or not asked:
            return
        how = self.how.value()
        self.debtors.lay(payers(case), how if isinstance(how, OwedHow) else None, read_only=read_only)
        self.how.set_help(self._said(case, how))

    def _said(self, case: Case, how: object) -> str:
        moved = _gone(case)
        if moved:
            return tr("{names} took on to pay and is no longer a party that signs: say anew who owes.",
                      names=moved)
        if how is OwedHow.JOINTLY:
            return tr("The workers may ask either of them for all of it (Civil Code, art. 518).")
        if how is OwedHow.IN_SHARES:
            return tr("Each is liable for its own share alone (Civil Code, art. 517).")
        if how is OwedHow.IN_ORDER:
            return tr("The next one owes once the one before it is in default.")
        several = sum(party.role is Role.RESPONDENT for party in payers(case)) > 1
        return tr("With several respondents the agreement must say who owes it.") if several and how is None \
            else ""

    def share_anew(self, case: Case, whole: Money) -> list[str]:
        """Of another total the shares keep their proportion; what moved is told, party by party."""
        try:
            before = self.owing(case)
        except DeskError:
            return []
        after = shared_anew(before, whole)
        if after == before:
            return []
        self.debtors.hold(after)
        names = told_apart(case.parties)
        return [tr("{name}: {before} becomes {after}", name=names[one.party_id], before=one.amount,
                   after=other.amount)
                for one, other in zip(before.debtors, after.debtors, strict=True) if one != other]


def _gone(case: Case) -> list[str]:
    if case.agreement is None:
        return []
    may = {party.id for party in payers(case)}
    names = told_apart(case.parties_all)
    return [names.get(one.party_id, "—") for one in case.agreement.debtors if one.party_id not in may]
