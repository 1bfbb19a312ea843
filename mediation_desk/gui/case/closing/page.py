"""Closing: return visits, the outcome with what speaks for it, and reopening with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.file_review import PointDraft
from mediation_desk.domain.referral.referrals import whole_at
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import FilePoint, Outcome, Satisfaction, Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.casefile.archive_card import ArchiveCard
from mediation_desk.gui.case.casefile.pane import FilePane
from mediation_desk.gui.case.closing.banner import ClosedBanner
from mediation_desk.gui.case.closing.outcomes import OutcomeList
from mediation_desk.gui.case.closing.review import PLACE as REVIEW
from mediation_desk.gui.case.closing.review import ReviewPart
from mediation_desk.gui.case.closing.visit_form import VisitForm
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.doubt import DoubtCard
from mediation_desk.gui.case.frame.lacks import Lacks
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.road import SERVICE
from mediation_desk.services.closing import closing, reviewing
from mediation_desk.services.reading import CaseView

FEELINGS = {Satisfaction.SATISFIED: "agreed", Satisfaction.NEUTRAL: "muted",
            Satisfaction.DISSATISFIED: "disputed"}
PLACE = "closing"


class ClosingPage(StationPage):
    """Call the parties back, choose the outcome, close; a closed case offers to be reopened."""

    station = Station.CLOSING

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self.papers = PapersButton(bench, self, self)
        self.file = FilePane(bench, self)
        self.open_file = button(tr("Case file"), "quiet", picture="files")
        self.open_file.clicked.connect(self.file.open)
        self.head.addWidget(self.open_file)
        self.head.addWidget(self.papers)
        self.banner = ClosedBanner()
        self.visits = RowsModel(self._columns())
        self.table = Table(self.visits, name=tr("Return visits"))
        self.visit_form = VisitForm(bench)
        self.review = ReviewPart(bench)
        self.outcomes = OutcomeList()
        self.doubt = DoubtCard(tr("Choose again"), tr("Close it so all the same"))
        self.lacks = Lacks(lambda _field: self.to_intake())
        self.end = Form()
        self._lay_visits()
        self.add(self.review)
        self.edits(self.review.keep)
        self._lay_end()
        self.archive = ArchiveCard(bench)
        self.add(self.archive)
        self.leaves(self.archive.doubt, self.archive.doubt.hide)
        self.body.addStretch(1)
        self.banner.reopen.clicked.connect(self._reopen)
        self.visit_form.saved.connect(self._visited)
        self.review.kept.connect(self._reviewed)
        self.review.wanted.connect(self._go)
        self.file.wanted.connect(self._go)
        self.file.closed.connect(self._file_closed)
        self.papers.opening.connect(self.file.give_way)
        self.leaves(self.visit_form, self.visit_form.leave)
        self.end.does(self.primary)
        self._drafted = bench.notes.bring_back(self.end, PLACE)
        bench.notes.watch(self.end, PLACE)

    # -- the parts -----------------------------------------------------------------------

    def _lay_visits(self) -> None:
        self.add_visit = button(tr("Add a return visit"), picture="plus")
        self.remove_visit = button(tr("Remove"), "quiet", picture="trash")
        self.add_visit.clicked.connect(lambda: self.visit_form.begin(self.bench.view))
        self.remove_visit.clicked.connect(self._remove_visit)
        self.table.chosen.connect(lambda row: self.remove_visit.setVisible(row is not None))
        self.remove_visit.hide()
        self._say_empty(over=False)
        self.table.setFixedHeight(look().px(192))
        head = QHBoxLayout()
        head.addWidget(label(tr("Return visits"), "group"), 1)
        head.addWidget(self.remove_visit)
        head.addWidget(self.add_visit)
        group = QVBoxLayout()
        group.setSpacing(look().px(8))
        group.addLayout(head)
        group.addWidget(self.visit_form)
        group.addWidget(self.table)
        holder = QWidget()
        holder.setLayout(group)
        group.setContentsMargins(0, 0, 0, 0)
        self.add(self.banner)
        self.add(holder)
        self.edits(self.add_visit, self.remove_visit)

    def _say_empty(self, *, over: bool) -> None:
        """What is said while nobody was called back."""
        if over:
            self.table.set_empty(tr("No return visit"), tr("No return visit was recorded in this case."),
                                 picture="phone")
        else:
            self.table.set_empty(tr("No return visit yet"),
                                 tr("Call the parties back and record what they said."), picture="phone")

    def _lay_end(self) -> None:
        self.end.group(tr("Outcome"))
        self.end.add_widget(self.lacks)
        self.end.add(self.outcomes, wide=True)
        self.end.add_widget(self.doubt)
        self.receiving = self.end.add(TextField(tr("Office that takes over"), name="referred_to", width=40),
                                      wide=True)
        self.end.add(DateField(tr("Closed on"), name="closed_on", required=True,
                               today=self.bench.today)).set_value(self.bench.desk.today)
        self.end.add(TextArea(tr("Closing note"), name="closing_note", lines=3,
                              placeholder=tr("What is worth knowing later; required while money is owed")),
                     wide=True)
        self.end.edited.connect(lambda _name, _text: self._outcome_changed())
        self.end.committed.connect(lambda _name, _value: self._outcome_changed())
        self.doubt.sure.connect(lambda: self._close(sure=True))
        self.doubt.left.connect(self._choose_again)
        self.leaves(self.doubt, self._choose_again)
        self.add(self.end)

    def _outcome_changed(self) -> None:
        """What was asked about is another question now; a referral names the office that takes over."""
        self.doubt.hide()
        referred, view = self.outcomes.typed() == str(Outcome.REFERRED), self.bench.view
        self.receiving.setVisible(referred)
        if referred and view is not None and not self.receiving.typed():
            self.receiving.set_value(whole_at(view.case.referrals))

    def _choose_again(self) -> None:
        self.doubt.hide()
        self.outcomes.choices.checked().setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column]:
        return [Column("visited_on", tr("Date"), lambda visit: visit.visited_on, Kind.DATE, width=12),
                Column("occasion", tr("Occasion"), lambda visit: tr(visit.occasion.label) if visit.occasion
                       else "", width=18, yields=1),
                Column("manner", tr("Manner"), lambda visit: tr(visit.manner.label), width=16),
                Column("person", tr("Person called"), self._person, width=16),
                Column("performed", tr("Performed"), lambda visit: visit.performed if visit.reached else "",
                       width=10),
                Column("satisfaction", tr("Satisfaction"), _feeling, Kind.STATE, width=16),
                Column("note", tr("Note"), lambda visit: visit.note, stretch=True)]

    def _person(self, visit: ReturnVisit) -> str:
        view = self.bench.view
        parties: Sequence[object] = view.case.parties_all if view else ()
        return next((str(getattr(party, "name", "")) for party in parties
                     if getattr(party, "id", None) == visit.party_id), "")

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the visits, what speaks for each outcome, and whether the case is closed."""
        case, closed = view.case, view.case.status is not Status.OPEN
        may = self.bench.desk.may(Verb.REOPEN_CASE, own_case=view.own)
        self.banner.show_case(case, may_reopen=may)
        self._say_empty(over=closed)
        self.visits.set_rows(case.visits)
        self.visit_form.show_case(view)
        self.review.show_case(view)
        self.archive.show_case(view)
        self.outcomes.show_case(view, self.bench.desk.today, closed=closed)
        self.lacks.show_case(case)
        self._outcome_changed()
        self.end.setVisible(not closed)
        self.set_primary(tr("Close the case"), None if closed else self._close, picture="check-circle")
        self.papers.show_case(view)
        if not self.file.isHidden():
            self.primary.hide()

    def _file_closed(self) -> None:
        if self.bench.view is not None:
            self.show_case(self.bench.view)

    def lead_to(self, name: str, of: UUID | None) -> None:
        """To a field; to the office that takes over with the outcome chosen that asks for it."""
        if name == self.receiving.name and not self.end.isHidden():
            self.outcomes.set_value(Outcome.REFERRED)
            self._outcome_changed()
        super().lead_to(name, of)

    def _go(self, where: str, field: str) -> None:
        """To the page on which something is made that the file lacks."""
        station = next((one for one in Station if one == where), None)
        if station is Station.CLOSING:
            self.lead_to(field, None)
        elif station is not None:
            self.go_to_field(station, field, None)
        elif where == SERVICE and field:
            self.bench.serve_wanted.emit(field)
        else:
            self.go_beside(where)

    def set_read_only(self, read_only: bool) -> None:
        """Everything but the reason for reopening."""
        super().set_read_only(read_only)
        self.banner.reason.set_read_only(False)
        if read_only:
            self.visit_form.hide()

    def print_pdf(self) -> None:
        """Ctrl+P: the closing form, before that the record of return visits."""
        if not self.papers.open_first():
            self.bar.notice(tr("Record a return visit or close the case; then there is a paper to print."))

    def focus_first(self) -> None:
        """Begin with the return visits."""
        (self.banner.reason if self.banner.isVisible() else self.add_visit).setFocus()

    # -- doing ---------------------------------------------------------------------------

    def _visited(self, draft: closing.VisitDraft) -> None:
        verb = closing.visit_for_order if draft.order_id else closing.visit
        self.bench.run(verb, draft, form=self.visit_form.form,
                       done=lambda _changes: self._recorded(),
                       notice=tr("The return visit is recorded."))

    def _recorded(self) -> None:
        """The visit is in; how the case ended is next."""
        self.visit_form.end()
        self.outcomes.choices.checked().setFocus(Qt.FocusReason.OtherFocusReason)

    def _reviewed(self, answers: Mapping[FilePoint, PointDraft]) -> None:
        self.bench.run(reviewing.review_file, answers, form=self.review.form,
                       done=partial(self._done, REVIEW), notice=tr("The review is kept."))

    def _remove_visit(self) -> None:
        visit = self.table.current_row()
        if visit is not None:
            self.bench.run(closing.remove_visit, visit.id, notice=tr("The return visit was removed."))

    def _close(self, *, sure: bool = False) -> None:
        if not self.end.commit():
            return
        given = self.end.values()
        outcome = given["outcome"]
        if not isinstance(outcome, Outcome):
            self.outcomes.set_error(tr("Choose how the case ended."))
            self.outcomes.setFocus()
            return
        self.bench.run(closing.close, given["closed_on"], outcome, str(given["closing_note"]),
                       referred_to=str(given["referred_to"]), sure=sure, asks_review=True,
                       failed=self._refused, done=partial(self._done, PLACE),
                       after=lambda: self.bench.decided.emit(tr("The case is closed.")))

    def _refused(self, error: DeskError) -> None:
        """What contradicts the case is asked about; what cannot be is said beside its field."""
        if isinstance(error, Doubted):
            self.doubt.ask(error)
        elif not self.end.show_error(error):
            self.bench.trouble.emit(error)

    def _reopen(self) -> None:
        if self.banner.form.commit():
            self.bench.run(closing.reopen, str(self.banner.reason.value()), form=self.banner.form,
                           notice=tr("The case is open again."), undo=False)

    def _done(self, place: str, _changes: object) -> None:
        self.bench.notes.drop(place)

    def help_text(self) -> str:
        """What closing is for."""
        return tr("Record the return visits, choose the outcome and close the case. Beneath each outcome "
                  "stands what speaks for or against it today; an outcome that contradicts the case is asked "
                  "about.\n\nA closed case can only be read. What its papers lack can still be filled in. A "
                  "closing just made is taken back with Undo; later the case is reopened with a reason, "
                  "which stays in its timeline.")


def _feeling(visit: ReturnVisit) -> State:
    """What the visited person said of the mediation; of a call that nobody answered that."""
    if not visit.reached:
        return State(tr("Nobody answered"), "missing")
    return State(tr(visit.satisfaction.label), FEELINGS[visit.satisfaction])
