"""The invented case shows every form that a case's paper is made in."""

from __future__ import annotations

import pytest

from mediation_desk.library.forms import document_text
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from tests.services.papers_desk import text_of

STATIONS = ("intake", "sorting", "mediation", "settlement", "performance", "closing", "evidence")
NONE_FOR = {"supplementary-agreement", "signed-copy"}
"""What another paper must have been signed for first."""


@pytest.mark.parametrize("station", STATIONS)
def test_a_form_is_looked_at_without_looking_into_a_case(desk: Desk, station: str) -> None:
    for kind in making.of_station(station):
        if kind.template not in NONE_FOR:
            made = making.previewed(desk, kind.template, document_text(kind.template))
            text = text_of(made)
            assert "草稿" in text and "None" not in text, kind.template
