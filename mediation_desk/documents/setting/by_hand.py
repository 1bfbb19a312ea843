"""The note at the end of a paper that says which marked squares are filled in by hand."""

from __future__ import annotations

from mediation_desk.documents.setting.faces import blanks
from mediation_desk.documents.setting.strips import Strip, TypeCase, paragraph_strips
from mediation_desk.documents.setting.tags import Tag, tagged
from mediation_desk.documents.template.blocks import Paragraph, Run

NOTE = "手写补字：本文书中标有编码的方框（{codes}）是字库未收录的字，请在签署前由本人在方框内手写补上。"


def hand_strips(case: TypeCase, width: float) -> list[Strip]:
    """The note for what this paper has set as blanks so far; nothing when there are none."""
    codes = "、".join(f"U+{ord(character):04X}" for character in blanks(case.fonts).to_write())
    if not codes:
        return []
    note = Paragraph((Run(NOTE.format(codes=codes)),), indent=False, small=True)
    return tagged(paragraph_strips(note, case, width), Tag("P"))
