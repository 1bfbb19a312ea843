"""A platform and its station answer, together or each for itself; and two mediators sort one case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflicts, Kind, Seen
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.sorting.sorting import Sorting, State
from mediation_desk.domain.sorting.sums import respondents_sum
from mediation_desk.domain.vocabulary import Business, KindOfWork, PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting, workbooks
from mediation_desk.services.sorting.sorting import Saying, Unreadable, Voice
from tests.offices import Office
from tests.services.papers_desk import text_of

RECEIVED = date(2024, 11, 25)
RIDER, PLATFORM, STATION = "扎西·才让", "高原蜂鸟网络科技有限公司", "城西顺达配送服务部"
RELATION = "employment_relationship"


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> Iterator[UUID]:
    """A rider against the platform and its station: accepted, October's 4,300.00 unpaid."""
    firms = ((PLATFORM, Business.PLATFORM), (STATION, Business.COOPERATING))
    made = registering.register(desk, registering.IntakeDraft(
        RECEIVED, kind_of_work=KindOfWork.DELIVERY, cause="配送报酬",
        parties=[registering.PartyDraft(Role.APPLICANT, RIDER),
                 *(registering.PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION, {"business": kind})
                   for name, kind in firms)])).result
    assert made
    worker = stored(desk, made).applicants[0].id
    registering.set_claims(desk, made, {worker: ["unpaid_wages", "double_wage"]})
    editing.save(desk, made, [editing.Edit("case", made, side, None, RECEIVED)
                              for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, RECEIVED)
    facts = {"employed_from": "2024-09-01", "employed_until": "2024-10-31", "unpaid_from": "2024-10-01",
             "unpaid_until": "2024-10-31", "monthly_wage": "4300", "written_contract": "no"}
    sorting.say(desk, made, [Saying(RELATION, None, "applicant", "yes"),
                             *(Saying(name, worker, "applicant", said) for name, said in facts.items())])
    yield made


def stored(desk: Desk, case_id: UUID) -> Case:
    return reading.case(desk, case_id).case


def outcome(desk: Desk, case_id: UUID) -> Sorting:
    case = stored(desk, case_id)
    return sorting.sort(case, sorting.sorter(desk, case))


def parties(desk: Desk, case_id: UUID) -> tuple[UUID, UUID, UUID]:
    """The rider, the platform and the station."""
    case = stored(desk, case_id)
    return (case.applicants[0].id, *(party.id for party in case.respondents))  # type: ignore[return-value]


def differ(desk: Desk, case_id: UUID) -> None:
    """Both say 3,000.00; the platform knows of no employment, the station grants it and the paper."""
    rider, platform, station = parties(desk, case_id)
    sorting.say(desk, case_id, [
        Saying("monthly_wage", rider, "respondent", "3000"),
        Saying(RELATION, None, "respondent", "no", party_id=platform),
        Saying(RELATION, None, "respondent", "yes", party_id=station),
        Saying("written_contract", rider, "respondent", "no", party_id=station)])


def test_each_respondent_keeps_its_own_word_and_what_all_of_them_say_stands_once(
        desk: Desk, case_id: UUID) -> None:
    differ(desk, case_id)
    rider, platform, station = parties(desk, case_id)
    found = outcome(desk, case_id)
    assert found.cell(RELATION, None).word.each == ((platform, "no"), (station, "yes"))
    assert found.cell("monthly_wage", rider).word.theirs == ("3000.00",)
    assert found.cell("written_contract", rider).word.each == ((platform, None), (station, "no"))
    assert found.states[rider][RELATION] is State.DISPUTED
    assert found.states[rider]["written_contract"] is State.ONE_SIDED


def test_the_claims_come_to_another_sum_on_each_version(desk: Desk, case_id: UUID) -> None:
    """The platform: 3,000.00 for October, no double wage. The station: 3,000.00 and one month's
    double wage, 6,000.00."""
    differ(desk, case_id)
    _rider, platform, station = parties(desk, case_id)
    assert respondents_sum(outcome(desk, case_id)).each == (
        (platform, yuan("3000.00")), (station, yuan("6000.00")))


def test_the_papers_say_who_said_what(desk: Desk, case_id: UUID) -> None:
    differ(desk, case_id)
    record = text_of(making.make(desk, case_id, "sorting-record"))
    assert f"{PLATFORM}：双方之间不是劳动关系；{STATION}：双方之间是劳动关系" in record
    assert f"按{PLATFORM}陈述3,000.00人民币叁仟元整" in record
    assert f"按{STATION}陈述6,000.00人民币陆仟元整" in record
    sheet = text_of(making.make(desk, case_id, "element-sheet"))
    assert f"是{PLATFORM}：否；{STATION}：是" in sheet
    assert f"否{PLATFORM}：未陈述；{STATION}：否" in sheet


def test_while_nobody_answered_the_papers_say_so(desk: Desk, case_id: UUID) -> None:
    record = text_of(making.make(desk, case_id, "sorting-record"))
    assert "按被申请人陈述（尚未陈述）————" in record
    assert "按申请人陈述8,600.00人民币捌仟陆佰元整" in record


def test_admitting_and_denying_for_oneself(desk: Desk, case_id: UUID) -> None:
    rider, platform, station = parties(desk, case_id)
    sorting.admit(desk, case_id, "monthly_wage", rider, "respondent", station)
    sorting.deny(desk, case_id, "monthly_wage", rider, "respondent", platform)
    cell = outcome(desk, case_id).cell("monthly_wage", rider)
    assert cell.word.each == ((platform, "✗"), (station, "✓4300.00")) and cell.state is State.DISPUTED


def test_what_the_respondents_do_not_say_alike_cannot_be_admitted_in_one_word(
        desk: Desk, case_id: UUID) -> None:
    differ(desk, case_id)
    with pytest.raises(DeskError, match="do not say the same"):
        sorting.admit(desk, case_id, RELATION, None, "applicant")


def test_taking_ones_own_word_back_lets_the_common_one_count_again(desk: Desk, case_id: UUID) -> None:
    rider, platform, _station = parties(desk, case_id)
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "3000"),
                                Saying("monthly_wage", rider, "respondent", "3500", party_id=platform)])
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "", party_id=platform)])
    assert outcome(desk, case_id).cell("monthly_wage", rider).word == ("4300.00", "3000.00", None, ())


def test_an_own_word_can_be_undone_and_done_again(desk: Desk, case_id: UUID) -> None:
    rider, platform, _station = parties(desk, case_id)
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "3500", party_id=platform)])
    history.undo(desk, case_id)
    assert stored(desk, case_id).statements == []
    history.redo(desk, case_id)
    assert [one.said for one in stored(desk, case_id).statements] == ["3500.00"]


def test_only_a_respondent_speaks_for_itself(desk: Desk, case_id: UUID) -> None:
    rider, platform, _station = parties(desk, case_id)
    for saying in (Saying("monthly_wage", rider, "respondent", "1", party_id=rider),
                   Saying("monthly_wage", rider, "finding", "1", party_id=platform)):
        with pytest.raises(DeskError, match="Only a respondent"):
            sorting.say(desk, case_id, [saying])


def test_what_a_respondent_said_goes_with_it_and_comes_back_with_it(desk: Desk, case_id: UUID) -> None:
    differ(desk, case_id)
    _rider, platform, station = parties(desk, case_id)
    registering.remove_party(desk, case_id, station)
    assert outcome(desk, case_id).cell(RELATION, None).word.each == ((platform, "no"),)
    history.restore(desk, case_id, "parties", str(station))
    assert outcome(desk, case_id).cell(RELATION, None).word.each == ((platform, "no"), (station, "yes"))


def test_a_respondents_own_word_is_not_written_over_unseen(office: Office, desk: Desk, case_id: UUID) -> None:
    rider, platform, _station = parties(desk, case_id)
    seen, hers = reading.case(desk, case_id).seen, office.desk()
    stored(hers, case_id)
    sorting.say(hers, case_id, [Saying("monthly_wage", rider, "respondent", "3500", platform)])
    with pytest.raises(Conflicts) as told:
        sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "3600", platform)], seen)
    (conflict,) = told.value.conflicts
    assert (conflict.place.table, conflict.mine, conflict.stands) == (
        "respondent_statements", "3600.00", "3500.00")
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "3600", platform)],
                told.value.seen)
    assert [one.said for one in stored(desk, case_id).statements] == ["3600.00"]


def test_only_the_respondents_own_word_that_was_seen_is_admitted(office: Office, desk: Desk,
                                                                 case_id: UUID) -> None:
    rider, platform, station = parties(desk, case_id)
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "respondent", "3500", one)
                                for one in (platform, station)])
    seen, hers = reading.case(desk, case_id).seen, office.desk()
    stored(hers, case_id)
    sorting.say(hers, case_id, [Saying("monthly_wage", rider, "respondent", "2000", one)
                                for one in (platform, station)])
    with pytest.raises(Conflicts):
        sorting.admit(desk, case_id, "monthly_wage", rider, "applicant", seen=seen)


def test_a_workbook_carries_each_respondents_own_words(desk: Desk, case_id: UUID) -> None:
    differ(desk, case_id)
    before = outcome(desk, case_id)
    steps = len(history.timeline(desk, case_id))
    for language in ("zh_CN", "en"):
        workbooks.imported(desk, case_id, workbooks.exported(desk, case_id, language))
    assert len(history.timeline(desk, case_id)) == steps
    _rider, platform, _station = parties(desk, case_id)
    sorting.say(desk, case_id, [Saying(RELATION, None, "respondent", "yes", party_id=platform)])
    workbooks.imported(desk, case_id, _with(desk, case_id, platform_says="否"))
    assert outcome(desk, case_id).cell(RELATION, None).word == before.cell(RELATION, None).word


def _with(desk: Desk, case_id: UUID, *, platform_says: str) -> bytes:
    """The exported workbook with another answer of the platform's in the table of the whole case."""
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbooks.exported(desk, case_id, "zh_CN")))
    table = book["全案"]
    titles = [cell.value for cell in table[1]]
    table.cell(2, titles.index("第1被申请人陈述") + 1).value = platform_says
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# Two mediators


FACTOR = "pay"


@pytest.fixture
def his(office: Office) -> Desk:
    return office.first


@pytest.fixture
def hers(office: Office) -> Desk:
    """A second desk at the same store."""
    return office.desk()


@pytest.fixture
def wages_id(his: Desk) -> UUID:
    return next(streamers.walk(his)).case_id


@pytest.fixture
def worker(his: Desk, wages_id: UUID) -> UUID:
    return case_of(his, wages_id).applicants[0].id


def case_of(desk: Desk, wages_id: UUID) -> Case:
    return reading.case(desk, wages_id).case


def wage(desk: Desk, wages_id: UUID, voice: Voice = "applicant") -> str | None:
    entries = case_of(desk, wages_id).entries
    return next((getattr(entry, voice) for entry in entries if entry.element == "monthly_wage"), None)


def say(desk: Desk, wages_id: UUID, worker: UUID, text: str, voice: Voice = "applicant",
        seen: Seen | None = None) -> None:
    """What somebody says of the wage, who has just looked at the case or has ``seen`` it before."""
    known = seen or reading.case(desk, wages_id).seen
    sorting.say(desk, wages_id, [Saying("monthly_wage", worker, voice, text)], known)


# Statements


def test_no_word_is_overwritten_unseen(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4300")
    with pytest.raises(Conflicts) as told:
        sorting.say(his, wages_id, [
            Saying("monthly_wage", worker, "applicant", "4200"),
            Saying("employed_from", worker, "applicant", "2024-9-1")], seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.place.field) == (Kind.FIELD, "applicant")
    assert (conflict.seen, conflict.mine, conflict.stands) == (None, "4200.00", "4300.00")
    assert conflict.by and conflict.by.name == "陈守信"
    assert wage(his, wages_id) == "4300.00"
    assert len(case_of(his, wages_id).entries) == 1, "all of it, or none"


def test_who_was_told_may_write_over_it(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4300")
    with pytest.raises(Conflicts) as told:
        say(his, wages_id, worker, "4200", seen=seen)
    say(his, wages_id, worker, "4200", seen=told.value.seen)
    assert wage(his, wages_id) == "4200.00"


def test_what_changed_yet_again_is_told_again(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    for text in ("4300", "4400"):
        say(hers, wages_id, worker, text)
        with pytest.raises(Conflicts) as told:
            say(his, wages_id, worker, "4200", seen=seen)
        seen = told.value.seen
    assert told.value.conflicts[0].stands == "4400.00"


def test_ones_own_words_are_known(his: Desk, wages_id: UUID, worker: UUID) -> None:
    """Typed thrice, before the window has read the case anew."""
    seen = reading.case(his, wages_id).seen
    for text in ("4300", "4200", ""):
        say(his, wages_id, worker, text, seen=seen)
    assert wage(his, wages_id) is None


def test_the_same_word_twice_is_no_quarrel(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4300")
    say(his, wages_id, worker, " 4,300.00 ", seen=seen)
    assert wage(his, wages_id) == "4300.00"


def test_two_voices_of_one_place_are_two_words(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4300", "respondent")
    say(his, wages_id, worker, "4200", seen=seen)
    assert (wage(hers, wages_id), wage(hers, wages_id, "respondent")) == ("4200.00", "4300.00")
    assert len(case_of(hers, wages_id).entries) == 1


def test_nothing_is_said_for_a_worker_who_is_out(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    say(his, wages_id, worker, "4300")
    seen = reading.case(his, wages_id).seen
    case_of(hers, wages_id)
    registering.remove_party(hers, wages_id, worker)
    with pytest.raises(Conflicts, match="took this out") as told:
        say(his, wages_id, worker, "4200", seen=seen)
    assert (told.value.conflicts[0].kind, told.value.conflicts[0].place.table) == (Kind.GONE, "parties")


def test_what_cannot_be_read_is_no_conflict(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4300")
    with pytest.raises(Unreadable) as refused:
        say(his, wages_id, worker, "much", seen=seen)
    assert [one.saying.text for one in refused.value.refused] == ["much"]


# Admitting and denying


def test_only_the_word_that_was_seen_is_admitted(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    """4,200 on the screen became 5,000 meanwhile: the company has not admitted 5,000."""
    say(his, wages_id, worker, "4200")
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "5000")
    for verb in (sorting.admit, sorting.deny):
        with pytest.raises(Conflicts) as told:
            verb(his, wages_id, "monthly_wage", worker, "respondent", seen=seen)
        (conflict,) = told.value.conflicts
        assert (conflict.kind, conflict.seen, conflict.stands) == (Kind.GROUND, "4200.00", "5000.00")
        assert wage(his, wages_id, "respondent") is None
    sorting.admit(his, wages_id, "monthly_wage", worker, "respondent", seen=told.value.seen)
    assert wage(his, wages_id, "respondent") == "✓5000.00"


def test_the_word_for_all_was_seen_too(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    sorting.say(his, wages_id, [Saying("monthly_wage", None, "applicant", "4200")])
    seen = reading.case(his, wages_id).seen
    case_of(hers, wages_id)
    sorting.say(hers, wages_id, [Saying("monthly_wage", None, "applicant", "5000")])
    with pytest.raises(Conflicts):
        sorting.admit(his, wages_id, "monthly_wage", worker, "respondent", seen=seen)


def test_an_answer_given_meanwhile_stays(his: Desk, hers: Desk, wages_id: UUID, worker: UUID) -> None:
    say(his, wages_id, worker, "4200")
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, worker, "4000", "respondent")
    with pytest.raises(Conflicts) as told:
        sorting.admit(his, wages_id, "monthly_wage", worker, "respondent", seen=seen)
    assert (told.value.conflicts[0].mine, told.value.conflicts[0].stands) == ("✓4200.00", "4000.00")


# Claims in figures


def test_claims_are_put_in_figures_only_as_they_were_seen_computed(his: Desk, hers: Desk) -> None:
    steps = streamers.walk(his)
    wages_id = [next(steps).case_id, next(steps).case_id][-1]
    first = case_of(his, wages_id).applicants[0].id
    seen = reading.case(his, wages_id).seen
    say(hers, wages_id, first, "9000")
    with pytest.raises(Conflicts) as told:
        sorting.ask_computed(his, wages_id, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.stands) == (Kind.GROUND, "9000.00")
    sorting.ask_computed(his, wages_id, told.value.seen)


def test_an_amount_that_a_colleague_typed_is_not_computed_away(his: Desk, hers: Desk,
                                                               wages_id: UUID) -> None:
    claim = case_of(his, wages_id).claims[0]
    seen = reading.case(his, wages_id).seen
    case_of(hers, wages_id)
    registering.ask_amounts(hers, wages_id, {(claim.worker_id, claim.claim): Money(430000)})
    with pytest.raises(Conflicts):
        registering.ask_amounts(his, wages_id, {(claim.worker_id, claim.claim): Money(500000)}, seen)


# Factors of the relationship


def test_two_who_weigh_one_factor_are_told_of_each_other(his: Desk, hers: Desk, wages_id: UUID) -> None:
    seen = reading.case(his, wages_id).seen
    case_of(hers, wages_id)
    sorting.weigh_factor(hers, wages_id, FACTOR, {"applicant": "由公司定", "leaning": "employment"})
    sorting.weigh_factor(his, wages_id, FACTOR, {"respondent": "自己定 "}, seen)
    with pytest.raises(Conflicts) as told:
        sorting.weigh_factor(his, wages_id, FACTOR, {"leaning": "civil"}, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.place.field, conflict.mine, conflict.stands) == ("leaning", "civil", "employment")
    (entry,) = case_of(his, wages_id).factors
    assert (entry.applicant, entry.respondent, entry.leaning) == ("由公司定", "自己定", "employment")


def test_a_leaning_is_one_of_the_three(his: Desk, wages_id: UUID) -> None:
    with pytest.raises(DeskError, match="none of the three"):
        sorting.weigh_factor(his, wages_id, FACTOR, {"leaning": "sideways"})
