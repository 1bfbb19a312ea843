"""Numbered lists that an office suite counts."""

from docx.oxml.ns import qn

from mediation_desk.documents.template.blocks import Items, Run
from mediation_desk.documents.word.lists import Lists

ITEM = (Run("甲"),)


def test_each_list_has_a_key_of_its_own_and_begins_where_it_is_told() -> None:
    lists = Lists(15.75)
    assert [lists.begin(Items((ITEM,), 1)), lists.begin(Items((ITEM,))), lists.begin(Items((ITEM,), 4))] == \
        [1, 2, 3]
    nums = lists.numbering().findall(qn("w:num"))
    starts = [[one.get(qn("w:val")) for one in num.iter(qn("w:startOverride"))] for num in nums]
    assert starts == [["1"], [], ["4"]]


def test_the_marks_are_those_of_the_pdf() -> None:
    marks = [level.get(qn("w:val")) for level in Lists(14).numbering().iter(qn("w:lvlText"))]
    behind = [level.get(qn("w:val")) for level in Lists(14).numbering().iter(qn("w:suff"))]
    assert marks[0] == Items((ITEM,), 1).mark(0).replace("1", "%1") and behind[0] == "nothing"
    assert f"{marks[1]} " == Items((ITEM,)).mark(0) and behind[1] == "space"
