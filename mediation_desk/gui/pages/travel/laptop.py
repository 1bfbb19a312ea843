"""This laptop: whose travel desk it is, opening a further bag here, and packing for home."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.at_office import travel_line
from mediation_desk.gui.pages.travel.part import WIDE, BagPlace, TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import files, opening, returning
from mediation_desk.services.travel.opening import Opened
from mediation_desk.services.travel.returning import PackedHome


class LaptopPart(TravelPart):
    """For the road: what is here, in and out."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self.about, self.name = label("", "strong", wrap=True), label("", "muted", wrap=True)
        self.coming = Form(self)
        self.bag = self.coming.add(TextField(tr("Bag from the office"), name="bag", required=True, width=WIDE,
                                             limit=1000), wide=True)
        self.choose = button(tr("Choose a bag …"), picture="folder-open")
        self.open = button(tr("Open the bag"), picture="tray")
        self.going = Form(self)
        self.place = BagPlace(self, self.going)
        self.pack = button(tr("Pack for home"), "primary", picture="house-line")
        self.opened, self.packed = (selectable(label("", "strong", wrap=True)) for _ in range(2))
        self.packing, self.opening = WorkLine(self), WorkLine(self)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.column.addWidget(self.about)
        self.column.addWidget(self.name)
        self.column.addSpacing(look().px(4))
        self._section(tr("Pack for home"), tr(
            "Everything that was done here since the bag left, in one file: changed cases, new ones, new "
            "evidence. Nothing changes here, and it can be packed again as often as wanted."),
            self.going, (self.pack, self.place.choose, self.packing), self.packed)
        self._section(tr("Open another bag"), tr(
            "A further bag of the same office, packed for this laptop: its cases join those that are here, "
            "and forms, figures and colleagues are as of that day."),
            self.coming, (self.open, self.choose, self.opening), self.opened)
        self.column.addStretch(1)

    def _section(self, title: str, words: str, form: Form, row: tuple[QWidget, ...], said: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(look().px(8))
        column.addWidget(label(title, "group"))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(form)
        column.addLayout(row_of(*row, gap=12))
        column.addWidget(said)
        said.hide()
        self.column.addLayout(column)
        self.column.addSpacing(look().px(8))

    def _listen(self) -> None:
        self.going.does(self.pack)
        self.coming.does(self.open)
        self.choose.clicked.connect(lambda: self.ask_bag(self.bag))
        self.pack.clicked.connect(self.pack_home)
        self.open.clicked.connect(self.open_bag)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """Whose travel desk this is, as of its last bag."""
        branch = self.desk.branch
        assert branch is not None
        self.about.setText(travel_line(branch, self.desk.today, self.desk.zone))
        self.name.setText(tr(
            "The office calls this laptop “{laptop}”. Accounts, the office's forms and figures, sharing a "
            "case with a colleague, and cases that are not here wait for the office.", laptop=branch.laptop))
        self.place.name.offer(files.proposed(branch.laptop, self.desk.today, homeward=True))

    # -- out and in ----------------------------------------------------------------------

    def pack_home(self) -> None:
        """Write the bag for home."""
        if self.going.commit():
            self.packed.hide()
            self.begin_long(returning.pack_into, self.place.folder.value(), self.place.file.value(),
                            done=self._packed_home, form=self.going, press=self.pack,
                            line=self.packing, words=tr("Packing the bag …"))

    def _packed_home(self, made: PackedHome) -> None:
        self.keep_folder(made.path.parent)
        changed = tr_count("{count} case was changed or begun here",
                           "{count} cases were changed or begun here", made.changed)
        still = tr_count("in {count} nothing was done", "in {count} nothing was done", made.still)
        self.packed.setText("\n".join((
            tr("Packed into {path}: {changed}, {still}.", path=made.path, changed=changed, still=still),
            tr("At the office choose Travel, “Bring a bag home”. What is done here afterwards needs another "
               "bag."))))
        self.packed.show()

    def open_bag(self) -> None:
        """Bring this travel desk up to date."""
        if self.coming.commit():
            self.opened.hide()
            self.begin_long(opening.open_chosen, self.bag.value(), done=self._opened, form=self.coming,
                            press=self.open, line=self.opening, words=tr("Opening the bag …"))

    def _opened(self, made: Opened) -> None:
        self.opened.setText(tr_count("{count} case came with the bag; it is among your cases now.",
                                     "{count} cases came with the bag; they are among your cases now.",
                                     made.cases))
        self.opened.show()
        self.bag.set_value("")
        self.shown()
        self.changed.emit(made.changes)

    def help_text(self) -> str:
        """F1."""
        return tr("This laptop is a travel desk of the office: an ordinary desk with the cases that were "
                  "taken along. “Pack for home” writes what was done here into one encrypted file; it is "
                  "brought home at the office. “Open another bag” brings further cases and the office's "
                  "present forms and figures. Both may be stopped; then nothing has changed.")
