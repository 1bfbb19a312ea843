"""What a paper was made from: the data, the form's fingerprint, and the program that set it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperOrigin:
    """Where the bytes of a paper come from, kept beside them.

    ``made_from``: the view that filled the form, as canonical JSON (``documents.content.written``);
    ``form_sha256``: the SHA-256 of the form's head and text, in hexadecimal; ``program``: the version of
    Mediation Desk. A paper that an older program froze has none of them, and each is None.
    """

    made_from: str | None = None
    form_sha256: str | None = None
    program: str | None = None


UNKNOWN = PaperOrigin()
"""Of papers that were frozen before this was kept."""
