"""A copy sheet line by line: whose part it is, how far it is, and how many are done."""

from __future__ import annotations

from datetime import UTC, datetime

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.gui.case.copying import rows
from mediation_desk.services.papers.copy_sheets import CopyField, CopyGroup, CopySheet

AT = datetime(2024, 11, 25, 2, 5, tzinfo=UTC)
NAME = CopyField("0.1.name", Label("姓名", "Name"), "马晓兰", copied_at=AT)
SEX = CopyField("0.1.sex", Label("性别", "Sex"), "")
FACTS = CopyField("0.1.facts", Label("事实", "Facts"), "欠薪", changed=True, too_long=3)


def test_a_part_is_named_once_and_numbered_where_there_are_several(dressed: object) -> None:
    group = Label("申请人", "Applicant")
    groups = (CopyGroup(group, 1, (NAME, SEX)), CopyGroup(group, 2, (FACTS,)))
    shown = rows.lines(CopySheet("net", group, groups,
                                 Seen(1)))
    assert [(line.part, line.first) for line in shown] == [
        ("Applicant 1", True), ("Applicant 1", False), ("Applicant 2", True)]
    assert rows.progress(shown) == (1, 2)  # what nobody entered is not to be copied


def test_a_mark_says_how_far_a_field_is_in_words(dressed: object) -> None:
    said = [rows.mark(one, UTC) for one in (NAME, SEX, FACTS, CopyField("x", Label("x", "x"), "text"))]
    assert [state.text for state in said] == [
        "copied 11-25 02:05", "nobody entered it", "changed since it was copied · 3 characters too long",
        "not copied yet"]
    assert [state.meaning for state in said] == ["agreed", "missing", "disputed", "muted"]
