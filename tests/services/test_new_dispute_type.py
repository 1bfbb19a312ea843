"""An office writes one form file: its new dispute is claimed, sorted and printed with no program changed."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.elements import SheetShelf
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.words import DeskError
from mediation_desk.library.elements import shipped_shelf
from mediation_desk.services.desk import Desk
from mediation_desk.services.library import Library
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of, headed, text_of

# Order 165: before the shipped sheet of the claim without a formula of its own.
DEPOSIT = '''\
id = "dormitory_deposit"
order = 165
zh = "宿舍押金返还"
en = "Dormitory deposit given back"
claims = ["other"]

[[sections]]
id = "deposit"
order = 46
zh = "宿舍押金"
en = "Dormitory deposit"

[[sections.elements]]
id = "deposit_taken"
type = "yes_no"
zh = "是否收过宿舍押金"
en = "A deposit was taken for the dormitory"
feeds = []
evidence_zh = "押金收据"
evidence_en = "Receipt of the deposit"
law = "劳动合同法第九条"
[[sections.elements.bars]]
value = "no"
claims = ["other"]
zh = "没有收过押金"
en = "No deposit was taken"
law = "劳动合同法第九条"

[[sections.elements]]
id = "deposit_amount"
type = "money"
zh = "押金数额"
en = "Amount of the deposit"
unit_zh = "元"
unit_en = "yuan"
feeds = { other = "amount" }
condition = { element = "deposit_taken", equals = "yes" }
evidence_zh = "押金收据、转账记录"
evidence_en = "Receipt of the deposit, transfers"
law = "劳动合同法第九条"

[[sections.elements]]
id = "deposit_kept_for"
type = "choice"
zh = "不退押金的理由"
en = "Why the deposit is kept"
burden = "respondent"
feeds = []
condition = { element = "deposit_taken", equals = "yes" }
evidence_zh = "退宿交接单"
evidence_en = "The form of moving out"
choices = [
    { value = "damage", zh = "宿舍物品损坏", en = "Damage in the dormitory" },
    { value = "notice", zh = "未提前退宿", en = "Moved out without notice" },
]
'''


class WithOwnForms(Library):
    """The shelf of an office that keeps forms of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def sheets(self) -> SheetShelf:
        """The shipped sheets and the folder's."""
        return shipped_shelf(self.folder, claims=CLAIMS.keys())


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    """A desk of the office the day after it wrote the new form; nothing else was done."""
    folder = tmp_path / "own-forms"
    folder.mkdir()
    (folder / "dormitory-deposit.toml").write_text(DEPOSIT, "utf-8")
    made = copy(headed(office.first))
    made.library = WithOwnForms(folder)
    return made


def told(desk: Desk) -> tuple[UUID, UUID, UUID]:
    """Two streamers ask 1,200.00 each back; the company owns to 1,000.00 of the first, and denies the
    second's deposit altogether."""
    case_id = accepted(desk, claims=("other",))
    one, two = (worker.id for worker in case_of(desk, case_id).applicants)
    both = [("deposit_taken", "是"), ("deposit_amount", "1200元"), ("deposit_kept_for", "宿舍物品损坏")]
    sorting.say(desk, case_id, [Saying(name, None, "applicant", text) for name, text in both])
    answers = [("deposit_taken", one, "是"), ("deposit_amount", one, "１０００"),
               ("deposit_kept_for", one, "未提前退宿"), ("deposit_taken", two, "否")]
    sorting.say(desk, case_id, [Saying(name, who, "respondent", text) for name, who, text in answers])
    sorting.say(desk, case_id, [Saying("deposit_amount", one, "evidence", "2023年9月4日押金收据")])
    return case_id, one, two


def test_a_new_dispute_is_claimed_sorted_and_valued(desk: Desk) -> None:
    """Asked: 1,200 + 1,200 = 2,400.00. On the company's version: 1,000 + 0. The second's deposit is worth
    1,200.00, the amount of the first 1,200 - 1,000 = 200.00; the reason moves no money."""
    case_id, one, two = told(desk)
    case = case_of(desk, case_id)
    outcome = sorting.sort(case, sorting.sorter(desk, case))
    assert outcome.sheet.label.zh == "宿舍押金返还"
    assert outcome.applicants_amount() == yuan("2400.00")
    assert outcome.respondents_amount() == yuan("1000.00")
    assert [(issue.element.id, issue.stake) for issue in outcome.issues[:2]] == [
        ("deposit_taken", yuan("1200.00")), ("deposit_amount", yuan("200.00"))]
    assert outcome.cell("deposit_taken", one).state is State.AGREED
    assert outcome.cell("deposit_taken", two).state is State.DISPUTED
    sorting.ask_computed(desk, case_id)
    assert [claim.asked for claim in case_of(desk, case_id).claims] == [yuan("1200.00")] * 2


def test_the_new_elements_are_on_the_printed_sheet(desk: Desk) -> None:
    case_id, one, two = told(desk)
    of_all = text_of(making.make(desk, case_id, "element-sheet"))
    of_one = text_of(making.make(desk, case_id, "element-sheet", worker=one))
    of_two = text_of(making.make(desk, case_id, "element-sheet", worker=two))
    for sheet in (of_all, of_one, of_two):
        assert "宿舍押金返还" in sheet
        for label in ("是否收过宿舍押金", "押金数额", "不退押金的理由"):
            assert label in sheet
    assert "押金数额（举证：申请人）1,200.00元1,000.00元2023年9月4日押金收据" in of_one
    assert "不退押金的理由（举证：被申请人）宿舍物品损坏未提前退宿" in of_one
    assert "是否收过宿舍押金（举证：申请人）是否" in of_two
    assert "1,000.00" not in of_two
    assert "1,000.00" in of_all


def test_the_new_dispute_is_on_the_record_of_agreed_facts_and_issues(desk: Desk) -> None:
    case_id, _one, _two = told(desk)
    record = text_of(making.make(desk, case_id, "sorting-record"))
    for words in ("1是否收过宿舍押金：是温若晴双方认可",
                  "1是否收过宿舍押金（劳动合同法第九条）是否11,200.00",
                  "2押金数额（劳动合同法第九条）1,200.00元1,000.00元1200.00",
                  "押金数额（路知夏）（单方陈述）押金收据、转账记录申请人",
                  "按申请人陈述2,400.00人民币贰仟肆佰元整", "按被申请人陈述1,000.00人民币壹仟元整"):
        assert words in record


def test_an_office_without_the_form_knows_nothing_of_it(office: Office) -> None:
    """What carried the dispute to the paper is the file alone."""
    case_id = accepted(office.first, claims=("other",))
    with pytest.raises(DeskError, match="deposit_taken"):
        sorting.say(office.first, case_id, [Saying("deposit_taken", None, "applicant", "是")])
    assert "押金" not in text_of(making.make(headed(office.first), case_id, "element-sheet"))
