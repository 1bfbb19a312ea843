"""A form of a few lines, composed."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Block
from mediation_desk.library.forms import DocumentHeader, DocumentTemplate


@dataclass(frozen=True)
class Nothing:
    """A paper that is told nothing."""


def composed(body: str) -> list[Block]:
    """The blocks of a slip."""
    header = DocumentHeader("便条", "Slip", "office", {})
    return compose(DocumentTemplate("便条", body, 4, "documents/slip.md", {}, "slip", header), Nothing())


def one(body: str) -> Block:
    """The one block of a slip."""
    block, = composed(body)
    return block
