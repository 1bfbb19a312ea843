"""A case that both sides entered: offered as one to who mediates both, joined on their word, and parted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.travel.twice import Carried
from mediation_desk.domain.vocabulary import PartyKind, Role, Side, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.referral import referring
from mediation_desk.services.referral.referring import Handing, ReferralDraft
from mediation_desk.services.sorting import sorting
from mediation_desk.services.travel import bringing, homecoming, taking_back
from mediation_desk.services.travel.homecoming import Coming
from mediation_desk.services.travel.twice import Into
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road, rows_of
from tests.services.two_desks import LENT

COMPANY = "河湟同城配送有限公司"
ALL = frozenset(Carried)
ENDED = {"status", "voided_on", "closing_note", "goes_on_as"}
DAY = date(2025, 1, 20)


def entered(desk: Desk, *workers: tuple[str, str], company: str = COMPANY, cause: str = "") -> UUID:
    """A matter of these workers (name, telephone) against a company."""
    people = [registering.PartyDraft(Role.APPLICANT, name, particulars={"phone": phone})
              for name, phone in workers]
    made = registering.register(desk, registering.IntakeDraft(DAY, cause=cause, parties=[
        *people, registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION)])).result
    assert made
    return made


def accepted(desk: Desk, case_id: UUID) -> None:
    registering.consent_all(desk, case_id, DAY)
    registering.accept(desk, case_id, DAY)


def coming(road: Road, path: Path, case_id: UUID, desk: Desk | None = None) -> Coming:
    return next(one for one in homecoming.look(desk or road.desk, path).cases if one.case_id == case_id)


MA, LI = ("马海龙", "13997000001"), ("李秀英", "13997000002")


def test_a_case_that_both_entered_is_offered_as_one_and_comes_home_as_two(accepted_road: Road) -> None:
    road = accepted_road
    there = entered(road.desk, MA)
    mine = entered(road.laptop(), MA, LI)
    path = road.pack()
    found = coming(road, path, mine).twice
    assert found is not None and (found.others, found.hindrance) == (0, None)
    [same] = found.offered
    assert same.case.id == there and same.people == (LI[0],)
    bringing.bring_home(road.desk, path)
    for case_id in (there, mine):
        case = case_of(road.desk, case_id)
        assert case.status is Status.OPEN and (case.goes_on_as, case.entered_twice_as) == (None, None)
    road.assert_whole()


@pytest.mark.parametrize(("workers", "company"), [
    (((MA[0], "13997000009"),), COMPANY), ((("马海", MA[1]),), COMPANY), ((MA,), "别的公司")])
def test_another_person_or_another_company_is_another_matter(
        accepted_road: Road, workers: tuple[tuple[str, str], ...], company: str) -> None:
    road = accepted_road
    entered(road.desk, *workers, company=company)
    mine = entered(road.laptop(), MA)
    assert coming(road, road.pack(), mine).twice is None


def test_a_case_that_is_over_is_not_offered(accepted_road: Road) -> None:
    road = accepted_road
    registering.void(road.desk, entered(road.desk, MA), road.desk.today, "登记有误")
    mine = entered(road.laptop(), MA)
    assert coming(road, road.pack(), mine).twice is None


def laden(road: Road) -> tuple[UUID, UUID]:
    """One matter at the office and on the laptop; each has what the other lacks."""
    there = entered(road.desk, MA, cause="工资")
    mine = entered(road.laptop(), MA, LI, cause="欠薪")
    for desk, case_id in ((road.desk, there), (road.laptop(), mine)):
        case = case_of(desk, case_id)
        registering.set_claims(desk, case_id, {one.id: ["unpaid_wages"] for one in case.applicants})
        accepted(desk, case_id)
    laptop = road.laptop()
    filing.add_files(road.desk, there, [FileSource("工资条.txt", data=b"office")])
    filing.add_files(laptop, mine, [FileSource("合同.txt", data=b"laptop")], str(case_of(
        laptop, mine).applicants[1].id))
    li = case_of(laptop, mine).applicants[1]
    sorting.say(laptop, mine, [sorting.Saying("unpaid_from", li.id, "applicant", "2024-11-01")])
    caucus.note(laptop, mine, Side.APPLICANT, "两万也行")
    return there, mine


def test_joined_it_ends_as_entered_twice_and_the_other_goes_on_with_what_was_picked(
        accepted_road: Road) -> None:
    road = accepted_road
    there, mine = laden(road)
    before, laptop_rows = rows_of(road.desk, there), rows_of(road.laptop(), mine)
    path = road.pack()
    receipt = bringing.bring_home(road.desk, path, into={mine: Into(there, ALL)})
    assert receipt.waiting == ()
    ended, leading = case_of(road.desk, mine), case_of(road.desk, there)
    assert ended.status is Status.VOIDED and ended.goes_on_as == leading.number
    assert leading.entered_twice_as == ended.number and leading.status is Status.OPEN
    assert [one.name for one in leading.applicants] == [MA[0], LI[0]]
    assert leading.cause == "工资", "the office's word stands"
    li = leading.applicants[1]
    assert [one.element for one in leading.entries if one.worker_id == li.id] == ["unpaid_from"]
    _first, second = filing.exhibits(road.desk, there).exhibits
    assert (second.position, second.given_by) == (2, str(li.id))
    assert looking.content(road.desk, there, second.id, 100) == b"laptop"
    assert [word.text for word in caucus.talk(road.desk, mine).words] == ["两万也行"]
    for key, row in laptop_rows.items():
        kept = rows_of(road.desk, mine)[key]
        changed = {name for name in row if kept[name] != row[name]}
        assert changed <= (ENDED if key[0] == "cases" else set())
    assert all(key in rows_of(road.desk, there) for key in before)
    road.assert_whole()


def test_a_file_that_the_office_took_out_is_carried_over_as_it_was_offered(accepted_road: Road) -> None:
    """What somebody picked comes, though the same file lies in the office's recycle bin."""
    road = accepted_road
    there, mine = laden(road)
    filing.add_files(road.desk, there, [FileSource("合同.txt", data=b"laptop")])
    filing.remove(road.desk, there, filing.exhibits(road.desk, there).exhibits[1].id)
    path = road.pack()
    found = coming(road, path, mine).twice
    assert found is not None and found.offered[0].carrying.counts[Carried.EVIDENCE] == 1
    assert bringing.bring_home(road.desk, path, into={mine: Into(there, ALL)}).waiting == ()
    assert [(one.position, looking.content(road.desk, there, one.id, 100))
            for one in filing.exhibits(road.desk, there).exhibits] == [(1, b"office"), (3, b"laptop")]
    road.assert_whole()


def test_taken_back_both_stand_as_they_did(accepted_road: Road) -> None:
    road = accepted_road
    there, mine = laden(road)
    before = rows_of(road.desk, there)
    path = road.pack()
    bringing.bring_home(road.desk, path, into={mine: Into(there, ALL)})
    assert rows_of(road.desk, there) != before
    taking_back.take_back(road.desk, mine)
    assert rows_of(road.desk, there) == before
    case = case_of(road.desk, mine)
    assert case.removed_at is not None and (case.status, case.goes_on_as) == (Status.OPEN, None)
    road.assert_whole()


def test_what_names_somebody_who_is_not_there_comes_with_them(accepted_road: Road) -> None:
    road = accepted_road
    there, mine = laden(road)
    before, path = rows_of(road.desk, there), road.pack()
    receipt = bringing.bring_home(road.desk, path, into={mine: Into(there, frozenset({Carried.CLAIMS}))})
    [(_label, why)] = receipt.waiting
    assert "people" in str(why) and receipt.kept == ()
    assert rows_of(road.desk, there) == before


def test_nothing_picked_still_says_that_they_are_one(accepted_road: Road) -> None:
    road = accepted_road
    there, mine = entered(road.desk, MA), entered(road.laptop(), MA, LI)
    bringing.bring_home(road.desk, road.pack(), into={mine: Into(there)})
    leading = case_of(road.desk, there)
    assert leading.entered_twice_as and [one.name for one in leading.applicants] == [MA[0]]
    road.assert_whole()


def test_what_a_colleague_has_is_not_named_and_not_joined(accepted_road: Road) -> None:
    """陈 carried the laptop; the same matter is 王's at the office."""
    road = accepted_road
    accounts.add(road.desk, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.MEDIATOR}), LENT))
    there = entered(road.office.desk("sun", LENT), MA)
    mine = entered(road.laptop(), MA)
    path = road.pack()
    found = coming(road, path, mine).twice
    assert found is not None and (found.offered, found.others) == ((), 1)
    receipt = bringing.bring_home(road.desk, path, into={mine: Into(there, ALL)})
    assert [len(receipt.kept), len(receipt.waiting)] == [0, 1]
    theirs = coming(road, path, mine, road.office.desk("sun", LENT)).twice
    assert theirs is not None and theirs.offered == (), "the laptop's case is not theirs"


def test_a_case_that_is_over_on_the_laptop_comes_home_as_its_own(accepted_road: Road) -> None:
    road = accepted_road
    entered(road.desk, MA)
    mine = entered(road.laptop(), MA)
    registering.void(road.laptop(), mine, road.laptop().today, "登记有误")
    found = coming(road, road.pack(), mine).twice
    assert found is not None and found.offered == () and found.hindrance is not None


def test_a_case_of_which_a_part_lies_elsewhere_comes_home_as_its_own(accepted_road: Road) -> None:
    """Ended as entered twice, it would take no answer any more."""
    road = accepted_road
    entered(road.desk, MA)
    laptop, mine = road.laptop(), entered(road.laptop(), MA)
    made = referring.draft(laptop, mine, ReferralDraft("社保局", part="社保", reason="由经办机构核定")).result
    assert made
    referring.hand_off(laptop, mine, made, Handing(HandOff.LETTER, laptop.today))
    found = coming(road, road.pack(), mine).twice
    assert found is not None and found.offered == () and found.hindrance is not None
    assert found.hindrance.particulars["office"] == "社保局"


def test_what_others_built_upon_it_holds_it(accepted_road: Road) -> None:
    road = accepted_road
    there, mine = entered(road.desk, MA), entered(road.laptop(), MA, LI, cause="欠薪")
    bringing.bring_home(road.desk, road.pack(), into={mine: Into(there, ALL)})
    wang = road.office.desk("wang", LENT)
    _let_in(road, there, wang)
    case_of(wang, there)
    editing.save(wang, there, [Edit("case", there, "cause", "欠薪", "欠薪及加班")])
    before = rows_of(road.desk, there)
    with pytest.raises(DeskError):
        taking_back.take_back(road.desk, mine)
    assert rows_of(road.desk, there) == before


def _let_in(road: Road, case_id: UUID, other: Desk) -> None:
    from mediation_desk.services.keys import sharing

    sharing.add_mediator(road.desk, case_id, other.who.account_id)
