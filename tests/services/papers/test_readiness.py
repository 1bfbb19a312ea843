"""When a paper of the whole case is offered."""

from __future__ import annotations

from typing import get_args

from mediation_desk.library.forms import Ready
from mediation_desk.services.papers.readiness import OF_EXHIBITS, READY


def test_every_word_that_a_header_may_say_has_its_rule() -> None:
    assert set(READY) == set(get_args(Ready)) and set(READY) >= OF_EXHIBITS
