"""The office's own forms beside the shipped ones; one that cannot be used hides nothing."""

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.library import Library
from mediation_desk.services.reports.own_forms import OWN, known_forms, usable


def test_an_own_form_goes_before_the_shipped_one(library_shelf: Library) -> None:
    text = library_shelf.reports["monthly"][1].replace("调解工作月报", "本所月报")
    known = known_forms(library_shelf, {OWN: {"monthly": text}})
    assert known["monthly"].form.label.zh == "本所月报"
    assert (known["monthly"].own, known["monthly"].shipped) == (text, True)


def test_an_own_form_that_a_later_program_cannot_use_is_told_with_its_line(library_shelf: Library) -> None:
    known = known_forms(library_shelf, {OWN: {"monthly": "id = 1", "ours": 'id = "ours"'}})
    assert known["monthly"].trouble is not None and known["monthly"].form.label.zh == "调解工作月报"
    assert usable(known, "monthly").form.tables
    with pytest.raises(FormError):
        usable(known, "ours")
    with pytest.raises(DeskError):
        usable(known, "nothing")
