"""Return visits that are planned: after the signing, after the last payment, until they are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.planning.entries import EntryKind
from mediation_desk.domain.vocabulary import VisitOccasion
from mediation_desk.services import reading
from mediation_desk.services.calendar import planning
from mediation_desk.services.closing import closing
from mediation_desk.services.closing.closing import VisitDraft
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, seated, terms


def to_make(desk: Desk) -> list[tuple[str, date]]:
    """As Today tells them; the calendar must say the same."""
    told = [(row.kind, row.on) for row, _case in reading.day(desk).visits]
    view = planning.between(desk, date(2024, 11, 1), date(2025, 2, 3))
    planned = [(one.occasion, one.on) for one in view.entries if one.kind is EntryKind.VISIT and one.occasion]
    assert [on for _kind, on in told] == [on for _occasion, on in planned]
    return told


def visit(desk: Desk, case_id: UUID, occasion: VisitOccasion | None) -> None:
    closing.visit(desk, case_id, VisitDraft(desk.today, occasion=occasion, visited_by=" 李调解 ",
                                            spoken_with="温若晴", result="款项已到账"))


def test_each_visit_stands_there_from_what_it_follows_until_it_was_made(office: Office) -> None:
    desk = office.first  # today is 20 January 2025
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 12, 2))
    assert to_make(desk) == [("visit_after_signing", date(2024, 12, 9))]  # seven days, unless it says else
    other = seated(desk, settings=replace(desk.settings, visit_days_signed=30))
    assert to_make(other) == [("visit_after_signing", date(2025, 1, 1))]
    visit(desk, case_id, VisitOccasion.LATE)
    assert to_make(desk)  # another occasion
    visit(desk, case_id, VisitOccasion.SIGNED)
    assert to_make(desk) == []
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 18), yuan("30264")))
    assert to_make(desk) == [("visit_after_payment", date(2025, 1, 25))]
    visit(desk, case_id, VisitOccasion.PAID)
    assert to_make(desk) == []
    made = reading.case(desk, case_id).case.visits[-1]
    assert (made.visited_by, made.spoken_with, made.result) == ("李调解", "温若晴", "款项已到账")
    closing.remove_visit(desk, case_id, made.id)
    assert to_make(desk) == [("visit_after_payment", date(2025, 1, 25))]


def test_what_is_planned_beyond_two_weeks_waits_and_a_visit_without_a_reason_counts(office: Office) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("30264.00", date(2025, 2, 10)))
    settling.sign(desk, case_id, date(2025, 1, 20))
    later = seated(desk, settings=replace(desk.settings, visit_days_signed=15))
    assert reading.day(later).visits == ()
    assert len(reading.day(desk).visits) == 1
    visit(desk, case_id, None)  # nobody said why: it counts for what was to be made
    assert reading.day(desk).visits == ()
