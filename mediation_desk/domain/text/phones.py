"""Telephone numbers: known however they are written, kept in one readable way, found by any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.domain.text.plain import dashed, plain

_PARTS = re.compile(r"\s*(?:[/、,;|\n]|或|\bor\b)\s*", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:转|分机号?|内线|ext\.?|extension|x|#|\*)\s*[:]?\s*(\d{1,6})$", re.IGNORECASE)
_AFTER_DASH = re.compile(r"(?<=\d)-(\d{1,6})$")
_ORNAMENT = re.compile(r"[\s().\-·]+")
_COUNTRY = re.compile(r"(?:\+|00)86(?=\d{7})|86(?=1[3-9]\d{9}$|0\d{9,11}$)")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(010|02\d)([1-9]\d{7})|(0[3-9]\d{2})([1-9]\d{6,7})")
_FREE = re.compile(r"([48]00)(\d{3})(\d{4})")
_SERVICE = re.compile(r"9[56]\d{3,6}|12\d{3}|1010\d{4}")
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{6,14}")


@dataclass(frozen=True)
class Phone:
    """One number: how it is kept, its bare digits, and whether it is a number that can be rung."""

    kept: str
    digits: str
    extension: str = ""
    known: bool = True


def read(text: str) -> tuple[Phone, ...]:
    """The numbers in a text, parted by slashes, commas, lines, the word "or", or merely by a blank."""
    parts = (part for part in _PARTS.split(dashed(plain(text))) if part)
    return tuple(phone for part in parts for phone in _several(part))


def known(text: str) -> bool:
    """Whether everything in the text is a number that can be rung; nothing at all is fine."""
    return all(phone.known for phone in read(text))


def kept(text: str) -> str:
    """As it is kept: ``13897123456``, ``0971-8230155转8012``, ``400-820-8820``; several parted by
    slashes. What is no number stays as it was written, in plain width."""
    phones = read(text)
    if not phones or not all(phone.known for phone in phones):
        return plain(text)
    return "/".join(phone.kept for phone in phones)


def digits(text: str) -> Iterator[str]:
    """The bare digits of each number, and of its extension, by which it is found."""
    for phone in read(text):
        yield from (part for part in (phone.digits, phone.extension) if part)


def same(one: str, other: str) -> bool:
    """Whether two texts share a number, whatever the writing."""
    ours = {phone.digits for phone in read(one) if phone.digits}
    return any(phone.digits in ours for phone in read(other))


def _several(text: str) -> tuple[Phone, ...]:
    """One number, or two or more with nothing but a blank between them."""
    whole = _one(text)
    for blank in re.finditer(r"\s+", text) if not whole.known else ():
        first = _one(text[:blank.start()])
        rest = _several(text[blank.end():]) if first.known else ()
        if rest and all(phone.known for phone in rest):
            return (first, *rest)
    return (whole,)


def _one(text: str) -> Phone:
    for main, extension in _readings(text):
        kept = _kept(main)
        if kept:
            return Phone(kept + (f"转{extension}" if extension else ""), main.lstrip("+"), extension)
    return Phone(text, "".join(sign for sign in text if sign.isdecimal()), known=False)


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """The number without ornaments, and what may be its extension; a dash may begin one."""
    if found := _EXTENSION.search(text):
        yield _bare(text[:found.start()]), found.group(1)
        return
    yield _bare(text), ""
    if found := _AFTER_DASH.search(text):
        yield _bare(text[:found.start()]), found.group(1)


def _bare(text: str) -> str:
    """Without ornaments and the country's own prefix; an area keeps the nought that opens it."""
    bare = _ORNAMENT.sub("", text)
    home = _COUNTRY.sub("", bare, count=1) if _COUNTRY.match(bare) else bare
    if home != bare and not _MOBILE.fullmatch(home) and not _FREE.fullmatch(home):
        return home if home.startswith("0") else "0" + home
    return home


def _kept(bare: str) -> str:
    """The readable form of a number that can be rung, nothing for any other."""
    if found := _LANDLINE.fullmatch(bare):
        return "-".join(part for part in found.groups() if part)
    if found := _FREE.fullmatch(bare):
        return "-".join(found.groups())
    return bare if any(kind.fullmatch(bare) for kind in (_MOBILE, _SERVICE, _ABROAD)) else ""
