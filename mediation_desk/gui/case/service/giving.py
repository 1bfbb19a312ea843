"""Giving papers out for service: which, to whom, how and by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.serving import ServiceManner
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.service.recipients_field import Chosen, RecipientsField
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, IntegerField, TextField
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.papers import making
from mediation_desk.services.reading import CaseView
from mediation_desk.services.serving import offering
from mediation_desk.services.serving.serving import Given

PLACE = "service/given"
MOST_COPIES = 99


class GivingCard(Later):
    """Hidden until something is to be given out; ``given(list[Given])`` when it is, ``closed`` when it
    is not after all. What is typed is kept."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._put_by = False
        self.hide()

    def make(self) -> QWidget:
        """The form, and what is done with it."""
        made, bench = QWidget(), self._bench
        self.form = Form(made)
        self.form.group(tr("Give papers out"))
        self.papers = self.form.add(TickedField(tr("Papers"), str, name="papers"), wide=True)
        self.form.add(TextField(tr("Another paper"), name="title", width=44, limit=200), wide=True)
        self.people = self.form.add(RecipientsField(tr("Recipient"), name="recipient", help=tr(
            "The place is the party's address as it stands in the case; another may be written over it.")),
            wide=True)
        self.form.add(ChoiceField(tr("Manner of service"), choices(ServiceManner), name="manner", width=26,
                                  required=True))
        self.form.add(IntegerField(tr("Copies for each"), name="copies", required=True, least=1,
                                   most=MOST_COPIES))
        self.form.add(TextField(tr("Served by"), name="sent_by", width=18, limit=60))
        self.form.add(DateField(tr("Sent on"), name="sent_on", today=bench.today, help=tr(
            "Empty: it has still to be sent.")))
        self.form.add(DateField(tr("To be served by"), name="due_on", today=bench.today, look="near"))
        self.give = button(tr("Give out"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.form.does(self.give)
        self.give.clicked.connect(self._give)
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.form)
        column.addLayout(_row(self.give, self.cancel))
        self._start()
        self._offer()
        bench.notes.watch(self.form, PLACE)
        return made

    def _start(self) -> None:
        """Today, by whoever is at the desk, for it is they who give it out; which papers, to whom and how is
        for a person to say."""
        self.form.set_values({"papers": (), "title": "", "recipient": (), "manner": None,
                              "copies": 1, "sent_by": self._bench.desk.who.name,
                              "sent_on": self._bench.desk.today, "due_on": None})
        self.form.clear_errors()

    def _offer(self) -> None:
        if (view := self._bench.view) is not None:
            offered = offering.papers(view.case, view.exhibits, self._bench.desk.forms)
            self.papers.set_choices({one.template: one.title.text(words().code) for one in offered})
            self.papers.setVisible(bool(self.papers.ticks))
            self.people.set_parties(offering.recipients(view.case))

    def show_case(self, _view: CaseView) -> None:
        """The papers and people as they are now; and what was being typed before the program stopped."""
        if self.is_made:
            self._offer()
        waits = self._bench.notes.text(PLACE) and not self._put_by
        if self.isHidden() and waits:
            self.begin()

    def begin(self, template: str = "") -> None:
        """Give something out today; ``template`` is ticked already."""
        self.bring()
        if self.isHidden():
            self._start()
            self._offer()
            self._bench.notes.bring_back(self.form, PLACE)
        self._put_by = False
        if template in self.papers.ticks:
            self.papers.ticks[template].setChecked(True)
            self.papers.commit()
        elif template:
            self.form.field("title").set_typed(making.kind(template, self._bench.desk.forms).title.text("zh"))
        self.show()
        first = self.papers if self.papers.ticks else self.form.field("title")
        (self.people if template else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the card by; what was typed stays for the next time."""
        self._put_by = True
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        self._bench.notes.drop(PLACE)
        if self.is_made:
            self._start()
        self.hide()

    def _give(self) -> None:
        if not self.form.commit():
            return
        told = self.form.values()
        papers = self._papers(told)
        people = cast("Sequence[Chosen]", told["recipient"])
        if not papers:
            self.form.show_error(DeskError(N_("Say which paper it is."), field="title"))
        elif not people:
            self.form.show_error(DeskError(N_("Say to whom it is served."), field="recipient"))
        else:
            self.given.emit([_given(paper, one, told) for one in people for paper in papers])

    def _papers(self, told: Mapping[str, object]) -> list[tuple[str, str]]:
        """Each paper by its form and the title on it; one that was typed has no form."""
        names = cast("Sequence[str]", told["papers"])
        ticked = [(name, making.kind(name, self._bench.desk.forms).title.text("zh")) for name in names]
        typed = str(told["title"])
        return [*ticked, ("", typed)] if typed else ticked


def _given(paper: tuple[str, str], to: Chosen, told: Mapping[str, object]) -> Given:
    return Given(template=paper[0], title=paper[1], party_id=to.party_id, recipient=to.name, place=to.place,
                 copies=cast(int, told["copies"]), manner=cast(ServiceManner, told["manner"]),
                 sent_by=str(told["sent_by"]), sent_on=cast("date | None", told["sent_on"]),
                 due_on=cast("date | None", told["due_on"]))


def _row(*buttons: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    for one in buttons:
        made.addWidget(one)
    made.addStretch(1)
    return made
