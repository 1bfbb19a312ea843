"""Taking in: a package becomes a case with its parties, claims, hours and files, once, or nothing changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.orders import CameBy, OrderStepKind
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, Role, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.referral import arriving, going_back, incoming, keys, office_cards
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.incoming import NoReferral, Signer
from mediation_desk.services.referral.office_cards import NotCompared
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.referral import outside, package
from mediation_desk.store.referral.manifest import Referred, StepTold
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package_keys import new
from mediation_desk.store.referral.refusals import ForAnotherOffice, PackageDamaged, WrongPassphrase
from tests.services.referral.exchange import (
    ARRIVED,
    FINISH,
    FLOW,
    PASSPHRASE,
    Exchange,
    kept_of,
    listed,
    read_card,
)


def known_there(between: Exchange) -> None:
    """The office there has read the card of the office here."""
    read_card(between.other, between.desk, between.folder, listed(between.other, "调解室").id)


def test_a_look_tells_who_what_and_until_when_and_changes_nothing(between: Exchange) -> None:
    path, before = between.seal().path, kept_of(between.there)
    told = incoming.look(between.other, path)
    assert (told.office, told.sent_by, told.number) == (
        "西宁市城中区劳动争议调解工作室", "陈守信", "宁中劳调〔2025〕0001号")
    assert (told.due_on, told.valid_until, told.asked) == (date(2025, 2, 7), date(2025, 2, 19), "参保科")
    assert told.parties[0] == ("Applicant", "温若晴") and len(told.claims) == 1
    assert told.orders == (("HJ20250120001", ARRIVED, FINISH),)
    assert [name for name, _size in told.exhibits] == ["流水.png"] and len(told.papers) == 1
    assert told.signer is Signer.UNKNOWN and told.size > 800_000
    assert told.check == office_cards.own(between.desk).check
    assert kept_of(between.there) == before


def test_it_becomes_a_case_of_this_office_with_all_that_was_sent(between: Exchange) -> None:
    made = between.taken()
    file = reading.case(between.other, made.case_id)
    case = file.case
    assert (case.number, case.received_on, case.registered_on) == (
        "城中社收〔2025〕001号", date(2025, 1, 20), date(2025, 1, 20))
    assert (case.source, case.source_reference, case.kind_of_work) == (
        Source.HOTLINE, "HJ20250120001", KindOfWork.DELIVERY)
    assert case.mediator_id == between.other.who.account_id and case.accepted_on is None
    worker = case.applicants[0]
    assert (worker.name, worker.id_number, worker.phone, worker.address) == (
        "温若晴", "630102199001011236", "13997000001", "城中区南大街1号")
    assert worker.bank_account == "" and [one.role for one in case.parties] == [
        Role.APPLICANT, Role.RESPONDENT]
    assert [(one.worker_id, one.claim) for one in case.claims] == [(worker.id, "other")]
    assert case.facts_in_brief == "平台未缴社保，也欠工资。"
    assert upkeep.prove(between.other) == []


def test_its_order_goes_on_with_the_hours_and_steps_that_it_had(between: Exchange) -> None:
    case = reading.case(between.other, between.taken().case_id).case
    (order,), (step,) = case.orders, case.order_steps
    assert (order.number, order.arrived_at, order.given_until, order.came_by) == (
        "HJ20250120001", ARRIVED, FINISH, CameBy.PACKAGE)
    assert (order.caller, order.original) == ("温若晴", "")
    assert (step.kind, step.order_id) == (OrderStepKind.SIGNED_IN, order.id)
    assert step.by == "陈守信，西宁市城中区劳动争议调解工作室"


def test_its_files_are_exhibits_with_their_source(between: Exchange) -> None:
    made = between.taken()
    paper, flow = filing.exhibits(between.other, made.case_id).exhibits
    case = reading.case(between.other, made.case_id).case
    assert paper.is_pdf and paper.source == "西宁市城中区劳动争议调解工作室"
    assert (flow.name, flow.media_type) == ("流水.png", "image/png")
    assert flow.given_by == str(case.applicants[0].id)
    assert not flow.original
    assert b"".join(looking.chunks(between.other, made.case_id, flow.id)) == FLOW


def test_where_it_came_from_stays_with_it(between: Exchange) -> None:
    packed = between.seal()
    made = incoming.take_in(between.other, packed.path,
                             compared=incoming.look(between.other, packed.path).check)
    (origin,) = going_back.origins(between.other, made.case_id)
    assert (origin.package_id, origin.sha256, origin.office, origin.number) == (
        packed.package_id, packed.sha256, "西宁市城中区劳动争议调解工作室", "宁中劳调〔2025〕0001号")
    assert (origin.due_on, origin.part, origin.reason) == (
        date(2025, 2, 7), "社会保险费补缴", "社保补缴由经办机构核定")
    assert origin.id == made.origin_id and origin.receipt_at is None


def test_two_takings_in_of_one_file_change_nothing_the_second_time(between: Exchange) -> None:
    made, path = between.taken(), between.folder / "a.mdpackage"
    before = kept_of(between.there)
    again = Path(between.folder / "copy.mdpackage")
    again.write_bytes(path.read_bytes())
    for one in (path, again):
        with pytest.raises(DeskError, match=f"taken in already, as {made.number}"):
            incoming.look(between.other, one)
        with pytest.raises(DeskError, match="taken in already"):
            incoming.take_in(between.other, one, compared=office_cards.own(between.desk).check)
    assert kept_of(between.there) == before


def refused(between: Exchange, path: Path, passphrase: str = "") -> DeskError:
    """Why the package is neither looked into nor taken in; both change nothing."""
    before = kept_of(between.there)
    with pytest.raises(DeskError) as looked:
        incoming.look(between.other, path, passphrase)
    with pytest.raises(DeskError) as taken:
        incoming.take_in(between.other, path, passphrase, compared=office_cards.own(between.desk).check)
    assert type(looked.value) is type(taken.value) and kept_of(between.there) == before
    return looked.value


def test_nobody_but_the_office_it_is_for_opens_it(between: Exchange) -> None:
    other = listed(between.desk, "城中区公安分局")
    with between.desk.work("take_office_card") as work:
        kept = work.row(type(other), other.id)
        kept.public_key = new().public.hex()
        work.commit()
    with between.desk.case_work(between.case_id, "draft_referral") as (work, case):
        case.referrals[0].office_id = other.id
        work.commit()
    assert isinstance(refused(between, between.seal().path), ForAnotherOffice)


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_does(between: Exchange) -> None:
    path = between.seal("a.mdpackage", Sealing(passphrase=PASSPHRASE)).path
    for typed in ("", "4821 0937 5566 1204 7731"):
        assert isinstance(refused(between, path, typed), WrongPassphrase)
    assert incoming.look(between.other, path, "48210937-55661204-7730").number == "宁中劳调〔2025〕0001号"


def test_past_its_day_it_is_refused(between: Exchange) -> None:
    path = between.seal("a.mdpackage", Sealing(valid_until=date(2025, 1, 25))).path
    between.there.clock.set(2025, 1, 25, 23)
    assert incoming.look(between.other, path).number
    between.there.clock.set(2025, 1, 26, 0)
    assert refused(between, path).sentence.particulars == {"day": date(2025, 1, 25)}


def test_what_was_made_here_is_not_taken_in_here(between: Exchange) -> None:
    path = between.seal("a.mdpackage", Sealing(passphrase=PASSPHRASE)).path
    before = kept_of(between.here)
    with pytest.raises(DeskError, match="made in this office"):
        incoming.look(between.desk, path, PASSPHRASE)
    with pytest.raises(DeskError, match="made in this office"):
        incoming.take_in(between.desk, path, PASSPHRASE)
    assert kept_of(between.here) == before


def test_damaged_wherever_it_is_it_leaves_nothing_behind(between: Exchange) -> None:
    """Files that were under way when the damage showed go again; the last byte is the signature's."""
    path = between.seal().path
    whole = path.read_bytes()
    for at in (5, 200, 2000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
        assert refused(between, path).field == "package"
    for at in (len(whole) - 1, len(whole) // 2):
        path.write_bytes(whole[:at])
        assert isinstance(refused(between, path), PackageDamaged)
    path.write_bytes(whole)
    assert incoming.look(between.other, path).number


def test_an_unknown_signer_is_told_and_counts_once_the_number_was_compared(between: Exchange) -> None:
    path, before = between.seal().path, kept_of(between.there)
    for compared in ("", "0000 0000 0000 0000 0000 0000 0000 0000"):
        with pytest.raises(NotCompared):
            incoming.take_in(between.other, path, compared=compared)
    assert kept_of(between.there) == before
    between.taken("b.mdpackage")
    again = between.seal("c.mdpackage").path
    assert incoming.look(between.other, again).signer is Signer.KNOWN
    incoming.take_in(between.other, again)


def test_an_office_whose_card_was_compared_is_known_at_once(between: Exchange) -> None:
    known_there(between)
    path = between.seal().path
    assert incoming.look(between.other, path).signer is Signer.KNOWN
    incoming.take_in(between.other, path)


def test_a_known_office_that_signs_with_another_key_is_told_and_asked_about(between: Exchange) -> None:
    """Somebody with a program of their own says to be the office here: the store's number is no secret."""
    known_there(between)
    path, forger = between.seal().path, new()
    with between.other.reading() as work:
        pairs = keys.known(between.other, work)
    told = package.read(path, outside.key_for_office(outside.look_at(path), pairs)).manifest
    assert isinstance(told, Referred)
    bent = replace(told, papers=(), exhibits=(), sender=replace(
        told.sender, signing_key=forger.signing, public_key=forger.public))
    package.write(between.folder / "x.mdpackage", bent, Lock(public_key=pairs[0].public), forger,
                  lambda _one: ())
    assert incoming.look(between.other, between.folder / "x.mdpackage").signer is Signer.CHANGED
    with pytest.raises(NotCompared):
        incoming.take_in(between.other, between.folder / "x.mdpackage")


def test_stopped_on_the_way_nothing_is_left(between: Exchange) -> None:
    path, before = between.seal().path, kept_of(between.there)
    steps = iter([False, False, True, True])
    with pytest.raises(Stopped):
        incoming.take_in(between.other, path, compared=office_cards.own(between.desk).check,
                          pace=Pace(cancelled=lambda: next(steps)))
    assert kept_of(between.there) == before


def test_what_fails_while_it_is_kept_leaves_nothing(between: Exchange, monkeypatch: pytest.MonkeyPatch
                                                    ) -> None:
    path, before = between.seal().path, kept_of(between.there)

    def broken(*_told: object) -> None:
        raise DeskError("the disk is gone")

    monkeypatch.setattr(incoming, "_origin", broken)
    with pytest.raises(DeskError, match="disk"):
        incoming.take_in(between.other, path, compared=office_cards.own(between.desk).check)
    monkeypatch.undo()
    assert kept_of(between.there) == before
    incoming.take_in(between.other, path, compared=office_cards.own(between.desk).check)


def test_a_claim_that_this_program_has_no_name_for_is_kept_in_words(between: Exchange) -> None:
    with pytest.MonkeyPatch.context() as bent:
        bent.setattr(arriving, "CLAIMS", {name: one for name, one in CLAIMS.items()
                                          if name != "unpaid_wages"})
        with between.desk.case_work(between.case_id, "draft_referral") as (work, case):
            case.referrals[0].whole = True
            work.commit()
        case = reading.case(between.other, between.taken().case_id).case
    assert [one.claim for one in case.claims] == ["other"]
    assert "温若晴：" in case.facts_in_brief and "（8,600.00元）" in case.facts_in_brief


def test_a_receipt_is_no_referral(between: Exchange) -> None:
    made, path = between.taken(), between.folder / "r.mdreceipt"
    going_back.write_receipt(between.other, made.case_id, made.origin_id, path)
    with pytest.raises(NoReferral):
        incoming.look(between.desk, path)
    with pytest.raises(NoReferral):
        incoming.take_in(between.desk, path)


def test_who_registers_no_cases_takes_none_in(between: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    path = between.seal().path
    monkeypatch.setattr(Desk, "require", _nobody_may)
    for act in (incoming.look, incoming.take_in):
        with pytest.raises(NotAllowed):
            act(between.other, path)


def _nobody_may(*_told: object, **_named: object) -> None:
    raise NotAllowed("no")


def test_the_answer_that_is_owed_presses_like_any_duty_until_it_is_written(between: Exchange) -> None:
    made = between.taken()
    between.there.clock.set(2025, 2, 5)
    soon = reading.day(between.other).pressing[Due.REFERRAL].items
    assert [(row.kind, row.on) for row, _case in soon] == [("answer", date(2025, 2, 7))]
    between.there.clock.set(2025, 2, 8)
    late = reading.day(between.other).pressing[Due.OVERDUE].items
    assert "answer" in {row.kind for row, _case in late}
    going_back.write_answer(between.other, made.case_id, made.origin_id, Answering(date(2025, 2, 8), "有"),
                            between.folder / "a.mdanswer")
    late = reading.day(between.other).pressing[Due.OVERDUE].items
    assert "answer" not in {row.kind for row, _case in late}


def forged(between: Exchange, orders: dict[str, object] | None = None, **bent: object) -> Path:
    """As the office here writes it with a program of its own."""
    path = between.seal().path
    with between.other.reading() as work:
        there = keys.known(between.other, work)
    with between.desk.reading() as work:
        here = keys.known(between.desk, work)
    told = package.read(path, outside.key_for_office(outside.look_at(path), there)).manifest
    assert isinstance(told, Referred)
    made = replace(told, papers=(), exhibits=(), orders=(replace(told.orders[0], **(orders or {})),), **bent)
    package.write(between.folder / "x", made, Lock(public_key=there[0].public), here[0], lambda _one: ())
    return between.folder / "x"


@pytest.mark.parametrize("bent", [
    {"arrived_at": datetime.max}, {"arrived_at": datetime.min}, {"given_until": datetime.min},
    {"terms": '{"hours": ["09:00-17:00"], "finish": [999999999, "natural", "x"]}'}, {"terms": "[" * 500}])
def test_an_order_that_no_program_writes_is_kept_or_refused_and_never_a_bug(
        between: Exchange, bent: dict[str, object]) -> None:
    path, before = forged(between, bent), kept_of(between.there)
    try:
        incoming.take_in(between.other, path, compared=office_cards.own(between.desk).check)
    except DeskError:
        assert kept_of(between.there) == before
    assert upkeep.prove(between.other) == []


@pytest.mark.parametrize(("orders", "bent"), [
    ({"arrived_at": datetime(2025, 1, 23, 9)}, {}), ({"arrived_at": datetime.max}, {}),
    ({"steps": (StepTold(kind=OrderStepKind.SIGNED_IN, at=datetime(2030, 1, 1)),)}, {}),
    ({}, {"made_at": datetime(2025, 1, 23, tzinfo=UTC)}),
    ({}, {"made_at": datetime.max.replace(tzinfo=UTC)})])
def test_what_has_not_happened_yet_is_refused(between: Exchange, orders: dict[str, object],
                                              bent: dict[str, object]) -> None:
    assert "future" in str(refused(between, forged(between, orders, **bent)))


def test_an_hour_that_an_offices_clock_is_ahead_is_let_pass(between: Exchange) -> None:
    path = forged(between, made_at=datetime(2025, 1, 20, 3, tzinfo=UTC))
    assert incoming.look(between.other, path).sent_at.hour == 3
