"""Handing over: cases chosen, the other office's card read, the bag packed; and what happens next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.folder import choose
from mediation_desk.gui.kit.fields.kinds import CheckField, Form, TextArea, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.travel.choosing import CaseChoice
from mediation_desk.gui.pages.travel.part import CARDS, WIDE, BagPlace, PackedCard, TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import cards, files, handing_over
from mediation_desk.services.travel.cards import Shown
from mediation_desk.services.travel.handing_over import LONGEST_REASON, HandedOver, Handing

PICTURE = "handshake"


class HandingPart(TravelPart):
    """Which cases, to whom, why, into which file. For mediators; others are told whose it is."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self.may = desk.may(Verb.CHECK_OUT_CASE, own_case=True)
        if not self.may:
            self.column.addWidget(EmptyState(
                tr("Mediators hand cases over"),
                tr("Whoever mediates a case can hand it over to another office. Under “On the road” you see "
                   "what was handed over."), picture=PICTURE, parent=self), 1)
            return
        self._card: Shown | None = None
        self.choice = CaseChoice(desk, tasks, self)
        self.trouble_line = label("", "trouble", wrap=True)
        self.trouble_line.hide()
        self.form = Form(self)
        self.card = self.form.add(TextField(tr("Card of the other office"), name="card", required=True,
                                            width=WIDE, limit=1000), wide=True)
        self.whose = selectable(label("", "strong", wrap=True))
        self.reason = self.form.add(TextArea(tr("Why they are handed over"), name="reason", lines=2, most=4,
                                             required=True, limit=LONGEST_REASON), wide=True)
        self.evidence = self.form.add(CheckField(tr("Hand the evidence over too"), name="with_evidence"),
                                      wide=True)
        self.place = BagPlace(self, self.form)
        self.choose_card = button(tr("Choose a card …"), picture="folder-open")
        self.pack = button(tr("Hand over"), "primary", picture=PICTURE)
        self.next, self.work = PackedCard(self, tr("Hand over more")), WorkLine(self)
        self._inside = QWidget(self)
        self._lay()
        self._listen()
        self.evidence.set_value(True)
        self._propose()

    def _lay(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        inside.addWidget(label(tr(
            "What was said alone stays here, with whom it was said to: it does not go along, and neither do "
            "the cases' keys. Everything else of the case goes, with all that was ever changed in it."),
            "muted", wrap=True))
        for made in (self.choice, self.trouble_line, self.form, self.whose):
            inside.addWidget(made)
        inside.addLayout(row_of(self.pack, self.choose_card, self.place.choose, self.work, gap=12))
        self.whose.hide()
        self.column.addWidget(self.next)
        self.column.addWidget(self._inside)
        self.column.addStretch(1)

    def _listen(self) -> None:
        self.form.does(self.pack)
        self.choice.changed.connect(self.trouble_line.hide)
        self.card.committed.connect(lambda _value: self._read_card())
        self.card.edited.connect(lambda _typed: self._forget_card())
        self.choose_card.clicked.connect(self._ask_card)
        self.pack.clicked.connect(self.submit)
        self.next.done.clicked.connect(self.begin_anew)
        self.leaves(self.next, self.begin_anew)

    def shown(self) -> None:
        """The cases as they are now."""
        if self.may:
            self.choice.reload()

    # -- the card ------------------------------------------------------------------------

    def _ask_card(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Choose a card …"), self.known_folder(),
                                                    tr(CARDS))
        if chosen:
            choose(self.card, Path(chosen))

    def _forget_card(self) -> None:
        self._card = None
        self.whose.hide()

    def _read_card(self, then: Callable[[], object] | None = None) -> None:
        """Read what was typed or chosen; ``then``: once it is read."""
        self._forget_card()

        def known(read: Shown) -> None:
            self._know(read)
            if then is not None:
                then()

        if self.card.typed().strip():
            self.tasks.read(cards.read, self.desk, self.card.typed(), done=known, receiver=self,
                            failed=lambda error: self.refused(error, self.form))

    def _know(self, read: Shown) -> None:
        self._card = read
        self.whose.setText(tr(
            "{name}, {office}. Check number: {number}. Have it read to you on the telephone from their page "
            "“From other offices”; another number means that the card was swapped.", name=read.card.name,
            office=read.card.office, number=read.check))
        self.whose.show()
        self._propose()

    def _propose(self) -> None:
        """A name for the file, as long as nobody gave it another."""
        self.place.name.offer(files.proposed(self._card.card.name if self._card else "", self.desk.today))

    # -- packing -------------------------------------------------------------------------

    def submit(self) -> None:
        """Pack the bag; what is wrong is said beside its field."""
        self.trouble_line.hide()
        if not self.form.commit():
            return
        if self._card is None:  # it was typed just now
            self._read_card(self._pack)
        else:
            self._pack()

    def _pack(self) -> None:
        if self._card is None:
            return
        wanted = Handing(self.choice.chosen(), self._card.card, self.reason.value(),
                         bool(self.evidence.value()))
        self.begin_long(handing_over.pack_into, wanted, self.place.folder.value(), self.place.file.value(),
                        done=self._packed, form=self.form, press=self.pack, line=self.work,
                        words=tr("Packing the bag …"))

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """What concerns the choice of cases is said beneath them."""
        if error.field == "cases":
            self.trouble_line.setText(tr_error(error))
            self.trouble_line.show()
        else:
            super().refused(error, form)

    def _packed(self, made: HandedOver) -> None:
        self.keep_folder(made.path.parent)
        self.next.tell(tr_count("{count} case is in the bag for {name}, {office}.",
                                "{count} cases are in the bag for {name}, {office}.", made.cases,
                                name=made.card.name, office=made.card.office), made.path, steps(made.path))
        self._inside.hide()
        self.next.done.setFocus()
        self.changed.emit(made.changes)

    def begin_anew(self) -> None:
        """Another bag."""
        self.next.hide()
        self.choice.clear()
        self.reason.set_value("")
        self.place.name.give_way()
        self._propose()
        self._inside.show()
        self.shown()

    def help_text(self) -> str:
        """F1."""
        return tr("Cases are handed over to one person of another office, or to your own second desk that "
                  "never meets this one. Have them send you their card, compare its number on the telephone, "
                  "say why, and pack the bag: it opens at their desk alone. The case stays here too; when it "
                  "is handed back, both sides' work is laid side by side under “Bring a bag home”. What was "
                  "said alone never leaves.")


def steps(path: Path) -> list[str]:
    """What is done with a bag for another office, in its order."""
    return [
        "1. " + tr("Take the stick out safely, and have “{file}” brought to them.", file=path.name),
        "2. " + tr("There: Travel, “From other offices”, “Look into the bag”."),
        "3. " + tr("Print the handover list under “On the road”; both sides sign it."),
        "4. " + tr("When they hand back, bring that bag home here. You may go on working on these cases "
                   "meanwhile."),
    ]
