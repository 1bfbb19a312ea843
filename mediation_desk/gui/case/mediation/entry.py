"""An entry of a side's page: what was said, its hour, whether it may be told, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.private import PrivateWord
from mediation_desk.domain.mediation.told import Released
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.kinds import Form, SegmentField, TextArea, TextField
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import caucus

Act = Callable[[], object]


def stamp(bench: CaseBench, at: datetime) -> str:
    """Day and hour at the office."""
    return f"{at.astimezone(bench.desk.zone):%Y-%m-%d %H:%M}"


def released_state(one: Released) -> State:
    """Whether a release is out already."""
    return (State(tr("Shown to the other side"), "agreed", "eye") if one.shown_at
            else State(tr("May be told"), "accent", "megaphone"))


def released_words(bench: CaseBench, one: Released) -> str:
    """When it was released, and by whom."""
    if one.released_at is None:
        return ""
    names = {account.id: account.name for account in bench.view.mediators} if bench.view else {}
    who, time = names.get(one.released_by) if one.released_by else None, stamp(bench, one.released_at)
    return tr("Released {time} by {who}", time=time, who=who) if who else tr("Released {time}", time=time)


class Entry(QWidget):
    """``said`` in a line of its own with the acts behind it; smaller lines beneath."""

    def __init__(self, said: str, *, strong: bool = False) -> None:
        super().__init__()
        self.row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.row.setSpacing(look().px(4))
        self.row.addWidget(label(said, "strong" if strong else "", wrap=True), 1)
        self._column.addLayout(self.row)

    def below(self, text: str) -> None:
        """A smaller line beneath."""
        if text:
            self._column.addWidget(label(text, "small", wrap=True))

    def act(self, words: str, name: str, picture: str, done: Act) -> QPushButton:
        """A quiet button at the end of the line."""
        made = button(words, "quiet", picture=picture)
        made.setObjectName(name)
        made.clicked.connect(done)
        self.row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def tells(self, bench: CaseBench, one: Released, take_back: Act) -> None:
        """That it may be told, since when and by whom; and the way back while nobody was shown it."""
        self.row.addWidget(Chip(released_state(one)), 0, Qt.AlignmentFlag.AlignTop)
        self.below(released_words(bench, one))
        if one.shown_at is not None:
            self.below(tr("Shown {time}", time=stamp(bench, one.shown_at)))
        if one.shown_at is None and not bench.read_only:
            self.act(tr("Take the release back"), "take_back", "arrow-u-up-left", take_back)

    def forgets(self, bench: CaseBench, word: PrivateWord) -> None:
        """A small cross that takes the entry out."""
        made = tool("x", tr("Take out"), "muted", size=14,
                    name=tr("Take out: {what}", what=tr(word.kind.label)))
        made.setEnabled(not bench.read_only)
        made.clicked.connect(lambda: bench.run(caucus.forget, word.id, notice=tr("It was taken out.")))
        self.row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)


def lay_entries(part: QWidget, title: str, entries: QVBoxLayout, form: Form, press: QPushButton) -> None:
    """A part of a side's page: its title, what is kept, the form for more with its button."""
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    for one in (column, entries):
        one.setSpacing(look().px(8))
    column.addWidget(label(title, "group"))
    column.addLayout(entries)
    column.addWidget(form)
    column.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)


def belongs(form: Form, press: QPushButton, bench: CaseBench, side: Side) -> None:
    """A side's form: there while the case takes anything, its button named after the side too."""
    for made in (form, press):
        made.setVisible(not bench.read_only)
    press.setAccessibleName(tr("{what}: {side}", what=press.text(), side=tr(side.label)))


def emptied(form: Form, **kept: object) -> dict[str, str]:
    """Empty a form at once, and say what stood in it; ``kept`` names what goes back into its fields."""
    typed = {name: form.field(name).typed() for name in form.names()}
    for name in form.names():
        field = form.field(name)
        empty = "" if isinstance(field, TextField | TextArea) else None
        value = kept.get(name, field.value() if isinstance(field, SegmentField) else empty)
        field.set_value(value)
        field.set_typed(str(value) if value else "")
        field.set_error(None)
    return typed


def put_back(form: Form, typed: dict[str, str]) -> None:
    """Bring back what was sent and not kept; words that were typed since stay behind it."""
    for name, text in typed.items():
        field = form.field(name)
        since = field.typed() if isinstance(field, TextArea) else ""
        field.set_typed("\n".join(filter(None, (text, since))))
