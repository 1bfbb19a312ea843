"""The bench of one open case: what every station page works with, and how each verb is called and told of."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.deciding import is_completable
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import site_names
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.vocabulary import Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bound import Bound
from mediation_desk.gui.case.frame.notes import Notes
from mediation_desk.gui.journal.clash import CaseClashWords
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.gui.kit.clash import ClashWords, ask_beneath
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.steady import after_press
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.pages.titles import paper_file
from mediation_desk.services import editing, history
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.open_case import OpenCase
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting

After = Callable[[], object]


class CaseBench(QObject):
    """One open case. ``view`` is the case as it was last read, None until the first reading arrives.

    ``changed(Changes)`` tells of everything saved here; ``reloaded(CaseView)`` brings the case read
    anew; ``trouble(DeskError)`` is what belongs beside no field; ``told(text, undo)`` what went well;
    ``clash(Conflicts, again)`` what others changed meanwhile, ``again()`` does it all the same;
    ``decided(text)`` that the case is over, which can be taken back; ``go_on(Station)`` where the work
    goes on; ``office_wanted(part, template)`` that somebody goes to a part of the office's page;
    ``serve_wanted(template)`` that a paper is to be given out.
    """

    changed = Signal(object)
    reloaded = Signal(object)
    trouble = Signal(object)
    told = Signal(str, bool)
    clash = Signal(object, object)
    decided = Signal(str)
    go_on = Signal(object)
    office_wanted = Signal(str, str)
    serve_wanted = Signal(str)
    case_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, *, language: str = "en",
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tasks, self.case_id, self.language = desk, tasks, case_id, language
        self.view: CaseView | None = None
        self._open = OpenCase(desk, case_id)
        self.notes = Notes(desk, tasks, case_id, self)
        self._bounds: list[Bound] = []
        self._round, self._shown = 0, 0  # readings asked for, and the one that is shown
        self._waiting: list[After] = []
        self._told: Changes | None = None
        self._own: dict[int, UUID] = {}  # what was kept from this window, by the case's version

    @property
    def read_only(self) -> bool:
        """Whether the case is over, or belongs to colleagues: then every field only shows."""
        if self.view is None:
            return True
        may = self.desk.may(Verb.EDIT_CASE, own_case=self.view.own)
        return self.view.case.status is not Status.OPEN or not may

    def can(self, verb: str) -> bool:
        """Whether the person may change the case, and its stage allows this."""
        return self.view is not None and not self.read_only and may_now(self.view.case, verb)

    @property
    def seen(self) -> Seen:
        """What the person knows: the reading on the pages, and what they kept from here since."""
        return Seen(self.view.case.version if self.view else 0, self._own)

    def clash_words(self) -> ClashWords:
        """The words in which a conflict is told on these pages."""
        if self.view is None:
            return ClashWords()
        case = self.view.case
        claims = {name: tr_sentence(sentence) for name, sentence in sorting.claim_names().items()}
        words = CaseWords(case, self.desk.zone, claims, self.desk.library.sheets,
                          sites=site_names(self.view.sites))
        return CaseClashWords(case, words, sorting.sheet(self.desk, case), self.language)

    def paper_file(self, paper: str, ending: str = ".pdf") -> str:
        """What a paper of the case is called on disk: by number, parties and paper."""
        return paper_file(self.view.case, paper, ending) if self.view else f"{paper}{ending}"

    def today(self) -> date:
        """The day at the office: what a date without its year is told from."""
        return self.desk.today

    def may_fill_in(self, entity: str, attribute: str) -> bool:
        """Whether an empty field of a decided case can still be filled in for its papers."""
        view = self.view
        return (view is not None and self.desk.may(Verb.EDIT_CASE, own_case=view.own)
                and is_completable(view.case, entity, attribute))

    # -- reading -------------------------------------------------------------------------

    def open(self) -> None:
        """Read the case and what was being typed in it; ``reloaded`` follows."""
        self.notes.load(self._restore)
        self.reload()

    def reload(self) -> None:
        """Read the case anew; only the last reading that was asked for counts."""
        self._round += 1
        asked = self._round
        self.tasks.read(self._open.read, receiver=self, label=tr("Opening the case …"),
                        done=lambda view: self._arrived(asked, view),
                        failed=lambda error: self._not_read(asked, error))

    def _arrived(self, asked: int, view: CaseView) -> None:
        """Show it, once no mouse button is down: a press counts where it was made."""
        after_press(self, lambda: self._show(asked, view))

    def _show(self, asked: int, view: CaseView) -> None:
        if asked != self._round:
            return
        self.view, self._shown = view, asked
        self._restore()
        self.reloaded.emit(view)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _not_read(self, asked: int, error: DeskError) -> None:
        self._shown = max(asked, self._shown)  # what stands on the page is the best there is
        self.trouble.emit(error)

    def settled(self, act: After) -> None:
        """Call ``act()`` once the page shows all that was done here before; now, if nothing is under way."""
        if self.tasks.busy:
            self.tasks.read(_nothing, done=lambda _none: self._when_shown(act), receiver=self)
        else:
            self._when_shown(act)

    def _when_shown(self, act: After) -> None:
        if self._shown == self._round:
            act()
        else:
            self._waiting.append(act)

    def read(self, verb: Callable[..., Any], *args: Any, done: Callable[[Any], object],
             failed: Callable[[DeskError], object] | None = None, **kwargs: Any) -> Task:
        """Read something of the case off the UI thread: ``verb(desk, case_id, *args)``."""
        return self.tasks.read(verb, self.desk, self.case_id, *args, done=done, receiver=self,
                               failed=failed or self.trouble.emit, **kwargs)

    # -- doing ---------------------------------------------------------------------------

    def run(self, verb: Callable[..., Any], *args: Any, done: Callable[[Any], object] | None = None,
            failed: Callable[[DeskError], object] | None = None, form: Form | None = None,
            notice: str = "", undo: bool = True, after: After | None = None, near: QWidget | None = None,
            seen: Seen | None = None, **kwargs: Any) -> None:
        """Call ``verb(desk, case_id, *args)`` in order behind what is under way.

        ``done(changes)`` is called at once, ``after()`` when the page shows the case read anew. A
        trouble goes to ``failed``, else beside its field in ``form``, else to the message bar.
        ``notice`` says that it went well, with a way back unless ``undo`` is False. The verb is told
        what was ``seen``, if not the pages as they are now; a conflict is shown at the end of ``near``.
        """
        if "seen" in inspect.signature(verb).parameters:
            kwargs["seen"] = seen or self.seen

        def again(known: Seen) -> None:
            self.run(verb, *args, done=done, failed=failed, form=form, notice=notice, undo=undo,
                     after=after, near=near, **{**kwargs, "seen": known})

        def finished(changes: Any) -> None:
            if done:
                done(changes)
            self.tell(changes, after)
            if notice:
                self.told.emit(notice, undo)

        self.tasks.run(verb, self.desk, self.case_id, *args, done=finished, receiver=self, label=notice,
                       failed=failed or (lambda error: self._refused(error, form, near, again)), **kwargs)

    def tell(self, changes: object, after: After | None = None) -> None:
        """Something of the case was saved: read it anew, and let everybody know."""
        if after:
            self._waiting.append(after)
        if isinstance(changes, Changes):
            self._open.heard(changes)
        self.reload()
        if isinstance(changes, Changes):
            self._told = changes
            self.changed.emit(changes)

    def follow(self, changes: object) -> None:
        """Somebody may have saved something of the case, a bag left or came home, or the sites of the
        office are others: read it anew, unless
        it was told from here."""
        if changes is not self._told and isinstance(changes, Changes) and (
                self.case_id in changes.cases or {"bags", "sites"} & changes.lists):
            self._open.heard(changes)
            self.reload()

    def _refused(self, error: DeskError, form: Form | None, near: QWidget | None,
                 again: Callable[[Seen], object]) -> None:
        if isinstance(error, Conflicts):
            self.ask(error, again, near)
        elif form is None or not shiboken6.isValid(form) or not form.show_error(error):
            self.trouble.emit(error)

    def ask(self, error: Conflicts, again: Callable[[Seen], object] | None, near: QWidget | None = None
            ) -> None:
        """Show what others changed meanwhile, once the pages show it too, and let the person choose.
        ``again`` does what was refused, with what is known by then; None: there is nothing to choose."""
        def decided(mine: bool) -> None:
            if mine and again:
                again(error.seen)

        def show() -> None:
            if near is not None and shiboken6.isValid(near):
                ask_beneath(near, error, self.clash_words(), decided, may_insist=again is not None)
            else:
                self.clash.emit(error, decided if again else None)

        self.read_anew(show)

    def read_anew(self, after: After) -> None:
        """Read the case anew; ``after`` is called when the pages show it."""
        self._waiting.append(after)
        self.reload()

    def undo(self) -> None:
        """Take back this person's last step in the case."""
        self.run(history.undo, notice=tr("Undone."), undo=False, failed=self._not_gone_back)

    def take_back(self) -> None:
        """Take back the decision that was just made: closing, refusing, voiding."""
        self.run(closing.take_back, notice=tr("The case is open again."), undo=False)

    def redo(self) -> None:
        """Do again what was last undone."""
        self.run(history.redo, notice=tr("Done again."), undo=False, failed=self._not_gone_back)

    def _not_gone_back(self, error: DeskError) -> None:
        """A step that others have built upon stays; there is nothing to choose."""
        if isinstance(error, Conflicts):
            self.ask(error, None)
        else:
            self.trouble.emit(error)

    # -- fields --------------------------------------------------------------------------

    def bind(self, field: Field, entity: str, row_id: UUID, attribute: str) -> None:
        """Let a field show and save one attribute of a row ("case", "party", "claim", "payment").

        It is saved as it is left, its words are kept while they are typed, and it follows every
        reading of the case. A field is bound once, to one row.
        """
        bound = self.adopt(Bound(self, field, entity, row_id, attribute))
        if self.view is not None:
            bound.refresh(self.view, read_only=self.read_only)

    def adopt(self, bound: Bound) -> Bound:
        """Let a tie made elsewhere be saved by ``commit_all`` with the others."""
        self._bounds.append(bound)
        return bound

    def save(self, edits: list[editing.Edit], *, done: Callable[[Any], object],
             failed: Callable[[DeskError], object], seen: Seen | None = None) -> None:
        """Save edits of fields; both handlers are called before the case is read anew."""
        self.run(editing.save, edits, done=done, failed=failed, seen=seen)

    def commit_all(self) -> None:
        """Save whatever stands in a field and is not saved yet."""
        for bound in self._living():
            if bound.field.modified():
                bound.field.commit()

    def _restore(self) -> None:
        if self.view is None:
            return
        for bound in self._living():
            bound.refresh(self.view, read_only=self.read_only)

    def _living(self) -> list[Bound]:
        self._bounds = [bound for bound in self._bounds if shiboken6.isValid(bound)]
        return list(self._bounds)


def _nothing() -> None:
    """A reading that only waits for what is being saved."""
