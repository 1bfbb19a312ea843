"""Pages that are put behind others keep their tree, or are in none where the first file has none."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from mediation_desk.documents.bound import append_pages, describe_again
from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.template.blocks import Paragraph, Run, Title
from mediation_desk.library.fonts import Fonts
from tests.documents.clauses import CLAUSES, File
from tests.documents.reading import CREATED

NOON = datetime(2025, 1, 20, 4, tzinfo=UTC)


def paper(name: str, fonts: Fonts) -> bytes:
    return make_pdf([Title(name), Paragraph((Run("一" * 900),))], fonts, title=name, created=CREATED)


def test_two_papers_in_one_have_one_tree_and_one_description(fonts: Fonts) -> None:
    writer = PdfWriter(clone_from=BytesIO(paper("甲", fonts)))
    append_pages(writer, PdfReader(BytesIO(paper("乙", fonts))))
    moment = f"D:{NOON:%Y%m%d%H%M%S}Z"
    writer.add_metadata({"/Title": "甲乙", "/CreationDate": moment, "/ModDate": moment})
    assert describe_again(writer, "甲乙", NOON)
    target = BytesIO()
    writer.write(target)
    file = File(target.getvalue())
    for clause in CLAUSES:
        clause(file)
    assert [one["/S"][1:] for one in file.elements()] == ["Document", "H1", "P", "H1", "P"]


def test_behind_a_file_without_a_tree_no_page_claims_to_be_in_one(fonts: Fonts) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    append_pages(writer, PdfReader(BytesIO(paper("乙", fonts))))
    assert not describe_again(writer, "乙", NOON)
    assert all("/StructParents" not in page for page in writer.pages) and len(writer.pages) == 3
