"""Office: its names, where it is, how its cases are numbered, and its habits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.intake.numbering import NumberPattern
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.office import MOST_DAYS_AHEAD, MOST_VISIT_DAYS, OfficeSettings
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.languages import OWN_NAMES
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    Form,
    IntegerField,
    MoneyField,
    TextArea,
    TextField,
    YesNo,
)
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import settings

EXAMPLE = """[[clause]]
id = "own-example"
kind = "conduct"
title = "慰问金"
text = "被申请人于{{ day | cndate }}前另向申请人支付慰问金{{ amount | both }}"
fits = "双方愿意另付慰问金时"
excludes = []
[clause.places]
day = "付款日"
amount = "慰问金"
"""
MONEY = "money_tolerance_fen"
NUMBERS = ("retention_years", "date_tolerance_days", "reminder_days", "visit_days_signed",
           "visit_days_paid", "publish_smallest_count",
           "publish_dominance_percent", "publish_fewest_values")


class DetailsPart(OfficePart):
    """Every field is saved as it is left, and can be taken back."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.form = Form(self)
        self._before: list[tuple[OfficeSettings, OfficeSettings]] = []  # each step: from what to what
        self._wanted = self._mine = desk.settings  # with what is still on its way to the store
        self._under_way = 0
        self._serial = 1
        self._names()
        self._numbering()
        self._habits()
        self._publishing()
        self._clauses()
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self._show(desk.settings)
        self.form.set_read_only(desk.branch is not None)
        self.example_button.setVisible(desk.branch is None)
        self.form.committed.connect(self._save)
        self.pattern.edited.connect(self._show_example)

    def _names(self) -> None:
        self.form.group(tr("Names and address"))
        for name, text, wide in (("name", tr("Name of the office"), False),
                                 ("seal_name", tr("Name on the seal"), False),
                                 ("address", tr("Address"), False)):
            self.form.add(TextField(text, name=name, required=name != "address", width=40, limit=100),
                          wide=wide)
        self.form.add(TextField(tr("Phone"), name="phone", width=18, limit=40))
        self.form.add(TextField(tr("Arbitration commission"), name="arbitration_commission", width=40,
                                limit=100, help=tr("Named in papers; empty: the competent one.")))
        self.form.add(TextField(tr("People's court"), name="court", width=40, limit=100,
                                help=tr("Named in papers; empty: the competent one.")))
        self.form.add(TextField(tr("Region"), name="region", width=10, limit=6, shape=plain,
                                placeholder="630100",
                                help=tr("Six digits; the statutory figures follow it.")))
        self.form.add(YesNo(tr("A people's mediation committee"), name="people_mediation", required=True,
                            help=tr("Its agreements may be confirmed by the court.")))

    def _numbering(self) -> None:
        self.form.group(tr("Case numbers"))
        self.pattern = self.form.add(TextField(
            tr("Pattern"), name="number_pattern", required=True, limit=40, width=40,
            check=NumberPattern.typed,
            help=tr("Write one number as an example: the year, and after it the serial number.")))
        self.example = self.form.add_widget(label("", "strong"), wide=False)

    def _habits(self) -> None:
        self.form.group(tr("Habits"))
        self.form.add(IntegerField(tr("Keep closed cases"), name="retention_years", least=1, most=100,
                                   unit=tr("years"), required=True))
        self.form.add(ChoiceField(tr("Language"), [("", tr("As the system")), *OWN_NAMES], name="language",
                                  width=18, help=tr("For those who chose none; from the next sign-in on.")))
        self.form.add(MoneyField(tr("Amounts agree within"), name=MONEY,
                                 help=tr("Statements that differ by no more count as agreed.")))
        self.form.add(IntegerField(tr("Dates agree within"), name="date_tolerance_days", most=31,
                                   unit=tr("days")))
        self.form.add(IntegerField(tr("Remind of payments before"), name="reminder_days",
                                   most=MOST_DAYS_AHEAD, unit=tr("days"), required=True,
                                   help=tr("So many days before an instalment's day, and on the day.")))
        for name, title in (("visit_days_signed", tr("Return visit after the signing")),
                            ("visit_days_paid", tr("Return visit after the last payment"))):
            self.form.add(IntegerField(title, name=name, most=MOST_VISIT_DAYS, unit=tr("days"), required=True,
                                       help=tr("So many days later it stands in Today and in Calendar, until "
                                               "it is recorded.")))
        self.form.add(YesNo(tr("A month of grace once a contract ran out"), name="renewal_grace",
                            required=True, help=tr("As the local tribunals have it: with grace, double wages "
                                                   "leave out the first month and count eleven at most; "
                                                   "without it twelve.")))

    def _publishing(self) -> None:
        self.form.group(tr("Published figures"))
        self.form.add(IntegerField(tr("Smallest count"), name="publish_smallest_count", least=3, most=100,
                                   required=True, help=tr("Counts below it are not shown.")))
        self.form.add(IntegerField(tr("Most of one case"), name="publish_dominance_percent", least=50,
                                   most=99, unit="%", required=True, help=tr(
                                       "An amount is not shown of which one case makes up more.")))
        self.form.add(IntegerField(tr("Fewest values"), name="publish_fewest_values", least=3, most=100,
                                   required=True, help=tr("No median is shown of fewer.")))

    def _clauses(self) -> None:
        """The office's own clauses as a file of them, begun with an example."""
        self.form.group(tr("Clauses of the office"))
        self.own_clauses = self.form.add(TextArea(tr("Own clauses"), name="own_clauses", lines=3, help=tr(
            "Written as the files in forms/clauses: id, kind, title, text with its places, when it fits, "
            "what it excludes. They are offered under the further terms of every agreement.")), wide=True)
        self.example_button = button(tr("Begin with an example"), "quiet", picture="plus")
        self.example_button.clicked.connect(self._begin_clause)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.example_button)
        line.addStretch(1)
        self.form.add_widget(row)

    def _begin_clause(self) -> None:
        """An example beneath what stands there, to be written over; kept once the field is left."""
        written = self.own_clauses.typed().strip()
        self.own_clauses.set_typed("\n\n".join(filter(None, (written, EXAMPLE))))
        self.own_clauses.setFocus()

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The next number may have moved on."""
        self.read(settings.next_serial, done=self._next)

    def _next(self, serial: int) -> None:
        self._serial = serial
        self._show_example(self.pattern.typed())

    def _show_example(self, text: str) -> None:
        try:
            number = NumberPattern.typed(text).number(self.desk.today.year, self._serial)
        except DeskError:
            number = "—"
        self.example.setText(tr("The next case: {number}", number=number))

    def _values(self, now: OfficeSettings) -> dict[str, Any]:
        return {name: getattr(now, name) for name in self.form.names()} | {
            MONEY: Money(now.money_tolerance_fen)}

    def _show(self, now: OfficeSettings) -> None:
        self.form.set_values(self._values(now))
        self.form.clear_errors()
        self._show_example(now.number_pattern)

    # -- saving --------------------------------------------------------------------------

    def _save(self, name: str, value: Any) -> None:
        before, stored = self._wanted, _stored(name, value)
        if getattr(before, name) != stored:
            self._keep(before, replace(before, **{name: stored}))

    def _keep(self, seen: OfficeSettings, wanted: OfficeSettings) -> None:
        self._wanted = wanted
        self._under_way += 1
        self.run(settings.change, wanted, seen, form=self.form,
                 done=lambda _changes: self._kept(seen, wanted), notice=tr("Saved."), back=self.undo)

    def _kept(self, before: OfficeSettings, after: OfficeSettings) -> None:
        self._before.append((before, after))
        self._follow()

    def _follow(self) -> None:
        """Show what the store has by now, a colleague's words too, once nothing is on its way there."""
        self._under_way -= 1
        if not self._under_way:
            self._wanted = self.desk.settings
            for name, value in self._values(self.desk.settings).items():
                if not self.form.field(name).modified():
                    self.form.field(name).set_value(value)

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """Nothing of it was kept: go on from what the store has."""
        self._mine, self._wanted = self._wanted, self.desk.settings
        self._under_way -= 1
        super().refused(error, form)

    def decided(self, field: str, mine: bool) -> None:
        """Keep one's own word in that field after all, or show the one that stands."""
        if mine:
            self._keep(self.desk.settings, replace(self.desk.settings, **{field: getattr(self._mine, field)}))
        else:
            self._show(self.desk.settings)

    def undo(self) -> None:
        """Take back the last change made here: a write like any other."""
        if self._before:
            before, after = self._before.pop()
            self._wanted = before
            self._under_way += 1
            self.run(settings.change, before, after, form=self.form, done=lambda _changes: self._follow(),
                     notice=tr("Undone."))

    def help_text(self) -> str:
        """F1."""
        return tr("Each field is saved as you leave it; Ctrl+Z takes the last change back. The names stand "
                  "on every paper. The region decides which minimum wage and which average wage the "
                  "calculators take. Tolerances say from which difference on two statements are in dispute. "
                  "The month of grace says how double wages count once a contract ran out and was not "
                  "renewed, where a case's sheet says nothing else.")


def _stored(name: str, value: Any) -> Any:
    """A field's value as the settings keep it: amounts in fen, an empty number as 0."""
    if name == MONEY:
        return (value or ZERO).fen
    return (value or 0) if name in NUMBERS else value
