"""The digest of a paper's content: the same for the same words, another for a letter more."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.content import content_digest, digest_of, form_digest, read, written
from mediation_desk.documents.views.paper import Paper
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import document_template
from tests.documents import samples

FORM = document_template("mediation-agreement")


def digest(paper: Paper = samples.AGREEMENT) -> str:
    return content_digest(FORM, paper)


def test_the_same_content_has_the_same_digest_and_it_is_a_sha_256() -> None:
    assert digest() == digest(replace(samples.AGREEMENT)) and len(digest()) == 64


@given(st.text(min_size=1, max_size=20))
def test_a_word_more_is_another_content(word: str) -> None:
    assert digest(replace(samples.AGREEMENT, manner=samples.AGREEMENT.manner + word)) != digest()


@pytest.mark.parametrize("changed", [
    replace(samples.AGREEMENT, claimed=samples.AGREEMENT.claimed + Money(1)),
    replace(samples.AGREEMENT, copies=samples.AGREEMENT.copies + 1),
    replace(samples.AGREEMENT, place=None), replace(samples.AGREEMENT, place=""),
    replace(samples.AGREEMENT, applicants=samples.AGREEMENT.applicants[::-1]),
    replace(samples.AGREEMENT, office=replace(samples.OFFICE, phone="1"))], ids=lambda _one: "")
def test_a_fen_a_day_or_an_order_more_is_another_content(changed: Paper) -> None:
    assert digest(changed) != digest()


def test_another_text_of_the_form_is_another_content() -> None:
    assert content_digest(replace(FORM, body=FORM.body + "\n多一句。"), samples.AGREEMENT) != digest()
    assert content_digest(replace(FORM, name="another"), samples.AGREEMENT) != digest()


def test_a_list_within_a_list_is_not_the_same_list_flat() -> None:
    """What is joined by hand reads alike: (一, 二) and (一二) must differ."""
    apart = replace(samples.AGREEMENT, facts=("一", "二"))
    assert digest(apart) != digest(replace(samples.AGREEMENT, facts=("一二",)))


@dataclass(frozen=True)
class Floating(Paper):
    TEMPLATE = "x"
    share: float = 0.5


def test_the_digest_on_the_paper_is_reckoned_again_from_what_was_kept_of_it() -> None:
    kept = written(samples.AGREEMENT)
    assert digest_of(FORM.name, form_digest(FORM), kept) == digest()
    assert digest_of(FORM.name, form_digest(FORM), kept.replace(samples.NAMES[0], "旁人")) != digest()


def test_a_view_is_written_down_word_for_word_and_always_alike() -> None:
    kept = json.loads(written(samples.AGREEMENT))
    assert kept["claimed"] == {"fen": samples.AGREEMENT.claimed.fen}
    assert [one["name"] for one in kept["applicants"]] == [one.name for one in samples.AGREEMENT.applicants]
    assert written(samples.AGREEMENT) == json.dumps(kept, ensure_ascii=False, sort_keys=True,
                                                    separators=(",", ":"))


def test_a_float_cannot_stand_in_a_paper() -> None:
    with pytest.raises(TypeError, match="float"):
        content_digest(FORM, Floating())


@pytest.mark.parametrize("paper", samples.PAPERS, ids=lambda paper: paper.template)
def test_a_view_is_read_back_as_it_was_written(paper: Paper) -> None:
    assert read(paper.template, written(paper)) == paper


@pytest.mark.parametrize("text", ['{"office":{}}', '{"office":1}', "[]", "no json", '{"court":"x"}'])
def test_what_another_program_wrote_is_refused_in_words(text: str) -> None:
    with pytest.raises(DeskError, match="another version of the program"):
        read("mediation-agreement", text)


def test_a_fact_that_the_program_no_longer_knows_is_not_dropped() -> None:
    older = written(samples.AGREEMENT).replace('"seal_name":', '"fax":"0999","seal_name":')
    with pytest.raises(DeskError, match="another version of the program"):
        read("mediation-agreement", older)


def test_a_fact_that_only_the_newer_program_knows_is_left_open() -> None:
    older = written(samples.AGREEMENT).replace(',"unannounced":[]', "")
    assert older != written(samples.AGREEMENT)
    assert read("mediation-agreement", older) == samples.AGREEMENT


def test_a_form_that_is_no_more_is_refused_in_words() -> None:
    with pytest.raises(DeskError, match="another version of the program"):
        read("no-such-form", written(samples.AGREEMENT))
