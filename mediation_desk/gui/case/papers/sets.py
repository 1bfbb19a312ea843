"""Everybody's set of papers, in the place of a station's page: what, for whom, all of it ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import InItsPlace
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.titled import TitledPaper
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, words
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.services.papers import sets
from mediation_desk.services.papers.sets import PaperSet, Recipient, Sets
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.settlement import settling, supplementing

VALUE = int(Qt.ItemDataRole.UserRole)


class SetsPane(InItsPlace):
    """Papers and recipients to tick, then the sets: one file, a sheet with the name before each set.
    ``opened`` when it is there. An agreement in it is kept as it is printed or saved, to be signed."""

    opened = Signal()

    def __init__(self, bench: CaseBench, page: StationPage) -> None:
        super().__init__(bench, page, self.close_sets)
        self._made: Sets | None = None

    def make(self) -> QWidget:
        """What is chosen at the left, the file at the right."""
        self.view = TitledPaper(self.bench.tasks, tr("Back to the page"))
        self.view.title.setText(tr("Everybody's set of papers"))
        self.view.back.clicked.connect(self.close_sets)
        self.view.paper.taken.connect(self._taken)
        self.papers, self.people = _ticks(tr("Papers")), _ticks(tr("Who gets them"))
        self.everybody = button(tr("Everybody"), "link")
        self.nobody = button(tr("Nobody"), "link")
        self.start = button(tr("Make the sets"), "primary")
        self.trouble, self.said = label("", "trouble", wrap=True), label("", "muted", wrap=True)
        self.work = WorkLine(self)
        self.everybody.clicked.connect(lambda: _tick_all(self.people, Qt.CheckState.Checked))
        self.nobody.clicked.connect(lambda: _tick_all(self.people, Qt.CheckState.Unchecked))
        self.start.clicked.connect(self.begin)
        return self._laid()

    def _laid(self) -> QWidget:
        made, left, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(look().px(8))
        for widget, stretch in ((label(tr("Papers"), "group"), 0), (self.papers, 1),
                                (label(tr("Who gets them"), "group"), 0), (self.people, 1)):
            left.addWidget(widget, stretch)
        left.addLayout(row_of(self.everybody, self.nobody))
        for below in (self.trouble, self.start, self.work, self.said):
            left.addWidget(below)
        side = QWidget()
        side.setFixedWidth(look().px(320))
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(24))
        row.addWidget(side)
        row.addWidget(self.view, 1)
        made.setLayout(row)
        self.trouble.hide()
        return made

    # -- choosing ------------------------------------------------------------------------

    def open(self) -> None:
        """Offer what can be handed out as the case stands, to everybody; nothing is chosen yet."""
        self.bench.read(sets.recipients, done=self._offer, label=tr("Opening the case …"))

    def _offer(self, known: tuple[Recipient, ...]) -> None:
        view = self.bench.view
        if view is None:
            return
        self.bring()
        self.papers.clear()
        self.people.clear()
        for kind in sets.offered(view.case, view.exhibits, self.bench.desk.forms):
            _add(self.papers, kind.title.text(words().code), kind.template, Qt.CheckState.Unchecked)
        for one in known:
            said = tr("{name}, {role}", name=one.name, role=one.role) if one.role else tr(
                "{office} (the office's own)", office=one.name)
            _add(self.people, said, one.key, Qt.CheckState.Checked)
        self.take_place()
        self.opened.emit()
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make the sets that are chosen; it can be stopped."""
        if self.work.busy:
            return
        self.trouble.hide()
        said = tr("Making the sets …")
        task = self.bench.read(sets.print_sets, _ticked(self.papers), _ticked(self.people),
                               done=self._show, failed=self._refused, label=said)
        self.work.follow(task, said)

    def _refused(self, error: DeskError) -> None:
        self.trouble.setText(tr_error(error))
        self.trouble.show()

    # -- the file ------------------------------------------------------------------------

    def _show(self, made: Sets) -> None:
        self._made = made
        self.said.setText(tr_count("{count} set", "{count} sets", len(made.sets)))
        self._tell(made.sets)
        self.view.paper.load(made.pdf, self.bench.paper_file(tr("Sets of papers")))

    def _tell(self, made: Iterable[PaperSet]) -> None:
        """What is in the file for each, beneath their name."""
        given = {one.recipient.key: one.handed for one in made}
        for item in _items(self.people):
            name = item.text().split("\n")[0]
            papers = tr("; ").join(
                tr_count("{title}, {count} copy", "{title}, {count} copies", handed.copies,
                         title=handed.title.text(words().code)) for handed in given.get(item.data(VALUE), ()))
            item.setText("\n".join(filter(None, (name, papers))))

    def _taken(self, data: bytes) -> None:
        made = self._made
        if made is None or made.pdf != data or self.bench.read_only:
            return
        for paper in made.to_sign:
            put_out = supplementing.put_out if paper.template == SUPPLEMENT else settling.put_out
            self.bench.run(put_out, paper, undo=False)

    def close_sets(self) -> None:
        """Back to the page; what is being made is stopped."""
        if self.is_made:
            self.work.ask_to_stop()
        self.give_place()


def _ticks(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _add(ticks: QListWidget, said: str, value: str | UUID | None, state: Qt.CheckState) -> None:
    item = QListWidgetItem(said, ticks)
    item.setData(VALUE, value)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(state)


def _items(ticks: QListWidget) -> list[QListWidgetItem]:
    return [ticks.item(at) for at in range(ticks.count())]


def _tick_all(ticks: QListWidget, state: Qt.CheckState) -> None:
    for item in _items(ticks):
        item.setCheckState(state)


def _ticked(ticks: QListWidget) -> list[object]:
    return [item.data(VALUE) for item in _items(ticks) if item.checkState() is Qt.CheckState.Checked]
