"""Copy sheets: what the case says in another platform's order, what was copied of it, and nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.library.platforms import shipped_platforms
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import copy_sheets
from mediation_desk.services.papers.copy_sheets import CopyField
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.mediation.planted import CANARIES, plant
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import case_of, registered

NET = "internet-mediation"
NAME, NUMBER, FACTS = "0.1.name", "0.1.id_number", "2.1.facts"
ID_NUMBER = "630102199001010017"


@pytest.fixture
def case_id(office: Office) -> UUID:
    """Two workers, the first with her number."""
    made = registered(office.first)
    worker = case_of(office.first, made).applicants[0]
    editing.save(office.first, made, [Edit("party", worker.id, "id_number", "", ID_NUMBER)])
    return made


def field(desk: Desk, case_id: UUID, key: str, platform: str = NET) -> CopyField:
    """One field of a sheet."""
    sheet = copy_sheets.sheet(desk, case_id, platform)
    return next(one for group in sheet.groups for one in group.fields if one.key == key)


def test_every_worker_stands_under_a_number_of_their_own_and_one_company_under_none(
        office: Office, case_id: UUID) -> None:
    sheet = copy_sheets.sheet(office.first, case_id, NET)
    assert [(group.label.zh, group.number) for group in sheet.groups[:3]] == [
        ("申请人", 1), ("申请人", 2), ("被申请人", 0)]
    worker = case_of(office.first, case_id).applicants[0]
    name = sheet.groups[0].fields[0]
    assert (name.shown, name.entered, name.of) == (worker.name, "name", worker.id)


def test_a_number_is_masked_on_the_sheet_and_whole_where_it_is_pasted(office: Office, case_id: UUID) -> None:
    shown = field(office.first, case_id, NUMBER)
    assert shown.private and shown.shown == "630102********0017"
    assert ID_NUMBER not in str(copy_sheets.sheet(office.first, case_id, NET))
    assert copy_sheets.copy(office.first, case_id, NET, NUMBER).text == ID_NUMBER


def test_a_mark_tells_when_it_was_copied_until_the_text_is_another(office: Office, case_id: UUID) -> None:
    desk = office.first
    assert field(desk, case_id, NAME).copied_at is None
    copy_sheets.copy(desk, case_id, NET, NAME)
    assert field(desk, case_id, NAME).copied_at is not None and not field(desk, case_id, NAME).changed
    worker = case_of(desk, case_id).applicants[0]
    editing.save(desk, case_id, [Edit("party", worker.id, "name", worker.name, "温若晴子")])
    marked = field(desk, case_id, NAME)
    assert marked.changed and marked.copied_at is None
    copy_sheets.copy(desk, case_id, NET, NAME)
    assert not field(desk, case_id, NAME).changed and len(case_of(desk, case_id).copied) == 1
    assert field(desk, case_id, "0.1.name", "court-elements").copied_at is None  # another platform's


def test_what_nobody_entered_is_empty_and_asserts_nothing(office: Office, case_id: UUID) -> None:
    """No kind of document without a number, no 0.00 for a claim that is not in figures, no result."""
    desk = office.first
    for key in ("1.1.name", "0.2.id_kind", "0.2.id_number", "3.1.outcome", "3.1.agreed", "2.1.claimed"):
        shown = field(desk, case_id, key).shown
        assert shown == "" or key == "1.1.name", key
    assert field(desk, case_id, "0.1.id_kind").shown == "居民身份证"
    assert "0.00" not in str(copy_sheets.sheet(desk, case_id, NET))
    with pytest.raises(DeskError, match="nothing to copy"):
        copy_sheets.copy(desk, case_id, NET, "3.1.outcome")
    with pytest.raises(NotThere):
        copy_sheets.copy(desk, case_id, NET, "0.9.name")
    with pytest.raises(DeskError, match="no form called"):
        copy_sheets.sheet(desk, case_id, "nowhere")


def test_what_is_longer_than_the_platform_takes_says_by_how_much(office: Office, case_id: UUID) -> None:
    desk = office.first
    facts = case_of(desk, case_id).facts_in_brief
    editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", facts, "欠" * 2007)])
    assert field(desk, case_id, FACTS).too_long == 7


@pytest.mark.parametrize("platform", list(shipped_platforms()))
def test_nothing_that_a_side_said_alone_stands_on_any_sheet(office: Office, case_id: UUID, platform: str
                                                           ) -> None:
    plant(office.first, case_id)
    sheet = copy_sheets.sheet(office.first, case_id, platform)
    texts = [copy_sheets.copy(office.first, case_id, platform, one.key).text
             for group in sheet.groups for one in group.fields if one.shown]
    assert texts and not [canary for canary in CANARIES if canary in "".join(texts) + str(sheet)]


def test_a_colleague_of_the_case_copies_numbers_and_a_supervisor_copies_nothing(
        office: Office, case_id: UUID) -> None:
    """Working on the case, and the right to see whole numbers: a supervisor has the second alone."""
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
    colleague(office, "zhao", AccountRole.SUPERVISOR)
    share(office.first, case_id, wang)
    theirs, above = office.desk("wang", LENT), office.desk("zhao", LENT)
    assert copy_sheets.copy(theirs, case_id, NET, NUMBER).text == ID_NUMBER
    assert field(above, case_id, NUMBER).shown.endswith("0017")
    with pytest.raises(NotAllowed):
        copy_sheets.copy(above, case_id, NET, NUMBER)


def test_a_private_field_asks_for_the_right_to_see_whole_numbers(
        office: Office, case_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Verb] = []
    require = Desk.require

    def noting(desk: Desk, verb: Verb, *, own_case: bool = False) -> None:
        asked.append(verb)
        require(desk, verb, own_case=own_case)

    monkeypatch.setattr(Desk, "require", noting)
    copy_sheets.copy(office.first, case_id, NET, NAME)
    assert Verb.UNMASK_NUMBERS not in asked
    copy_sheets.copy(office.first, case_id, NET, NUMBER)
    assert Verb.UNMASK_NUMBERS in asked


def test_at_the_end_of_the_road_every_platform_is_told_what_came_of_the_matter(walk: Walk) -> None:
    assert field(walk.desk, walk.case_id, "3.1.agreed").shown.replace(",", "").endswith(".00")
    course = field(walk.desk, walk.case_id, "4.1.course", "reply-12345")
    assert "达成调解协议" in course.shown and "结案" in course.shown and "None" not in course.shown
    court = copy_sheets.sheet(walk.desk, walk.case_id, "court-elements")
    assert sum(group.label.zh == "原告（自然人）" for group in court.groups) == len(walk.case.applicants)
    assert isinstance(court.seen, Seen) and walk.case.received_on >= date(2024, 1, 1)


@pytest.mark.parametrize("platform", list(shipped_platforms()))
def test_a_matter_of_which_next_to_nothing_is_known_has_its_sheet(office: Office, platform: str) -> None:
    bare = registered(office.first, ["温若晴"], company=False, claims=(), facts="")
    sheet = copy_sheets.sheet(office.first, bare, platform)
    shown = [one.shown for group in sheet.groups for one in group.fields if one.shown]
    assert "温若晴" in shown and not any("None" in text or "Blank" in text for text in shown)
