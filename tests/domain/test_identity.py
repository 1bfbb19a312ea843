"""Kinds of identity document are told apart by their numbers and by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.identity import DOCUMENTS, IdKind, certain, fits, guess, kind_called, number_called
from mediation_desk.domain.text import codes, masks
from mediation_desk.library.words import Words

WRITTEN = {
    IdKind.RESIDENT: ("630102199503150011", "630102950315001"),
    IdKind.RESIDENCE: ("810000199503150017", "820000199503150015", "83000019950315001X"),
    IdKind.HM_TRAVEL: ("H12345678", "M1234567802"), IdKind.TAIWAN_TRAVEL: ("01234567",),
    IdKind.PERMANENT: ("911276199503150018", "USA110075031234"), IdKind.PASSPORT: ("E12345678", "ab1234567"),
    IdKind.OTHER: ("军字第1号",)}
"""How the numbers of each document are written (practice of the offices); all invented."""


def test_each_kind_is_declared_once_and_has_its_own_words() -> None:
    chinese = [Words.of("zh_CN").translate(kind.label) for kind in IdKind]
    assert len(set(chinese)) == len(IdKind) and "护照" in chinese and "居民身份证" in chinese
    assert set(DOCUMENTS) == set(IdKind) == set(WRITTEN)
    assert all(Words.of("zh_CN").translate(told.number) != told.number for told in DOCUMENTS.values())


@pytest.mark.parametrize(("kind", "number"), [(kind, one) for kind, all_ in WRITTEN.items() for one in all_])
def test_a_number_looks_like_its_own_document_and_no_other(kind: IdKind, number: str) -> None:
    assert guess(number) is (None if kind is IdKind.OTHER else kind)
    letter = {IdKind.PASSPORT} if kind is IdKind.HM_TRAVEL and len(number) == 9 else set()  # some are like it
    assert {one for one in IdKind if fits(one, number)} == {kind, IdKind.OTHER} | letter


def test_papers_assert_only_what_was_said_or_what_a_number_can_only_be() -> None:
    """Eight digits may be anything; 18 are a resident's, whose permit calls its number so too."""
    assert certain(None, "H12345678") is None and certain(None, "01234567") is None
    assert number_called(None, "01234567") == number_called(IdKind.OTHER, "x")
    assert number_called(None, "810000199503150017") == number_called(None, "630102199503150011")
    assert number_called(IdKind.PASSPORT, "630102199503150011") == "passport number"
    assert number_called(None, "911276199503150018") == DOCUMENTS[IdKind.PERMANENT].number


@given(st.text(max_size=20))
def test_anything_typed_is_a_number_of_at_most_one_kind(typed: str) -> None:
    looks = guess(typed)
    assert looks is None or fits(looks, typed)
    assert guess(codes.kept(typed)) is looks


@pytest.mark.parametrize(("word", "kind"), [
    ("身份证", IdKind.RESIDENT), ("身份证号码：", IdKind.RESIDENT), ("回乡证", IdKind.HM_TRAVEL),
    ("台胞证", IdKind.TAIWAN_TRAVEL), ("Passport", IdKind.PASSPORT), ("护照号", IdKind.PASSPORT),
    ("永居证", IdKind.PERMANENT), ("居住证", IdKind.RESIDENCE), ("其他", IdKind.OTHER), ("马晓兰", None)])
def test_a_list_may_call_a_kind_what_people_call_it(word: str, kind: IdKind | None) -> None:
    assert kind_called(word) is kind


@pytest.mark.parametrize(("number", "masked"), [
    ("H12345678", "H****5678"), ("01234567", "****4567"), ("E12345678", "E****5678"),
    ("630102199503150011", "630102********0011"), ("USA110075031234", "USA110*****1234"), ("12345", "*****")])
def test_each_kind_is_masked_so_that_it_is_recognised_and_not_copied(number: str, masked: str) -> None:
    assert masks.document(number) == masked
