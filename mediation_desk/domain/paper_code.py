"""The code on a paper that is to be signed: of which office and case it says it is, and of what content."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass

KIND = "MD1"  # the first line of what a scanner reads; another kind would have another number
MOST = 40  # characters of an office's name or of a case number: longer ones make squares too fine to scan
COPY = "mediation-desk-signed-copy:1"  # what the description of a copy with drawn signatures holds besides
_TOKEN = re.compile(rb"mediation-desk-code:1:([A-Za-z0-9_-]{1,2000}={0,2}):([0-9a-f]{8})")


@dataclass(frozen=True)
class PaperCode:
    """What the code says. ``digest``: SHA-256 of the paper's content, in hexadecimal; the bytes of the file
    that holds the code cannot be in it."""

    office: str
    number: str
    digest: str

    @classmethod
    def of(cls, office: str, number: str, digest: str) -> PaperCode:
        """The code of an office's paper, its names on one line and cut to what a code can hold."""
        return cls(_short(office), _short(number), digest)

    @property
    def text(self) -> str:
        """What a scanner reads, line by line."""
        return "\n".join((KIND, self.office, self.number, self.digest))

    @property
    def token(self) -> str:
        """The same for the file's own description: plain ASCII, with a check that betrays damage."""
        kept = urlsafe_b64encode(self.text.encode()).decode()
        return f"mediation-desk-code:1:{kept}:{_check(kept.encode())}"

    def is_of(self, office: str) -> bool:
        """Whether it names that office."""
        return self.office == _short(office)


def read_code(text: str) -> PaperCode | None:
    """The code as a scanner read it; None for anything else."""
    kind, *parts = text.split("\n")
    return PaperCode(*parts) if kind == KIND and len(parts) == 3 else None


def code_in(file: bytes) -> PaperCode | None:
    """The code that a file's bytes hold, wherever they were changed besides; None where there is none, or
    where it is itself damaged."""
    for found in _TOKEN.finditer(file):
        if _check(found[1]).encode() == found[2] and (code := _decoded(found[1])):
            return code
    return None


def is_copy(file: bytes) -> bool:
    """Whether a file says of itself that it is a copy of a paper with signatures drawn on it."""
    return COPY.encode() in file


def _decoded(kept: bytes) -> PaperCode | None:
    try:
        return read_code(urlsafe_b64decode(kept).decode())
    except (Error, UnicodeDecodeError):
        return None


def _check(kept: bytes) -> str:
    return hashlib.sha256(kept).hexdigest()[:8]


def _short(text: str) -> str:
    return " ".join(text.split())[:MOST]
