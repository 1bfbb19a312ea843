"""From other offices: cases that came from there and go back, bags taken in, and one's own card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tables.table import RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.travel import elsewhere_words as words
from mediation_desk.gui.pages.travel.part import WIDE, BagPlace, TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import cards, files, handing_back, receiving, taking_back
from mediation_desk.services.travel.cards import Shown
from mediation_desk.services.travel.handing_back import FromOffice
from mediation_desk.services.travel.receiving import Incoming, TakenIn
from mediation_desk.services.travel.returning import PackedHome

TABLE_HEIGHT = 168


class ElsewherePart(TravelPart):
    """Three things in their order: take in, hand back, one's card. For mediators."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self.may = desk.may(Verb.REGISTER_CASE)
        if not self.may:
            self.column.addWidget(EmptyState(
                tr("Mediators take cases in"), tr("Whoever takes a case in from another office mediates it "
                                                  "here."), picture="tray", parent=self), 1)
            return
        self.coming, self.back, self.own = Coming(self), Back(self), OwnCard(self)
        for made in (self.coming, self.back, self.own):
            self.column.addWidget(made)
        self.column.addStretch(1)

    def shown(self) -> None:
        """What is here from other offices, and the card, as they are now."""
        if self.may:
            self.read(handing_back.here, done=self.back.show_lines)
            self.read(cards.own, done=self.own.show_card)

    def help_text(self) -> str:
        """F1."""
        return tr("Give your card to whoever hands cases over to you, and read its number to them on the "
                  "telephone. Their bag is looked into first; taking it in gives each case a number of this "
                  "office, with you as its mediator and a fresh key. The other office's steps stand in “All "
                  "events”. “Hand back” packs what was done here for the office that a case came from; it "
                  "may be repeated. What was said alone at either office stays there.")


class Section(QWidget):
    """A heading, what it is about in words, and what one does."""

    def __init__(self, part: TravelPart, title: str, about: str) -> None:
        super().__init__(part)
        self.part = part
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, look().px(12))
        self.inside.setSpacing(look().px(8))
        self.inside.addWidget(label(title, "group"))
        self.inside.addWidget(label(about, "muted", wrap=True))


class Coming(Section):
    """A bag of another office: looked into, and taken in."""

    def __init__(self, part: ElsewherePart) -> None:
        super().__init__(part, tr("Take in a bag"), tr(
            "A bag that another office packed with your card. Looking into it changes nothing."))
        self._looked: Incoming | None = None
        self.form = Form(self)
        self.bag = self.form.add(TextField(tr("Bag of the other office"), name="bag", required=True,
                                           width=WIDE, limit=1000), wide=True)
        self.look, self.choose = button(tr("Look into the bag")), button(tr("Choose a bag …"),
                                                                         picture="folder-open")
        self.line = WorkLine(self)
        self.told = selectable(label("", "strong", wrap=True))
        self.model = RowsModel(words.columns())
        self.table = Table(self.model, name=tr("Cases in the bag"), parent=self)
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.take = button(tr("Take these cases in"), "primary", picture="tray")
        self.leave = button(tr("Leave the bag"))
        self.result = selectable(label("", "strong", wrap=True))
        self.sight = QWidget(self)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        sight = QVBoxLayout(self.sight)
        sight.setContentsMargins(0, 0, 0, 0)
        sight.setSpacing(look().px(8))
        sight.addWidget(self.told)
        sight.addWidget(self.table)
        sight.addLayout(row_of(self.take, self.leave, gap=12))
        self.inside.addWidget(self.form)
        self.inside.addLayout(row_of(self.look, self.choose, self.line, gap=12))
        for made in (self.sight, self.result):
            self.inside.addWidget(made)
            made.hide()

    def _listen(self) -> None:
        self.form.does(self.look)
        self.choose.clicked.connect(lambda: self.part.ask_bag(self.bag))
        self.look.clicked.connect(self.look_into)
        self.take.clicked.connect(self.take_in)
        self.leave.clicked.connect(self.put_away)
        self.bag.edited.connect(lambda _typed: self.put_away())
        self.part.leaves(self.sight, self.put_away)

    def look_into(self) -> None:
        """See what is in the bag."""
        if self.form.commit():
            self.put_away()
            self.result.hide()
            self.part.begin_long(receiving.look_into, self.bag.value(), done=self._show, form=self.form,
                                 press=self.look, line=self.line, words=tr("Looking into the bag …"))

    def _show(self, looked: Incoming) -> None:
        self._looked = looked
        self.told.setText(words.summary(looked, self.part.desk.zone))
        self.model.set_rows(looked.cases)
        comes = any(one.comes for one in looked.cases)
        self.take.setEnabled(comes)
        self.sight.show()
        (self.take if comes else self.leave).setFocus()
        self.part.reveal(self.sight)

    def put_away(self) -> None:
        """Leave the bag as it is."""
        self._looked = None
        self.sight.hide()

    def take_in(self) -> None:
        """Keep what was looked at."""
        if self._looked is not None:
            self.part.begin_long(receiving.take_in_chosen, self._looked.path, done=self._taken,
                                 form=self.form, press=self.take, line=self.line,
                                 words=tr("Taking the cases in …"))

    def _taken(self, made: TakenIn) -> None:
        self.put_away()
        self.bag.set_value("")
        self.result.setText("\n".join(words.taken(made)))
        self.result.show()
        self.part.changed.emit(made.changes)
        if made.kept:
            kept = [case_id for case_id, _here, _there in made.kept]
            self.part.told.emit(tr_count("{count} case was taken in.", "{count} cases were taken in.",
                                         len(kept)), lambda: self._give_up(kept))
        self.part.shown()

    def _give_up(self, kept: Sequence[UUID]) -> None:
        self.part.run(_take_back_all, kept, done=self._given_up)

    def _given_up(self, _changes: Changes) -> None:
        self.result.hide()
        self.part.shown()


def _take_back_all(desk: Desk, kept: Sequence[UUID]) -> Changes:
    changes = Changes()
    for case_id in kept:
        changes = changes.then(taking_back.take_back(desk, case_id))
    return changes


class Back(Section):
    """What is here from other offices, and a bag for one of them."""

    def __init__(self, part: ElsewherePart) -> None:
        super().__init__(part, tr("Hand back"), tr(
            "What was done here to the cases of one office since they came, in one file for that office. "
            "Nothing changes here, and it can be packed again as often as wanted."))
        self._lines: dict[UUID, FromOffice] = {}
        self.empty = label(tr("Nothing is here from other offices."), wrap=True)
        self.form = Form(self)
        self.office = self.form.add(ChoiceField(tr("Office"), name="office", required=True, width=WIDE),
                                    wide=True)
        self.cases = selectable(label("", wrap=True))
        self.place = BagPlace(part, self.form)
        self.pack = button(tr("Hand back"), picture="arrow-u-up-left")
        self.line = WorkLine(self)
        self.result = selectable(label("", "strong", wrap=True))
        self._all = QWidget(self)
        inside = QVBoxLayout(self._all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(8))
        inside.addWidget(self.cases)
        inside.addWidget(self.form)
        inside.addLayout(row_of(self.pack, self.place.choose, self.line, gap=12))
        for made in (self.empty, self._all, self.result):
            self.inside.addWidget(made)
        self.result.hide()
        self._all.hide()
        self.form.does(self.pack)
        self.office.committed.connect(lambda _value: self._tell())
        self.pack.clicked.connect(self.pack_back)

    def show_lines(self, lines: Sequence[FromOffice]) -> None:
        """The offices from which something is here."""
        self._lines = {one.desk_id: one for one in lines}
        before = self.office.value()
        self.office.set_choices([
            (one.desk_id, tr("{office}, {person}", office=one.office, person=one.sender)) for one in lines])
        self.office.set_value(before if before in self._lines else next(iter(self._lines), None))
        self.empty.setVisible(not lines)
        self._all.setVisible(bool(lines))
        self._tell()

    def _chosen(self) -> FromOffice | None:
        chosen = self.office.value()
        return self._lines.get(chosen) if isinstance(chosen, UUID) else None

    def _tell(self) -> None:
        line = self._chosen()
        if line is None:
            return
        self.cases.setText(words.here(line, self.part.desk.zone))
        self.place.name.offer(files.proposed(line.sender, self.part.desk.today, homeward=True))

    def pack_back(self) -> None:
        """Write the bag."""
        line = self._chosen()
        if self.form.commit() and line is not None:
            self.result.hide()
            self.part.begin_long(handing_back.pack_into, line.desk_id, self.place.folder.value(),
                                 self.place.file.value(), done=self._packed, form=self.form,
                                 press=self.pack, line=self.line, words=tr("Packing the bag …"))

    def _packed(self, made: PackedHome) -> None:
        self.part.keep_folder(made.path.parent)
        self.result.setText("\n".join(words.packed_back(made)))
        self.result.show()


class OwnCard(Section):
    """One's own card, and the number by which others know it again."""

    def __init__(self, part: ElsewherePart) -> None:
        super().__init__(part, tr("Your card"), tr(
            "Give it to whoever hands cases over to you, by whatever way: nothing in it is secret. Read the "
            "number to them on the telephone, so that nobody puts another card in its place."))
        self.whose, self.number = label("", "strong", wrap=True), selectable(label("", "strong"))
        self.form = Form(self)
        self.place = BagPlace(part, self.form)
        self.write = button(tr("Write the card"), picture="identification-card")
        self.written = selectable(label("", "strong", wrap=True))
        self.inside.addWidget(self.whose)
        self.inside.addWidget(self.number)
        self.inside.addWidget(self.form)
        self.inside.addLayout(row_of(self.write, self.place.choose, gap=12))
        self.inside.addWidget(self.written)
        self.written.hide()
        self.form.does(self.write)
        self.write.clicked.connect(self._write)

    def show_card(self, own: Shown) -> None:
        """Its number, and a name for its file."""
        self.whose.setText(tr("{office}, {person}", office=own.card.office, person=own.card.name))
        self.number.setText(tr("Check number: {number}", number=own.check))
        if not self.place.file.typed():
            self.place.file.set_value(files.card_name(own.card.office, own.card.name))

    def _write(self) -> None:
        self.written.hide()
        if self.form.commit():
            self.part.tasks.read(
                cards.write_own, self.part.desk, self.place.folder.value(), self.place.file.value(),
                done=self._tell, failed=lambda error: self.part.refused(error, self.form), receiver=self)

    def _tell(self, path: Path) -> None:
        self.part.keep_folder(path.parent)
        self.written.setText(tr("Written to {path}.", path=path))
        self.written.show()
