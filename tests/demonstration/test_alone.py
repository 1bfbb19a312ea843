"""What is said alone in the demonstration is sealed in its order, and each side has its options on a page."""

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from pypdf import PdfReader

from mediation_desk.demonstration import alone, streamers
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.offices import embedded_place, office
from tests.services.papers_desk import case_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with office(embedded_place(tmp_path), tmp_path / "notes") as made:
        made.first.clock = StageClock(streamers.RECEIVED)
        yield made.first


def test_both_sides_talk_and_take_a_page_home(desk: Desk, tmp_path: Path) -> None:
    case_id = list(islice(streamers.walk(desk), 3))[-1].case_id
    alone.talk(desk, case_id)
    for side in Side:
        kept = [(word.kind, word.text) for word in caucus.talk(desk, case_id, (side,)).words]
        said = [(kind, text) for whose, kind, text in alone.SAID if whose is side]
        assert [one for one in kept if one in said] == said
    assert [fact.text for fact in case_of(desk, case_id).told_facts] == [alone.TOLD]
    (line,) = caucus.talk(desk, case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)[-1:]
    assert line.conditions and line.last_on
    files = list(alone.sheets(desk, case_id, tmp_path))
    assert [file.name for file in files] == ["options-sheet-applicant.pdf", "options-sheet-respondent.pdf"]
    for file in files:
        pages = PdfReader(io.BytesIO(file.read_bytes())).pages
        text = "".join(pages[0].extract_text().split())
        assert len(pages) == 1 and "30,264.00元" in text and "2024年11月25日" in text
        assert not any(words in text for _side, _kind, words in alone.SAID) and "29,000" not in text
