"""Templates and clauses are read from their files, and a spoilt file says where it is spoilt."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import clauses, document_names, document_template
from mediation_desk.library.words import ENGLISH, Words

TITLE = 'title = "便条"\ntitle_en = "Slip"\nstation = "intake"\n'
GOOD = f'+++\n{TITLE}\n[needs]\nperson = "人"\n+++\n# {{{{ person }}}}\n'
PATH = "documents/slip.md"


def test_an_office_may_add_a_document_of_its_own() -> None:
    own = {PATH: GOOD}
    slip = document_template("slip", own)
    assert (slip.title, slip.header.needs, slip.body, slip.first_line) == (
        "便条", {"person": "人"}, "# {{ person }}\n", 9)
    assert "slip" in document_names(own) and "slip" not in document_names()


@pytest.mark.parametrize("lacking", ["title", "title_en", "station"])
def test_a_header_names_its_paper_in_both_languages_and_the_page_that_offers_it(lacking: str) -> None:
    text = "\n".join(line for line in GOOD.split("\n") if not line.startswith(f"{lacking} ="))
    with pytest.raises(DeskError, match=r"documents/slip\.md, line 1") as trouble:
        document_template("slip", {PATH: text})
    assert f"“{lacking}” is missing" in Words.of(ENGLISH).sentence(trouble.value.sentence)


def test_a_header_says_which_copies_there_are() -> None:
    own = {PATH: GOOD.replace("[needs]", 'copies = ["whole", "side"]\n[needs]')}
    assert document_template("slip", own).header.copies == {"whole", "side"}
    assert document_template("slip", {PATH: GOOD}).header.copies == frozenset()


def test_an_office_may_override_a_shipped_document() -> None:
    own = {"documents/acceptance-notice.md": GOOD}
    assert document_template("acceptance-notice", own).title == "便条"
    assert document_template("acceptance-notice").title == "受理通知书"


@pytest.mark.parametrize(("text", "line"), [
    ("# no header\n", 1),
    ('+++\ntitle = "便条"\n', 2),
    ('+++\ntitle = "便条\n+++\n', 2),
    (f'+++\n{TITLE}wide = 3\n[needs]\n+++\n', 5),
    (f'+++\n{TITLE}[needs]\nperson = "人"\nage = 3\n+++\n', 5),
    (f'+++\n{TITLE}nonsense = 3\n[needs]\n+++\n', 5),
    (f'+++\n{TITLE.replace("intake", "attic")}[needs]\n+++\n', 4),
    (f'+++\n{TITLE}copies = ["side", "page"]\n[needs]\n+++\n', 5),
])
def test_a_malformed_document_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DeskError, match=r"documents/slip\.md") as trouble:
        document_template("slip", {PATH: text})
    assert trouble.value.sentence.particulars["line"] == line


@pytest.mark.parametrize("name", ["nosuch", "../../pyproject"])
def test_a_document_that_does_not_exist_is_named(name: str) -> None:
    with pytest.raises(DeskError, match=name):
        document_template(name)


def test_the_clause_library_offers_four_ways_to_answer_default() -> None:
    assert [clause.id for clause in clauses().values() if clause.kind == "default"] == [
        "acceleration", "liquidated-amount", "resume-full-claim", "plain-default"]


def test_an_office_may_replace_the_default_clauses() -> None:
    text = '[[clause]]\nid = "own"\nkind = "default"\ntitle = "违约"\ntext = "照办"\n'
    found = clauses({"clauses/default.toml": text})
    assert "own" in found and "acceleration" not in found and "tax" in found


def test_a_clause_defined_twice_is_refused_with_its_line() -> None:
    twice = '[[clause]]\nid = "tax"\nkind = "payment"\ntitle = "税"\ntext = "税"\n'
    with pytest.raises(DeskError, match="tax") as trouble:
        clauses({"clauses/zz.toml": twice})
    assert trouble.value.sentence.particulars["line"] == 2


def test_a_malformed_clause_is_refused_with_its_line() -> None:
    text = ('[[clause]]\nid = "a"\nkind = "default"\ntitle = "甲"\ntext = "甲"\n\n'
            '[[clause]]\nid = "b"\nkind = 3\n')
    with pytest.raises(DeskError, match=r"clauses/own\.toml") as trouble:
        clauses({"clauses/own.toml": text})
    assert trouble.value.sentence.particulars["line"] == 9
