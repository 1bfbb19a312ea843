"""Tables: a hundred thousand rows a page at a time, and short lists at once."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tables.table import Ask, Column, Kind, PagedModel, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.kit.tables.hands import TOTAL, Case, Shelf, case, columns, paged, rows_of, text


def test_flying_through_the_list_stays_smooth(qtbot: QtBot, tasks: Tasks) -> None:
    """A step of scrolling is painted well within the 50 ms a person does not notice."""
    table = paged(qtbot, tasks, Shelf())
    table.model().reload()  # type: ignore[attr-defined]
    assert tasks.drain()
    clock = QElapsedTimer()
    clock.start()
    for step in range(40):
        table.verticalScrollBar().setValue(step * 90_000)
        table.viewport().grab()
    assert clock.elapsed() / 40 < 50


def test_a_title_sorts_at_the_source_and_from_the_top(qtbot: QtBot, tasks: Tasks) -> None:
    shelf = Shelf()
    table = paged(qtbot, tasks, shelf)
    table.sort_by("due", descending=True)
    assert tasks.drain()
    assert shelf.asks[-1] == Ask(0, 100, "due", True)
    assert text(table, 0, 0) == f"No. {TOTAL - 1}"


def test_another_filter_that_finds_nothing_shows_what_belongs_there(qtbot: QtBot, tasks: Tasks) -> None:
    table = paged(qtbot, tasks, Shelf())
    began: list[bool] = []
    table.set_empty(
        "No cases yet", "They show here.", action="New case", on_action=lambda: began.append(True)
    )
    model = table.model()
    assert isinstance(model, PagedModel)
    assert table._empty is None  # nothing was looked up yet
    model.reload()
    assert tasks.drain()
    assert table._empty is None
    model.reload(Shelf(0))
    assert tasks.drain()
    empty = table._empty
    assert empty is not None and empty.isVisible()
    QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert began == [True]


def test_enter_and_a_double_click_open(qtbot: QtBot) -> None:
    model = RowsModel(columns())
    table = Table(model)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    model.set_rows([case(1), case(2)])
    opened: list[Case] = []
    table.opened.connect(opened.append)
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, 0)).center()
    )
    QTest.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, 0)).center()
    )
    assert [row.number for row in opened] == [2, 1]


def test_columns_are_as_wide_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "windows.ini")
    for width in (None, 173):
        table = Table(RowsModel(columns()))
        qtbot.addWidget(table)
        table.remember(memory, "cases")
        if width is None:
            table.horizontalHeader().resizeSection(1, 173)
            memory.write()
        else:
            assert table.horizontalHeader().sectionSize(1) == width


def test_a_table_fits_its_window_without_scrolling_sideways(qtbot: QtBot) -> None:
    table = Table(RowsModel(columns()))
    qtbot.addWidget(table)
    for width in (900, 620):
        table.resize(width, 300)
        table.show()
        qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
        assert table.horizontalHeader().length() <= table.viewport().width()


def test_figures_stay_whole_where_words_are_cut(qtbot: QtBot) -> None:
    """500 px for three columns that want more: the words give, the amounts do not."""
    words = Column("cause", "Cause", lambda row: "words " * 9, width=40)
    whole = Column("number", "Number", lambda row: f"No. {row.number}", width=20, whole=True)
    amount = Column("claimed", "Claimed", lambda row: row.claimed, Kind.MONEY, width=16)
    table = Table(RowsModel([words, whole, amount]))
    qtbot.addWidget(table)
    table.resize(2000, 300)
    table.show()
    header = table.horizontalHeader()
    roomy = [header.sectionSize(at) for at in range(3)]
    table.resize(sum(roomy) - 60, 300)
    qtbot.waitUntil(lambda: header.sectionSize(0) < roomy[0])
    assert [header.sectionSize(at) for at in (1, 2)] == roomy[1:]


def test_a_column_is_never_narrower_than_its_title(qtbot: QtBot) -> None:
    table = Table(RowsModel([Column("x", "A title of many words", lambda row: row, width=2)]))
    qtbot.addWidget(table)
    assert table._widths[0] >= table.horizontalHeader().fontMetrics().horizontalAdvance("A title of many")


def test_a_column_that_stands_empty_takes_its_title_and_words_have_the_room(qtbot: QtBot) -> None:
    table = Table(rows_of("a", "a name that is rather long indeed", "b"))
    qtbot.addWidget(table)
    table.resize(720, 300)
    table.show()
    header, metrics = table.horizontalHeader(), table.fontMetrics()
    qtbot.waitUntil(lambda: header.sectionSize(0) > metrics.horizontalAdvance("a name that is rather long"))
    assert header.sectionSize(3) <= metrics.horizontalAdvance("Next due") + 40
    assert header.sectionSize(1) > metrics.horizontalAdvance("a name that is rather long indeed")


def test_a_day_that_is_filled_in_later_is_read_to_its_end(qtbot: QtBot) -> None:
    model = RowsModel([Column("name", "Name", lambda row: row[0], width=20, stretch=True),
                       Column("day", "On", lambda row: row[1], Kind.DATE, width=8)])
    table = Table(model)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    model.set_rows([("a", None)])
    model.set_rows([("a", date(2024, 11, 25))])
    needed = table.fontMetrics().horizontalAdvance("2024-11-25")
    qtbot.waitUntil(lambda: table.horizontalHeader().sectionSize(1) > needed)


def test_what_mostly_stands_empty_goes_before_words_are_cut(qtbot: QtBot) -> None:
    table = Table(rows_of("a", "a name that is rather long indeed", "b"))
    qtbot.addWidget(table)
    table.resize(560, 300)
    table.show()
    qtbot.waitUntil(lambda: table.isColumnHidden(2))
    words = table.fontMetrics().horizontalAdvance("a name that is rather long indeed")
    assert not table.isColumnHidden(3)  # it never gives way
    assert [table.horizontalHeader().sectionSize(at) > words for at in (0, 1)] == [True, True]


def test_a_width_that_a_person_drew_stays(qtbot: QtBot) -> None:
    table = Table(rows_of("a", "b"))
    qtbot.addWidget(table)
    table.resize(720, 300)
    table.show()
    table.horizontalHeader().resizeSection(1, 211)
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.viewport().width() > 800)
    assert table.horizontalHeader().sectionSize(1) == 211


def test_a_column_that_is_hidden_as_a_whole_leaves_its_room_and_comes_back(qtbot: QtBot) -> None:
    model = RowsModel(columns())
    table = Table(model)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    model.set_rows([case(at) for at in range(3)])
    key = model.columns[1].key
    table.show_column(key, False)
    assert table.isColumnHidden(1)
    table.resize(700, 300)
    model.set_rows([case(at) for at in range(5)])
    assert table.isColumnHidden(1)  # whatever room there is
    table.show_column(key, True)
    assert not table.isColumnHidden(1) and table.columnWidth(1) > 40
