"""The smaller parts: stations, overview, messages, palette, papers, bugs, memory."""

from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Progress
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.context import ContextColumn
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.palette import Hit, Palette
from mediation_desk.gui.kit.pdf.printing import OpenPdf
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.stepper import Stepper
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.kit.papers import paper


def test_where_names_do_not_fit_beside_their_marks_they_stand_beneath_whole(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting"), ("mediation", "Mediation")])
    qtbot.addWidget(stepper)
    steps = list(stepper.steps.values())
    stepper.resize(sum(step.wide_width() for step in steps) + 40, 60)
    stepper.show()
    qtbot.waitUntil(lambda: not any(step.compact for step in steps))
    beside = sum(step.sizeHint().width() for step in steps)
    stepper.resize(beside - 40, 80)
    qtbot.waitUntil(lambda: all(step.compact for step in steps))
    assert all(step.width() >= step.sizeHint().width() for step in steps)


def test_the_stepper_says_how_far_a_case_is_and_goes_where_one_points(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting"), ("mediation", "Mediation")])
    qtbot.addWidget(stepper)
    stepper.show()
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.stand({"intake": Progress.DONE, "sorting": Progress.CURRENT})
    assert stepper.steps["intake"].accessibleDescription() == "Station done"
    assert stepper.steps["mediation"].accessibleDescription() == "Station ahead"
    QTest.mouseClick(stepper.steps["sorting"], Qt.MouseButton.LeftButton)
    assert stepper.choose_number(3)
    assert not stepper.choose_number(4)
    assert chosen == ["sorting", "mediation"]
    assert [key for key, step in stepper.steps.items() if step.isChecked()] == ["mediation"]


def test_the_stepper_is_walked_with_the_arrows(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting")])
    qtbot.addWidget(stepper)
    stepper.show()
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.steps["intake"].setFocus()
    QTest.keyClick(stepper.steps["intake"], Qt.Key.Key_Right)
    QTest.keyClick(stepper.steps["sorting"], Qt.Key.Key_Space)
    assert chosen == ["sorting"]


def test_the_overview_folds_in_a_narrow_window_unless_it_was_asked_for(qtbot: QtBot) -> None:
    window = QWidget()
    column = ContextColumn(window)
    column.add_section("Parties", QLabel("Shen"))
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    column.follow(window)
    assert not column.folded
    window.resize(1365, 700)
    assert column.folded
    QTest.mouseClick(column.toggle, Qt.MouseButton.LeftButton)
    assert not column.folded
    window.resize(1000, 700)
    assert not column.folded


def test_a_notice_offers_the_way_back_and_then_is_gone(qtbot: QtBot) -> None:
    bar, undone = MessageBar(), list[bool]()
    qtbot.addWidget(bar)
    bar.notice("Saved.", action="Undo", on_action=lambda: undone.append(True))
    assert bar.accessibleName() == "Saved."
    QTest.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert bar.isHidden()


def test_a_trouble_stays_where_a_notice_goes_by_itself(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.notice("Saved.")
    assert bar._clock.isActive()
    bar.trouble(DeskError("“{text}” is not a whole number.", text="x"))
    assert not bar._clock.isActive()
    assert bar.words.text() == "“x” is not a whole number."


def test_markup_that_a_party_typed_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.notice("<b>bold</b>")
    assert bar.words.textFormat() == Qt.TextFormat.PlainText


def test_a_chip_carries_a_word_besides_its_colour(qtbot: QtBot) -> None:
    short, long = Chip(State("Due", "overdue")), Chip(State("Three days overdue", "overdue"))
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.accessibleName() == "Due"
    assert long.sizeHint().width() > short.sizeHint().width()


def palette_in(qtbot: QtBot, tasks: Tasks) -> tuple[QWidget, Palette, list[str]]:
    """A window with a palette that knows two cases."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(900, 600)
    box = Palette(tasks, window)
    acted: list[str] = []
    known = ("Shen and a company", "Luo and a company")
    box.add_provider(
        lambda text: [
            Hit(one, "", "folder", partial(acted.append, one))
            for one in known
            if text.casefold() in one.casefold()
        ]
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, box, acted


def test_the_palette_finds_while_one_types_and_enter_goes_there(qtbot: QtBot, tasks: Tasks) -> None:
    window, box, acted = palette_in(qtbot, tasks)
    box.open()
    qtbot.waitUntil(lambda: box._model.rowCount() == 2)
    QTest.keyClicks(box.line, "luo")
    qtbot.waitUntil(lambda: box._model.rowCount() == 1)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert acted == ["Luo and a company"]
    assert box.isHidden()
    assert window.isVisible()


def test_the_palette_is_steered_with_the_arrows_and_left_with_escape(qtbot: QtBot, tasks: Tasks) -> None:
    window, box, acted = palette_in(qtbot, tasks)
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    box.open()
    qtbot.waitUntil(lambda: box._model.rowCount() == 2)
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.list.currentIndex().row() == 1
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.isHidden()
    assert acted == []
    assert before.hasFocus()


def test_a_paper_is_shown_page_under_page_and_zoomed(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.load(paper(3), "agreement.pdf")
    assert view.pages == 3
    assert view.page_label.text() == "Page 1 of 3"
    qtbot.waitUntil(lambda: view._view is not None and view._view.height() > 500)
    view.show_page()
    small = view.scale()
    QTest.mouseClick(view.zoom_in, Qt.MouseButton.LeftButton)
    assert view.scale() == pytest.approx(small * 1.2)
    spot = QPointF(50, 50)
    turn = QWheelEvent(
        spot,
        spot,
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view._view.viewport(), turn)  # type: ignore[union-attr]
    assert view.scale() == pytest.approx(small * 1.44)


def test_a_paper_ends_after_the_view_that_draws_it_and_when_another_takes_its_place(
        qtbot: QtBot, tasks: Tasks) -> None:
    """The view draws on a thread of its own: a document gone before it would be drawn from freed memory."""
    view = PdfView(tasks)
    view.show()
    view.load(paper(3), "agreement.pdf")
    first = view._paper
    assert first is not None and view._view is not None
    children = view.children()
    assert children.index(first.document) > children.index(view._view)  # Qt ends them in this order
    view.load(paper(1), "agreement.pdf")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(first.document) and view.pages == 1
    second = view._paper
    shiboken6.delete(view)
    assert second is not None and not shiboken6.isValid(second.document)


def test_words_are_found_in_a_paper_and_stepped_through_round_and_round(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.load(paper(3), "agreement.pdf")
    view.find_here()
    QTest.keyClicks(view.line, "paper")
    qtbot.waitUntil(lambda: view.hits.text() == "1 / 3")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    assert view.hits.text() == "2 / 3"
    QTest.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    assert view.hits.text() == "3 / 3"
    view.line.setText("nowhere")
    qtbot.waitUntil(lambda: view.hits.text() == "Nothing was found.")


def test_a_paper_is_saved_where_one_says_and_a_bad_place_is_told(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    view, data = PdfView(tasks), paper(1)
    qtbot.addWidget(view)
    view.load(data, "agreement.pdf")
    view.write(tmp_path / "协议.pdf")
    assert tasks.drain()
    assert (tmp_path / "协议.pdf").read_bytes() == data
    view.write(tmp_path / "no such folder" / "x.pdf")
    assert tasks.drain()
    assert "could not be saved" in view.bar.words.text()


def test_bytes_that_are_no_paper_are_told_calmly(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.load(b"not a paper", "x.pdf")
    assert "not a readable PDF" in view.bar.words.text()
    assert view.pages == 0
    assert not view.print.isEnabled()


def test_a_paper_is_printed_page_by_page_off_the_screens_thread(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.load(paper(3), "agreement.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    view.print_to(printer)
    assert tasks.drain()
    assert view.bar.words.text() == "2 pages printed."
    assert OpenPdf((tmp_path / "printed.pdf").read_bytes()).pages == 2


def test_the_report_of_a_bug_can_be_read_before_it_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    window = BugWindow("KeyError\nmediation_desk/x.py:1 verb\n")
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    assert window.report.toPlainText().startswith("KeyError")
    window.write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text("utf-8").startswith("KeyError")
    assert window.told.text() == "Saved."
    window.write(tmp_path / "no" / "report.txt")
    assert "could not be saved" in window.told.text()


def test_windows_are_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    first, again = Memory(tmp_path / "windows.ini"), Memory(tmp_path / "windows.ini")
    window, splitter = QWidget(), QSplitter()
    for widget in (window, splitter):
        qtbot.addWidget(widget)
    window.resize(640, 480)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    splitter.show()
    splitter.setSizes([300, 100])
    first.keep_window("case", window)
    first.keep_splitter("case", splitter)
    first.keep("page", "cases")
    first.write()
    window.resize(300, 300)
    sizes = splitter.sizes()
    splitter.setSizes([100, 300])
    assert again.restore_window("case", window)
    assert again.restore_splitter("case", splitter)
    assert window.size() == QSize(640, 480)
    assert splitter.sizes() == sizes
    assert again.recall("page") == "cases"
    assert again.recall("nothing", "today") == "today"
    assert not again.restore_window("elsewhere", window)
