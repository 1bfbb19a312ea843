"""Reads ID numbers and credit codes as they are typed: what they tell, what looks wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mediation_desk.domain.identity import DOCUMENTS, IdKind, fits, guess
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.words import N_, Sentence, say

_LOOSE = frozenset({IdKind.PASSPORT, IdKind.TAIWAN_TRAVEL})  # much else is written like these
_KEPT = N_("“{typed}” is kept as “{kept}”.")
_DOTTED = N_("The dot between the parts of the name is kept as “{kept}” (U+00B7).")
_DATED = 18  # signs of a number that holds a birth date


@dataclass(frozen=True)
class IdReading:
    """What a document's number tells (GB 11643); warnings never block, old and foreign numbers exist.

    ``kind``: what it is a number of, as said, else as the number looks (``guessed``).
    """

    birth_date: date | None = None
    sex: str = ""
    warnings: tuple[Sentence, ...] = ()
    kind: IdKind | None = None
    guessed: bool = False

    @property
    def good(self) -> bool:
        """Whether it tells who somebody is, and everything in it holds."""
        return self.birth_date is not None and not self.warnings


def read_id_number(text: str, kind: IdKind | None = None) -> IdReading:
    """Birth date and sex, where its kind of document tells them; and what looks wrong. ``kind``: what
    somebody said it is."""
    plain = codes.canonical(codes.kept(text))
    if not plain:
        return IdReading(kind=kind)
    looks = guess(plain)
    of = kind or looks
    if of is None or not fits(of, plain):
        return IdReading(warnings=(_unlike(plain, kind, looks),), kind=of, guessed=kind is None)
    dated = DOCUMENTS[of].tells and len(plain) == _DATED
    told = _dated(plain) if dated else IdReading(warnings=_old(of, plain))
    return replace(told, kind=of, guessed=kind is None)


def _unlike(plain: str, kind: IdKind | None, looks: IdKind | None) -> Sentence:
    """What is asked about a number that is not written as its document's is."""
    if kind and looks and looks not in _LOOSE:
        return say(N_("This is written like the number of another document: {document}."),
                   document=say(looks.label))
    return say(DOCUMENTS[kind or IdKind.RESIDENT].said, count=len(plain))


def _old(kind: IdKind, plain: str) -> tuple[Sentence, ...]:
    if kind is IdKind.RESIDENT and len(plain) < _DATED:
        return (say(N_("This is an old 15-digit number; the card now has 18.")),)
    return ()


def _dated(plain: str) -> IdReading:
    """Birth date, sex and checksum of an 18-digit number."""
    try:
        birth = date(int(plain[6:10]), int(plain[10:12]), int(plain[12:14]))
    except ValueError:
        return IdReading(warnings=(say(N_("The birth date in this ID number does not exist.")),))
    sex = "male" if int(plain[16]) % 2 else "female"
    return IdReading(birth, sex, _checksum(plain))


def _checksum(plain: str) -> tuple[Sentence, ...]:
    from stdnum.cn import ric

    if ric.calc_check_digit(plain) == plain[-1]:
        return ()
    return (say(N_("The last digit of this ID number does not fit the others; check the card.")),)


def read_credit_code(text: str) -> tuple[Sentence, ...]:
    """Warnings on a unified social credit code (GB 32100); some real ones do not compute."""
    from stdnum.cn import uscc
    from stdnum.exceptions import ValidationError

    plain = codes.kept(text)
    if not plain:
        return ()
    if len(plain) != 18:
        return (say(N_("A credit code has 18 characters. This has {count}."), count=len(plain)),)
    try:
        uscc.validate(plain)
    except ValidationError:
        return (say(N_("The check character of this credit code does not fit; see the licence.")),)
    return ()


def read_name(text: str) -> tuple[Sentence, ...]:
    """What is changed in a person's name as it is kept, sign by sign; and what is asked about it."""
    changed = names.changes(text)
    told = [say(_KEPT, typed=_seen(old), kept=new) for old, new in changed if new != names.DOT]
    if any(new == names.DOT for _old, new in changed):
        told.append(say(_DOTTED, kept=names.DOT))
    told += [say(N_("{sign} is a sign of some other system's own; enter the character itself."),
                 sign=_seen(sign)) for sign in names.unknown(text)]
    return tuple(told)


def read_signs(text: str) -> tuple[Sentence, ...]:
    """The same of any other text, in which dots stay as they are."""
    return read_name("".join(sign for sign in text if _seen(sign) != sign))


def _seen(sign: str) -> str:
    """A sign; one that has no shape by its number."""
    return f"U+{ord(sign):04X}" if "\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000" else sign


def read_phone(text: str) -> tuple[Sentence, ...]:
    """A warning when a text is no number that can be rung, however it is written."""
    if phones.known(text):
        return ()
    return (say(N_("This is neither a mobile number of 11 digits nor a landline such as 0971-1234567.")),)
