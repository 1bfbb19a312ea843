"""The office's own texts: one counts at a time, former ones stay, and only whoever may change forms does."""

from __future__ import annotations

from mediation_desk.domain.own_files import OwnForm
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office.own_texts import keep_text
from tests.offices import Office

PATH = "sources/court.toml"


def test_a_text_that_is_kept_anew_leaves_the_former_one_in_the_store(office: Office) -> None:
    desk = office.first
    keep_text(desk, PATH, "one", None)
    keep_text(desk, PATH, "two", "one")
    keep_text(desk, PATH, "two", "two")  # the same again changes nothing
    with desk.reading() as work:
        assert forms_in_force(work) == {PATH: "two"}
        assert sorted((one.text, one.removed_at is None) for one in work.all_of(OwnForm)) == [
            ("one", False), ("two", True)]
    keep_text(desk, PATH, None, "two")
    assert desk.forms == {}
