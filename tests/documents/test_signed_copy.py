"""A copy has the paper's own pages, drawn over and not set again, and a last sheet; the same every time."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from mediation_desk.documents.setting.places import Purpose, places_in
from mediation_desk.documents.signed_copy import Ink, signed_copy
from mediation_desk.domain.paper_code import code_in, is_copy
from mediation_desk.domain.settlement.strokes import Point, Writing
from tests.documents.clauses import CLAUSES, File
from tests.documents.setting.test_places import CODE, agreement

BOW = (Point(1000, 5000), Point(4000, 2000, 20), Point(7000, 6000, 40, 500))
HAND = Writing(320, (BOW, (Point(90, 90),)))
SHEET = agreement(code=None)  # any other paper will do
NOON = datetime(2024, 12, 3, 4, tzinfo=UTC)


def copied(*inks: Ink) -> bytes:
    return signed_copy(agreement(), inks, SHEET, created=NOON)


def places() -> list[Ink]:
    return [Ink(place, HAND) for place in places_in(agreement()) if place.purpose is Purpose.SIGNATURE]


def test_the_pages_are_the_papers_own_and_the_last_sheet_follows() -> None:
    paper, copy, sheet = (PdfReader(BytesIO(data)).pages for data in (agreement(), copied(*places()), SHEET))
    assert len(copy) == len(paper) + len(sheet)
    for before, after in zip([*paper, *sheet], copy, strict=True):
        assert before.extract_text() == after.extract_text()
    for at in range(len(paper) - 1):  # where nobody signs not even the drawing is touched
        contents, known = (pages[at].get_contents() for pages in (copy, paper))
        assert contents is not None and known is not None and contents.get_data() == known.get_data()


def test_it_says_of_itself_that_it_is_a_copy_and_carries_the_papers_code() -> None:
    assert is_copy(copied()) and code_in(copied()) == CODE and not is_copy(agreement())


def test_the_copy_is_a_file_that_archives_keep_as_the_paper_is() -> None:
    """The tree of the last sheet follows the paper's, and what the file says of itself is said again."""
    file = File(copied(*places()))
    for clause in CLAUSES:
        clause(file)
    assert [one["/S"] for one in file.elements()].count("/H1") == 2


def test_the_same_hands_make_the_same_file_and_another_hand_another() -> None:
    one, *rest = places()
    assert copied(one, *rest) == copied(one, *rest) != copied(*rest)


def test_every_stroke_is_drawn_within_its_place() -> None:
    """Read back as lines: their ends lie in the box of the first applicant, but for the width of a pen."""
    import pdfplumber

    ink = places()[0]
    with pdfplumber.open(BytesIO(copied(ink))) as file, pdfplumber.open(BytesIO(agreement())) as plain:
        page, before = file.pages[ink.place.page], plain.pages[ink.place.page]
        known = {(line["x0"], line["y0"], line["x1"], line["y1"]) for line in before.lines}
        drawn = [line for line in page.lines
                 if (line["x0"], line["y0"], line["x1"], line["y1"]) not in known]
    assert len(drawn) == 3
    for line in drawn:
        assert ink.place.left - 1 <= line["x0"] <= line["x1"] <= ink.place.right + 1
        assert ink.place.bottom - 1 <= line["y0"] <= line["y1"] <= ink.place.top + 1
