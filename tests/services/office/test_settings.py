"""The office's settings: two administrators change them, and each sees the other's word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import settings
from tests.offices import SETTINGS, Office


def test_each_keeps_what_they_changed(office: Office) -> None:
    hers = office.desk()
    settings.change(hers, replace(SETTINGS, phone="0971-8230155"), SETTINGS)
    settings.change(office.first, replace(SETTINGS, address="和顺路18号"), SETTINGS)
    assert office.desk().settings == replace(SETTINGS, phone="0971-8230155", address="和顺路18号")


def test_one_particular_that_both_changed_is_a_conflict_beside_its_field(office: Office) -> None:
    settings.change(office.desk(), replace(SETTINGS, phone="0971-8230155"), SETTINGS)
    with pytest.raises(Conflicts) as told:
        settings.change(office.first, replace(SETTINGS, phone="0971-8230166"), SETTINGS)
    (conflict,) = told.value.conflicts
    assert (told.value.field, conflict.seen, conflict.mine, conflict.stands) == (
        "phone", "", "0971-8230166", "0971-8230155")
    assert conflict.by and conflict.by.name == "陈守信"
    assert office.first.settings.phone == "0971-8230155", "at hand, to be shown"
    settings.change(office.first, replace(SETTINGS, phone="0971-8230166"))
    assert office.desk().settings.phone == "0971-8230166"


def test_going_back_a_step_writes_over_nobody(office: Office) -> None:
    """He set the phone; she corrected it; his step back is a write like any other."""
    after = replace(SETTINGS, phone="0971-8230155")
    settings.change(office.first, after, SETTINGS)
    hers = office.desk()
    settings.change(hers, replace(after, phone="0971-8230166"), after)
    with pytest.raises(Conflicts):
        settings.change(office.first, SETTINGS, after)
    assert office.desk().settings.phone == "0971-8230166"


def test_settings_that_cannot_be_are_refused(office: Office) -> None:
    with pytest.raises(DeskError) as refused:
        settings.change(office.first, replace(SETTINGS, name=" "))
    assert refused.value.field == "name"
