"""The journal in the reader's words: no row and no value is left in the program's own."""

import re
from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.journal_tables import TABLES, tells
from mediation_desk.domain.verbs import VERBS
from mediation_desk.gui.journal.words import CaseWords, field_words, table_words, verb_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case import rooms
from tests.gui.desks import SetClock


def test_every_verb_table_and_field_of_the_journal_has_words(desk: Desk, clock: SetClock) -> None:
    """The whole streamers' case, walked; whatever its journal holds can be read."""
    clock.set(date(2025, 1, 20))
    case_id = [stop.case_id for stop in streamers.walk(desk)][-1]
    entries = [line.entry for line in history.timeline(desk, case_id)]
    assert {entry.verb for entry in entries} - set(VERBS) == set()
    assert {entry.table for entry in entries} - set(TABLES) == set()
    assert [(entry.table, name) for entry in entries for name in entry.fields
            if name not in TABLES[entry.table].columns] == []


FINGERPRINTS = {"paper_sha256", "sha256"}
IDENTIFIER = re.compile(r"(?<![A-Z0-9])[a-z]{2,}")  # not of an ID number or a code


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_no_value_of_the_whole_story_is_left_in_the_programs_own_words(desk: Desk, clock: SetClock,
                                                                      language: str) -> None:
    """An element, an answer and the rule for rest days once stood there as unpaid_from, yes and same_day."""
    clock.set(date(2025, 1, 20))
    case_id = [stop.case_id for stop in streamers.walk(desk)][-1]
    words = spoken(desk, case_id, language)
    left = set()
    for line in history.timeline(desk, case_id):
        for name, change in line.entry.fields.items():
            for value in change if tells(line.entry.table, name) and name not in FINGERPRINTS else ():
                told = words.value(line.entry.table, name, value, line.entry.row_id)
                if "_" in told or (language == CHINESE and IDENTIFIER.search(told)):
                    left.add((line.entry.table, name, told))
    assert left == set()


def spoken(desk: Desk, case_id: UUID, language: str) -> CaseWords:
    said = Words.of(language)
    claims = {name: said.sentence(sentence) for name, sentence in sorting.claim_names().items()}
    return CaseWords(rooms.stored(desk, case_id), desk.zone, claims, desk.library.sheets, said)


def test_a_row_of_an_element_says_which_element_and_whose(desk: Desk) -> None:
    case_id = streamers._intake(desk)
    worker = rooms.stored(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "4300"),
                                Saying("employment_relationship", None, "applicant", "yes")])
    entries = {entry.element: str(entry.id) for entry in rooms.stored(desk, case_id).entries}
    words = spoken(desk, case_id, ENGLISH)
    assert words.row("element_entries", entries["monthly_wage"]) == "Element: 马晓岚 Monthly wage"
    relationship = entries["employment_relationship"]
    assert words.row("element_entries", relationship) == (
        "Element: The two sides are in an employment relationship")
    wage = entries["monthly_wage"]
    assert words.value("element_entries", "applicant", "4300.00", wage) == "4,300.00"
    assert words.value("element_entries", "respondent", "✓4300.00", wage) == "✓ 4,300.00"
    assert words.value("element_entries", "respondent", "✗", wage) == "denied"
    assert words.value("element_entries", "applicant", "yes", relationship) == "Yes"
    chinese = spoken(desk, case_id, CHINESE)
    assert chinese.value("element_entries", "applicant", "yes", relationship) == "是"
    assert chinese.value("element_entries", "respondent", "✗", wage) == "否认"


def test_numbers_stay_masked_and_amounts_are_in_yuan(desk: Desk) -> None:
    words = spoken(desk, rooms.streamers(desk), ENGLISH)
    assert words.value("parties", "id_number", "630199199503150011") == "630199********0011"
    assert words.value("parties", "phone", "13809710001") == "138****0001"
    assert words.value("parties", "bank_account", "6222021234567890123") == "622202*********0123"
    assert words.value("claims", "asked", 430_000) == "4,300.00 yuan"
    assert words.value("agreements", "total", 1) == "0.01 yuan"
    assert words.value("claims", "asked", 0) == "0.00 yuan" and words.value("claims", "note", "") == "(empty)"
    assert words.value("return_visits", "performed", True) == "Yes"
    assert words.value("cases", "confidential", False) == "No"


def test_what_is_sealed_shows_only_that_it_is(desk: Desk) -> None:
    words = spoken(desk, rooms.streamers(desk), ENGLISH)
    assert words.value("sealed_items", "sealed", "sha256:abcdef") == "(sealed)"


def test_an_instant_is_of_the_offices_clock_and_people_are_named(desk: Desk) -> None:
    case_id = rooms.streamers(desk)
    words, worker = spoken(desk, case_id, ENGLISH), rooms.stored(desk, case_id).applicants[0]
    assert words.value("offers", "released_at", "2024-11-25T16:30:00+00:00") == "2024-11-26 00:30"
    assert words.value("claims", "worker_id", str(worker.id)) == "马晓兰"
    assert words.value("exhibits", "given_by", "applicant") == "Applicants"
    assert words.row("parties", str(worker.id)) == "Party: 马晓兰"
    assert words.row("shares", "gone") == "Share"


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_every_term_of_the_vocabulary_that_a_field_can_hold_has_words(desk: Desk, language: str) -> None:
    words = spoken(desk, rooms.streamers(desk), language)
    for table in TABLES.values():
        for name, told in table.columns.items():
            for kind in told.words:
                terms = kind if isinstance(kind, Mapping) else {str(term): term.label for term in kind}
                for value, label in terms.items():
                    assert words.value(table.name, name, value) == Words.of(language).translate(label), name
    assert len({words.value("agreements", "rest_day_rule", str(rule)) for rule in RestDayRule}) == 3


def test_a_verb_or_table_of_a_later_program_is_shown_by_its_name() -> None:
    assert verb_words("sing") == "sing" and table_words("songs") == "songs"
    assert field_words("songs", "key") == "key"
