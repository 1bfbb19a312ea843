"""The styles that a paper's paragraphs name."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from mediation_desk.documents.setting.strips import BODY, BODY_LEADING, Sheet
from mediation_desk.documents.word.styles import Style, styles_xml

STYLES = parse_xml(styles_xml(BODY, BODY_LEADING))


def style(key: str) -> object:
    return next(one for one in STYLES if one.get(qn("w:styleId")) == key)


def told(key: str, tag: str, attribute: str = "val") -> str | None:
    found = next(style(key).iter(qn(f"w:{tag}")), None)  # type: ignore[attr-defined]
    return None if found is None else found.get(qn(f"w:{attribute}"))


def test_every_style_that_is_named_is_there_once() -> None:
    keys = [one.get(qn("w:styleId")) for one in STYLES if one.get(qn("w:type")) == "paragraph"]
    assert sorted(keys) == sorted(map(str, Style))


def test_headings_are_what_the_navigation_lists() -> None:
    keys = (Style.TITLE, Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)
    assert [told(key, "name") for key in keys] == ["Title", "heading 1", "heading 2", "heading 3"]
    assert [told(key, "outlineLvl") for key in (Style.TITLE, Style.HEADING_1, Style.HEADING_2)] == \
        [None, "0", "1"]


def test_running_text_is_fangsong_of_size_three_with_28_characters_a_line() -> None:
    assert told(Style.BODY, "rFonts", "eastAsia") == "仿宋"
    assert told(Style.BODY, "sz") == "32"
    spacing = [one.get(qn("w:val")) for one in style(Style.BODY).iter(qn("w:spacing"))]  # type: ignore[attr-defined]
    pitch = 16 + int(next(one for one in spacing if one)) / 20
    assert int(Sheet().width / pitch + 0.1) == 28


def test_the_language_of_the_text_is_chinese_and_figures_are_left_whole() -> None:
    """A suite that takes figures and Latin letters for Chinese parts 30,264.00 anywhere."""
    language = next(STYLES.iter(qn("w:lang")))
    assert language.get(qn("w:eastAsia")) == "zh-CN"
    assert language.get(qn("w:val")) is None
