"""Kinds of identity document: how the number of each is written, what it tells, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mediation_desk.domain.text import codes
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class IdKind(Term):
    """What a person is known by, as the courts' element forms ask for it (证件类型)."""

    RESIDENT = "resident", N_("Resident identity card")
    RESIDENCE = "residence", N_("Residence permit for Hong Kong, Macao and Taiwan residents")
    HM_TRAVEL = "hm_travel", N_("Travel permit for Hong Kong and Macao residents")
    TAIWAN_TRAVEL = "taiwan_travel", N_("Travel permit for Taiwan residents")
    PERMANENT = "permanent", N_("Foreigner's permanent residence card")
    PASSPORT = "passport", N_("Passport")
    OTHER = "other", N_("Other document")


@dataclass(frozen=True)
class Document:
    """One kind of document.

    ``written``: the number's digits and letters, as a pattern. ``said``: what is asked about a number that is
    not written so; empty where any may be. ``number``: what papers call the number. ``called``: what the kind
    is called in lists. ``tells``: whether its 18 digits hold birth date and sex and end with a check digit.
    """

    written: re.Pattern[str]
    said: str
    number: str
    called: tuple[str, ...]
    tells: bool = False


_RESIDENCE = "8[123]0000"
DOCUMENTS: Mapping[IdKind, Document] = MappingProxyType({
    IdKind.RESIDENCE: Document(  # the permit itself calls it so: Measures on Residence Permits (2018), art. 5
        re.compile(rf"{_RESIDENCE}\d{{11}}[0-9A-Z]"),
        N_("The number of a residence permit has 18 digits and begins with 810000, 820000 or 830000."),
        N_("resident identity number"), ("居住证", "港澳台居民居住证", "港澳居民居住证", "台湾居民居住证"),
        tells=True),
    IdKind.PERMANENT: Document(
        re.compile(r"9\d{16}[0-9A-Z]|[A-Z]{3}\d{12}"),
        N_("The number of a permanent residence card has 18 digits and begins with 9; on older cards it has "
           "3 letters and 12 digits."),
        N_("number of the foreigner's permanent residence card"),
        ("永居证", "永久居留证", "永久居留身份证", "外国人永久居留证", "外国人永久居留身份证"), tells=True),
    IdKind.RESIDENT: Document(
        re.compile(rf"(?!{_RESIDENCE}|9)\d{{17}}[0-9A-Z]|\d{{15}}"),
        N_("An ID number has 18 digits; the last may be X. This has {count}."),
        N_("resident identity number"), ("身份证", "居民身份证", "二代身份证", "公民身份证"), tells=True),
    IdKind.HM_TRAVEL: Document(
        re.compile(r"[HM]\d{8}(?:\d{2})?"),
        N_("The number of a travel permit for Hong Kong and Macao residents has H or M and 8 digits; a "
           "renewal may add 2."),
        N_("number of the travel permit for Hong Kong and Macao residents"),
        ("回乡证", "港澳通行证", "港澳居民通行证", "港澳居民来往内地通行证", "来往内地通行证")),
    IdKind.TAIWAN_TRAVEL: Document(
        re.compile(r"\d{8}"), N_("The number of a travel permit for Taiwan residents has 8 digits."),
        N_("number of the travel permit for Taiwan residents"),
        ("台胞证", "台湾通行证", "台湾居民通行证", "台湾居民来往大陆通行证", "来往大陆通行证")),
    IdKind.PASSPORT: Document(
        re.compile(r"[A-Z]{1,2}\d{6,8}"),
        N_("The number of a passport mostly has a letter or two and 6 to 8 digits; check it."),
        N_("passport number"), ("护照", "中国护照", "外国护照", "passport")),
    IdKind.OTHER: Document(re.compile(r"(?!)"), "", N_("number of the identity document"),
                           ("其他", "其他证件", "其它", "其它证件")),
})
"""Every kind once; a number whose kind nobody said is taken for the first that it is written like."""

_CERTAIN = frozenset({15, 18})  # signs: a number so long is of one document only


def fits(kind: IdKind, number: str) -> bool:
    """Whether a number is written as that document's is."""
    told = DOCUMENTS[kind]
    return not told.said or bool(told.written.fullmatch(codes.canonical(number)))


def guess(number: str) -> IdKind | None:
    """The document that a number is written like; None where it tells nothing."""
    bare = codes.canonical(number)
    return next((kind for kind, told in DOCUMENTS.items() if told.written.fullmatch(bare)), None)


def certain(kind: IdKind | None, number: str) -> IdKind | None:
    """The kind that somebody chose, else the one that a number of 15 or 18 signs can only be of. What merely
    looks like a permit or a passport is asserted of nobody."""
    if kind is not None:
        return kind
    return guess(number) if len(codes.canonical(number)) in _CERTAIN else None


def number_called(kind: IdKind | None, number: str) -> str:
    """What papers call a number (a message id): by its kind, where that is certain."""
    return DOCUMENTS[certain(kind, number) or IdKind.OTHER].number


def kind_called(text: str) -> IdKind | None:
    """The kind that a word in a list names: its own label, or what people call it."""
    word = plain(text).casefold().rstrip(": ").removesuffix("号码").removesuffix("号")
    return next((kind for kind, told in DOCUMENTS.items()
                 if word in told.called or word == kind.label.casefold()), None)
