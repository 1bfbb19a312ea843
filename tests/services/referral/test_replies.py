"""Coming back: receipts and answers find their referral, each once, and nothing else counts."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.office import accounts
from mediation_desk.services.office.accounts import AccountDraft
from mediation_desk.services.referral import (
    going_back,
    incoming,
    keys,
    leaving,
    office_cards,
    opening,
    referring,
    replies,
)
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.office_cards import NotCompared
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.referral.referring import ReferralDraft
from mediation_desk.services.referral.replies import AnotherSigner, NoReply, NotOurs
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.referral import package
from mediation_desk.store.referral.manifest import Answer, Receipt
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package_keys import PackageKeys, new
from tests.offices import PASSWORD
from tests.services.referral.exchange import PASSPHRASE, Exchange, draft, kept_of, listed, read_card

DAY = date(2025, 1, 20)
LENT = "黄河之水天上来 88"
TABLE = b"%PDF-1.7 table"
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def receipt(between: Exchange, passphrase: str = "") -> Path:
    made = between.taken(passphrase=passphrase)
    return going_back.write_receipt(between.other, made.case_id, made.origin_id,
                                   between.folder / "r.mdreceipt").path


def answer(between: Exchange, told: Answering | None = None, passphrase: str = "") -> Path:
    made = between.taken(passphrase=passphrase)
    filing.add_files(between.other, made.case_id, [FileSource("核定表.pdf", data=TABLE)])
    table = filing.exhibits(between.other, made.case_id).exhibits[-1].id
    return going_back.write_answer(between.other, made.case_id, made.origin_id,
                                  told or Answering(DAY, "已核定补缴基数。", exhibits=(table,)),
                                  between.folder / "a.mdanswer").path


def test_a_look_tells_whose_it_is_and_changes_nothing(between: Exchange) -> None:
    path, before = answer(between), kept_of(between.here)
    told = replies.look(between.desk, path)
    assert (told.case_id, told.referral_id, told.number) == (
        between.case_id, between.referral_id, "宁中劳调〔2025〕0001号")
    assert (told.office, told.number_there, told.by, told.day) == (
        "城中区社会保险经办中心", "城中社收〔2025〕001号", "海晏", DAY)
    assert told.is_known and told.is_answer and told.result == "已核定补缴基数。"
    assert told.papers == (("核定表.pdf", len(TABLE)),) and kept_of(between.here) == before


def test_a_receipt_says_that_it_was_received_and_as_what(between: Exchange) -> None:
    path = receipt(between)
    assert not replies.look(between.desk, path).is_answer
    replies.take(between.desk, path)
    stands = between.referral
    assert (stands.received_on, stands.received_by) == (DAY, "海晏")
    assert stands.number_there == "城中社收〔2025〕001号"
    assert stands.answered_on is None and upkeep.prove(between.desk) == []


def test_an_answer_brings_result_day_and_papers_into_the_case(between: Exchange) -> None:
    replies.take(between.desk, answer(between))
    stands = between.referral
    assert (stands.answered_on, stands.result, stands.returned_on) == (DAY, "已核定补缴基数。", None)
    came = filing.exhibits(between.desk, between.case_id).exhibits[-1]
    assert (came.name, came.source, came.position, came.is_pdf) == (
        "核定表.pdf", "城中区社会保险经办中心", 3, True)
    assert b"".join(looking.chunks(between.desk, between.case_id, came.id)) == TABLE


def test_a_return_comes_back_with_its_reason(between: Exchange) -> None:
    replies.take(between.desk, answer(between, Answering(DAY, returned="不属本中心管辖")))
    stands = between.referral
    assert (stands.returned_on, stands.returned_why, stands.answered_on) == (DAY, "不属本中心管辖", None)


def test_reading_it_is_one_step_that_can_be_undone_and_done_again(between: Exchange) -> None:
    path = answer(between)
    replies.take(between.desk, path)
    history.undo(between.desk, between.case_id)
    assert between.referral.answered_on is None
    assert len(filing.exhibits(between.desk, between.case_id).exhibits) == 2
    replies.take(between.desk, path)
    assert between.referral.answered_on == DAY


def refused(between: Exchange, path: Path) -> DeskError:
    """Why it is neither looked at nor read; both change nothing."""
    before = kept_of(between.here)
    with pytest.raises(DeskError) as looked:
        replies.look(between.desk, path)
    with pytest.raises(DeskError) as read:
        replies.take(between.desk, path)
    assert type(looked.value) is type(read.value) and kept_of(between.here) == before
    return looked.value


@pytest.mark.parametrize("write", [receipt, answer])
def test_read_twice_it_changes_nothing_the_second_time(between: Exchange, write: object) -> None:
    path = write(between)  # type: ignore[operator]
    replies.take(between.desk, path)
    assert "already" in str(refused(between, path))


def test_a_receipt_after_the_answer_changes_nothing(between: Exchange) -> None:
    made = between.taken()
    late = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    path = going_back.write_answer(between.other, made.case_id, made.origin_id, Answering(DAY, "有"),
                                  between.folder / "a").path
    replies.take(between.desk, path)
    assert "already" in str(refused(between, late))


def test_damaged_wherever_it_is_it_is_refused(between: Exchange) -> None:
    path = receipt(between)
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
        with pytest.raises(DeskError):
            replies.take(between.desk, path)
        path.write_bytes(whole[:at])
        with pytest.raises(DeskError):
            replies.take(between.desk, path)
    assert between.referral.received_on is None


def own_keys(between: Exchange, there: bool) -> list[PackageKeys]:
    desk = between.other if there else between.desk
    with desk.reading() as work:
        return keys.known(desk, work)


def bent(between: Exchange, path: Path, signer: PackageKeys, **told: object) -> Path:
    """What came back, with something else said in it, signed by somebody and encrypted for the office
    here."""
    was = opening.whole(between.desk, path).manifest
    assert isinstance(was, Receipt | Answer)
    sender = replace(was.sender, signing_key=signer.signing)
    made = replace(was, sender=sender, **({"papers": ()} if isinstance(was, Answer) else {}), **told)
    target = between.folder / f"{uuid4().hex}.bent"
    package.write(target, made, Lock(public_key=own_keys(between, there=False)[0].public), signer,
                  lambda _one: ())
    return target


def test_signed_by_another_key_than_the_package_was_made_for_it_is_refused(between: Exchange) -> None:
    assert isinstance(refused(between, bent(between, receipt(between), new())), AnotherSigner)


@pytest.mark.parametrize("told", [{"to_package": UUID(int=5)}, {"to_sha256": "0" * 64}])
def test_what_belongs_to_no_referral_here_is_refused(between: Exchange, told: dict[str, object]) -> None:
    path, (signer,) = receipt(between), own_keys(between, there=True)
    assert isinstance(refused(between, bent(between, path, signer, **told)), NotOurs)


@PATIENT
@given(package_id=st.uuids(), sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
       is_answer=st.booleans())
def test_a_receipt_or_answer_to_any_other_package_is_refused(founded_between: Exchange, package_id: UUID,
                                                            sha256: str, is_answer: bool) -> None:
    between = founded_between
    (signer,) = own_keys(between, there=True)
    card = replace(_card(between), signing_key=signer.signing)
    told: Answer | Receipt = Receipt(
        sender=card, package_id=uuid4(), made_at=between.desk.now, to_package=package_id, to_sha256=sha256,
        number="1", received_on=DAY)
    if is_answer:
        told = Answer(sender=card, package_id=uuid4(), made_at=between.desk.now, to_package=package_id,
                      to_sha256=sha256, number="1", received_on=DAY, day=DAY, result="有")
    path = between.folder / f"{uuid4().hex}.x"
    package.write(path, told, Lock(public_key=own_keys(between, there=False)[0].public), signer,
                  lambda _one: ())
    assert isinstance(refused(between, path), NotOurs)


def _card(between: Exchange) -> OfficeCard:
    with between.other.reading() as work:
        return keys.card(between.other, keys.known(between.other, work)[0])


@pytest.fixture
def founded_between(between: Exchange) -> Exchange:
    """With one package out."""
    between.seal()
    return between


def test_a_package_that_was_written_anew_makes_the_former_receipt_count_no_more(between: Exchange) -> None:
    path = receipt(between)
    between.seal("again.mdpackage")
    assert isinstance(refused(between, path), NotOurs)


def test_a_day_that_lies_in_the_future_is_refused(between: Exchange) -> None:
    path, (signer,) = receipt(between), own_keys(between, there=True)
    assert "future" in str(refused(between, bent(between, path, signer, received_on=date(2025, 1, 21))))


def test_to_a_passphrase_the_signer_counts_once_the_number_was_compared(between: Exchange) -> None:
    other = listed(between.desk, "城中区公安分局")
    between = changed(between, referral_id=draft(between.desk, between.case_id, other, whole=True))
    made = between.taken(passphrase=PASSPHRASE)
    path = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    seen = replies.look(between.desk, path)
    assert not seen.is_known and seen.check == office_cards.own(between.other).check
    with pytest.raises(NotCompared):
        replies.take(between.desk, path)
    replies.take(between.desk, path, compared=seen.check)
    then = going_back.write_answer(between.other, made.case_id, made.origin_id, Answering(DAY, "有"),
                                  between.folder / "a").path
    assert isinstance(refused(between, bent(between, then, new())), AnotherSigner)
    replies.take(between.desk, then)
    assert between.referral.answered_on == DAY


def test_a_renewed_store_key_on_either_side_strands_nothing(between: Exchange) -> None:
    """What was encrypted for the former pair still opens; who signs with a new one is asked for a new
    card."""
    path = between.seal().path
    for desk in (between.desk, between.other):
        store_key.renew(desk, PASSWORD)
    check = office_cards.own(between.desk).check
    seen = incoming.look(between.other, path)
    assert seen.check != check  # signed by the pair of its day
    made = incoming.take_in(between.other, path, compared=seen.check)
    back = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    assert isinstance(refused(between, back), AnotherSigner)
    (office,) = (one for one in _offices(between) if one.public_key)
    read_card(between.desk, between.other, between.folder, office.id)
    replies.take(between.desk, back)
    assert between.referral.received_on == DAY


def _offices(between: Exchange) -> list[ReceivingOffice]:
    with between.desk.reading() as work:
        return [changed(one) for one in office_cards.standing(work)]


def test_killed_before_the_digest_was_noted_the_receipt_finds_its_referral_all_the_same(
        between: Exchange) -> None:
    path = receipt(between)
    with between.desk.case_work(between.case_id, "note_referral") as (work, case):
        leaving.standing(case, between.referral_id).package_sha256 = ""
        work.commit()
    replies.take(between.desk, path)
    assert between.referral.package_sha256


def test_a_matter_that_is_referred_is_no_reply(between: Exchange) -> None:
    path = between.seal("a.mdpackage", Sealing(passphrase=PASSPHRASE)).path
    with pytest.raises(DeskError):
        replies.look(between.other, path)
    path = between.seal("b.mdpackage").path
    with pytest.raises(NoReply):
        replies.look(between.other, path)


def test_what_belongs_to_a_colleagues_case_is_told_so(between: Exchange) -> None:
    path = receipt(between)
    accounts.add(between.desk, AccountDraft("wang", "王海燕", frozenset({Role.MEDIATOR}), LENT))
    colleague = between.here.desk("wang", LENT)
    before = kept_of(between.here)
    for act in (replies.look, replies.take):
        with pytest.raises(NotAllowed):
            act(colleague, path)
    assert kept_of(between.here) == before


def test_a_draft_that_was_written_over_for_another_office_takes_no_answer_of_the_former(
        between: Exchange) -> None:
    path = answer(between)
    history.undo(between.desk, between.case_id)
    stands = between.referral
    referring.change(between.desk, between.case_id, stands,
                     ReferralDraft("别的单位", part="社保", reason="另有主管"))
    assert between.referral.package_id is None
    assert isinstance(refused(between, path), NotOurs)
