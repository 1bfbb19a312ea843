"""Intake: everybody in the case as a list, with the particulars of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.deciding import lacks_side
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import MASS_CLAIM, REPRESENTATIVES, Party, named_already
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.intake.party_detail import PartyDetail, same
from mediation_desk.gui.case.intake.pasted import PastedPanel
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label, restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft

MEANINGS = {Role.APPLICANT: "applicants", Role.RESPONDENT: "respondents"}
NAME_COLUMN, CELL_MARGIN = 1, 16  # px at 100 %
LEAST_BESIDE = 660  # px of the page at 100 %
PICTURES = {Role.THIRD_PARTY: "user", Role.AGENT: "briefcase", Role.REPRESENTATIVE: "user-circle"}


class PartyList(QWidget):
    """Add, choose, fill in and remove parties; every change is saved at once."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.detail: PartyDetail | None = None
        self._wanted: UUID | None = None
        self._filling = False
        self._called: Mapping[UUID, str] = {}
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, name=tr("Parties"))
        self.table.set_empty(tr("Nobody entered yet"), tr("Add the workers who apply and the enterprise."),
                             picture="users", action=tr("Add applicant"),
                             on_action=lambda: self.add(Role.APPLICANT))
        self.add_applicant = self._adder(tr("Add applicant"), Role.APPLICANT)
        self.add_respondent = self._adder(tr("Add respondent"), Role.RESPONDENT)
        self.more = button(tr("Add others"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.paste = button(tr("Paste a list …"), "quiet", picture="clipboard-text")
        self.rule = label("", "small", wrap=True)
        self.hint = label(tr("Choose a party to see its particulars."), "muted", wrap=True)
        self.panel = PastedPanel()
        self._lay()
        self._listen()

    def _adder(self, text: str, role: Role) -> QPushButton:
        made = button(text, picture="plus")
        made.clicked.connect(lambda: self.add(role))
        return made

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What changes the list."""
        return (self.add_applicant, self.add_respondent, self.more, self.paste)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Parties"), "group"))
        top = QHBoxLayout()
        top.setSpacing(look().px(8))
        for made in self.buttons:
            top.addWidget(made)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.rule)
        column.addWidget(self.panel)
        self.panel.hide()
        both = self._both = QHBoxLayout()
        both.setSpacing(look().px(24))
        self.table.setMinimumHeight(look().px(300))
        self.table.horizontalHeader().hide()
        self.table.setWordWrap(True)
        self._place = QVBoxLayout()
        self._place.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.table)
        both.addLayout(self._place, 1)
        column.addLayout(both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The particulars beside the list, or under it where both do not fit."""
        super().resizeEvent(event)
        beside = event.size().width() >= look().px(LEAST_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self.table.setFixedWidth(look().px(320) if beside else event.size().width())
        QTimer.singleShot(0, self, self._give_names_room)  # once the columns have their widths

    def _give_names_room(self) -> None:
        """A long name shows whole, over as many lines as it takes."""
        rows, metrics = self.table.verticalHeader(), self.table.fontMetrics()
        width = self.table.columnWidth(NAME_COLUMN) - look().px(CELL_MARGIN)
        for at in range(self.model.rowCount()):
            party = self.model.row(at)
            assert party is not None
            taken = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), Qt.TextFlag.TextWordWrap,
                                         self._name(party)).height()
            rows.resizeSection(at, max(rows.defaultSectionSize(), taken + look().px(CELL_MARGIN)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the particulars in one column: list and particulars go one under the other."""
        size = super().minimumSizeHint()
        size.setWidth(min(size.width(), look().px(420)))
        return size

    def _listen(self) -> None:
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _party: self._into_detail())
        self.paste.clicked.connect(self._open_panel)
        self.panel.left.connect(self.close_panel)
        self.panel.wanted.connect(self._add_all)

    # -- showing -------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        return [Column("role", tr("Part in the case"), _role, Kind.STATE, width=14),
                Column("name", tr("Name"), self._name, stretch=True)]

    def _name(self, party: Party) -> str:
        """The name, with what tells namesakes apart; of a respondent who does not consent, that too."""
        name = self._called.get(party.id, party.name) or tr("(no name yet)")
        return tr("{name} (does not consent)", name=name) if party.declined_on else name

    def show_case(self, case: Case) -> None:
        """Show everybody, the chosen one still chosen."""
        at = self.table.current_row()
        wanted = self._wanted or (at.id if at is not None else None)
        self._filling = True
        self._called = told_apart(case.parties)
        self.model.set_rows(case.parties)
        self._give_names_room()
        self._filling = False
        rows = self.model.rowCount()
        if not choose_where(self.table, lambda party: party.id == wanted) and rows:
            self.table.choose_row(min(max(0, self.table.currentIndex().row()), rows - 1))
        self._chosen(self.table.current_row() if rows else None)
        if wanted == self._wanted and self.detail is not None and wanted == self.detail.party_id:
            self._into_detail()
        self._wanted = None
        if self.detail is not None:
            self.detail.show_case(case)
        self._fill_menu(case)
        self._say_rule(case)

    def _chosen(self, party: Party | None) -> None:
        if self._filling or (party is not None and same(self.detail, party.id, party.kind, party.role)):
            return
        if self.detail is not None:
            self.detail.hide()
            self.detail.deleteLater()
            self.detail = None
        self.hint.setVisible(party is None)
        if party is not None:
            self.detail = PartyDetail(self.bench, party, self)
            self.detail.remove.setEnabled(not self.bench.read_only)
            self.detail.removed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
            self._place.addWidget(self.detail)
            if self.bench.view is not None:
                self.detail.show_case(self.bench.view.case)

    def choose(self, party_id: UUID) -> None:
        """Show the particulars of a party."""
        choose_where(self.table, lambda row: row.id == party_id)

    def lead_to(self, party_id: UUID, field: str) -> bool:
        """Show a party with the cursor in one of its particulars, or on its line in the list where that has
        no such particular; False where there is no such party."""
        self.choose(party_id)
        if self.detail is None or self.detail.party_id != party_id:
            return False
        form = self.detail.form
        place = form.field(field) if field in form.names() else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_read_only(self, read_only: bool) -> None:
        """Nobody comes or goes in a case that is over."""
        for made in self.buttons:
            made.setEnabled(not read_only)
        if read_only and self.bench.view is not None:  # its papers may still want a side that was not entered
            for made, role in ((self.add_applicant, Role.APPLICANT), (self.add_respondent, Role.RESPONDENT)):
                made.setEnabled(lacks_side(self.bench.view.case, role))
        if self.detail is not None:
            self.detail.remove.setEnabled(not read_only)
        if read_only:
            self.panel.hide()

    def _into_detail(self) -> None:
        if self.detail is not None:
            self.detail.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    # -- adding --------------------------------------------------------------------------

    def add(self, role: Role, name: str = "", **particulars: object) -> None:
        """Add a party and put the cursor into its name."""
        kind = PartyKind.ORGANISATION if role is Role.RESPONDENT else PartyKind.PERSON
        self.bench.run(registering.add_party, PartyDraft(role, name, kind, particulars), done=self._added)

    def _added(self, changes: object) -> None:
        self._wanted = getattr(changes, "result", None)

    def _fill_menu(self, case: Case) -> None:
        self.menu.clear()
        self.menu.addAction(tr("Agent"), lambda: self.add(Role.AGENT))
        self.menu.addAction(tr("Third party"), lambda: self.add(Role.THIRD_PARTY))
        elect = self.menu.addMenu(tr("Elected representative"))
        elect.setEnabled(len(case.applicants) >= MASS_CLAIM)
        for applicant in case.applicants:
            name = on_button(self._called.get(applicant.id) or tr("(no name yet)"))
            once = elect.addAction(name, self._electing(applicant))
            once.setEnabled(not named_already(applicant, case.representatives))
        elect.addSeparator()
        elect.addAction(tr("Somebody else"), lambda: self.add(Role.REPRESENTATIVE))

    def _electing(self, applicant: Party) -> Callable[[], None]:
        def elect() -> None:
            self.add(Role.REPRESENTATIVE, applicant.name, id_kind=applicant.id_kind,
                     id_number=applicant.id_number, phone=applicant.phone,
                     address=applicant.address, also_worker=True)
        return elect

    def _say_rule(self, case: Case) -> None:
        elected, many = len(case.representatives), len(case.applicants) >= MASS_CLAIM
        self.rule.setVisible(many or elected > 0)
        if many:
            self.rule.setText(tr("Ten or more applicants with a common claim may elect three to five "
                                 "representatives (Mediation and Arbitration Law, art. 7; Arbitration Case "
                                 "Rules, art. 63). Elected so far: {count}.", count=elected))
        else:
            self.rule.setText(tr("Representatives are elected only by ten or more applicants; "
                                 "fewer act for themselves or name an agent."))
        wrong = elected > 0 and (not many or elected not in REPRESENTATIVES)
        self.rule.setProperty("meaning", "disputed" if wrong else "")
        restyle(self.rule)

    # -- a pasted list -------------------------------------------------------------------

    def _open_panel(self) -> None:
        self.panel.show()
        self.panel.begin(self._applicants())

    def close_panel(self) -> None:
        """Put the pasted list away."""
        self.panel.hide()
        self.paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_all(self, drafts: list[PartyDraft]) -> None:
        notice = tr_count("{count} worker was added.", "{count} workers were added.", len(drafts))
        self.bench.run(registering.add_parties, drafts, notice=notice, after=self._added_all)

    def _added_all(self) -> None:
        """Away with the panel, and on to the enterprise, unless wrong lines are left to be mended."""
        if not self.panel.added(self._applicants()):
            self.panel.hide()
            self.add_respondent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _applicants(self) -> Sequence[Party]:
        return self.bench.view.case.applicants if self.bench.view else ()


def _role(party: Party) -> State:
    return State(tr(party.role.label), MEANINGS.get(party.role, "muted"), PICTURES.get(party.role, ""))
