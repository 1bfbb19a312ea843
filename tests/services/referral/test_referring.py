"""A referral from its draft to its answer: kept as entered, told on the agenda, undone step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.agenda import Due, due_range
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import referring
from mediation_desk.services.referral.referring import Handing, ReferralDraft
from mediation_desk.services.sorting import limitation, sorting
from mediation_desk.services.travel import leaving, opening
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import case_of
from tests.services.referral.referred import (
    DUE,
    INSPECTION,
    case_with_evidence,
    drafted,
    handed,
    noted,
    one_of,
    refer,
)
from tests.services.two_desks import Pair


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk."""
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """Two workers with claims and evidence."""
    return case_with_evidence(desk)


def told(desk: Desk, due: Due) -> list[tuple[str, int]]:
    """What Today says of referrals in that part."""
    return [(row.kind, row.number) for row, _case in reading.day(desk).pressing[due].items
            if row.kind in ("referral", "away")]


def test_a_draft_is_kept_changed_numbered_and_taken_out(desk: Desk, case_id: UUID) -> None:
    first, second = refer(desk, case_id), refer(desk, case_id, part="押金", claims=())
    number = case_of(desk, case_id).number
    assert [one.number for one in referring.referrals(desk, case_id)] == [f"{number}之一", f"{number}之二"]
    before = one_of(desk, case_id, first)
    assert (before.asked, before.drafted_on, before.due_on) == ("监察一科", desk.today, DUE)
    referring.change(desk, case_id, before, drafted(desk, case_id, reason="单位失联", whole=True))
    kept = one_of(desk, case_id, first)
    assert (kept.reason, kept.whole, kept.part, kept.claims) == ("单位失联", True, "", "")
    referring.remove(desk, case_id, second)
    refer(desk, case_id)
    assert referring.referrals(desk, case_id)[-1].number == f"{number}之三"  # no number is given twice


def test_no_two_letters_drafted_on_two_machines_have_one_number(
        office: Office, desk: Desk, case_id: UUID, tmp_path: Path) -> None:
    laptops = []
    for name in ("小白", "小黑"):
        bag = tmp_path / f"{name}.mdbag"
        leaving.pack(desk, leaving.Leaving((case_id,), laptop=name), bag)
        laptops.append(opening.found(tmp_path / name, bag, PASSWORD, office.around))
    try:
        numbers = [one_of(at, case_id, refer(at, case_id)).number for at in (desk, *laptops)]
    finally:
        for one in laptops:
            one.store.close()
    number = case_of(desk, case_id).number
    assert numbers == [f"{number}之一", f"{number}之一（小白）", f"{number}之一（小黑）"]


def test_it_is_handed_over_received_urged_and_answered_and_today_knows(desk: Desk, case_id: UUID) -> None:
    assert not told(desk, Due.REFERRAL)
    key = refer(desk, case_id, due_on=desk.today + timedelta(days=3))
    assert not told(desk, Due.REFERRAL)
    referring.hand_off(desk, case_id, key, Handing(HandOff.LETTER, desk.today, " 李 调解 "))
    assert told(desk, Due.REFERRAL) == [("referral", 1)] and told(desk, Due.AWAY) == [("away", 1)]
    rows = reading.page(desk, CaseFilter(due=due_range(Due.AWAY, desk.today)), 0, 9)
    assert [row.case_id for row in rows] == [case_id]
    noted(desk, case_id, key, received_on=desk.today, received_by="钱某", number_there="监〔2025〕7号")
    noted(desk, case_id, key, urged_on=desk.today)
    noted(desk, case_id, key, answered_on=desk.today, result="已责令支付\n附决定书")
    kept = one_of(desk, case_id, key)
    assert (kept.handed_by, kept.number_there) == ("李 调解", "监〔2025〕7号")
    assert kept.result == "已责令支付\n附决定书"
    assert not told(desk, Due.REFERRAL) and not told(desk, Due.AWAY)
    history.undo(desk, case_id)
    assert told(desk, Due.REFERRAL) == [("referral", 1)]


def test_what_went_out_is_not_changed_nor_taken_out_nor_handed_over_twice(desk: Desk, case_id: UUID) -> None:
    key = handed(desk, case_id)
    with pytest.raises(DeskError, match="stays as it was"):
        referring.change(desk, case_id, one_of(desk, case_id, key), drafted(desk, case_id, reason="另写"))
    with pytest.raises(DeskError, match="lies with the other office"):
        referring.remove(desk, case_id, key)
    with pytest.raises(DeskError, match="already"):
        referring.hand_off(desk, case_id, key, Handing(HandOff.LETTER, desk.today))
    history.undo(desk, case_id)
    referring.change(desk, case_id, one_of(desk, case_id, key), drafted(desk, case_id, reason="另写"))
    noted_again = handed(desk, case_id)
    noted(desk, case_id, noted_again, returned_on=desk.today, returned_why="不属于职责")
    referring.remove(desk, case_id, noted_again)
    with pytest.raises(NotThere):
        referring.hand_off(desk, case_id, noted_again, Handing(HandOff.LETTER, desk.today))


@pytest.mark.parametrize(("entered", "refusal"), [
    ({"claims": (f"{uuid4()}/unpaid_wages",)}, NotThere), ({"exhibits": (uuid4(),)}, NotThere),
    ({"papers": ("options-sheet",)}, DeskError), ({"papers": ("closing-form",)}, DeskError),
    ({"papers": ("nothing-of-the-kind",)}, DeskError), ({"reason": " "}, DeskError)])
def test_nothing_goes_along_that_is_not_there_or_may_not_leave(
        desk: Desk, case_id: UUID, entered: dict[str, object], refusal: type[DeskError]) -> None:
    with pytest.raises(refusal):
        refer(desk, case_id, **entered)
    assert not referring.referrals(desk, case_id)


def test_the_limit_of_the_claims_that_were_referred_runs_anew(desk: Desk, case_id: UUID) -> None:
    """Both say that they left on 31 October; the application lets the year of all claims run anew, the
    hand-off that of the first worker's double wage once more."""
    case = case_of(desk, case_id)
    first, second = (worker.id for worker in case.applicants)
    sorting.say(desk, case_id, [sorting.Saying("employed_until", worker, "applicant", "2024-10-31")
                                for worker in (first, second)])
    key = f"{first}/double_wage"
    handed(desk, case_id, claims=(key,))
    case = case_of(desk, case_id)
    limits = sorting.limits(desk, case, sorting.sort(case, sorting.sorter(desk, case)))
    assert limits[first, "double_wage"].starts_on == desk.today
    assert limits[second, "double_wage"].starts_on == case.received_on
    assert limitation.nearest(desk, case, sorting.sort(case, sorting.sorter(desk, case))) is not None


def test_a_whole_matter_closes_with_its_office_and_is_answered_after(desk: Desk, case_id: UUID) -> None:
    key = handed(desk, case_id, whole=True, due_on=desk.today + timedelta(days=2))
    closing.close(desk, case_id, desk.today, Outcome.REFERRED, sure=True)
    case = case_of(desk, case_id)
    assert (case.status, case.referred_to) == (Status.REFERRED, INSPECTION)
    assert told(desk, Due.REFERRAL) == [("referral", 1)]  # an answer is owed to a case that is over, too
    noted(desk, case_id, key, answered_on=desk.today, result="已立案")
    assert not told(desk, Due.REFERRAL)


def test_without_a_whole_referral_the_office_has_still_to_be_named(desk: Desk, case_id: UUID) -> None:
    handed(desk, case_id)
    with pytest.raises(DeskError) as refused:
        closing.close(desk, case_id, desk.today, Outcome.REFERRED, sure=True)
    assert refused.value.field == "referred_to"


def test_who_notes_the_same_at_once_is_shown_what_the_colleague_noted(office: Office) -> None:
    pair = Pair(office, Stage.ACCEPTED)
    mine, hers = (person.desk for person in pair.people)
    entered = ReferralDraft(INSPECTION, part="工资", reason="拒不协商")
    made = referring.draft(mine, pair.case_id, entered).result
    assert made
    referring.hand_off(mine, pair.case_id, made, Handing(HandOff.LETTER, mine.today))
    before = one_of(mine, pair.case_id, made)
    seen = mine.seen(pair.case_id)
    noted(hers, pair.case_id, made, received_on=hers.today, received_by="钱某")
    with pytest.raises(Conflicts):
        referring.note(mine, pair.case_id, before, replace(before, received_by="孙某",
                                                           received_on=mine.today), seen)
    assert one_of(mine, pair.case_id, made).received_by == "钱某"


def test_only_a_mediator_of_the_case_refers(office: Office) -> None:
    colleague(office, "wang", Role.SUPERVISOR)
    case_id = case_with_evidence(office.first)
    theirs = office.desk("wang", LENT)
    assert referring.referrals(theirs, case_id) == ()
    with pytest.raises(NotAllowed):
        referring.draft(theirs, case_id, drafted(office.first, case_id))
