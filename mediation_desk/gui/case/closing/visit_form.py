"""Closing: a return visit as it is entered, in place."""

from __future__ import annotations

from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import Satisfaction, Source, VisitManner, VisitOccasion
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.kit.fields.acts import with_acts
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField, SegmentField, YesNo
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.library.visits import shipped_visits
from mediation_desk.services.closing.closing import VisitDraft
from mediation_desk.services.reading import CaseView

PLACE = "return-visit"
SAID = ("performed", "satisfaction", "contacted", "solved", "spoken_with")
"""What only somebody who answered can have said."""


class VisitForm(Later):
    """Hidden until a visit is added; ``saved(VisitDraft)`` when it is to be recorded."""

    saved = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None, *, place: str = PLACE,
                 for_order: bool = False) -> None:
        super().__init__(parent)
        self._bench, self._place, self._for_order = bench, place, for_order
        self._put_by = False  # what was typed waits until somebody adds a visit
        self.hide()

    def make(self) -> QWidget:
        """The form, and what is done with it."""
        bench = self._bench
        self.form = Form()
        self.form.group()
        self.occasion = self.form.add(ChoiceField(tr("Occasion"), choices(VisitOccasion), name="occasion",
                                                  width=26, empty=tr("Nobody said")))
        self.form.add(DateField(tr("Date of the visit"), name="visited_on", required=True,
                                today=bench.today))
        self.script = self.form.add_widget(selectable(label("", "small", wrap=True)))
        self.script.setAccessibleName(tr("What to ask"))
        self.form.add(SegmentField(tr("Manner"), choices(VisitManner), name="manner", required=True))
        self.person = self.form.add(ChoiceField(tr("Person called"), name="party_id", width=26,
                                                empty=tr("Nobody in particular")))
        self.form.add(TextField(tr("Who asked"), name="visited_by", width=18, limit=60))
        self.form.add(TextField(tr("Who answered"), name="spoken_with", width=18, limit=60))
        self.form.add(YesNo(tr("Performed"), name="performed", required=True))
        self.form.add(SegmentField(tr("Satisfaction"), choices(Satisfaction), name="satisfaction",
                                   required=True), wide=True)
        self.which = self.form.add(ChoiceField(tr("For the work order"), name="order_id", width=40,
                                               empty=tr("For none")), wide=True)
        self.connected = self.form.add(YesNo(tr("Somebody answered the call"), name="connected"))
        self.order = [self.form.add(YesNo(tr("The office had been in touch"), name="contacted")),
                      self.form.add(YesNo(tr("The trouble is over"), name="solved"))]
        self.form.add(TextArea(tr("Note"), name="note", lines=2), wide=True)
        self.form.add(TextArea(tr("What came of it"), name="result", lines=2), wide=True)
        self.record = button(tr("Record the visit"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.record.clicked.connect(self._save)
        self.cancel.clicked.connect(self.end)
        made = with_acts(self.form, self.record, self.cancel)
        for told in (self.form.edited, self.form.committed):
            told.connect(lambda _name, _text: self._tell_script())
            told.connect(lambda name, _text: self._ask_what_was_said() if name == "connected" else None)
        self._start()
        self._offer_people()
        bench.notes.watch(self.form, self._place)
        return made

    def _offer_people(self) -> None:
        """And what the hotline asks besides, of a case that came from there."""
        view = self._bench.view
        known = view.case.orders if view else []
        for asked in self.order:
            asked.setVisible(view is not None and (bool(known) or view.case.source is Source.HOTLINE))
        self.which.set_choices([(one.id, one.number or one.title) for one in known])
        self.which.setVisible(bool(known))
        self.connected.setVisible(bool(known))
        self.person.set_choices([*told_apart(view.case.parties).items()] if view else [])

    def _start(self) -> None:
        """Today; what the party said is for them to say, so nothing is chosen before it was heard."""
        self.form.set_values({"visited_on": self._bench.desk.today, "manner": None, "party_id": None,
                              "performed": None, "satisfaction": None, "contacted": None, "solved": None,
                              "note": "", "occasion": None, "visited_by": "", "spoken_with": "",
                              "result": "", "order_id": None, "connected": None})
        self._tell_script()
        self._ask_what_was_said()

    def choose_order(self, order: WorkOrder) -> None:
        """The visit is made for that order."""
        self.form.set_values({"order_id": order.id, "occasion": VisitOccasion.WORK_ORDER})
        self._tell_script()

    def _ask_what_was_said(self) -> None:
        """Nobody who did not answer said anything."""
        answered = self.connected.typed() != self.connected.shows(False)
        for name in SAID:
            self.form.field(name).setVisible(answered)
        if answered:
            self._offer_people()

    def _tell_script(self) -> None:
        """What to ask on the occasion that is chosen, one question a line; nothing of it is kept."""
        occasion = cast("VisitOccasion | None", self.occasion.value())
        asked = shipped_visits().questions(occasion, words().code)
        self.script.setText("\n".join(f"{at}. {one}" for at, one in enumerate(asked, start=1)))
        self.script.setVisible(bool(asked))

    def show_case(self, _view: CaseView) -> None:
        """The people who can be called; and what was being typed before the program stopped."""
        if self.is_made:
            self._offer_people()
        waits = self._bench.notes.text(self._place) and not self._put_by
        if self.isHidden() and (self._for_order or not self._bench.read_only) and waits:
            self.show()
            self._bench.notes.bring_back(self.form, self._place)
            self._tell_script()
            self._ask_what_was_said()

    def begin(self, view: CaseView | None) -> None:
        """A new visit, today."""
        if view is None:
            return
        self.bring()
        self._put_by = False
        self._start()
        self._bench.notes.bring_back(self.form, self._place)
        self._tell_script()
        self._ask_what_was_said()
        self.show()
        self.form.begin()

    def leave(self) -> None:
        """Put the form by; what was typed stays for the next time."""
        self._put_by = True
        self.hide()

    def end(self) -> None:
        """Put the form away."""
        self._bench.notes.drop(self._place)
        self.hide()

    def _save(self) -> None:
        if self.connected.typed() == self.connected.shows(False):
            # What is required otherwise stands in the row and is told nowhere, for nobody said it.
            self.form.set_values({"performed": False, "satisfaction": Satisfaction.NEUTRAL,
                                  "contacted": None, "solved": None, "spoken_with": ""})
        if not self.form.commit():
            return
        given = self.form.values()
        self.saved.emit(VisitDraft(
            visited_on=cast(date, given["visited_on"]),
            manner=cast(VisitManner, given["manner"]), party_id=cast("UUID | None", given["party_id"]),
            performed=bool(given["performed"]), satisfaction=cast(Satisfaction, given["satisfaction"]),
            contacted=cast("bool | None", given["contacted"]), solved=cast("bool | None", given["solved"]),
            note=str(given["note"]), occasion=cast("VisitOccasion | None", given["occasion"]),
            visited_by=str(given["visited_by"]), spoken_with=str(given["spoken_with"]),
            result=str(given["result"]), order_id=cast("UUID | None", given["order_id"]),
            connected=cast("bool | None", given["connected"])))
