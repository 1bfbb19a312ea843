"""Numbers in a text: identity documents, telephones, the order's own; and those that are none of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from mediation_desk.domain.identity import DOCUMENTS, IdKind
from mediation_desk.domain.intake.spotting.folded import any_of
from mediation_desk.domain.intake.spotting.page import NUMBER, Page
from mediation_desk.domain.intake.spotting.rules import Rules
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Whose
from mediation_desk.domain.text import codes, phones

_CARD = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d[ -]?\d{3}[0-9Xx])"
                   r"(?![0-9A-Za-z])")
_OLD = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{7}(?:0[1-9]|1[0-2])[0-3]\d{4})(?![0-9A-Za-z])")
_PERMIT = re.compile(r"(?<![0-9A-Za-z])([HMhm]\d{8}(?:\d{2})?)(?![0-9A-Za-z])")
_CUED = re.compile(r"(?<![0-9A-Za-z])([A-Za-z]{0,3}\d{6,12})(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z*])((?:\+?86|0086)?[ -]?1[ -]?[3-9](?:[ -]?\d){9})"
                     r"(?![0-9A-Za-z])(?!-\d)")
_LANDLINE = re.compile(r"(?<![0-9A-Za-z-])(\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}"
                       r"(?:(?:转|-|分机)\d{1,5})?)(?![0-9A-Za-z])")
_FREE = re.compile(r"(?<![0-9A-Za-z-])([48]00[ -]?\d{3}[ -]?\d{4})(?![0-9A-Za-z])")
_LOCAL = re.compile(r"(?<![0-9A-Za-z-])([2-8]\d{6,7})(?![0-9A-Za-z])")
_KINDS = {called: kind for kind, told in DOCUMENTS.items() for called in told.called}
_KIND = re.compile(any_of(_KINDS))
_CUE = 14  # characters before a number in which its kind is named
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643, MOD 11-2
_COURT = re.compile(r"[(〔\[]20\d\d[)〕\]][\u4e00-\u9fff]{1,2}\d{2,6}[\u4e00-\u9fff]{1,8}\d+号")
_LETTER = re.compile(r"[\u4e00-\u9fff]{2,8}[(〔\[]20\d\d[)〕\]]第?\d+号")
_LABELLED = re.compile(r"[^\s,;。(【][^\s,;。【]*|\([^\s,;。【]+")
_CODE = r"[0-9A-Za-z][0-9A-Za-z_/-]{5,39}"


class Numbers:
    """Finds numbers; what one was taken for, no other takes."""

    def __init__(self, rules: Rules) -> None:
        others = [word for word, meaning in rules.labels.items() if meaning.about == NUMBER]
        phone_words = [word for word, meaning in rules.labels.items() if meaning.about == "phone"]
        self._other = re.compile(rf"(?:{any_of(others)})[^\n,;。]{{0,4}}$")
        self._phone = re.compile(rf"(?:{any_of(phone_words)})[^\d\n,;。]{{0,4}}$")
        self._order = re.compile(rf"(?:工单|派单|转办单)[号编]?号?[ ::]{{0,3}}({_CODE})")

    def spots(self, page: Page) -> Iterator[Spot]:
        """The order's number first, then documents, other numbers, telephones."""
        yield from self._orders(page)
        yield from self._documents(page)
        self._others(page)
        yield from self._phones(page)

    # -- the order -----------------------------------------------------------------------

    def _orders(self, page: Page) -> Iterator[Spot]:
        """The first that is labelled so, else one told in passing; another is taken out of the way."""
        found = [*self._labelled_orders(page), *self._told_orders(page)]
        for at, (start, end, sure) in enumerate(found):
            if page.free(start, end):
                page.take(start, end)
                if at == 0:
                    yield Spot(About.ORDER, narrow_digits(page.text[start:end]), start, end, sure)

    @staticmethod
    def _labelled_orders(page: Page) -> Iterator[tuple[int, int, Sure]]:
        for stretch in page.labelled("order"):
            value = _LABELLED.match(page.plain, stretch.begin, stretch.end)
            if value and any(sign.isdigit() for sign in value.group()):
                yield value.start(), value.end(), Sure.SURE

    def _told_orders(self, page: Page) -> Iterator[tuple[int, int, Sure]]:
        for found in self._order.finditer(page.plain):
            if page.about(found.start()) != NUMBER and any(sign.isdigit() for sign in found[1]):
                yield found.start(1), found.end(1), Sure.LIKELY
        for pattern in (_COURT, _LETTER):
            yield from ((one.start(), one.end(), Sure.LIKELY) for one in pattern.finditer(page.plain))

    # -- documents -----------------------------------------------------------------------

    def _documents(self, page: Page) -> Iterator[Spot]:
        for found in _CARD.finditer(page.plain):
            number = codes.kept(found[1])
            if _dated(number[6:14]) and not self._is_other(page, found.start()):
                yield self._document(page, found, number, Sure.SURE if fits_check(number) else Sure.DOUBTED)
        for found in _OLD.finditer(page.plain):
            if page.free(*found.span()) and self._kind(page, found.start()) and _dated("19" + found[1][6:12]):
                yield self._document(page, found, found[1], Sure.LIKELY)
        for found in _PERMIT.finditer(page.plain):
            if page.free(*found.span()) and not self._is_other(page, found.start()):
                cued = self._kind(page, found.start())
                yield self._document(page, found, codes.kept(found[1]), Sure.SURE if cued else Sure.LIKELY)
        yield from self._cued(page)

    def _cued(self, page: Page) -> Iterator[Spot]:
        """Passports and permits whose numbers tell nothing by themselves: the kind stands before them."""
        for found in _CUED.finditer(page.plain):
            kind = self._kind(page, found.start())
            if kind is None or not page.free(*found.span()):
                continue
            number = codes.kept(found[1])
            if DOCUMENTS[kind].written.fullmatch(codes.canonical(number)):
                yield self._document(page, found, number, Sure.LIKELY)

    def _document(self, page: Page, found: re.Match[str], number: str, sure: Sure) -> Spot:
        """``post``: the kind of document that the text says it is."""
        page.take(*found.span(1))
        kind = self._kind(page, found.start(1))
        return Spot(About.DOCUMENT, number, found.start(1), found.end(1), sure,
                    post=kind.value if kind and kind is not IdKind.RESIDENT else "")

    @staticmethod
    def _kind(page: Page, place: int) -> IdKind | None:
        """The kind of document that is named just before a number."""
        named = list(_KIND.finditer(page.before(place, _CUE)))
        return _KINDS[named[-1].group()] if named else None

    # -- others --------------------------------------------------------------------------

    def _is_other(self, page: Page, place: int) -> bool:
        return page.about(place) == NUMBER or bool(self._other.search(page.before(place, 12)))

    def _others(self, page: Page) -> None:
        """Cards of banks, orders of parcels, groups of chats: numbers that are nobody's here."""
        for found in re.finditer(r"(?<!\d)\d(?:[ -]?\d){5,}", page.plain):
            bare = re.sub(r"\D", "", found.group())
            card = 15 < len(bare) < 20 and " 1" not in found.group()
            if page.free(*found.span()) and (card or self._is_other(page, found.start())):
                page.take(*found.span())

    # -- telephones ----------------------------------------------------------------------

    def _phones(self, page: Page) -> Iterator[Spot]:
        for pattern in (_MOBILE, _LANDLINE, _FREE):
            for found in pattern.finditer(page.plain):
                if page.free(*found.span(1)):
                    yield from self._phone_spot(page, found, Sure.LIKELY)
        for found in _LOCAL.finditer(page.plain):
            if page.free(*found.span(1)) and self._is_cued(page, found.start()):
                yield from self._phone_spot(page, found, Sure.DOUBTED)

    def _is_cued(self, page: Page, place: int) -> bool:
        return page.about(place) == "phone" or bool(self._phone.search(page.before(place, 10)))

    def _phone_spot(self, page: Page, found: re.Match[str], sure: Sure) -> Iterator[Spot]:
        number = phones.kept(found[1])
        if not phones.known(number) and sure is not Sure.DOUBTED:
            return
        page.take(*found.span(1))
        if not page.ours(found.start()):
            cued = sure is Sure.LIKELY and self._is_cued(page, found.start())
            stretch = page.at(found.start())
            whose = stretch.meaning.whose if stretch and stretch.meaning.about == "phone" else Whose.OPEN
            yield Spot(About.PHONE, number, *found.span(1), Sure.SURE if cued else sure, whose)


def fits_check(number: str) -> bool:
    """Whether the last of 18 signs fits the others (GB 11643)."""
    rest = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True)) % 11
    return number[17].upper() == "10X98765432"[rest]


def narrow_digits(text: str) -> str:
    """Digits and letters in plain width, brackets and all else as they were."""
    return "".join(unicodedata.normalize("NFKC", sign) if "\uff10" <= sign <= "\uff5a" and sign.isalnum()
                   else sign for sign in text)


def _dated(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
