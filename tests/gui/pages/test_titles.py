"""What a case is called in the language of the screen."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.titles import case_title, paper_file, short_title
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms


@pytest.mark.parametrize(("language", "title", "file"), [
    (ENGLISH, "马晓兰 et al. (5) v. 湟源某文化传媒有限公司",
     "宁中劳调〔2024〕0001号 马晓兰 et al. (5) v. 湟源某文化传媒有限公司 调解协议书.pdf"),
    (CHINESE, "马晓兰等5人与湟源某文化传媒有限公司",
     "宁中劳调〔2024〕0001号 马晓兰等5人与湟源某文化传媒有限公司 调解协议书.pdf")])
def test_a_case_is_called_alike_in_its_head_in_lists_and_on_disk(
        desk: Desk, dressed: QApplication, language: str, title: str, file: str) -> None:
    kit_words.install(dressed, Words.of(language))
    case_id = rooms.streamers(desk)
    (row,) = reading.page(desk, CaseFilter(), 0, 10)
    case = rooms.stored(desk, case_id)
    assert case_title(row) == short_title(case) == title
    assert paper_file(case, "调解协议书") == file
    assert paper_file(case, "要素表", ".xlsx").endswith("要素表.xlsx")
