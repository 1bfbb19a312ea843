"""Text in one writing, and where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.publishing.folding import counted, spelled, squeezed


def test_blanks_dots_width_tones_and_case_make_no_difference() -> None:
    assert squeezed("阿依 古丽•买买提").text == "阿依古丽买买提"
    assert spelled("ＺHāng lǜ").text == "zhang lv"
    assert counted("一三八〇").text == "1380"


@given(st.text(max_size=40))
def test_every_sign_knows_where_it_stood(text: str) -> None:
    for folded in (squeezed(text), spelled(text), counted(text)):
        assert len(folded.text) == len(folded.starts) == len(folded.ends)
        for at in range(len(folded.text)):
            start, end = folded.span(at, at + 1)
            assert 0 <= start < end <= len(text)


def test_traditional_characters_are_searched_as_simplified_ones() -> None:
    assert squeezed("張國強與歐陽麗華、孫悅").text == "张国强與欧阳丽华、孙悅"
