"""The seven points of a file: which there are, which are open, and that a "no" says what is lacking."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.file_review import (
    FilePointAnswer,
    PointDraft,
    check_answers,
    note_field,
    points,
    unanswered,
)
from mediation_desk.domain.vocabulary import FilePoint
from mediation_desk.domain.words import DeskError


def test_there_are_seven_points_and_five_where_nothing_was_signed() -> None:
    assert points(signed=True) == tuple(FilePoint) and len(FilePoint) == 7
    assert not {FilePoint.AGREEMENT, FilePoint.VISIT} & set(points(signed=False))


@given(st.dictionaries(st.sampled_from(list(FilePoint)), st.none() | st.booleans()), st.booleans())
def test_a_point_is_open_until_somebody_said_yes_or_no(
        said: dict[FilePoint, bool | None], signed: bool) -> None:
    answers = [FilePointAnswer(id=UUID(int=at), case_id=UUID(int=9), point=point, holds=holds)
               for at, (point, holds) in enumerate(said.items())]
    left = unanswered(answers, signed=signed)
    assert set(left) == {one for one in points(signed=signed) if said.get(one) is None}


def test_a_no_says_what_is_lacking_beside_its_point() -> None:
    check_answers({FilePoint.BOUND: PointDraft(False, "没有页码"), FilePoint.FORMS: PointDraft(True)})
    with pytest.raises(DeskError, match="Say what is lacking") as refused:
        check_answers({FilePoint.BOUND: PointDraft(False, "  ")})
    assert refused.value.field == note_field(FilePoint.BOUND) == "bound_note"
