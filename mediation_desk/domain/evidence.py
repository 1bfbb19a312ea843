"""Exhibits: what was handed in, by whom, what it proves; and how other entries name them (证据3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.media_types import UNKNOWN
from mediation_desk.domain.media_types import media_type as media_type
from mediation_desk.domain.text import names
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError

LONGEST_NAME = 255  # characters kept of a file's name
LONGEST_COPY_NAME = 180  # bytes in UTF-8; file systems allow 255
_MENTION = re.compile(r"证据[ 　]?(\d{1,4})(?!\d)")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction marks
#: Kinds that programs only show: pictures, sound, films, text, and office papers that cannot carry macros.
_SHOWN = frozenset({
    "pdf", "ofd", "txt", "csv", "docx", "xlsx", "pptx", "odt", "ods",
    "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif", "jxl",
    "mp3", "m4a", "m4b", "m4r", "wav", "amr", "aac", "silk", "wma", "ogg", "oga", "opus", "flac", "weba",
    "mka", "3ga", "caf", "aiff", "mp4", "m4v", "mov", "3gp", "webm", "mkv", "avi", "wmv", "ogv", "flv", "mpg",
    "mpeg"})
PDF = "application/pdf"


@dataclass(eq=False, kw_only=True)
class Exhibit:
    """One item of evidence: a file in the store, its number in the case, and what is said of it.

    ``given_by`` is the key of a party as text, a Side's value for a whole side, or empty while
    nobody has said; ``size`` counts bytes; ``sha256`` names the file's content.
    """

    id: UUID
    case_id: UUID
    position: int  # its number, counted from 1
    name: str  # the file's name, in any script
    given_by: str = ""
    proves: str = ""
    original: bool = False
    sha256: str
    size: int
    media_type: str = UNKNOWN
    received_on: date
    pages: int | None = None
    source: str | None = None  # where it comes from: who made or kept it
    opinion: str | None = None  # what the other side says of it (质证意见)
    returned_on: date | None = None  # when the original was given back
    removed_at: datetime | None = None

    @property
    def label(self) -> str:
        """How other entries and papers call it."""
        return f"证据{self.position}"

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture; which of them can be shown is the system's question."""
        return self.media_type.startswith("image/")

    @property
    def is_pdf(self) -> bool:
        """Whether it can be shown as pages."""
        return self.media_type == PDF


def giver(given_by: str) -> UUID | Side | None:
    """Who handed it in: a party's key, a whole side, or None while nobody has said."""
    if not given_by:
        return None
    return next((side for side in Side if side == given_by), None) or UUID(given_by)


def check_return(exhibit: Exhibit) -> None:
    """Only an original is given back, and not before it was handed in."""
    if exhibit.returned_on is None:
        return
    if not exhibit.original:
        raise DeskError(N_("Only an original is given back. Say under Form that it is one."),
                        field="returned_on")
    if exhibit.returned_on < exhibit.received_on:
        raise DeskError(N_("The original cannot be given back before it was handed in."), field="returned_on")


# File names


def tidy_name(name: str) -> str:
    """A file's name as it is kept: the last part of a path, without control characters, in any script.

    Names that an old system wrote in GBK are read as such; what nobody can read becomes a
    replacement character, never an error.
    """
    known = re.split(r"[/\\]", _decoded(name))[-1]
    plain = "".join(char for char in known if char.isprintable() or char in "\u200d\u200c" + _TURNING)
    return plain.strip()[:LONGEST_NAME]


def _decoded(name: str) -> str:
    """The name without the lone surrogates that stand for bytes which are no UTF-8."""
    try:
        name.encode()
        return name
    except UnicodeEncodeError:
        pass
    try:
        return names.modern(name.encode("utf-8", "surrogateescape").decode("gb18030"))
    except UnicodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in name)


def copy_name(name: str) -> str:
    """A name that every file system takes, for the copy that is opened elsewhere; its ending stays."""
    plain = "".join(char for char in tidy_name(name) if char not in '<>:"|?*' + _TURNING).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = plain, "", ""
    room = LONGEST_COPY_NAME - len((dot + ending).encode())
    made = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + dot + ending
    return f"_{made}" if not stem or _RESERVED.match(made) else made


def may_run(name: str) -> bool:
    """Whether a file of that name could act by itself when it is opened: any kind that is not known to be
    only shown, so that no list of programs, scripts, shortcuts and macros has to be complete.

    Evidence comes from strangers; such a file is looked at as a copy that somebody saves knowingly.
    """
    _stem, dot, ending = copy_name(name).rpartition(".")
    return not dot or ending.lower() not in _SHOWN


# Numbers, and who names them


def next_position(exhibits: Iterable[Exhibit]) -> int:
    """The next number; that of a removed exhibit is not given again, for it may come back."""
    return max((one.position for one in exhibits), default=0) + 1


def order_of(exhibits: Sequence[Exhibit], wanted: Sequence[UUID]) -> list[UUID]:
    """The standing exhibits in the order that a person gave to those they saw: those taken out since
    are passed over, those added since come last."""
    standing = sorted((one for one in exhibits if not one.removed_at), key=lambda one: one.position)
    gone = {one.id for one in exhibits if one.removed_at}
    seen = [key for key in wanted if key not in gone]
    return seen + [one.id for one in standing if one.id not in seen]


def renumber(exhibits: Sequence[Exhibit], order: Sequence[UUID]) -> dict[int, int]:
    """Number the standing exhibits 1, 2, 3 … in that order; removed ones follow after them.

    Answers which number became which. Raises DeskError when ``order`` is not exactly those that
    stand: somebody added or removed one meanwhile.
    """
    standing = {one.id: one for one in exhibits if not one.removed_at}
    if len(order) != len(standing) or set(order) != set(standing):
        raise DeskError(N_("The exhibits have changed meanwhile. Look again and put them in order."))
    gone = sorted((one for one in exhibits if one.removed_at), key=lambda one: one.position)
    moved: dict[int, int] = {}
    for number, exhibit in enumerate([*(standing[key] for key in order), *gone], start=1):
        if exhibit.position != number:
            moved[exhibit.position] = number
            exhibit.position = number
    return moved


def mentions(text: str) -> tuple[int, ...]:
    """The numbers of the exhibits that a text names, each once, in their order in the text."""
    return tuple(dict.fromkeys(int(number) for number in _MENTION.findall(text)))


def with_mention(text: str, number: int) -> str:
    """The text with 证据N put at its end, unless it names it already."""
    if number in mentions(text):
        return text
    before = text.rstrip(" 　、，,；;")
    return f"{before}、证据{number}" if before else f"证据{number}"


def with_moved_numbers(text: str, moved: Mapping[int, int]) -> str:
    """The text with every 证据N naming the exhibit it named before a renumbering."""
    return _MENTION.sub(lambda hit: f"证据{moved.get(int(hit[1]), int(hit[1]))}", text)
