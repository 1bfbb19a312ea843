"""Every template is fed by one view, and tells what each of its fields means."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.forms import document_names, document_template
from tests.documents import samples
from tests.documents.reading import kinds


def test_every_template_has_its_view_and_every_view_its_template() -> None:
    assert sorted(paper.TEMPLATE for paper in kinds()) == document_names()
    assert {type(paper) for paper in samples.PAPERS} == set(kinds())


@pytest.mark.parametrize("paper", kinds(), ids=lambda paper: paper.TEMPLATE)
def test_a_template_tells_the_clerk_every_field_it_may_use(paper: type[Paper]) -> None:
    assert list(document_template(paper.TEMPLATE).header.needs) == [each.name for each in fields(paper)]  # type: ignore[arg-type]
