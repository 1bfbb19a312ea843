"""The text of a published summary: places marked and found, characters of any plane."""

from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.publishing.published import traces
from mediation_desk.gui.summaries.passages import PassageText
from mediation_desk.services.reports.contents import Section
from mediation_desk.services.reports.summaries import Found, Summary, Wanted

PASSAGES = ("一段。", "\U00020164姓的经理王建华说<b>好</b>。")


def test_a_mark_is_found_behind_a_rare_character_and_nothing_is_markup(
        qtbot: QtBot, dressed: QApplication) -> None:
    found = tuple(Found(at, one) for at, text in enumerate(PASSAGES) for one in traces(text, ()))
    summary = Summary(UUID(int=1), 1, "", Wanted(), "某案", (Section("事实", PASSAGES),), found=found)
    text = PassageText()
    qtbot.addWidget(text)
    text.show_summary(summary)
    assert text.toPlainText() == "\n".join(("某案", "事实", *PASSAGES))
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "王建华"
    chosen: list[int] = []
    text.passage_chosen.connect(chosen.append)
    text.jump(found[0])
    assert text.textCursor().selectedText() == "王建华" and chosen[-1] == 1
