"""The note for the hand stands only on papers that need one."""

from __future__ import annotations

from mediation_desk.documents.setting.by_hand import hand_strips
from mediation_desk.documents.setting.faces import blanks
from mediation_desk.documents.setting.strips import TypeCase
from mediation_desk.library.fonts import Fonts


def test_a_paper_of_known_characters_has_no_note_and_another_has_one(fonts: Fonts) -> None:
    case = TypeCase(fonts)
    blanks(fonts).asked.clear()
    case.song.parts("李𬍛")
    assert hand_strips(case, 400) == []
    case.song.parts("李\U000323b0")
    assert hand_strips(case, 400)
    blanks(fonts).asked.clear()
