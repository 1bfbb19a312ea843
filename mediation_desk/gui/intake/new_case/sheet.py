"""A new case on one page: where it comes from, the worker, the company, what is asked for, and the facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.intake.new_case.claims import ClaimsPart
from mediation_desk.gui.intake.new_case.company import CompanyPart
from mediation_desk.gui.intake.new_case.matter import MatterPart
from mediation_desk.gui.intake.new_case.typed import TypedSheet
from mediation_desk.gui.intake.new_case.worker import WorkerPart
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.library.asked import CONSENT, ORAL
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering, waiting
from mediation_desk.services.intake.waiting import SameDay, Waiting
from mediation_desk.services.office import sites

ORAL_APPLICATION = "oral-application"


class NewCaseSheet(QFrame):
    """``registered(Changes)`` with the new case as its result; ``left`` when it is put away;
    ``trouble(DeskError)`` what belongs beside no field; ``paper_wanted(case, form)`` right after registering;
    ``aside(Changes)`` when the matter waits, and ``dropped(Changes, Waiting)`` when it does so no more."""

    registered = Signal(object)
    left = Signal()
    trouble = Signal(object)
    paper_wanted = Signal(object, str)
    aside = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.waits: Waiting | None = None  # the matter that was put aside and is open here
        self.matter, self.worker = MatterPart(desk, tasks, self), WorkerPart(desk, tasks, self)
        self.company, self.claims = CompanyPart(desk, tasks, self), ClaimsPart(self)
        self.form = Form(self)
        self.facts = self.form.add(TextArea(
            tr("Facts in brief"), name="facts_in_brief", lines=2, most=4,
            placeholder=tr("Who worked for whom, and what is in dispute")), wide=True)
        self.consent = self.form.add(CheckField(tr("The applicant consents to mediation"), name="consent"))
        self.reason = self.form.add(TextField(tr("Why it is not registered"), name="dropped_why", width=40))
        self.register, self.cancel = button(tr("Register"), "primary"), button(tr("Cancel"))
        self.oral = button(tr("Register and print the oral application"), picture="printer")
        self.put_aside = button(tr("Put aside"), picture="clock")
        self.drop = button(tr("Do not register"), "quiet", picture="trash")
        self.hint = label("", "small", wrap=True)
        self._then_print = False
        self.typed = TypedSheet(desk, tasks, self)
        self._lay()
        self._listen()
        self.begin_anew()

    @property
    def _parts(self) -> tuple[Form, ...]:
        return self.matter, self.worker, self.company, self.claims, self.form

    def _lay(self) -> None:
        for part in self._parts:
            part.does(self.register)
        inner = QWidget()
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(look().px(32))
        for made in ((self.matter, self.worker), (self.company, self.claims, self.form)):
            half = QWidget(inner)
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # both as wide
            side = QVBoxLayout(half)
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(look().px(12))
            for part in made:
                side.addWidget(part)
            side.addStretch(1)
            sides.addWidget(half, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(SteadyArea(inner), 1)  # scrolls where the type is large and the window low
        column.addLayout(row_of(self.register, self.oral, self.put_aside, self.cancel, self.drop))
        column.addWidget(self.hint)

    def _listen(self) -> None:
        self.register.clicked.connect(lambda: self._submit(print_it=False))
        self.oral.clicked.connect(lambda: self._submit(print_it=True))
        self.put_aside.clicked.connect(self._put_aside)
        self.drop.clicked.connect(self._drop)
        self.cancel.clicked.connect(self.left)
        self.matter.source.committed.connect(lambda _source: self._ask())
        self.matter.kind.committed.connect(lambda _kind: self._ask())
        for part in self._parts:
            part.edited.connect(lambda _name, _text: self._keep())
        for changed in (self.worker.changed, self.company.changed, self.claims.changed):
            changed.connect(self._keep)

    # -- what older hands ask for ----------------------------------------------------------

    source = property(lambda self: self.matter.source)
    kind = property(lambda self: self.matter.kind)
    received = property(lambda self: self.matter.received)
    order = property(lambda self: self.matter.order)
    names = property(lambda self: self.worker.listed)
    people = property(lambda self: self.worker.people)

    # -- beginning -------------------------------------------------------------------------

    def begin_anew(self) -> None:
        """The defaults of a matter that somebody walks in with today."""
        self.waits = None
        self.matter.set_values({
            "received_on": self._desk.today, "kind_of_work": KindOfWork.OTHER, "source": Source.WALK_IN,
            "source_reference": "", "arrived_at": None, "given_until": None, "site": None})
        for part in (self.worker, self.company, self.claims):
            part.begin_anew()
        self.form.set_values({"facts_in_brief": "", "consent": False, "dropped_why": ""})
        self.facts.set_typed("")
        for form in self._parts:
            form.clear_errors()
        self._ask()

    def _ask(self) -> None:
        """Ask what is asked of such a matter."""
        self.matter.ask()
        kind, asked = self.matter.kind.value(), self.matter.asked.fields
        if isinstance(kind, KindOfWork):
            self.company.ask(kind)
            self.claims.ask(kind)
        self.consent.setVisible(CONSENT in asked)
        self.oral.setVisible(ORAL in asked)
        self.reason.setVisible(self.waits is not None)
        self.drop.setVisible(self.waits is not None)
        self.put_aside.setVisible(self._desk.branch is None)
        self.hint.setText(tr("Enter registers, in running text Ctrl+Enter; Esc puts the sheet away. “Put "
                             "aside” keeps it on Today for whoever registers it."))

    def begin(self) -> None:
        """Put the cursor where most people begin: at the worker, whom the office may know."""
        self._tasks.read(sites.choices, self._desk, done=self.matter.show_sites, receiver=self)
        self.worker.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_waiting(self, matter: Waiting) -> None:
        """Go on with a matter that was put aside."""
        self.begin_anew()
        self.waits = matter
        self.bring_back(_read(matter.content))
        self.begin()

    # -- drafts ----------------------------------------------------------------------------

    def _keep(self) -> None:
        self.typed.keep(self)

    def load(self) -> None:
        """Bring back what was typed when the program ended, into the matter that waits where it was one."""
        self.typed.load(self._loaded)

    def _loaded(self, state: Mapping[str, Any]) -> None:
        waits = str(state.get("waits") or "")
        if not waits:
            self.bring_back(state)
            return

        def found(day: SameDay) -> None:
            self.waits = next((one for one in day.waiting if str(one.id) == waits), None)
            self.bring_back(state)
            if self.waits is None:  # what was typed stays, and is no case by itself
                self.trouble.emit(DeskError(waiting.GONE))

        self._tasks.read(waiting.same_day, self._desk, done=found, receiver=self)

    def state(self) -> dict[str, Any]:
        """All that stands in the sheet, as text."""
        return {"waits": str(self.waits.id) if self.waits else "",
                **{name: self.matter.field(name).typed() for name in self.matter.names()},
                **self.worker.state(), **self.company.state(), **self.claims.state(),
                "facts_in_brief": self.facts.typed(), "consent": self.consent.typed()}

    def bring_back(self, state: Mapping[str, Any]) -> None:
        """What stood in a sheet before."""
        for name in self.matter.names():
            if name in state:
                self.matter.field(name).set_typed(str(state[name]))
                self.matter.field(name).commit()
        self._ask()
        for part in (self.worker, self.company, self.claims):
            part.bring_back(state)
        self.facts.set_typed(str(state.get("facts_in_brief", "")))
        self.consent.set_typed(str(state.get("consent", "False")))
        self.consent.commit()

    # -- registering -----------------------------------------------------------------------

    def draft(self) -> registering.IntakeDraft:
        """The matter as the sheet has it."""
        received, kind, source = (self.matter.received.value(), self.matter.kind.value(),
                                  self.matter.source.value())
        assert received is not None and isinstance(kind, KindOfWork) and isinstance(source, Source)
        consents = not self.consent.isHidden() and self.consent.value()
        return registering.IntakeDraft(
            received_on=received, source=source, kind_of_work=kind, source_reference=self.matter.number,
            facts_in_brief=self.facts.value(), applicants_agree_on=self._desk.today if consents else None,
            parties=[*self.worker.drafts(self.claims.drafts()), *self.company.drafts()],
            order=self.matter.order_draft(), site_id=self.matter.site_id)

    def submit(self) -> None:
        """Register the matter; what is wrong is said beside its field."""
        self._submit(print_it=False)

    def _submit(self, *, print_it: bool) -> None:
        if not self.register.isEnabled() or not self._commit() or (print_it and not self._is_oral()):
            return
        self._then_print = print_it
        self._work(True)
        self._tasks.run(registering.register, self._desk, self.draft(), self.waits.id if self.waits else None,
                        done=self._registered, failed=self._refused, label=tr("Registering the case …"),
                        receiver=self)

    def _commit(self) -> bool:
        """Keep every field; False, with the first that means nothing in focus."""
        if not all(part.commit() for part in self._parts):
            return False
        if self.worker.wrong:
            self.worker.people.say()
            self.worker.listed.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.claims.drafts() and not self.worker.drafts(()):
            self.worker.show_error(DeskError(N_("Enter the worker who asks for this."), field="name"))
            return False
        return True

    def _is_oral(self) -> bool:
        """Whether the record of the oral application has what it tells."""
        if not self.worker.drafts(()):
            self.worker.show_error(DeskError(N_("The record names the applicant."), field="name"))
        elif not self.facts.value():
            self.form.show_error(DeskError(N_("The record tells the facts; enter them in brief."),
                                           field="facts_in_brief"))
        else:
            return True
        return False

    def _registered(self, changes: Changes) -> None:
        self._work(False)
        self._done()
        self.registered.emit(changes)
        if self._then_print:
            self.paper_wanted.emit(changes.result, ORAL_APPLICATION)

    def _refused(self, error: DeskError) -> None:
        self._work(False)
        if not any(part.show_error(error) for part in self._parts):
            self.trouble.emit(error)

    def _work(self, busy: bool) -> None:
        for made in (self.register, self.oral, self.put_aside, self.drop):
            made.setDisabled(busy)

    def _done(self) -> None:
        self.typed.drop()
        self.begin_anew()

    # -- putting aside ---------------------------------------------------------------------

    def title(self) -> str:
        """What the matter is called while it has no number."""
        return " / ".join(filter(None, (self.worker.title(), self.company.name.typed().strip())))

    def _put_aside(self) -> None:
        source = self.matter.source.value()
        assert isinstance(source, Source)
        content = json.dumps(self.state(), ensure_ascii=False)
        told = (source, self.title(), content)
        self._work(True)
        if self.waits is None:
            self._tasks.run(waiting.put_aside, self._desk, *told, self.matter.came_at(), done=self._is_aside,
                            failed=self._refused, receiver=self)
        else:
            self._tasks.run(waiting.put_aside_again, self._desk, self.waits, *told, done=self._is_aside,
                            failed=self._refused, receiver=self)

    def _is_aside(self, changes: Changes) -> None:
        self._work(False)
        self._done()
        self.aside.emit(changes)

    def _drop(self) -> None:
        if (matter := self.waits) is None or not self.reason.commit():
            return
        self._work(True)
        self._tasks.run(waiting.drop, self._desk, matter.id, self.reason.value(), failed=self._refused,
                        done=lambda changes: self._is_dropped(changes, matter), receiver=self)

    def _is_dropped(self, changes: Changes, matter: Waiting) -> None:
        self._work(False)
        self._done()
        self.dropped.emit(changes, matter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sheet away."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _read(content: str | None) -> Mapping[str, Any]:
    """What was put aside, nothing where it opens no more."""
    try:
        state = json.loads(content or "{}")
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}
