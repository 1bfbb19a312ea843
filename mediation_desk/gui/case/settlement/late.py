"""What the terms say of a late payment, what else is agreed, and how it is signed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.terms import FEWEST_COPIES
from mediation_desk.domain.vocabulary import DefaultClause, Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.clause_picker import ClausePicker
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    Form,
    IntegerField,
    MoneyField,
    TextArea,
    TextField,
)
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.clauses import present
from mediation_desk.services.papers.settlement import CLAUSES


def terms_of(kind: type[Term]) -> list[tuple[object, str]]:
    """The terms of a vocabulary as choices."""
    return [(term, tr(term.label)) for term in kind]


class LateGroup:
    """The consequence of a late payment, and the further terms with the clauses of the library."""

    def __init__(self, form: Form, bench: CaseBench) -> None:
        form.group(tr("When a payment is late"))
        self.clause = form.add(ChoiceField(tr("Consequence"), terms_of(DefaultClause), name="default_clause",
                                           width=30), wide=True)
        self.penalty = form.add(MoneyField(tr("Agreed penalty"), name="penalty", help=tr(
            "A penalty far above the loss can be reduced when that is asked for (Civil Code, art. 585).")))
        self.grace = form.add(IntegerField(tr("Grace"), name="grace_days", required=True, most=90,
                                           unit=tr("days")))
        form.group(tr("What else is agreed"))
        self.responsibility = form.add(TextArea(tr("Who is responsible for what"), name="responsibility",
                                                lines=2, help=tr("Left empty, the agreement says that the "
                                                                 "sides leave it open.")), wide=True)
        self.other = form.add(TextArea(tr("Other terms, one a line"), name="other_terms", lines=2), wide=True)
        self.picker = ClausePicker(bench, self.present)
        self.insert = form.add(self.picker.choice, wide=True)
        form.add_widget(self.picker)
        self.picker.wanted.connect(self._insert)

    def refresh(self) -> None:
        """The penalty is asked for where the consequence names one."""
        self.penalty.setVisible(self.clause.value() is DefaultClause.PENALTY)

    def agreed_penalty(self) -> Money | None:
        """The penalty, where the consequence names one. Raises DeskError while it is missing."""
        if self.clause.value() is not DefaultClause.PENALTY:
            return None
        agreed = self.penalty.value()
        if not isinstance(agreed, Money) or not agreed:
            raise DeskError(N_("Enter the penalty that is agreed: more than nothing."), field="penalty")
        return agreed

    def present(self) -> list[str]:
        """The ids of the clauses that are in the agreement: the consequence, and those of the further terms
        by their titles."""
        titles = [line.partition("：")[0].strip() for line in self.other.typed().splitlines()]
        consequence = self.clause.value()
        chosen = [CLAUSES[consequence]] if isinstance(consequence, DefaultClause) else []
        return [*chosen, *present(self.picker.known, titles)]

    def _insert(self, line: str) -> None:
        self.other.set_typed("\n".join(filter(None, (self.other.typed().strip(), line))))
        self.other.commit()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)


class SigningGroup:
    """How many copies are signed, and where."""

    def __init__(self, form: Form) -> None:
        form.group(tr("Signing"))
        self.copies = form.add(IntegerField(tr("Copies"), name="copies", required=True, least=FEWEST_COPIES))
        self.place = form.add(TextField(tr("Place of signing"), name="signing_place", width=22))
