"""Can it be paid? A few questions kept with the terms, and what this store knows of the company."""

from __future__ import annotations

from mediation_desk.domain.performance.record import Record
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.words import tr, tr_count

NAMES = ("paid_from", "account_holder", "other_debts")


class PayableGroup:
    """The questions, none of which must be answered, and the company's record."""

    def __init__(self, form: Form) -> None:
        form.group(tr("Can it be paid?"))
        form.add(TextField(tr("From what money"), name="paid_from", width=30))
        form.add(TextField(tr("Whose account it comes from"), name="account_holder", width=30))
        form.add(TextField(tr("What else is owed"), name="other_debts", width=30))
        self.record = form.add_widget(label("", "muted", wrap=True))
        self.record.hide()
        self._form = form
        self._kept: set[str] = set()  # questions that the kept terms answer

    def values(self, agreement: Agreement | None) -> dict[str, object]:
        """What is kept of the answers."""
        self._kept = {name for name in NAMES if agreement and getattr(agreement, name)}
        return {name: (getattr(agreement, name) if agreement else None) or "" for name in NAMES}

    def said(self) -> dict[str, str | None]:
        """What is answered now; None where nothing is and nothing was."""
        answers = {name: self._form.field(name).typed().strip() for name in NAMES}
        return {name: text if text or name in self._kept else None for name, text in answers.items()}

    def show_record(self, record: Record) -> None:
        """What earlier agreements of the same company came to; nothing where there was none."""
        self.record.setVisible(bool(record.signed))
        self.record.setText(words_of(record))


def words_of(record: Record) -> str:
    """The figures as a sentence; of this store only."""
    return tr_count("This store knows 1 earlier agreement of the company: {kept} kept, {late} paid late, "
                    "{broken} broken, {open} still running.",
                    "This store knows {count} earlier agreements of the company: {kept} kept, {late} paid "
                    "late, {broken} broken, {open} still running.", record.signed, kept=record.kept,
                    late=record.late, broken=record.broken, open=record.running)
