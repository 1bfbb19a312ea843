"""The printed papers: figures, pages, faces, and nothing broken or missing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest
from pypdf import PdfReader

from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.render import pdf
from mediation_desk.documents.setting.places import Purpose, places_in
from mediation_desk.documents.setting.strips import BODY, Sheet
from mediation_desk.documents.template.blocks import Column, PageBreak, Paragraph, Run, Table
from mediation_desk.documents.views.paper import Paper
from mediation_desk.domain.money import yuan
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.domain.words import DeskError
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.reading import CREATED, pages, printed, run_together

OPENING, HANGS = "（《〈“‘〔【「『", 0.5  # em: whose own blank half may stand outside the type area
EACH = pytest.mark.parametrize("paper", samples.PAPERS, ids=lambda paper: paper.template)
MM = 72 / 25.4
CODE = PaperCode("工作室", "1号", "0" * 64)


@pytest.fixture(scope="module")
def agreement(fonts: Fonts) -> bytes:
    return printed(samples.AGREEMENT, fonts)


@pytest.fixture(scope="module")
def crowd(fonts: Fonts) -> bytes:
    return printed(samples.crowd(60, 12), fonts)


@EACH
def test_every_paper_prints_with_numbered_pages_and_embedded_subset_faces(paper: Paper, fonts: Fonts) -> None:
    data = printed(paper, fonts)
    reader = PdfReader(BytesIO(data))
    numbered = document_template(paper.template).header.numbered
    for number, text in enumerate(pages(data), start=1):
        assert (f"第 {number} 页 共 {len(reader.pages)} 页" in text) == numbered
    for page in reader.pages:
        assert sorted(map(float, page.mediabox[2:])) == pytest.approx([210 * MM, 297 * MM], abs=0.1)
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = font.get_object()
            assert re.match(r"/[A-Z]{6}\+", described["/BaseFont"])
            assert "/FontFile2" in described["/FontDescriptor"].get_object()
    assert "\ufffd" not in run_together(data) and "None" not in run_together(data)


@EACH
def test_no_text_of_a_paper_is_set_in_a_face_that_is_not_embedded(paper: Paper, fonts: Fonts) -> None:
    with pdfplumber.open(BytesIO(printed(paper, fonts))) as pdf:
        used = {char["fontname"] for page in pdf.pages for char in page.chars}
    assert used and all("NotoS" in name for name in used)


@EACH
def test_everything_stands_inside_the_type_area(paper: Paper, fonts: Fonts) -> None:
    header = document_template(paper.template).header
    sheet = Sheet(header.wide, header.compact, header.handout)
    with pdfplumber.open(BytesIO(printed(paper, fonts))) as pdf:
        for page in pdf.pages:
            body = [char for char in page.chars if char["bottom"] < page.height - sheet.bottom + 2]
            assert min(char["x0"] + HANGS * char["size"] * (char["text"] in OPENING)
                       for char in body) >= sheet.left - 1
            assert max(char["x1"] for char in body) <= page.width - sheet.right + BODY / 2 + 1
            assert min(char["top"] for char in body) >= sheet.top - 1
            foot = [char["text"] for char in page.chars if char not in body]
            assert not foot or "".join(foot).startswith("第")


def test_the_agreement_says_every_figure_of_the_story(agreement: bytes) -> None:
    text = run_together(agreement)
    for said in ("宁中劳调〔2024〕0001号", "合计38,700.00元（人民币叁万捌仟柒佰元整）",
                 "合计30,264.00元（人民币叁万零贰佰陆拾肆元整）", "2024年12月10日前（含当日）支付15,132.00元",
                 "2025年1月10日前（含当日）支付15,132.00元", "人民币壹万伍仟壹佰叁拾贰元整",
                 "逾期超过5日", "自本协议生效之日起15日内，共同向",
                 "自本协议生效之日起30日内，共同向", "申请支付令", "一式八份",
                 "仲裁审查", "司法确认", "人民币叁仟叁佰陆拾贰元陆角柒分"):
        assert said in text, said


def test_the_agreement_names_each_party_with_all_particulars(agreement: bytes) -> None:
    text = run_together(agreement)
    for party in samples.WORKERS:
        for said in (party.name, party.id_number, party.address, party.phone, party.sex):
            assert said in text
    for said in (samples.COMPANY.credit_code, "法定代表人：祁望舒", "委托代理人：关山月"):
        assert said in text


def test_each_workers_share_stands_in_one_row_in_figures_and_capitals(agreement: bytes) -> None:
    with pdfplumber.open(BytesIO(agreement)) as pdf:
        rows = [row for page in pdf.pages for table in page.extract_tables() for row in table]
    shares = {row[0] or "": row for row in rows if row and row[-1] and row[-1].startswith("人民币")}
    assert shares["尹小满"][-2:] == ["3,362.67", "人民币叁仟叁佰陆拾贰元陆角柒分"]
    assert shares["合计"][-2:] == ["30,264.00", "人民币叁万零贰佰陆拾肆元整"]
    assert sorted(shares) == sorted([*samples.NAMES, "合计"])


def test_no_amount_runs_over_the_end_of_a_line(agreement: bytes, crowd: bytes) -> None:
    for data in (agreement, crowd):
        for line in (line for page in pages(data) for line in page.split("\n")):
            assert not re.search(r"[\d,]+\.\d?$|\d,\d{0,2}$", line.strip()), line
            assert not re.match(r"^(,\d{3}|\.\d\d|元)", line.strip()), line


def test_sixty_workers_rows_are_never_cut_and_every_page_has_the_header(crowd: bytes) -> None:
    with pdfplumber.open(BytesIO(crowd)) as pdf:
        found: list[list[str | None]] = []
        for page in pdf.pages:
            for table in page.extract_tables():
                if table[0][0] == "序号":
                    found += table[1:]
    plain = [row for row in found if row[0]]
    assert [row[0] for row in plain] == [str(at) for at in range(1, 61)]
    assert all(all(row[:-1]) and not row[-1] for row in plain)  # all told, the last cell is to be signed
    asked = [(row[3] or "").split("\n")[0] for row in plain]
    assert sum(yuan(one.replace(",", "")).fen for one in asked) == 25800000  # 60 x 4,300.00


@pytest.mark.parametrize(("workers", "instalments"), [(10, 2), (60, 2), (80, 36)])
def test_a_body_of_five_pages_at_most_is_followed_by_one_line_a_person_on_the_long_side(
        workers: int, instalments: int, fonts: Fonts) -> None:
    second = replace(samples.COMPANY, role="被申请人二", name="安宁河湟同城配送有限公司")
    paper = replace(samples.crowd(workers, instalments), respondents=(samples.COMPANY, second))
    data = pdf(document_template(paper.TEMPLATE), paper, fonts, created=CREATED, code=CODE)
    with pdfplumber.open(BytesIO(data)) as read:
        turned = [page.width > page.height for page in read.pages]
    body = turned.index(True)
    assert body <= 5 and all(turned[body:]) and (workers != 60 or len(turned) <= 9)
    hands = [one for one in places_in(data) if one.purpose is Purpose.SIGNATURE]
    lines = [one for one in hands if one.page >= body]
    assert [one.name for one in lines] == [one.name for one in paper.applicants]
    assert [one.label for one in lines] == [one.role for one in paper.applicants]
    for one, other in pairwise(lines):
        assert one.page < other.page or one.bottom >= other.top, "each has a line of their own"
    assert not {one.name for one in hands if one.page < body} & {one.name for one in lines}


def test_the_agreement_of_five_streamers_has_five_pages_at_most(fonts: Fonts) -> None:
    assert len(pages(printed(samples.AGREEMENT, fonts))) <= 5


@pytest.mark.parametrize("paper", [samples.CLOSING, samples.RECOVERY, samples.REFUSAL, samples.LEDGER],
                         ids=lambda paper: paper.template)
def test_what_a_leader_signs_or_a_safe_keeps_fits_on_one_page(paper: Paper, fonts: Fonts) -> None:
    assert len(pages(printed(paper, fonts))) == 1


def test_a_rule_closes_every_row_on_the_page_where_it_began(fonts: Fonts) -> None:
    """Cells of two to five lines: each row's rectangle holds all its lines."""
    rows = tuple(((Run(f"行{at}"),), (Run("甲乙丙丁戊己庚辛壬癸" * (3 + at % 4) + f"尾{at}"),))
                 for at in range(60))
    table = Table((Column(), Column(share=0)), (((Run("序号"),), (Run("内容"),)),), rows)
    data = make_pdf([table], fonts, title="表", created=CREATED)
    with pdfplumber.open(BytesIO(data)) as pdf:
        found = [row for page in pdf.pages for each in page.extract_tables() for row in each[1:]]
    assert [row[0] for row in found] == [f"行{at}" for at in range(60)]
    assert all((row[1] or "").replace("\n", "").endswith(f"尾{at}") for at, row in enumerate(found))


def test_a_row_longer_than_a_page_goes_on_over_the_page(fonts: Fonts) -> None:
    text = "".join(f"第{at}句。" for at in range(900))
    head, row = ((Run("人"),), (Run("陈述"),)), ((Run("甲"),), (Run(text),))
    table = Table((Column(), Column()), (head,), (row,))
    data = make_pdf([table], fonts, title="表", created=CREATED)
    assert len(pages(data)) > 1 and "第899句" in run_together(data)


def test_signatures_never_stand_alone_on_a_page(fonts: Fonts) -> None:
    for padding in range(0, 24, 2):
        facts = samples.AGREEMENT.facts + ("另行查明的事实",) * padding
        last = "".join(pages(printed(replace(samples.AGREEMENT, facts=facts), fonts))[-1].split())
        assert "自愿签署" in last and last.index("自愿签署") < last.index("申请人一：")


def test_a_heading_is_never_the_last_line_of_a_page(fonts: Fonts) -> None:
    for padding in range(0, 24, 2):
        facts = samples.AGREEMENT.facts + ("另行查明的事实",) * padding
        for text in pages(printed(replace(samples.AGREEMENT, facts=facts), fonts)):
            lines = [line for line in text.split("\n") if line.strip() and not line.startswith("第 ")]
            assert not re.match(r"^[一二三四五六七八九]、", lines[-1].strip())


def test_the_same_paper_gives_the_same_bytes(agreement: bytes, fonts: Fonts) -> None:
    again = printed(samples.AGREEMENT, fonts)
    assert hashlib.sha256(again).digest() == hashlib.sha256(agreement).digest()
    other = make_pdf([Paragraph((Run("甲"),))], fonts, title="甲", created=CREATED)
    later = make_pdf([Paragraph((Run("甲"),))], fonts, title="甲", created=datetime(2025, 1, 1, tzinfo=UTC))
    assert other != later


def test_the_description_holds_the_kind_of_paper_and_no_person(agreement: bytes) -> None:
    told = PdfReader(BytesIO(agreement)).metadata
    assert told is not None and told.title == "调解协议书"
    assert told.creation_date == CREATED
    assert not any(name in str(value) for value in told.values() for name in samples.NAMES)


def test_a_draft_is_marked_on_every_page_and_the_original_is_not(agreement: bytes, fonts: Fonts) -> None:
    assert all("草稿" in text for text in pages(printed(samples.AGREEMENT, fonts, draft=True)))
    assert not any("草稿" in text for text in pages(agreement))


def test_no_name_stops_the_print(fonts: Fonts) -> None:
    """One that HanaMinB has, and one that no typeface has: the hand is told to write it."""
    names = ("𠮷小满", "李\U000323b0")
    strange = [replace(worker, name=name) for worker, name in zip(samples.WORKERS, names, strict=False)]
    paper = replace(samples.AGREEMENT, applicants=(*strange, *samples.WORKERS[2:]))
    text = run_together(printed(paper, fonts))
    assert all(text.count(name) >= 2 for name in names)
    assert "手写补字" in text and "U+323B0" in text and "U+20BB7" not in text


def test_an_agreement_leaves_the_day_of_signing_to_be_written(fonts: Fonts) -> None:
    """What counts from that day stands as a rule, so that the paper is the same before and after."""
    text = run_together(printed(samples.AGREEMENT, fonts))
    assert "自本协议生效之日起15日内，共同向" in text and "自本协议生效之日起30日内，共同向" in text
    assert "期间的最后一日是休息日的，顺延至其后第一个工作日" in text and "＿＿＿＿年＿＿月＿＿日" in text


@pytest.mark.parametrize(("workers", "instalments"), [(1, 1), (1, 3), (2, 1), (5, 24), (6, 5), (12, 2)])
def test_agreements_of_many_shapes_add_up_in_rows_and_columns(workers: int, instalments: int,
                                                              fonts: Fonts) -> None:
    paper = samples.crowd(workers, instalments)
    data = printed(paper, fonts)
    assert str(paper.schedule.total) in run_together(data)
    with pdfplumber.open(BytesIO(data)) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    cells = {line for table in tables for row in table for cell in row for line in (cell or "").split("\n")}
    if workers > 1:
        for row in paper.schedule.rows:
            assert all(str(share) in cells for share in row.shares)
        assert all(str(share) in cells for share in paper.schedule.totals)


def test_a_table_too_wide_for_the_page_is_refused(fonts: Fonts) -> None:
    row = tuple((Run("1,234,567,890.00元"),) for _ in range(14))
    with pytest.raises(DeskError, match="too wide"):
        make_pdf([Table(tuple(Column() for _ in row), (row,), (row,))], fonts, title="表", created=CREATED)


def test_a_page_break_begins_a_page(fonts: Fonts) -> None:
    data = make_pdf([Paragraph((Run("甲"),)), PageBreak(), Paragraph((Run("乙"),))], fonts, title="表",
                    created=CREATED)
    assert [text.strip()[0] for text in pages(data)] == ["甲", "乙"]


def test_the_minutes_have_a_line_to_sign_on_every_page_and_other_papers_have_none(fonts: Fonts) -> None:
    words = document_template("mediation-record").header.signed_by_page
    assert words and all(words in text for text in pages(printed(samples.RECORD, fonts)))
    assert not any(words in text for text in pages(printed(samples.AGREEMENT, fonts)))
    with pdfplumber.open(BytesIO(printed(samples.RECORD, fonts))) as read:
        for page in read.pages:
            (number,) = page.search("页 共")
            line = max(page.lines, key=lambda one: one["top"])
            assert number["bottom"] < line["top"] < page.height - 5 * MM  # beneath the number, on the paper
