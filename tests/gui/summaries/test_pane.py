"""Summaries in the window: looked at, corrected, written, released."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from tests.gui.summaries.conftest import Hands
from tests.services.papers_desk import registered

PUBLISHED = "Published: no names, no places"


def test_full_summaries_of_two_cases_are_written_into_one_file(hands: Hands, tmp_path: Path) -> None:
    pane = hands.pane
    assert pane.which.text() == "1 of 2" and pane.paper.isVisible() and not pane.corrections.isVisible()
    pane.place.path.set_typed(str(tmp_path / "inside.docx"))
    assert pane.send.text() == "Write 2 summaries"
    hands.click(pane.send)
    assert (tmp_path / "inside.docx").exists() and hands.told == [f"Written: {tmp_path / 'inside.docx'}"]
    hands.click(pane.send)
    assert "already is a file" in pane.place.path._message.text()


def test_a_supervisor_releases_once_what_is_marked_was_looked_at(hands: Hands, tmp_path: Path) -> None:
    pane = hands.pane
    hands.choose(pane.choices.level, PUBLISHED)
    assert pane.text.isVisible() and pane.corrections.isVisible() and not pane.send.isEnabled()
    assert "温某电话（号码略）" in pane.text.toPlainText()
    assert pane.corrections.said.text() == "3 places still to be seen to"  # 李调解 mediates
    pane.corrections.found_table.choose_row(0)
    assert pane.text.textCursor().selectedText() == "王建华"
    hands.click(pane.corrections.may_stay)
    assert pane.corrections.said.text() == "2 places still to be seen to"
    hands.click(pane.corrections.all_may_stay)
    assert pane.corrections.said.text() == "Nothing is found any more." and pane.send.isEnabled()
    hands.click(pane.on)
    hands.click(pane.corrections.all_may_stay)
    pane.place.path.set_typed(str(tmp_path / "out.docx"))
    hands.click(pane.send)
    assert (tmp_path / "out.docx").exists() and not hands.troubles
    for case_id in pane._cases:
        assert history.timeline(hands.desk, case_id)[-1].entry.verb == "release_summary"


def test_the_case_that_hinders_a_release_comes_to_the_front(hands: Hands, tmp_path: Path) -> None:
    pane = hands.pane
    hands.choose(pane.choices.level, PUBLISHED)
    hands.click(pane.on)
    hands.click(pane.corrections.all_may_stay)
    assert pane.which.text() == "2 of 2" and pane.send.isEnabled()
    pane.place.path.set_typed(str(tmp_path / "out.docx"))
    hands.click(pane.send)
    assert pane.which.text() == "1 of 2" and len(hands.troubles) == 1 and not (tmp_path / "out.docx").exists()


def test_words_and_passages_are_corrected_in_place(hands: Hands) -> None:
    pane, corrections = hands.pane, hands.pane.corrections
    hands.choose(pane.choices.level, PUBLISHED)
    hands.click(corrections.which.buttons[1])
    corrections.was.set_typed("王建华")
    corrections.by.set_typed("一名主管")
    hands.click(corrections.put)
    assert "经理一名主管说下月付" in pane.text.toPlainText()
    hands.click(corrections.which.buttons[2])
    at = next(at for at, one in enumerate(pane._summary.passages if pane._summary else ()) if "主管" in one)
    pane.text._put_cursor(pane.text._blocks[at], 0)
    corrections.passage.set_typed("公司说下月付。")
    hands.click(corrections.rewrite)
    assert "公司说下月付。" in pane.text.toPlainText() and "主管" not in pane.text.toPlainText()
    hands.click(corrections.original)
    assert "一名主管" in pane.text.toPlainText()


def test_amounts_are_rounded_as_chosen_and_the_paper_can_be_seen(hands: Hands) -> None:
    pane = hands.pane
    assert not pane.choices.rounding.isVisible()
    hands.choose(pane.choices.level, PUBLISHED)
    hands.choose(pane.choices.rounding, "To the thousand yuan")
    assert pane.choices.rounding.isVisible() and "0元" in pane.text.toPlainText()
    hands.click(pane.turn)
    assert pane.paper.isVisible() and not pane.text.isVisible()


def test_a_mediator_is_told_who_releases(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    hands = Hands(qtbot, desk, tasks, memory, [registered(desk)])
    hands.choose(hands.pane.choices.level, PUBLISHED)
    assert not hands.pane.send.isEnabled() and hands.pane.why.text().startswith("A supervisor releases")


def test_a_file_for_each_case_goes_into_a_folder(hands: Hands, tmp_path: Path) -> None:
    pane = hands.pane
    hands.choose(pane.place.each, "One file for each case")
    assert pane.place.path.label.text().startswith("Folder")
    (tmp_path / "each").mkdir()
    pane.place.path.set_typed(str(tmp_path / "each"))
    hands.click(pane.send)
    assert hands.told == ["2 files were written."] and len(list((tmp_path / "each").iterdir())) == 2
