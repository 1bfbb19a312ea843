"""Places to sign, as the cells of one table."""

from typing import Any

from docx.oxml.ns import qn

from mediation_desk.documents.template.blocks import SignatureArea, SignaturePlace
from mediation_desk.documents.word.signing import signature_parts
from tests.documents.reading_word import text_of

WIDTH, HEIGHT = 442.2, 637.8
WORKER = SignaturePlace("申请人", "温若晴", "签名并按指印", fingerprint=True)
MEDIATOR = SignaturePlace("调解员", "许慎言", "签名")
OFFICE = SignaturePlace("调解组织", "安宁工作室", "印章", seal=True)


def laid(*places: SignaturePlace, date: str = "") -> Any:
    (made,) = signature_parts(SignatureArea(places, date), WIDTH, HEIGHT)
    return made


def held(row: Any) -> bool:
    return all(line.find(qn("w:pPr")).find(qn("w:keepNext")) is not None
               for cell in row.findall(qn("w:tc")) for line in cell.findall(qn("w:p")))


def words(table: Any) -> list[str]:
    said = ["\n".join(text_of(line) for line in cell.findall(qn("w:p"))) for cell in table.iter(qn("w:tc"))]
    return [one.strip() for one in said if one.strip()]


def test_two_stand_side_by_side_each_with_a_line_and_a_box_for_a_finger() -> None:
    table = laid(WORKER, WORKER)
    assert words(table) == ["申请人：温若晴\n（签名并按指印）"] * 2 + ["指印"] * 2
    assert len(list(table.iter(qn("w:u")))) == 2


def test_all_places_hold_together_and_the_last_row_lets_go() -> None:
    rows = laid(WORKER, WORKER, MEDIATOR, MEDIATOR).findall(qn("w:tr"))
    assert [held(row) for row in rows] == [True, True, False]


def test_a_list_of_places_longer_than_a_page_breaks_but_not_before_its_last() -> None:
    rows = laid(*[MEDIATOR] * 40).findall(qn("w:tr"))
    assert [held(row) for row in rows] == [False] * 18 + [True, False]


def test_beside_a_seal_the_box_for_a_finger_still_ends_with_its_line() -> None:
    company = SignaturePlace("被申请人", "安宁星湾文化传媒有限公司", "盖章", seal=True)
    agent = SignaturePlace("法定代表人或者委托代理人", "", "签名并按指印", fingerprint=True)
    rows = laid(company, agent).findall(qn("w:tr"))
    high = [int(next(row.iter(qn("w:trHeight"))).get(qn("w:val"))) / 20 for row in rows]
    assert sum(high) > 120 and round(high[1]) == 57  # 20 mm
    assert sum(high[:2]) == 6 + 3 * 21 + 30  # its words take three lines
    assert [held(row) for row in rows] == [True, True, False]


def test_an_office_s_seal_goes_over_its_name_and_date_as_in_the_pdf() -> None:
    assert words(laid(MEDIATOR, OFFICE, date="2024年12月3日")) == \
        ["调解员：许慎言\n（签名）", "安宁工作室\n2024年12月3日\n（印章）"]


def test_a_date_without_a_seal_is_the_last_row_and_never_alone() -> None:
    table = laid(MEDIATOR, date="2024年12月3日")
    assert words(table)[-1] == "2024年12月3日" and held(table.findall(qn("w:tr"))[0])
