"""Companies: their particulars as the office knows them, searched, corrected, taken out and put back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.intake.companies import PARTICULARS, Company, particulars_of
from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party, kept
from mediation_desk.domain.vocabulary import Business, PartyKind
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.identity import read_credit_code
from mediation_desk.services.office import companies
from mediation_desk.services.office.companies import Listed

TABLE_HEIGHT, PAUSE_MS = 128, 200
WIDTHS = {"name": 44, "credit_code": 24, "legal_representative": 18, "legal_representative_post": 18,
          "phone": 20, "address": 44}


class CompaniesPart(OfficePart):
    """The list, and beneath it the company in hand: a new one, or the one that was chosen."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._in_hand: Company | None = None
        self.model = RowsModel([
            Column("name", tr("Name of the organisation"), lambda one: one.name, width=34, stretch=True),
            Column("credit_code", tr("Credit code"), lambda one: one.credit_code, width=22),
            Column("legal_representative", tr("Legal representative"),
                   lambda one: one.legal_representative, width=16),
            Column("phone", tr("Phone"), lambda one: one.phone, width=16)])
        self.table = Table(self.model, name=tr("Companies"))
        self.text = TextField(tr("Find a company"), width=34)
        self.count = label("", "muted")
        self.add = button(tr("Add a company"), picture="plus")
        self.form = self._form()
        self.keep_button, self.remove = button(tr("Keep")), button(tr("Remove"), "quiet", picture="trash")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay()
        self._pause.timeout.connect(self.shown)
        self.text.edited.connect(lambda _text: self._pause.start())
        self.table.chosen.connect(self._choose)
        self.add.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)
        self.form.does(self.keep_button)
        leave_to_office(desk, self.add, self.keep_button, self.remove)

    def _form(self) -> Form:
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

    def _lay(self) -> None:
        self.column.addWidget(label(tr(
            "What the office knows of a company is kept here once and copied into new cases as it is. "
            "Nothing that changes here changes a case, and nothing of a case is kept here unless somebody "
            "says so."), "muted", wrap=True))
        top = QHBoxLayout()
        top.addWidget(self.text)
        top.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(top)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep_button, self.remove))

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now, as far as it answers what is typed."""
        self.read(companies.companies, self.text.typed(), done=self._show)

    def _show(self, listed: Listed) -> None:
        found, typed = list(listed.companies), self.text.typed().strip()
        if typed:
            self.table.set_empty(tr("No company answers that"), tr("Try fewer words."),
                                 picture="magnifying-glass")
        else:
            self.table.set_empty(tr("No company yet"), tr(
                "Add one here, or keep a company's particulars from its entry in a case."),
                picture="buildings")
        rest = listed.total - len(found)
        self.count.setText(tr("the first {count} of {total}; type more to see others", count=len(found),
                              total=listed.total) if rest else "")
        wanted = self._in_hand.id if self._in_hand else None
        self.model.set_rows(found)
        at = next((at for at, one in enumerate(found) if one.id == wanted), None)
        if at is not None:
            self.table.choose_row(at)
            self._choose(found[at])
        elif not self._is_typing:
            self.begin()

    @property
    def _is_typing(self) -> bool:
        """Whether a company is being entered that is not kept yet."""
        return self._in_hand is None and any(self.form.field(name).typed() for name in WIDTHS)

    def _choose(self, company: Company | None) -> None:
        if company is None:
            return
        self._in_hand = company
        self.form.set_values(particulars_of(company))
        self.form.clear_errors()
        self.remove.setEnabled(self.desk.branch is None)

    def begin(self) -> None:
        """Empty fields for a further company."""
        self._in_hand = None
        self.table.clearSelection()
        self.form.set_values({**dict.fromkeys(WIDTHS, ""), "business": None})
        self.form.clear_errors()
        self.remove.setEnabled(False)
        if self.isVisible() and not self.text.line.hasFocus():
            self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the company in hand."""
        if not self.form.commit():
            return
        told, company = self.form.values(), self._in_hand
        if company is None:
            self.run(companies.add_company, told, form=self.form, done=self._added,
                     notice=tr("The company is in the list."))
        else:
            self._change(company, told, seen=company)

    def _added(self, changes: Any) -> None:
        self._in_hand = Company(id=changes.result, name="")
        self.shown()

    def _change(self, company: Company, told: dict[str, object], seen: Company | None) -> None:
        self.run(companies.change_company, company.id, told, seen=seen, form=self.form,
                 done=lambda _changes: self.shown(), notice=tr("The company is kept."),
                 back=lambda: self._put_back_words(company))

    def _put_back_words(self, company: Company) -> None:
        self.run(companies.change_company, company.id, particulars_of(company),
                 done=lambda _changes: self.shown(), notice=tr("Undone."))

    def _remove(self) -> None:
        company = self._in_hand
        if company is not None:
            self._in_hand = None
            self.run(companies.remove_company, company.id, done=lambda _changes: self.shown(),
                     notice=tr("The company was taken out."), back=lambda: self._put_back(company))

    def _put_back(self, company: Company) -> None:
        self.run(companies.put_back_company, company.id, done=lambda _changes: self.shown(),
                 notice=tr("Undone."))

    def decided(self, _field: str, mine: bool) -> None:
        """One's own words after all, now that the colleague's were seen; or theirs."""
        if mine and self._in_hand is not None:
            self._change(self._in_hand, self.form.values(), seen=None)
        else:
            self.shown()

    def clash_words(self) -> ClashWords:
        """A conflict about a company, by its fields."""
        return CompanyClashWords()

    def help_text(self) -> str:
        """F1."""
        return tr("The companies that the office meets: while a new case is entered, they are offered by "
                  "name or credit code, and what is known of them is filled in. In a case, the entry of a "
                  "company can be filled in from here, or kept here.")


class CompanyClashWords(ClashWords):
    """A conflict about a company."""

    def place(self, _conflict: Conflict) -> str:
        """What it is about."""
        return tr("Company of the office's list")

    def named(self, _table: str, field: str) -> str:
        """Which of its particulars."""
        return tr(particulars(Party)[field].label) if field in PARTICULARS else field
