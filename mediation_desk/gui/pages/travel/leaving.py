"""Leaving: cases chosen, the laptop named, the bag packed; and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import CheckField, ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.travel.choosing import CaseChoice
from mediation_desk.gui.pages.travel.part import BagPlace, PackedCard, TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import files, leaving, register
from mediation_desk.services.travel.leaving import LONGEST_NAME, Leaving, Packed, Size
from mediation_desk.services.travel.register import KnownLaptop

PAUSE_MS = 150  # between the last mark and the reckoning
PICTURE = "suitcase-simple"


class LeavingPart(TravelPart):
    """Which cases, on which laptop, into which file. For mediators; others are told whose it is."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self.may = desk.may(Verb.CHECK_OUT_CASE, own_case=True)
        if not self.may:
            self.column.addWidget(EmptyState(
                tr("Mediators take cases along"),
                tr("Whoever mediates a case can take it along. Under “On the road” you see what is out."),
                picture=PICTURE, parent=self), 1)
            return
        self._wants_new = False
        self.choice = CaseChoice(desk, tasks, self)
        self.trouble_line = label("", "trouble", wrap=True)
        self.trouble_line.hide()
        self.told_size = label("", "strong")
        self.form = Form(self)
        self.evidence = self.form.add(CheckField(tr("Take the evidence along"), name="with_evidence"),
                                      wide=True)
        self.laptop = self.form.add(ChoiceField(tr("Laptop"), name="laptop_id", empty=tr("A new laptop"),
                                                width=30))
        self.name = self.form.add(TextField(
            tr("Name of the new laptop"), name="laptop", width=30, limit=LONGEST_NAME, required=True))
        self.place = BagPlace(self, self.form)
        self.pack = button(tr("Pack the bag"), "primary", picture=PICTURE)
        self.next, self.work = PackedCard(self, tr("Pack another bag")), WorkLine(self)
        self._inside = QWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay()
        self._listen()
        self.evidence.set_value(True)
        self._propose()
        self._say_size(None)

    def _lay(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        for made in (self.choice, self.trouble_line, self.told_size, self.form):
            inside.addWidget(made)
        inside.addLayout(row_of(self.pack, self.place.choose, self.work, gap=12))
        self.column.addWidget(self.next)
        self.column.addWidget(self._inside)
        self.column.addStretch(1)

    def _listen(self) -> None:
        self.form.does(self.pack)
        self.choice.changed.connect(self._rechoose)
        self.evidence.committed.connect(lambda _value: self._pause.start())
        self._pause.timeout.connect(self._reckon)
        self.laptop.committed.connect(lambda _value: self._choose_laptop())
        self.name.edited.connect(self._propose)
        self.pack.clicked.connect(self.submit)
        self.next.done.clicked.connect(self.begin_anew)
        self.leaves(self.next, self.begin_anew)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The cases and one's laptops as they are now."""
        if self.may:
            self.choice.reload()
            self.read(register.laptops, done=self._show_laptops)

    def _show_laptops(self, known: Sequence[KnownLaptop]) -> None:
        """The latest stands ready, unless somebody asked for a new one."""
        before, asked_new = self.laptop.value(), self._wants_new or self.name.typed()
        self.laptop.set_choices([(one.id, one.name) for one in known])
        self.laptop.set_value(known[0].id if before is None and known and not asked_new else before)
        self._ask_name()

    def _choose_laptop(self) -> None:
        self._wants_new = self.laptop.value() is None
        self._ask_name()

    def _ask_name(self) -> None:
        """A new laptop is asked for its name; a known one has it."""
        self.name.setVisible(self.laptop.value() is None)
        self._propose()

    def _called(self) -> str:
        return self.name.typed().strip() if self.laptop.value() is None else self.laptop.combo.currentText()

    def _propose(self, _typed: str = "") -> None:
        """A name for the file, as long as nobody gave it another."""
        self.place.name.offer(files.proposed(self._called(), self.desk.today))

    # -- how large it is -----------------------------------------------------------------

    def _rechoose(self) -> None:
        self.trouble_line.hide()
        self._pause.start()

    def _reckon(self) -> None:
        chosen = self.choice.chosen()
        if not chosen:
            self._say_size(None)
            return
        self.read(leaving.size, chosen, with_evidence=bool(self.evidence.value()), done=self._say_size)

    def _say_size(self, size: Size | None) -> None:
        if size is None or not self.choice.chosen():
            self.told_size.setText(tr("No case is chosen. Space, Enter or a press on the mark takes one "
                                      "along."))
            return
        cases = tr_count("{count} case", "{count} cases", size.cases)
        evidence = tr_count("{count} file of evidence", "{count} files of evidence", size.files)
        self.told_size.setText(tr("{cases}, {evidence}, about {size}", cases=cases, evidence=evidence,
                             size=megabytes(size.bytes)))

    # -- packing -------------------------------------------------------------------------

    def submit(self) -> None:
        """Pack the bag; what is wrong is said beside its field."""
        self.trouble_line.hide()
        if not self.form.commit():
            return
        wanted = Leaving(self.choice.chosen(), self._laptop_id(), self.name.value(),
                         bool(self.evidence.value()))
        self.begin_long(leaving.pack_into, wanted, self.place.folder.value(), self.place.file.value(),
                        done=self._packed, form=self.form, press=self.pack, line=self.work,
                        words=tr("Packing the bag …"))

    def _laptop_id(self) -> UUID | None:
        chosen = self.laptop.value()
        return chosen if isinstance(chosen, UUID) else None

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """What concerns the choice of cases is said beneath them; a laptop's trouble beside its field."""
        if error.field == "cases":
            self.trouble_line.setText(tr_error(error))
            self.trouble_line.show()
        elif error.field == "laptop" and self.name.isHidden():
            self.laptop.set_error(tr_error(error))
        else:
            super().refused(error, form)

    def _packed(self, packed: Packed) -> None:
        self.keep_folder(packed.path.parent)
        self.next.tell(tr_count("{count} case is in the bag for “{laptop}”.",
                                "{count} cases are in the bag for “{laptop}”.", packed.cases,
                                laptop=self._called()), packed.path, steps(packed.path, packed.numbers))
        self._inside.hide()
        self.next.done.setFocus()
        self.changed.emit(packed.changes)

    def begin_anew(self) -> None:
        """Another bag."""
        self.next.hide()
        self.choice.clear()
        self.place.name.give_way()
        self._inside.show()
        self.name.set_value("")
        self._wants_new = False
        self.shown()

    def help_text(self) -> str:
        """F1."""
        return tr("Choose the cases that go along: this week's, by station, or by searching; Space, Enter or "
                  "a press on the mark takes a case along. The bag is one encrypted file for a stick or a "
                  "folder; it opens with your own password on the laptop, or here when it comes home. The "
                  "office sees from then on with whom the cases are, and may go on working on them. Some "
                  "case numbers are set aside for what you register on the way.")


def steps(path: Path, numbers: str) -> list[str]:
    """What is done with a bag, in its order."""
    return [
        "1. " + tr("Take the stick out safely, and carry “{file}” to the laptop.", file=path.name),
        "2. " + tr("The first time there, choose “Open a bag from the office …” and type your own password. "
                   "Later: Travel, “This laptop”, “Open the bag”."),
        "3. " + (tr("What you register on the way gets a number of these: {numbers}.", numbers=numbers)
                 if numbers else tr("What you register on the way gets its number at home.")),
        "4. " + tr("In the evening pack for home on the laptop, and bring that bag home here. Colleagues may "
                   "go on working on these cases meanwhile."),
    ]


def megabytes(size: int) -> str:
    """``12.5 MB``; less than a tenth of one is written in kB."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000)):,} kB"
