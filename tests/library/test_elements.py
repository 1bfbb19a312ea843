"""The shipped sheets serve every claim; a clerk's mistakes are told with file, line and reason."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.elements import ElementType, SheetShelf
from mediation_desk.domain.sorting.sorting import ElementEntry, State, sort
from mediation_desk.domain.words import DeskError
from mediation_desk.library.elements import read_shelf, shipped_shelf
from mediation_desk.library.tomllines import FormError

TRAINING = '''\
id = "training_fee"
order = 200
zh = "培训费返还"
en = "Training fees given back"
claims = ["other"]
use = ["position"]

[[sections]]
id = "training"
order = 45
zh = "培训费"
en = "Training fee"

[[sections.elements]]
id = "training_paid_for"
type = "yes_no"
zh = "是否向劳动者收过培训费"
en = "The worker had to pay for training"
feeds = []
evidence_zh = "收据、转账记录"
evidence_en = "Receipts, transfers"
[[sections.elements.bars]]
value = "no"
claims = ["other"]
zh = "没有收过培训费"
en = "No fee was taken"
law = "劳动合同法第九条"

[[sections.elements]]
id = "training_fee_taken"
type = "money"
zh = "收取金额"
en = "Fee taken"
feeds = { other = "amount" }
condition = { element = "training_paid_for", equals = "yes" }
evidence_zh = "收据、转账记录"
evidence_en = "Receipts, transfers"
'''


@cache
def shipped() -> SheetShelf:
    return shipped_shelf(claims=set(CLAIMS))


def in_folder(folder: Path, text: str, name: str = "training.toml") -> SheetShelf:
    (folder / name).write_text(text, "utf-8")
    return shipped_shelf(folder, claims=set(CLAIMS))


def plain(name: str, kind: str) -> str:
    return (f'\n[[sections.elements]]\nid = "{name}"\ntype = "{kind}"\nzh = "甲"\nen = "A"\nfeeds = []\n'
            'evidence_zh = "乙"\nevidence_en = "B"\n')


def test_there_is_a_sheet_for_every_claim() -> None:
    assert {claim for sheet in shipped().sheets.values() for claim in sheet.claims} == set(CLAIMS)
    assert {"employment_relationship", "social_insurance", "injury"} <= set(shipped().sheets)


def test_every_sheet_asks_for_all_facts_of_its_claim() -> None:
    """A fact is asked for by some element of the same kind on the claim's own sheet."""
    for claim, kind in CLAIMS.items():
        sheet = shipped().combined([claim])
        asked = {element.feeds[claim]: element.type.value
                 for element in sheet.elements() if claim in element.feeds}
        assert asked == {name: asked.get(name) for name in kind.facts}, claim
        for name, fact in kind.facts.items():
            if fact.kind.value != "text":
                assert asked[name] == fact.kind.value, (claim, name)


def test_no_fact_of_a_claim_is_asked_for_twice_when_all_claims_are_made() -> None:
    """Even with every shipped sheet on the table, one element feeds one fact of a claim."""
    together = shipped().combined(CLAIMS, also=list(shipped().sheets))
    fed = [(claim, fact) for element in together.elements() for claim, fact in element.feeds.items()]
    assert len(fed) == len(set(fed))
    names = [element.id for element in together.elements()]
    assert len(names) == len(set(names))


def test_five_claims_ask_for_the_wage_and_the_dates_once() -> None:
    together = shipped().combined(["unpaid_wages", "double_wage", "overtime", "annual_leave",
                                   "economic_compensation"])
    names = [element.id for element in together.elements()]
    assert names.count("monthly_wage") == names.count("employed_from") == 1
    assert [section.id for section in together.sections] == [
        "relationship", "contract", "performance", "pay", "time", "ending", "reckoning"]


def test_every_element_says_who_proves_it_with_what_in_both_languages() -> None:
    for sheet in shipped().sheets.values():
        for element in sheet.elements():
            words = (element.label, element.evidence, element.help)
            assert all(label.zh and label.en for label in words), element.id
            assert element.law, element.id
            assert (element.type is ElementType.CHOICE) == bool(element.choices)


def test_a_new_dispute_type_is_a_file_and_sorts_like_any_other(tmp_path: Path) -> None:
    """Two workers: 800 taken from each; the company admits the first and denies any fee of the second."""
    shelf = in_folder(tmp_path, TRAINING)
    sheet = shelf.combined([], also=["training_fee"])
    one, two, case = UUID(int=1), UUID(int=2), UUID(int=9)

    def entry(element: str, worker: UUID | None, ours: str, theirs: str | None) -> ElementEntry:
        return ElementEntry(id=UUID(int=7), case_id=case, element=element, worker_id=worker,
                            applicant=sheet.element(element).read(ours),
                            respondent=theirs and sheet.element(element).read(theirs))

    entries = [entry("training_paid_for", one, "是", "是"), entry("training_paid_for", two, "是", "否"),
               entry("training_fee_taken", None, "800元", "８００")]
    sorting = sort(sheet, [one, two], {one: ["other"], two: ["other"]}, entries, compute=compute)
    assert sorting.applicants_amount() == yuan("1600.00")
    assert sorting.respondents_amount() == yuan("800.00")
    assert [(issue.element.id, issue.stake) for issue in sorting.issues] == [
        ("training_paid_for", yuan("800.00"))]
    assert sorting.cell("training_fee_taken", two).state is State.AGREED


@pytest.mark.parametrize(("wrong", "right", "line", "reason"), [
    ('type = "money"\n', 'type = "dosh"\n', 31, "value does not fit"),
    ('order = 45\n', 'order = "45"\n', 10, "value does not fit"),
    ('zh = "收取金额"\n', '', 29, "“zh” is missing"),
    ('feeds = []\n', 'feed = []\n', 19, "“feed” is not known here"),
    ('feeds = { other = "amount" }', 'feeds = ["nonsense"]', 34, "no claim “nonsense”"),
    ('claims = ["other"]\nuse', 'claims = ["others"]\nuse', 5, "no claim “others”"),
    ('use = ["position"]', 'use = ["posture"]', 6, "no sheet has an element “posture”"),
    ('element = "training_paid_for", ', 'element = "training_for", ', 35, "does not ask for"),
    ('equals = "yes" }', 'equals = "perhaps" }', 35, "no answer that “training_paid_for” can have"),
    (', equals = "yes" }', ' }', 35, "a condition names one element"),
    ('value = "no"', 'value = "never"', 23, "no answer"),
    ('type = "yes_no"', 'type = "choice"', 14, "has choices"),
    ('id = "training_fee_taken"', 'id = "monthly_wage"', 30, "means something else in unpaid-wages.toml"),
    ('id = "training_fee_taken"', 'id = "training_paid_for"', 30, "on this sheet twice"),
    ('order = 200', 'order = = 200', 2, "not TOML"),
])
def test_a_malformed_sheet_is_refused_with_file_line_and_reason(
        tmp_path: Path, wrong: str, right: str, line: int, reason: str) -> None:
    assert wrong in TRAINING
    with pytest.raises(FormError) as told:
        in_folder(tmp_path, TRAINING.replace(wrong, right, 1))
    assert (told.value.file, told.value.line) == ("training.toml", line)
    assert reason in str(told.value)


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormError, match="not a readable"):
        read_shelf(tmp_path, claims=set(CLAIMS))


def test_the_same_sheet_twice_in_one_folder_is_refused(tmp_path: Path) -> None:
    in_folder(tmp_path, TRAINING)
    with pytest.raises(FormError, match="already in"):
        in_folder(tmp_path, TRAINING, "training-again.toml")


def test_an_office_may_put_its_own_sheet_in_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = TRAINING.replace('id = "training_fee"\n', 'id = "other_claim"\n') + plain("amount", "money") \
        + plain("amount_basis", "text")
    assert in_folder(tmp_path, own).sheet("other_claim").label.zh == "培训费返还"


def test_a_sheet_that_is_not_there_is_told() -> None:
    with pytest.raises(DeskError, match="no element sheet"):
        shipped().sheet("nowhere")
