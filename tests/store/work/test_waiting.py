"""Matters that wait, and cases of a day that are not decided."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.intake import registering, waiting
from mediation_desk.services.intake.registering import IntakeDraft
from mediation_desk.store.work import waiting as stored
from tests.offices import Office


def test_the_longest_waiting_stands_first_and_is_held_by_its_key(office: Office) -> None:
    desk = office.first
    keys = [waiting.put_aside(desk, Source.WALK_IN, "", str(number)).result for number in range(2)]
    with desk.work() as work:
        assert [one.id for one in stored.standing(work)] == keys
        held = stored.held(work, keys[1] or UUID(int=0))
        assert held is not None and held.id == keys[1]
        assert stored.held(work, UUID(int=7)) is None


def test_only_what_may_be_seen_of_the_day_is_told(office: Office) -> None:
    desk = office.first
    made = registering.register(desk, IntakeDraft(desk.today)).result
    with desk.reading() as work:
        assert [row.case_id for row, _at, _came in stored.undecided(work, desk.today)] == [made]
        work.lists.reach(all_cases=False, own_cases=False)
        assert stored.undecided(work, desk.today) == []
