"""What a template asks for in vain is known before it is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from mediation_desk.documents.template.empties import Empty, empties
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import FormText
from tests.documents import samples


@dataclass(frozen=True)
class Slip:
    """A paper with one party."""

    party: object
    place: str = ""
    note: str = ""


def form(body: str) -> FormText:
    return FormText("便条", body, 1, "documents/slip.md", {})


def test_what_is_asked_for_and_stands_empty_is_told_once_with_whose_it_is() -> None:
    bare = replace(samples.WORKERS[0], phone="", address="")
    asked = "{% if party.phone %}电{% endif %}" * 2 + "{% if place %}在{% endif %}"
    found = empties(form(asked), Slip(bare))
    assert [(one.name, one.owner is bare) for one in found] == [("place", False), ("phone", True)]


def test_what_the_form_does_not_ask_for_lacks_nobody() -> None:
    assert empties(form("{{ party.name }}"), Slip(replace(samples.WORKERS[0], phone=""))) == ()


def test_a_paper_that_cannot_be_made_is_refused_as_it_would_be_printed() -> None:
    with pytest.raises(DeskError):
        empties(form("{{ party.phone }}"), Slip(replace(samples.WORKERS[0], phone="")))


def test_two_parties_with_the_same_empty_field_are_two() -> None:
    two = [replace(one, phone="") for one in samples.WORKERS[:2]]
    found = empties(form("{% for p in party %}{% if p.phone %}电{% endif %}{% endfor %}"), Slip(two))
    assert [type(one) for one in found] == [Empty, Empty] and found[0].owner is not found[1].owner
