"""A pasted text read by the words in force: the office's own, else those that came with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mediation_desk.domain.intake.spotting.spots import Spot
from mediation_desk.domain.intake.spotting.spotting import LONGEST, Spotter
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.spotting import FILES, path_of, read_rules, shipped_spotter
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk

LARGEST = 1_000_000  # bytes of a text file


@dataclass(frozen=True)
class SpottedText:
    """A text as it is kept, and what was spotted in it. ``trouble``: the office's own words cannot be used
    by this program, so that the shipped ones counted."""

    text: str
    spots: tuple[Spot, ...]
    trouble: FormError | None = None


def read_text(desk: Desk, text: str) -> SpottedText:
    """What a pasted text tells; to be asked off the UI thread. Nothing is kept."""
    whole = storable(text)
    if len(whole) > LONGEST:
        raise DeskError(N_("This text is longer than {most} characters; paste one order at a time."),
                        field="text", most=f"{LONGEST:,}")
    reader, trouble = _reader(desk.forms)
    return SpottedText(whole, reader.read(whole, desk.today), trouble)


def read_file(path: Path) -> str:
    """A text file as text, in UTF-8, UTF-16 or GB 18030; DeskError for what is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise DeskError(N_("This file is larger than a text of an order can be."), field="text")
        data = path.read_bytes()
    except OSError:
        raise DeskError(N_("This file cannot be read."), field="text") from None
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DeskError(N_("This is not a text file."), field="text")


def _reader(forms: Mapping[str, str]) -> tuple[Spotter, FormError | None]:
    own = tuple((path_of(name), forms[path_of(name)]) for name in FILES if path_of(name) in forms)
    if not own:
        return shipped_spotter(), None
    try:
        return _made(own), None
    except FormError as trouble:
        return shipped_spotter(), trouble


@lru_cache(maxsize=4)
def _made(own: tuple[tuple[str, str], ...]) -> Spotter:
    return Spotter(read_rules(dict(own)))
