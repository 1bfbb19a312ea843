"""The review of the file before a case is closed: seven points, each answered by a person."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.file_review import FilePointAnswer, PointDraft, check_answers
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.vocabulary import FilePoint
from mediation_desk.services.desk import Desk


def review_file(desk: Desk, case_id: UUID, answers: Mapping[FilePoint, PointDraft],
                seen: Seen | None = None) -> Changes:
    """Keep what was found on these points; the others stay as they are. DeskError beside the note of a point
    that does not hold and says not what is lacking."""
    with desk.case_work(case_id, "review_file", seen) as (work, case):
        check_answers(answers)
        said = {one.point: one for one in case.review}
        for point, draft in answers.items():
            answer = said.get(point)
            if answer is None:
                answer = FilePointAnswer(id=work.new_key(), case_id=case_id, point=point)
                case.review_all.append(answer)
            answer.holds, answer.note = draft.holds, draft.note.strip()
        return work.commit()
