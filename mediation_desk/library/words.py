"""The catalogues: what the program says, in the language of the person who reads it."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.library.shipped import shipped

CHINESE = "zh_CN"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")


class Words:
    """One language: sentences, amounts and dates as its readers write them.

    ``code`` is ``zh_CN`` or ``en``. Message ids are English, so English needs no catalogue.
    """

    def __init__(self, code: str, catalogue: gettext.NullTranslations | None = None) -> None:
        self.code = code
        self._catalogue = catalogue or gettext.NullTranslations()

    @classmethod
    def of(cls, code: str) -> Words:
        """The shipped words of a language; one that is not shipped is the user's trouble."""
        if code == ENGLISH:
            return cls(code)
        if code != CHINESE:
            raise DeskError(N_("The language “{code}” is not available."), field="language", code=code)
        return cls(code, _catalogue(code))

    @property
    def chinese(self) -> bool:
        """Whether the reader reads Chinese."""
        return self.code == CHINESE

    def translate(self, text: str) -> str:
        """A message id in this language; an unknown one comes back as it is."""
        return self._catalogue.gettext(text) if text else ""

    def fill(self, text: str, particulars: Mapping[str, object]) -> str:
        """A message id in this language with its ``{named}`` places filled."""
        known = self.translate(text)
        if not particulars:
            return known
        return known.format(**{name: self.shown(value) for name, value in particulars.items()})

    def sentence(self, sentence: Sentence) -> str:
        """A whole sentence; sentences among its particulars are translated first."""
        return self.fill(sentence.text, sentence.particulars)

    def shown(self, value: object) -> object:
        """A particular as readers of this language write it: amounts bring their unit, dates
        are spelt out, lists are joined; anything else stays as it is."""
        if isinstance(value, Sentence):
            return self.sentence(value)
        if isinstance(value, Label):
            return value.text(self.code)
        if isinstance(value, Money):
            return self.money(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, list | tuple):
            return ("、" if self.chinese else ", ").join(str(self.shown(one)) for one in value)
        return value

    def money(self, amount: Money) -> str:
        """``4,300.00元`` or ``4,300.00 yuan``."""
        return f"{amount}元" if self.chinese else f"{amount} yuan"

    def day(self, day: date) -> str:
        """``2024年9月1日`` or ``1 September 2024``; a datetime brings its hour and minute."""
        clock = f" {day:%H:%M}" if isinstance(day, datetime) else ""
        if self.chinese:
            return f"{day.year}年{day.month}月{day.day}日{clock}"
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}{clock}"


@cache
def _catalogue(code: str) -> gettext.GNUTranslations:
    """The shipped catalogue; it is read once, for it takes some milliseconds and never changes."""
    with shipped("resources", "translations", f"{code}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
