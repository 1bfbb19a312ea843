"""Every paper is a file that archives keep: PDF/A-2, level U, clause by clause (ISO 19005-2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from mediation_desk.documents import joined
from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.render import pdf
from mediation_desk.documents.template.blocks import (
    Block,
    Column,
    Columns,
    Form,
    Heading,
    Items,
    KeyValue,
    Paragraph,
    Run,
    SignatureArea,
    SignaturePlace,
    Table,
    Title,
)
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.clauses import CLAUSES, File
from tests.documents.reading import CREATED, printed

CODE = PaperCode("工作室", "1号", "0" * 64)


def signed(fonts: Fonts) -> bytes:
    """The agreement that is signed, of people with rare names."""
    names = ("𠮷小满", "李\U000323b0")
    rare = [replace(worker, name=name) for worker, name in zip(samples.WORKERS, names, strict=False)]
    paper = replace(samples.AGREEMENT, applicants=(*rare, *samples.WORKERS[2:]))
    return pdf(document_template(paper.template), paper, fonts, created=CREATED, code=CODE)


@pytest.fixture(scope="module")
def files(fonts: Fonts) -> dict[str, File]:
    """A paper of each form, the signed agreement, tables that go on over pages, and several papers in one."""
    target = BytesIO()
    joined.pdf(document_template("case-summary"), [samples.SUMMARY] * 3, fonts, target, created=CREATED)
    of_each = {paper.template: paper for paper in samples.PAPERS}
    del of_each[samples.AGREEMENT.TEMPLATE]  # it comes as the signed one
    made = {name: printed(paper, fonts) for name, paper in of_each.items()}
    made |= {"signed": signed(fonts), "crowd": printed(samples.crowd(20, 3), fonts),
             "joined": target.getvalue()}
    return {name: File(data) for name, data in made.items()}


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.__name__)
def test_every_paper_keeps_the_clause(clause: Callable[[File], None], files: dict[str, File]) -> None:
    for name, file in files.items():
        try:
            clause(file)
        except (AssertionError, KeyError) as broken:
            pytest.fail(f"{name}: {broken!r}")


def test_a_file_that_reportlab_makes_by_itself_breaks_many_of_them() -> None:
    """So the checks can fail."""
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 72, "plain")
    canvas.save()
    broken = []
    for clause in CLAUSES:
        try:
            clause(File(target.getvalue()))
        except (AssertionError, KeyError, ValueError):
            broken.append(clause.__name__)
    assert {"streams_6_1_7", "output_intent_6_2_3", "embedded_fonts_6_2_11_4", "unicode_6_2_11_7",
            "metadata_6_6_2", "identification_6_6_4", "structure_6_7_2", "artifacts_6_7_2_2",
            "language_6_7_4"} <= set(broken)


def told(file: File) -> list[str]:
    """The roles of a paper's parts, in their order."""
    return [element["/S"][1:] for element in file.elements()]


def test_the_agreement_is_headings_paragraphs_lists_tables_and_places_to_sign(files: dict[str, File]) -> None:
    roles = told(files["signed"])
    assert roles[0] == "Document" and roles.count("H1") == 1 and roles.count("H2") >= 5
    assert {"P", "Table", "TR", "TH", "TD", "Figure"} <= set(roles)
    said = [element["/Alt"] for element in files["signed"].elements() if element["/S"] == "/Figure"]
    assert any("签名处：申请人" in one and "𠮷小满" in one for one in said)


def test_an_item_of_a_list_is_its_mark_and_what_it_says(fonts: Fonts) -> None:
    items = Items(((Run("第一项" * 30),), (Run("第二项"),)), 1)
    file = File(make_pdf([items], fonts, title="表", created=CREATED))
    assert told(file) == ["Document", "L", *["LI", "Lbl", "LBody"] * 2]
    for clause in CLAUSES:
        clause(file)


def test_a_header_that_comes_again_is_told_once(files: dict[str, File]) -> None:
    """20 workers: the table runs over pages, and has one header row in the tree."""
    tables = [one for one in files["crowd"].elements() if one["/S"] == "/Table"]
    for table in tables:
        rows = [kid.get_object() for kid in table["/K"] if kid.get_object()["/S"] == "/TR"]
        heads = [row for row in rows if all(cell.get_object()["/S"] == "/TH" for cell in row["/K"])]
        assert len(heads) <= 1
    assert any(len(table["/K"]) > 20 for table in tables)


def test_bookmarks_lead_to_the_title_and_to_each_heading(files: dict[str, File]) -> None:
    reader = files["signed"].reader
    title, under = cast(Any, reader.outline)
    assert title["/Title"] == "调解协议书" and isinstance(under, list)
    headings = [one["/Title"] for one in under if not isinstance(one, list)]
    assert len(headings) == told(files["signed"]).count("H2")
    pages = [reader.get_destination_page_number(one) for one in under
             if not isinstance(one, list)]
    assert pages == sorted(pages, key=lambda at: at or 0) and pages[-1]
    assert len(PdfReader(BytesIO(files["joined"].data)).outline) >= 3


def test_the_same_paper_has_the_same_bytes_with_all_of_this(files: dict[str, File], fonts: Fonts) -> None:
    assert signed(fonts) == files["signed"].data


@settings(max_examples=20)
@given(typed=st.text(min_size=1, max_size=20), bold=st.booleans())
def test_whatever_is_typed_makes_such_a_file(typed: str, bold: bool, fonts: Fonts) -> None:
    runs = (Run(typed, bold),)
    blocks: list[Block] = [
        Title(typed), Heading(typed), Paragraph(runs), Items((runs, runs), 1),
        Table((Column(), Column()), ((runs, runs),), ((runs, runs),)), Form(((KeyValue(typed, runs),),)),
        Columns((typed,)), SignatureArea((SignaturePlace(typed, typed, "签名", fingerprint=True),))]
    file = File(make_pdf(blocks, fonts, title="表", created=CREATED))
    for clause in CLAUSES:
        clause(file)
