"""Several papers in one file: every page as it was, so many copies, and many copies take no more room."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from mediation_desk.documents.bundle import Part, bundled, sheet
from mediation_desk.library.fonts import Fonts
from tests.documents import samples
from tests.documents.reading import CREATED, pages, printed, run_together


def test_each_paper_stands_as_often_as_it_says_page_for_page_and_once_in_the_file(fonts: Fonts) -> None:
    agreement, reminder = printed(samples.AGREEMENT, fonts), printed(samples.REMINDER, fonts)
    steps: list[int] = []
    whole = bundled([(agreement, 2), (reminder, 1), (agreement, 60)], lambda: steps.append(1))
    bound = PdfReader(BytesIO(whole)).pages
    assert [page.extract_text() for page in bound[:11]] == [*pages(agreement) * 2, *pages(reminder)]
    assert len(bound) == 62 * len(pages(agreement)) + 1 and len(steps) == 3
    assert len(whole) < 3 * (len(agreement) + len(reminder)) + 62 * 5 * 1500


def test_the_sheet_before_a_set_says_whose_it_is_and_what_is_in_it(fonts: Fonts) -> None:
    text = run_together(sheet(samples.OFFICE.name, samples.CASE.number, "温若晴（申请人一）", [
        Part("调解协议书", b"", 1), Part("权利义务告知书", b"", 2)], fonts, created=CREATED))
    assert text == (f"{samples.OFFICE.name}文书份数单{samples.CASE.number}交付：温若晴（申请人一）"
                    "序号文书份数1调解协议书12权利义务告知书2")
