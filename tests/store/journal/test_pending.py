"""What the journal will tell is what the session is about to write, and nothing else."""

from __future__ import annotations

from datetime import date

from mediation_desk.services.intake import registering
from mediation_desk.store.journal.pending import RowChange, pending
from tests.offices import Office


def test_changed_fields_are_told_before_and_after_and_the_counter_is_not(office: Office) -> None:
    case_id = registering.register(office.first, registering.IntakeDraft(date(2025, 1, 15))).result
    assert case_id
    with office.first.work("edit") as work:
        case = work.cases.get(case_id)
        case.cause, case.version = "欠薪", 99
        case.facts_in_brief = case.facts_in_brief
        told = pending(work._session)
    assert told == [RowChange("cases", str(case_id), case_id, "update", {"cause": ["", "欠薪"]})]


def test_a_field_set_and_set_back_is_no_change(office: Office) -> None:
    case_id = registering.register(office.first, registering.IntakeDraft(date(2025, 1, 15))).result
    assert case_id
    with office.first.work("edit") as work:
        case = work.cases.get(case_id)
        case.cause = "欠薪"
        case.cause = ""
        assert pending(work._session) == []
