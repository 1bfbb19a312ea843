"""The list of exhibits, as a person reads it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.evidence.pictures import Thumbnails
from mediation_desk.gui.case.evidence.rows import ExhibitsModel, form_words, giver_words
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case import rooms
from tests.gui.case.evidence.hands import filed


def test_a_row_says_who_gave_it_in_which_form_and_what_it_proves(desk: Desk, tasks: Tasks) -> None:
    case_id = rooms.streamers(desk)
    worker = str(rooms.stored(desk, case_id).applicants[1].id)
    one, two = filed(desk, case_id, FileSource("工资条.txt", data=b"a" * 2048),
                     FileSource("b.txt", data=b"b"))
    one.given_by, one.original, one.proves = worker, True, "十月工资"
    two.given_by = str(Side.RESPONDENT)
    model = ExhibitsModel(Thumbnails(CaseBench(desk, tasks, case_id)))
    model.names = {worker: "祁文静"}
    model.set_rows([one, two])
    shown = [[model.index(row, at).data() for at in range(1, 8)] for row in (0, 1)]
    assert shown[0] == ["1", "工资条.txt", "祁文静", "十月工资", "Original", "2 KB", "2024-11-25"]
    assert shown[1] == ["2", "b.txt", "Respondents", "", "Copy", "1 B", "2024-11-25"]
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "证据1 工资条.txt"
    model.deleteLater()


@pytest.mark.parametrize(("given_by", "words"), [
    ("", ""), ("applicant", "Applicants"), (str(UUID(int=5)), "马晓兰"), (str(UUID(int=6)), "")])
def test_a_giver_nobody_knows_any_more_is_nobody(dressed: QApplication, given_by: str, words: str) -> None:
    assert giver_words(given_by, {str(UUID(int=5)): "马晓兰"}) == words


@pytest.mark.parametrize(("language", "forms"), [
    (ENGLISH, ("Original", "Copy")), (CHINESE, ("原件", "复印件"))])
def test_original_and_copy_are_told_apart(dressed: QApplication, language: str,
                                          forms: tuple[str, str]) -> None:
    kit_words.install(dressed, Words.of(language))
    made = Exhibit(id=UUID(int=1), case_id=UUID(int=2), position=1, name="a", sha256="", size=1,
                   original=True, received_on=date(2024, 11, 25))
    assert form_words(made) == forms[0]
    made.original = False
    assert form_words(made) == forms[1]
