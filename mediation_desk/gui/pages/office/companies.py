"""Companies: their particulars as the office knows them, searched, corrected, taken out and put back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mediation_desk.domain.intake.companies import PARTICULARS, Company
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party, kept
from mediation_desk.domain.vocabulary import Business, PartyKind
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.tables.table import Column
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.pages.office.list_part import ListDoors, ListPart, ListWords
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.identity import read_credit_code
from mediation_desk.services.office import companies
from mediation_desk.services.office.companies import Listed

PAUSE_MS = 200
WIDTHS = {"name": 44, "credit_code": 24, "legal_representative": 18, "legal_representative_post": 18,
          "phone": 20, "address": 44}
DOORS = ListDoors(companies.add_company, companies.change_company, companies.remove_company,
                  companies.put_back_company)


class CompaniesPart(ListPart):
    """The companies, as far as they answer what is typed above them."""

    table_height = 128

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, DOORS, _words(), _columns(), parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.shown)
        self.text.edited.connect(lambda _text: self._pause.start())

    def make_form(self) -> Form:
        """The particulars of a company."""
        form = Form()
        for name in PARTICULARS:
            words = tr("Name of the organisation") if name == "name" else tr(particulars(Party)[name].label)
            if name == "business":
                form.add(ChoiceField(words, [(one, tr(one.label)) for one in Business], name=name,
                                     empty=tr("Not said"), width=20))
            else:
                form.add(TextField(words, name=name, width=WIDTHS[name], required=name == "name",
                                   shape=partial(kept, name, kind=PartyKind.ORGANISATION)))
        code = form.field("credit_code")
        code.edited.connect(lambda text: code.set_help("\n".join(map(tr_sentence, read_credit_code(text)))))
        return form

    def lay_head(self, about: QLabel) -> None:
        """A company is looked for above the list."""
        self.text = TextField(tr("Find a company"), width=34)
        self.count = label("", "muted")
        self.column.addWidget(about)
        top = QHBoxLayout()
        top.addWidget(self.text)
        top.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(top)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now, as far as it answers what is typed."""
        self.read(companies.companies, self.text.typed(), done=self._show)

    def _show(self, listed: Listed) -> None:
        if self.text.typed().strip():
            self.table.set_empty(tr("No company answers that"), tr("Try fewer words."),
                                 picture="magnifying-glass")
        else:
            self.table.set_empty(self.words.empty, self.words.empty_help, picture=self.words.picture)
        count = len(listed.companies)
        self.count.setText(tr("the first {count} of {total}; type more to see others", count=count,
                              total=listed.total) if listed.total > count else "")
        self.show_rows(listed.companies)

    @property
    def takes_focus(self) -> bool:
        """Whoever types a search goes on typing."""
        return super().takes_focus and not self.text.line.hasFocus()

    # -- doing ---------------------------------------------------------------------------

    def added(self, changes: Any) -> None:
        """Among so many one stays at the company that was added."""
        self.in_hand = Company(id=changes.result, name="")
        self.shown()

    def help_text(self) -> str:
        """F1."""
        return tr("The companies that the office meets: while a new case is entered, they are offered by "
                  "name or credit code, and what is known of them is filled in. In a case, the entry of a "
                  "company can be filled in from here, or kept here.")


def _words() -> ListWords:
    return ListWords(
        name=tr("Companies"),
        about=tr("What the office knows of a company is kept here once and copied into new cases as it is. "
                 "Nothing that changes here changes a case, and nothing of a case is kept here unless "
                 "somebody says so."),
        empty=tr("No company yet"),
        empty_help=tr("Add one here, or keep a company's particulars from its entry in a case."),
        picture="buildings", add=tr("Add a company"), added=tr("The company is in the list."),
        kept=tr("The company is kept."), removed=tr("The company was taken out."),
        clash=tr("Company of the office's list"))


def _columns() -> list[Column]:
    return [Column("name", tr("Name of the organisation"), lambda one: one.name, width=34, stretch=True),
            Column("credit_code", tr("Credit code"), lambda one: one.credit_code, width=22),
            Column("legal_representative", tr("Legal representative"), lambda one: one.legal_representative,
                   width=16),
            Column("phone", tr("Phone"), lambda one: one.phone, width=16)]
