"""Coming home: choose a bag, look into it, decide, bring it home, print the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.travel.same_people import SamePerson
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.journal import events
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.gui.kit.clash import ClashWords, ask_beneath
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.travel.homecoming.arriving import Arriving
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView
from mediation_desk.gui.pages.travel.homecoming.preview import PreviewView
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.gui.pages.travel.homecoming.receipt_words import receipt_file, receipt_paper
from mediation_desk.gui.pages.travel.homecoming.result import ResultView
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.gui.pages.travel.part import TravelPart
from mediation_desk.services import history, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.travel import arrival, deciding, taking_back
from mediation_desk.services.travel.arrival import Looked
from mediation_desk.services.travel.deciding import Left
from mediation_desk.services.travel.direct import BagHere
from mediation_desk.services.travel.homecoming import Coming, Preview
from mediation_desk.services.travel.receipts import Receipt
from mediation_desk.services.travel.twice import Into


class _Here:
    """The bag that was packed on this computer, if one was; taken away with the part at the latest."""

    def __init__(self) -> None:
        self._bag: BagHere | None = None

    def put(self, bag: BagHere) -> None:
        self.close()
        self._bag = bag

    def close(self) -> None:
        """Take it away."""
        bag, self._bag = self._bag, None
        if bag is not None:
            bag.close()


class HomecomingPart(TravelPart):
    """Three sights, one at a time: where the bag comes from, what is in it, what became of it; and the paper.

    ``case_wanted(case_id)`` opens a case; ``changed(Changes)``, ``told(words, back)`` and
    ``trouble(DeskError)`` are for the page around it.
    """

    case_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self._here = _Here()
        self._choices = Choices(Left())
        self._preview: Preview | None = None
        self._receipt: Receipt | None = None
        self._comings: Mapping[UUID, Coming] = {}
        self.arriving = Arriving(self.known_folder, self)
        self.preview, self.result = PreviewView(desk, self), ResultView(self)
        self.looking = WorkLine(self)
        self.paper = PdfView(tasks, self)
        self.paper_away = button(tr("Back to the page"), "quiet", picture="arrow-left")
        self.paper_box = QWidget(self)
        self._lay()
        self._listen()
        self._show(self.arriving)
        self.destroyed.connect(self._here.close)

    def _lay(self) -> None:
        box = QVBoxLayout(self.paper_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look().px(8))
        box.addLayout(row_of(self.paper_away))
        box.addWidget(self.paper, 1)
        self.column.addWidget(self.looking)
        for sight in self._sights():
            self.column.addWidget(sight, 1)

    def _sights(self) -> tuple[QWidget, ...]:
        return self.arriving, self.preview, self.result, self.paper_box

    def _listen(self) -> None:
        self.arriving.bag_wanted.connect(self.look_into)
        self.arriving.desk_wanted.connect(self._look_here)
        self.preview.opened.connect(self._opened)
        self.preview.bring_wanted.connect(self._bring)
        self.preview.left.connect(self.put_away)
        self.result.left.connect(self.put_away)
        self.result.look_wanted.connect(self._look_again)
        self.result.receipt_wanted.connect(self.print_receipt)
        self.result.back_wanted.connect(self._take_back)
        self.result.case_wanted.connect(self.case_wanted)
        self.paper_away.clicked.connect(lambda: self._show(self.result))
        self.leaves(self.preview, self.put_away)
        self.leaves(self.result, self.put_away)
        self.leaves(self.paper_box, lambda: self._show(self.result))

    def _show(self, wanted: QWidget) -> None:
        for sight in self._sights():
            sight.setVisible(sight is wanted)

    # -- looking -------------------------------------------------------------------------

    def look_into(self, path: str) -> None:
        """Look into a bag; nothing is changed by that."""
        if not self.looking.busy:
            self.arriving.wait(True)  # first: a bag that is no file is refused before the call returns
            self._follow(self.tasks.read(
                arrival.look_into, self.desk, path, done=self._looked, failed=self._not_looked,
                receiver=self, label=tr("Looking into the bag …")))

    def _look_here(self, folder: str, password: str) -> None:
        if not self.looking.busy:
            self.arriving.wait(True)
            self._follow(self.tasks.read(
                arrival.look_here, self.desk, folder, password, done=self._looked_here,
                failed=self._not_looked, receiver=self, label=tr("Looking into the bag …")))

    def _follow(self, task: Task) -> None:
        self.looking.follow(task, tr("Looking into the bag …"))

    def _looked_here(self, found: tuple[BagHere, Looked]) -> None:
        bag, looked = found
        self._here.put(bag)
        self.arriving.password.wipe()
        self._looked(looked)

    def _looked(self, looked: Looked) -> None:
        self.arriving.wait(False)
        if looked.preview.path == Path(self.arriving.bag.value()).expanduser():
            self.keep_folder(looked.preview.path.parent)
        self._choices = Choices(looked.left)
        self._arrived(looked.preview)
        self.preview.focus_work()

    def _not_looked(self, error: DeskError) -> None:
        self.arriving.wait(False)
        if not self.arriving.isVisible() or not self.arriving.refuse(error):
            self.trouble.emit(error)

    def _arrived(self, preview: Preview) -> None:
        here = self.preview.view.coming.case_id if self.preview.view else None
        self._preview, self._comings = preview, {one.case_id: one for one in preview.cases}
        self.preview.show_preview(preview, self._choices, here)
        self._show(self.preview)

    def _look_again(self) -> None:
        """Into the same bag, with what stands at the office by now."""
        if self._preview is not None:
            self.looking.follow(self.tasks.read(
                arrival.look, self.desk, self._preview.path, self._choices.joined, receiver=self,
                done=self._looked, failed=self.trouble.emit, label=tr("Looking into the bag …")),
                tr("Looking into the bag …"))

    def put_away(self) -> None:
        """Leave the bag where it is; what was decided is kept until it is looked into again."""
        self._here.close()
        self._preview = self._receipt = None
        self._comings = {}
        self.preview.forget()
        self._show(self.arriving)
        self.arriving.begin()

    # -- deciding ------------------------------------------------------------------------

    def _opened(self, view: ComingView) -> None:
        view.decided.connect(self._decided)
        view.all_decided.connect(self._all_decided)
        view.undo_wanted.connect(self.undo)
        view.judged.connect(self._judged)
        view.into_chosen.connect(self._go_on_in)
        view.events_wanted.connect(lambda: self._show_events(view))
        view.numbers_wanted.connect(self._show_numbers)

    @property
    def _case(self) -> Coming:
        assert self.preview.view is not None
        return self.preview.view.coming

    def _decided(self, name: str, decision: Decision | None) -> None:
        self._choices.decide(self._case.case_id, name, decision)
        self._keep()

    def _all_decided(self, whose: Whose) -> None:
        self._choices.decide_all(self._case, whose)
        self._keep()

    def undo(self) -> None:
        """Ctrl+Z: take the last choice back."""
        if self._preview is not None and self.preview.isVisible() and self._choices.undo() is not None:
            self._keep()

    def _go_on_in(self, into: Into | None) -> None:
        self._choices.go_on_in(self._case.case_id, into)
        self._keep()

    def _judged(self, same: SamePerson, is_one: bool) -> None:
        self._choices.join(self._case.case_id, same.laptop, same.office if is_one else None)
        self._keep()
        if self._preview is not None:
            self.looking.follow(self.tasks.read(
                arrival.look, self.desk, self._preview.path, dict(self._choices.joined), receiver=self,
                done=lambda looked: self._arrived(looked.preview), failed=self.trouble.emit,
                label=tr("Looking into the bag …")), tr("Looking into the bag …"))

    def _keep(self) -> None:
        """Show the choices, and keep them, so that they are taken up again after a break."""
        self.preview.show_choices()
        if self._preview is not None:
            kept = {case_id: dict(of_case) for case_id, of_case in self._choices.decisions.items()}
            self.tasks.run(deciding.keep, self.desk, self._preview.bag_id, kept, dict(self._choices.joined),
                           dict(self._choices.into), failed=self.trouble.emit, receiver=self)

    def _show_events(self, view: ComingView) -> None:
        if view.words is not None:
            self.tasks.read(events_since, self.desk, view.coming, view.words.journal, receiver=view,
                            done=view.meanwhile.show_events, failed=self.trouble.emit)

    def _show_numbers(self, card: QuestionCard) -> None:
        """That somebody asked for a party's numbers is kept, as everywhere."""
        party = UUID(card.question.conflict.place.row_id)
        self.tasks.run(unmasking.unmask, self.desk, self._case.case_id, party, receiver=card,
                       done=lambda _numbers: card.show_numbers(), failed=self.trouble.emit)

    # -- bringing home -------------------------------------------------------------------

    def _bring(self, reason: str) -> None:
        if self._preview is None:
            return
        complete = {one.case_id: self._choices.complete(one) for one in self._preview.cases}
        into = {one.case_id: chosen for one in self._preview.cases
                if (chosen := self._choices.into_of(one)) is not None}
        self.preview.bring.setDisabled(True)
        task = self.tasks.run(arrival.bring_home, self.desk, self._preview, complete,
                              dict(self._choices.joined), reason, into,
                              done=self._brought, failed=self._not_brought, receiver=self,
                              label=tr("Bringing it home …"))
        self.preview.work.follow(task, tr("Bringing it home …"))

    def _brought(self, brought: Receipt) -> None:
        self.preview.bring.setDisabled(False)
        self._receipt = brought
        self._show(self.result)
        self.result.show_receipt(brought)
        self.changed.emit(brought.changes)

    def _not_brought(self, error: DeskError) -> None:
        self.preview.bring.setDisabled(False)
        self.refused(error, self.preview.form)

    def print_page(self) -> None:
        """Ctrl+P: the receipt."""
        self.print_receipt()

    def print_receipt(self) -> None:
        """The receipt, ready to be printed."""
        if self._receipt is not None:
            self.tasks.read(receipt_paper, self.desk, self._receipt, receiver=self,
                            done=self._show_paper, failed=self.trouble.emit, label=tr("Setting the paper …"))

    def _show_paper(self, paper: Paper) -> None:
        assert self._receipt is not None
        self.paper.load(paper.pdf, receipt_file(self.desk, self._receipt, paper))
        self._show(self.paper_box)
        self.paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, case_id: UUID, label: str) -> None:
        def done(changes: Changes) -> None:
            self.result.took_back(case_id)
            self.changed.emit(changes)
            self.told.emit(tr("The homecoming of {number} was taken back.", number=label), None)

        self.tasks.run(taking_back.take_back, self.desk, case_id, done=done, receiver=self,
                       failed=lambda error: self._not_taken_back(case_id, error))

    def _not_taken_back(self, case_id: UUID, error: DeskError) -> None:
        """Others have built on it: what they wrote is told, and nothing is taken back."""
        if not isinstance(error, Conflicts):
            self.trouble.emit(error)
            return
        coming = self._comings.get(case_id)
        words = HomeWords(self.desk, coming.known) if coming and coming.known else ClashWords()
        ask_beneath(self.result, error, words, lambda _mine: None, may_insist=False)

    def help_text(self) -> str:
        """F1."""
        return tr("Choose the bag that was packed on the laptop. First you see what it brings, case by case, "
                  "and nothing is changed. Where the office and the laptop wrote something else in the same "
                  "place, somebody who mediates the case decides; nothing is chosen beforehand, Ctrl+Z takes "
                  "a choice back, and choices are kept when you leave.\n\nBring home keeps each case as one "
                  "step, which can be taken back. Cases with something to decide wait, and the same bag "
                  "brings them later.")


def events_since(desk: Desk, coming: Coming, words: CaseWords) -> list[events.Event]:
    """What the office did with a case since it left, in words, the latest first."""
    return events.events(history.since(desk, coming.case_id, coming.departed), words)
