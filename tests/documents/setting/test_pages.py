"""Pages: what holds together is not parted, nothing stands alone, and a letter has one page when it can."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.setting.pages import fitted, paginate
from mediation_desk.documents.setting.strips import (
    BODY,
    COMPACT,
    COMPACT_LEADING,
    Sheet,
    Strip,
    TypeCase,
)
from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    SignatureArea,
    SignaturePlace,
    Table,
    Title,
)
from mediation_desk.documents.views import annex, settlement
from mediation_desk.documents.views import shared as c
from mediation_desk.domain.money import Money, yuan
from mediation_desk.library.fonts import Fonts
from tests.documents import samples
from tests.documents.reading import CREATED, printed
from tests.documents.setting.page_marks import Page, Row, Sign, read

EXAMPLES = 40 if os.environ.get("SOAK") else 4
LOOSEST = 0.08  # em
HEIGHT = 100.0


def strip(height: float, *, with_next: bool = False, soft: bool = False, heading: bool = False,
          before: float = 0.0, again: tuple[Strip, ...] = (), new_page: bool = False) -> Strip:
    return Strip(height, lambda _canvas, _x, _top: None, with_next, before, again, new_page,
                 soft=soft, heading=heading)


def heights(strips: list[Strip]) -> list[list[float]]:
    return [[one.height for one in page] for page in paginate(strips, HEIGHT)]


# --- how strips fill pages --------------------------------------------------------------------


def test_strips_fill_a_page_and_space_falls_away_at_its_head() -> None:
    pages = list(paginate([strip(60), strip(40), strip(30, before=20), strip(0, before=80)], HEIGHT))
    assert [[one.height for one in page] for page in pages] == [[60, 40], [30]]
    assert pages[1][0].before == 0, "and space at a foot makes no page of its own"


def test_what_holds_together_goes_to_the_next_page_together() -> None:
    assert heights([strip(60), strip(20, with_next=True), strip(30)]) == [[60], [20, 30]]


def test_a_table_goes_over_the_page_rather_than_leave_more_than_half_of_it_empty_before_a_heading() -> None:
    rows = [strip(20, with_next=True, soft=True)] * 4
    assert heights([strip(40), strip(10, with_next=True, heading=True), *rows, strip(10)]) == [
        [40, 10, 20, 20], [20, 20, 10]]
    assert heights([strip(60), strip(10, with_next=True, heading=True), *rows, strip(10)]) == [
        [60], [10, 20, 20, 20, 20, 10]], "less than half: then all of it stays together"
    assert heights([strip(40), *rows, strip(10)]) == [[40], [20, 20, 20, 20, 10]], "no heading"


def test_what_cannot_be_broken_leaves_its_page_empty() -> None:
    firm = [strip(20, with_next=True)] * 4
    assert heights([strip(20), strip(10, with_next=True, heading=True), *firm, strip(5)]) == [
        [20], [10, 20, 20, 20, 20, 5]]


def test_what_is_higher_than_a_page_is_broken_where_it_may_and_headed_again() -> None:
    head = strip(10)
    rows = [strip(30, with_next=True, soft=at % 2 == 1, again=(head,)) for at in range(6)]
    assert heights([*rows, strip(30, again=(head,))]) == [[10, 30, 30], [10, 30, 30], [10, 30, 30, 30]]
    assert heights([strip(30, with_next=True)] * 5) == [[30, 30, 30], [30, 30]], "with no such place"
    assert heights([strip(130), strip(20)]) == [[130], [20]], "one that is higher alone stays as it is"
    assert heights([strip(130), strip(0, before=8)]) == [[130]], "and space after it makes no page"


def test_a_strip_that_begins_a_page_does() -> None:
    assert heights([strip(10, new_page=True), strip(10), strip(10, new_page=True)]) == [[10, 10], [10]]


# --- one page less ----------------------------------------------------------------------------


def letter(count: int) -> list[Block]:
    """A notice with so many lines, the office's seal under it."""
    text = Paragraph((Run("请按时到调解室参加调解，并带好身份证件和有关的材料。" * 2),))
    return [Title("通知书"), *[text] * count, SignatureArea(
        (SignaturePlace("调解组织", "安宁区调解工作室", "印章", seal=True),), "2024年11月25日")]


@pytest.mark.parametrize(("count", "pages"), [(5, 1), (10, 1), (14, 1), (16, 2)])
def test_a_letter_has_one_page_when_it_can(count: int, pages: int, fonts: Fonts) -> None:
    found = read(make_pdf(letter(count), fonts, title="通知书", created=CREATED, compact=True))
    assert len(found) == pages
    sizes = {round(sign.size, 2) for page in found for sign in page.body} - {22.0}
    assert min(sizes) >= 12, "small four is the least"
    assert (min(sizes) == COMPACT) == (count in (5, 10, 16)), "and one that needs no room keeps its type"


@pytest.mark.parametrize(("lines", "pages", "leading"), [
    (44, 2, 28.95), (46, 2, 26.5), (49, 2, 25.5), (56, 3, 28.95)])
def test_a_paper_of_size_three_takes_up_to_twenty_five_lines_a_page(lines: int, pages: int, leading: float,
                                                                   fonts: Fonts) -> None:
    found = fitted(lambda case: [strip(case.leading)] * lines, TypeCase(fonts), Sheet())
    assert len(found) == pages and found[0][0].height == leading


@pytest.mark.parametrize(("pages", "size", "leading"), [
    (3, 12.0, 18.0), (6, COMPACT, 20.5), (7, COMPACT, 23.5)])
def test_a_long_paper_keeps_its_size_and_a_very_long_one_all_its_type(pages: int, size: float, leading: float,
                                                                     fonts: Fonts) -> None:
    """So many lines that one page less takes the tightest type that each may have."""
    used = list[TypeCase]()

    def lay(case: TypeCase) -> list[Strip]:
        used.append(case)
        count = {3: 70, 6: 160, 7: 180}[pages]
        return [strip(case.leading)] * count
    found = fitted(lay, TypeCase(fonts, COMPACT, COMPACT_LEADING), Sheet(compact=True))
    assert found[0][0].height == leading and min(case.size for case in used) == size


def test_large_type_for_one_persons_hand_stays_large(fonts: Fonts) -> None:
    sheet = Sheet(compact=True, handout=True)
    case = TypeCase(fonts, COMPACT, COMPACT_LEADING)
    found = fitted(lambda chosen: [strip(chosen.leading)] * 33, case, sheet)
    assert len(found) == 2 and found[0][0].height == COMPACT_LEADING


# --- what stands alone ------------------------------------------------------------------------


def table(rows: int) -> Table:
    cells = tuple(((Run(f"行{at}"),), (Run("甲"),)) for at in range(rows))
    return Table((Column(), Column(Align.RIGHT)), (((Run("序号"),), (Run("内容"),)),), cells)


@pytest.mark.parametrize("above", range(14, 20))
@pytest.mark.parametrize("rows", [2, 3, 25])
def test_no_row_of_a_table_stands_alone(above: int, rows: int, fonts: Fonts) -> None:
    head, tail = Heading("一、表"), Paragraph((Run("乙"),))
    blocks: list[Block] = [*[Paragraph((Run("甲"),))] * above, head, table(rows), tail]
    for page in read(make_pdf(blocks, fonts, title="表", created=CREATED)):
        assert len(page.rows) != 2, "the header and one row"


def test_a_list_of_hands_over_the_page_says_that_it_goes_on(fonts: Fonts) -> None:
    area = SignatureArea(tuple(SignaturePlace("申请人", f"温若{each}", "签名") for each in "晴明朗清" * 8))
    blocks: list[Block] = [Paragraph((Run("自愿签署。"),)), area]
    first, *others = read(make_pdf(blocks, fonts, title="书", created=CREATED))
    assert said(first.lines[0]) == "自愿签署。" and others
    assert all(said(page.lines[0]) == "（接上页，以下继续签名）" for page in others)


def said(line: list[Sign]) -> str:
    return "".join(sign.text for sign in line)


# --- any case at all --------------------------------------------------------------------------

FAMILIES = "赵钱孙李周吴郑王冯陈"
GIVEN = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"


@st.composite
def names(draw: st.DrawFn, count: int) -> tuple[str, ...]:
    """Different names; where a table has a column for each, only as long as such a table can hold."""
    longest = 25 if count in (1, 6, 7, 8, 9) else 8
    found = []
    for at in range(count):
        length = draw(st.integers(2, longest if at < 6 else 4))
        name = FAMILIES[at % 10] + GIVEN[at // 10 % 20] + (GIVEN * 2)[at % 20:at % 20 + length]
        name = name[:max(length, 2)]
        found.append(f"{name[:2]}·{name[3:]}" if len(name) > 4 and draw(st.booleans()) else name)
    return tuple(dict.fromkeys(found))


@st.composite
def agreements(draw: st.DrawFn) -> settlement.MediationAgreement:
    """From one worker to eighty, one respondent to four, one instalment to thirty-six."""
    count = draw(st.one_of(st.integers(1, 9), st.integers(10, 80)))
    return agreed(draw(names(count)), draw(st.integers(1, 4)), draw(st.integers(1, 36)),
                  draw(st.integers(0, 12)))


def agreed(people: tuple[str, ...], respondents: int, instalments: int,
           facts: int) -> settlement.MediationAgreement:
    sums = tuple(Money(672534 + 1111 * at) for at in range(len(people)))
    days = tuple(date(2025 + at // 12, at % 12 + 1, 10) for at in range(instalments))
    claims = tuple(c.ClaimRow(name, claim, yuan("4300.00"), samples.OCTOBER)
                   for name in people for claim in ("欠付工资", "二倍工资差额"))
    firms = tuple(replace(samples.COMPANY, role=f"被申请人{each}", name=f"安宁星湾文化传媒第{each}有限公司")
                  for each in "一二三四"[:respondents])
    workers = tuple(replace(samples.worker(at, name), name=name) for at, name in enumerate(people))
    asked = annex.AskedTable.of(claims)
    shares = samples.shared(people, sums, (yuan("8600.00"),) * len(people))
    schedule = samples.scheduled(people, sums, days)
    return replace(
        samples.AGREEMENT, applicants=workers, respondents=firms, claims=claims, asked=asked,
        annex=annex.annex(workers, schedule, (), asked, shares) if len(people) >= annex.ANNEX_FROM else (),
        facts=(*samples.AGREEMENT.facts,
               *(f"{people[0]}于2024年9月{at + 1}日另行说明的事实" for at in range(facts))),
        claimed=asked.total, payees=(), shares=shares, schedule=schedule)


PLACE = re.compile(r"(被?申请人[一二三四五六七八九十\d]*|法定代表人或者委托代理人|调解员|调解组织)："
                   "[^，。]*$")
LONG = ("阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提",)


@settings(max_examples=EXAMPLES, deadline=None)
@given(agreements())
@example(agreed(LONG, 1, 1, 0))
@example(agreed(("扎西·才让多杰", "温若晴", "尹小满"), 2, 2, 3))
@example(agreed(tuple(f"{FAMILIES[at % 10]}{GIVEN[at // 10]}满" for at in range(80)), 4, 2, 1))
def test_whatever_the_case_its_agreement_is_set_by_the_rules(fonts: Fonts,
                                                            paper: settlement.MediationAgreement) -> None:
    pages = read(printed(paper, fonts))
    for page in pages:
        assert list(looser(page)) == [], "no line is spread by more than 0.08 em between characters"
        assert list(outside(page)) == [], "nothing leaves the type area"
        assert not signed_alone(page), "no place to sign stands alone"
        assert not heading(page, page.lines[-1]), "no heading is the last line of a page"
    assert list(broken([name.name for name in paper.applicants], pages)) == []
    assert list(lonely_rows(pages)) == []
    assert list(half_empty(pages)) == []


def looser(page: Page) -> Iterator[str]:
    """Neighbours in running text with more between them than is allowed, and less than parts columns."""
    for one, other in pairwise(page.running):
        gap = other.left - one.right
        if abs(one.base - other.base) < 0.1 and LOOSEST * one.size + 0.05 < gap < one.size:
            yield one.text + other.text


def signed_alone(page: Page) -> bool:
    """Whether the first lines of a page are those of a place to sign."""
    return bool(PLACE.match(said(page.lines[0]))) and "签名" in "".join(map(said, page.lines[1:3]))


def outside(page: Page) -> Iterator[Sign]:
    sheet = Sheet(wide=page.width > page.height)
    for sign in page.body:
        if sign.left < sheet.left - BODY / 2 or sign.right > page.width - sheet.right + BODY / 2 + 0.1 \
                or sign.base > page.height - sheet.top:
            yield sign


def heading(page: Page, line: list[Sign]) -> bool:
    return bool(re.match("[一二三四五六七八九]、", said(line))) and "Sans" in page.face(line[0])


WHOLE = (r"\d{4}年\d{1,2}月\d{1,2}日|(?:\d{1,3},)*\d{1,3}\.\d\d元|宁中劳调〔2024〕0001号|\d{17}[\dX]"
         r"|人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+")


def broken(people: list[str], pages: list[Page]) -> Iterator[str]:
    """Names, days, amounts and numbers whose characters do not stand on one line."""
    wanted = re.compile("|".join([*map(re.escape, sorted(people, key=len, reverse=True)), WHOLE]))
    for page in pages:
        signs = [sign for sign in page.body if sign.text.strip()]
        for found in wanted.finditer("".join(sign.text for sign in signs)):
            if len({round(sign.base, 1) for sign in signs[found.start():found.end()]}) > 1:
                yield found[0]


def lonely_rows(pages: list[Page]) -> Iterator[tuple[int, Row]]:
    """Single rows that a table over two pages has at the foot of the first or the head of the second."""
    for at, (page, following) in enumerate(pairwise(pages)):
        if not page.rows or not following.rows:
            continue
        foot, head = stacked(page.rows[::-1]), stacked(following.rows)
        ends = page.lines[-1][0].base > page.rows[-1].bottom
        begins = following.lines[0][0].base < following.rows[0].top
        if ends and begins and foot[0].edges == head[0].edges:
            headed = "Sans" in face_of(page, foot[-1])
            if len(foot) <= 1 + headed or len(head) <= 2:
                yield at, foot[0]


def stacked(rows: list[Row]) -> list[Row]:
    """The first rows that touch each other, with the same edges."""
    found = rows[:1]
    for row in rows[1:]:
        touching = abs(row.top - found[-1].bottom) <= 2 or abs(row.bottom - found[-1].top) <= 2
        if not touching or row.edges != found[-1].edges:
            break
        found.append(row)
    return found


def face_of(page: Page, row: Row) -> str:
    return next((page.face(sign) for sign in page.body if row.bottom < sign.base < row.top), "")


def half_empty(pages: list[Page]) -> Iterator[int]:
    """Pages more than half of which is empty before a heading."""
    for at, (page, following) in enumerate(pairwise(pages)):
        sheet = Sheet(wide=page.width > page.height)
        lowest = min([line[0].base for line in page.lines] + [row.bottom for row in page.rows])
        if heading(following, following.lines[0]) and lowest - sheet.bottom > sheet.height / 2:
            yield at
