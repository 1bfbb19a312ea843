"""Marks the sentences that the user will read, and carries them with their particulars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(sentence: str) -> str:
    """Mark an English sentence for the catalogues without translating it here."""
    return sentence


@dataclass(frozen=True)
class Sentence:
    """A translatable sentence: an English message id and what fills its ``{named}`` places.

    A particular may itself be a Sentence; whoever shows it translates the inner one first.
    """

    text: str
    particulars: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{name: _plain(value) for name, value in self.particulars.items()})


def _plain(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


def say(text: str, **particulars: object) -> Sentence:
    """A sentence with its particulars; ``text`` is marked with :func:`N_` by the caller."""
    return Sentence(text, particulars)


def by_count(one: str, many: str, count: int) -> str:
    """The sentence for a count of one, or that for every other; both marked with :func:`N_`."""
    return one if count == 1 else many


class DeskError(Exception):
    """The user's trouble: what is wrong and what to do, translatable, beside a field.

    ``sentence`` is an English message id marked with :func:`N_`; ``particulars`` fill its
    ``{named}`` places and never hold personal data that the user did not just type;
    ``field`` names the draft field that the message belongs beside, or None.
    """

    def __init__(self, sentence: str, *, field: str | None = None, **particulars: object) -> None:
        super().__init__(sentence)
        self.sentence = Sentence(sentence, particulars)
        self.field = field

    def __str__(self) -> str:
        return str(self.sentence)


class NotThere(DeskError):
    """A row that a verb is about does not stand; ``row_id`` is its key as text, where it had one."""

    def __init__(self, row_id: object = "") -> None:
        super().__init__(N_("That entry is no longer there; it may have been removed."))
        self.row_id = str(row_id)
