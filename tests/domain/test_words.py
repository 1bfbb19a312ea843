"""Sentences for the user, and the user's trouble."""

import pytest

from mediation_desk.domain.words import N_, DeskError, Sentence, by_count, say


def test_marking_a_sentence_changes_nothing_of_it() -> None:
    assert N_("Enter the office's name.") == "Enter the office's name."


def test_a_sentence_is_filled_with_its_particulars() -> None:
    assert str(say("{count} are named.", count=6)) == "6 are named."


def test_a_sentence_may_hold_a_sentence() -> None:
    inner = say("line {line}", line=4)
    assert str(say("Refused at {where}.", where=inner)) == "Refused at line 4."


def test_a_count_of_one_has_a_sentence_of_its_own() -> None:
    said = [by_count("{n} case", "{n} cases", n).format(n=n) for n in (0, 1, 2, 11)]
    assert said == ["0 cases", "1 case", "2 cases", "11 cases"]


def test_a_trouble_keeps_its_words_apart_from_what_fills_them() -> None:
    """So that whoever shows it can translate the words first."""
    trouble = DeskError("{owed} is still outstanding.", field="outcome", owed="4,300.00")
    assert trouble.sentence == Sentence("{owed} is still outstanding.", {"owed": "4,300.00"})
    assert trouble.field == "outcome"
    assert str(trouble) == "4,300.00 is still outstanding."


def test_a_trouble_without_a_field_belongs_beside_none() -> None:
    with pytest.raises(DeskError) as told:
        raise DeskError("The case is open.")
    assert told.value.field is None
