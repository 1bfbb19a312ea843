"""Fields: what they refuse, and two editors of one."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.editing import Edit
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of, registered


def test_a_consent_is_not_moved_behind_the_acceptance(office: Office) -> None:
    case_id = accepted(office.first)
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("case", case_id, "applicants_agree_on", RECEIVED,
                                                  date(2024, 12, 1))])
    assert told.value.field == "applicants_agree_on"


def test_characters_that_no_store_can_keep_are_left_out(office: Office) -> None:
    case_id = registered(office.first)
    editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "欠\0薪\ud800")])
    assert case_of(office.first, case_id).cause == "欠薪\ufffd"
    assert history.timeline(office.first, case_id)[-1].entry.fields["cause"] == ("", "欠薪\ufffd")
    assert len(reading.find(office.first, "\0\ud800马")) >= 0
