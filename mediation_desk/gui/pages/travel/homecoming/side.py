"""One side of a question: a value, a text beside what it was, or rows as tables to be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.journal_tables import TABLES, tells
from mediation_desk.domain.merging import Key, Kind, Rows, alike
from mediation_desk.domain.travel.homecoming import Question
from mediation_desk.gui.journal.words import field_words, table_words
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.travel.homecoming.diff import DiffText
from mediation_desk.gui.pages.travel.homecoming.twins import as_rows, number, twin
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords

_ORDER = {name: at for at, name in enumerate(TABLES)}
_EMPTY = (None, "", False)


def departure(question: Question, words: HomeWords) -> QWidget:
    """What stood there when the case left."""
    conflict = question.conflict
    if conflict.kind is Kind.WHOLE:
        return _rows(conflict.seen, conflict.seen, words)  # nothing of it differs from itself
    return label(words.seen(conflict), wrap=True)


def laptop(question: Question, words: HomeWords) -> QWidget:
    """What the laptop wrote."""
    conflict = question.conflict
    return _side(question, words, conflict.mine, conflict.stands, words.versions(conflict).mine)


def office(question: Question, words: HomeWords) -> QWidget:
    """What the office wrote meanwhile."""
    conflict = question.conflict
    return _side(question, words, conflict.stands, conflict.mine, words.versions(conflict).theirs)


def _side(question: Question, words: HomeWords, value: object, other: object, said: str) -> QWidget:
    if question.conflict.kind is Kind.WHOLE:
        return _rows(value, other, words)
    if question.is_text:
        return DiffText(str(question.conflict.seen or ""), str(value))
    return label(said, wrap=True)


def _rows(value: object, other: object, words: HomeWords) -> QWidget:
    rows = as_rows(value)
    return RowsView(rows, as_rows(other), words) if rows else label(tr("(empty)"))


class RowsView(QWidget):
    """Rows of several tables, each table with its heading; what the other side has not is set in bold."""

    def __init__(self, rows: Rows, other: Rows, words: HomeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all, self._other, self._words = rows, other, words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        ordered = sorted(rows, key=lambda key: (_ORDER.get(key[0], 0), self._place(key)))
        for table, keys in groupby(ordered, key=lambda key: key[0]):
            column.addWidget(label(table_words(table), "small"))
            column.addWidget(self._table(table, list(keys)))
        column.addStretch(1)

    def _place(self, key: Key) -> tuple[str, ...]:
        row = self._all[key]
        return (f"{number(self._all, key):>6}", str(row.get("due_on") or row.get("paid_on") or ""),
                str(row.get("position") or ""), key[1])

    def _table(self, table: str, keys: list[Key]) -> QWidget:
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(look().px(8), 0, 0, look().px(4))
        grid.setHorizontalSpacing(look().px(12))
        grid.setVerticalSpacing(look().px(2))
        if len(keys) == 1:
            self._lay_one(grid, keys[0])
        else:
            self._lay_many(grid, table, keys)
        return made

    def _lay_one(self, grid: QGridLayout, key: Key) -> None:
        """A row by its fields, one below the other."""
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(self._fields(key[0], [key])):
            grid.addWidget(label(field_words(key[0], name), "muted", wrap=True), at, 0,
                           Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._cell(key, name), at, 1)

    def _lay_many(self, grid: QGridLayout, table: str, keys: list[Key]) -> None:
        """Rows below each other under the names of their fields."""
        of_instalment = table == "instalment_shares"
        names = self._fields(table, keys)
        titles = [*([tr("Instalment")] if of_instalment else []), *(field_words(table, one) for one in names)]
        for at, title in enumerate(titles):
            grid.addWidget(label(title, "small"), 0, at)
        for line, key in enumerate(keys, start=1):
            if of_instalment:
                grid.addWidget(label(number(self._all, key)), line, 0)
            for at, name in enumerate(names, start=int(of_instalment)):
                grid.addWidget(self._cell(key, name), line, at)
        grid.setColumnStretch(len(titles) - 1, 1)

    def _fields(self, table: str, keys: list[Key]) -> list[str]:
        return list(dict.fromkeys(self._told(table, keys)))

    def _told(self, table: str, keys: list[Key]) -> Iterator[str]:
        columns = TABLES[table].columns if table in TABLES else {}
        for name in columns:
            if tells(table, name) and any(self._all[key].get(name) not in _EMPTY for key in keys):
                yield name

    def _cell(self, key: Key, name: str) -> QWidget:
        value = self._all[key].get(name)
        said = self._words.journal.value(key[0], name, value, key[1]) if value not in _EMPTY else ""
        differs = not alike(twin(self._all, key, self._other).get(name), value)
        return label(said, "strong" if differs else "", wrap=True)
