"""What a person has chosen so far on the way home: by case and question, one step after the other undone."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from mediation_desk.domain.merging import Key
from mediation_desk.domain.travel.homecoming import Decision, Question, Whose
from mediation_desk.services.travel.deciding import Left
from mediation_desk.services.travel.homecoming import Coming
from mediation_desk.services.travel.twice import Into


def is_complete(question: Question, decision: Decision | None) -> bool:
    """Whether nothing is lacking of a decision: the text that keeps both, the reason of a withdrawal."""
    if decision is None or (decision.whose is Whose.BOTH and not decision.text.strip()):
        return False
    return not question.signed_twice or bool(decision.reason.strip())


class Choices:
    """The choices for one bag. Nothing is chosen until a person chose it."""

    def __init__(self, left: Left) -> None:
        self.decisions = left.decisions
        self.joined = left.joined
        self.into = left.into
        self._before: list[tuple[UUID, dict[str, Decision]]] = []

    def of(self, case_id: UUID) -> Mapping[str, Decision]:
        """What was chosen in a case, complete or not."""
        return self.decisions.get(case_id, {})

    def decide(self, case_id: UUID, name: str, decision: Decision | None) -> None:
        """Choose for one question; None takes the choice back."""
        now = dict(self.of(case_id))
        now.pop(name, None)
        self._put(case_id, now | ({name: decision} if decision else {}))

    def decide_all(self, coming: Coming, whose: Whose) -> None:
        """Choose the same side for every question of a case, as one step."""
        former = self.of(coming.case_id)
        self._put(coming.case_id, {
            one.name: Decision(whose, reason=before.reason if (before := former.get(one.name)) else "")
            for one in coming.questions})

    def _put(self, case_id: UUID, now: dict[str, Decision]) -> None:
        former = dict(self.of(case_id))
        if former != now:
            self._before.append((case_id, former))
            self.decisions[case_id] = now

    def undo(self) -> UUID | None:
        """Take the last step back; the case that it was about, None when there is none."""
        if not self._before:
            return None
        case_id, former = self._before.pop()
        self.decisions[case_id] = former
        return case_id

    def join(self, case_id: UUID, laptop: Key, office: Key | None) -> None:
        """Declare two rows one person; without ``office`` they are two again."""
        pairs = {key: other for key, other in self.joined.get(case_id, {}).items() if key != laptop}
        self.joined[case_id] = pairs | ({laptop: office} if office else {})

    def go_on_in(self, case_id: UUID, into: Into | None) -> None:
        """Let a case that was entered twice go on in one of the office's; None: it is its own case."""
        self.into = {key: one for key, one in self.into.items() if key != case_id} | (
            {case_id: into} if into else {})

    def into_of(self, coming: Coming) -> Into | None:
        """In which case it goes on, as long as that one is offered."""
        into, offered = self.into.get(coming.case_id), coming.twice.offered if coming.twice else ()
        return into if into and any(one.case.id == into.leading_id for one in offered) else None

    def open_in(self, coming: Coming) -> int:
        """How many questions of a case are not decided."""
        return len(coming.questions) - len(self.complete(coming))

    def complete(self, coming: Coming) -> dict[str, Decision]:
        """The decisions of a case that lack nothing, for the questions that there are now."""
        chosen = self.of(coming.case_id)
        return {one.name: chosen[one.name] for one in coming.questions
                if is_complete(one, chosen.get(one.name))}
