"""Reads ID numbers and credit codes as they are typed: what they tell, what looks wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.text import codes, phones
from mediation_desk.domain.words import N_, Sentence, say


@dataclass(frozen=True)
class IdReading:
    """What an ID number tells (GB 11643); warnings never block, old and foreign numbers exist."""

    birth_date: date | None = None
    sex: str = ""
    warnings: tuple[Sentence, ...] = ()

    @property
    def good(self) -> bool:
        """Whether everything in it holds."""
        return self.birth_date is not None and not self.warnings


def read_id_number(text: str) -> IdReading:
    """Birth date, sex and checksum of an 18-digit number."""
    plain = codes.kept(text)
    if not plain:
        return IdReading()
    if len(plain) == 15 and plain.isdecimal():
        return IdReading(warnings=(say(N_("This is an old 15-digit number; the card now has 18.")),))
    if len(plain) != 18 or not plain[:17].isdecimal():
        return IdReading(warnings=(say(N_("An ID number has 18 digits; the last may be X. This has {count}."),
                                       count=len(plain)),))
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


def read_phone(text: str) -> tuple[Sentence, ...]:
    """A warning when a text is no number that can be rung, however it is written."""
    if phones.known(text):
        return ()
    return (say(N_("This is neither a mobile number of 11 digits nor a landline such as 0971-1234567.")),)
