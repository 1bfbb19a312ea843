"""What the sheets of a bound file may say: its contents, and the evidence that is not bound into it."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the contents: on which pages it lies, counted in its part."""

    title: str
    first: int
    last: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FileContents(Paper):
    """卷内目录 of one part (正卷 or 副卷)."""

    TEMPLATE = "file-contents"
    office: OfficeView
    number: str
    part: str
    rows: tuple[ContentsRow, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class UnboundRow:
    """Evidence that is kept as a file alone: ``sha256`` in groups that an eye compares; ``why`` it is not
    bound."""

    number: str
    name: str
    size: str
    sha256: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class UnboundEvidence(Paper):
    """未装订证据清单: sound, film and whatever else has no pages, each named by its digest."""

    TEMPLATE = "unbound-evidence"
    office: OfficeView
    number: str
    rows: tuple[UnboundRow, ...]
