"""The list of cases as a workbook: columns, rights, numbers masked unless asked for."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.reports import case_list
from mediation_desk.services.reports.case_list import CaseColumn, Wanted
from mediation_desk.store.pace import Stopped
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import registered
from tests.services.reports.conftest import Walked


def rows(path: Path) -> list[tuple[object, ...]]:
    return list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def test_the_chosen_columns_stand_in_their_order(walked: Walked, tmp_path: Path) -> None:
    wanted = Wanted(CaseFilter(), (CaseColumn.CLAIMED, CaseColumn.NUMBER, CaseColumn.OUTCOME),
                    frozenset({walked.case_id}))
    made = case_list.export(walked.desk, wanted, str(tmp_path / "list"), "zh_CN")
    assert rows(made.path) == [("请求金额", "案号", "结案方式"),
                               (38700, "宁中劳调〔2024〕0001号", "调解成功，已履行")]
    assert made.cases == 1 and not made.changes.cases


def test_all_usual_columns_of_all_cases(walked: Walked, tmp_path: Path) -> None:
    registered(walked.desk)
    made = case_list.export(walked.desk, Wanted(CaseFilter()), str(tmp_path / "list.xlsx"), "en")
    assert made.cases == reading.count(walked.desk, CaseFilter()) == len(rows(made.path)) - 1
    assert len(case_list.chosen(walked.desk, CaseFilter())) == made.cases


def test_numbers_are_masked_and_whole_ones_are_noted(walked: Walked, tmp_path: Path) -> None:
    wanted = Wanted(CaseFilter(), case_list.NUMBERS, frozenset({walked.case_id}))
    masked = rows(case_list.export(walked.desk, wanted, str(tmp_path / "a"), "en").path)[1]
    assert str(masked[0]).startswith("639999********0629、") and "199****0001" in str(masked[1])
    before = len(history.timeline(walked.desk, walked.case_id))
    whole = case_list.export(walked.desk, Wanted(CaseFilter(), case_list.NUMBERS, wanted.only, whole=True),
                             str(tmp_path / "b"), "en")
    assert "639999199803120629" in str(rows(whole.path)[1][0]) and whole.changes.cases == {walked.case_id}
    noted = history.timeline(walked.desk, walked.case_id)[before:]
    assert len(noted) == 5 and {line.entry.verb for line in noted} == {"unmask"}


def test_a_mediator_gets_their_own_cases_and_an_administrator_none(walked: Walked, tmp_path: Path) -> None:
    for login, role in (("own", Role.MEDIATOR), ("house", Role.ADMINISTRATOR)):
        colleague(walked.office, login, role)
    own = walked.office.desk("own", LENT)
    mine = registered(own)
    assert case_list.chosen(own, CaseFilter()) == [mine]
    wanted = Wanted(CaseFilter(), only=frozenset({walked.case_id, mine}))
    assert case_list.export(own, wanted, str(tmp_path / "a"), "en").cases == 1
    with pytest.raises(NotAllowed):
        case_list.export(walked.office.desk("house", LENT), wanted, str(tmp_path / "b"), "en")
    assert not (tmp_path / "b.xlsx").exists()


def test_stopping_and_no_columns_leave_nothing(walked: Walked, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        case_list.export(walked.desk, Wanted(CaseFilter()), str(tmp_path / "a"), "en", cancelled=lambda: True)
    with pytest.raises(DeskError) as refused:
        case_list.export(walked.desk, Wanted(CaseFilter(), ()), str(tmp_path / "a"), "en")
    assert refused.value.field == "columns" and list(tmp_path.iterdir()) == []
