"""Sealing: what goes out, for whom it opens, and what is noted of it, whatever happens on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mediation_desk.domain.referral.passphrase import PassphraseTooWeak, require_good
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.referral import contents, going_back, leaving, packages, replies
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.referral import package
from mediation_desk.store.referral.refusals import NotWritten
from tests.services.referral.exchange import PASSPHRASE, Exchange, draft, listed


def test_the_outline_says_what_would_be_in_it_and_changes_nothing(between: Exchange) -> None:
    before = between.referral.package_id
    told = packages.outline(between.desk, between.case_id, between.referral_id)
    assert told.has_key and told.office == "城中区社会保险经办中心"
    assert told.parties == ("温若晴", "湟水配送有限公司") and len(told.claims) == 1
    assert told.orders == ("HJ20250120001",) and told.exhibits == ("流水.png",)
    assert len(told.papers) == 1 and told.size > 800_000
    assert told.valid_until == date(2025, 2, 19)
    assert between.referral.package_id is before is None


def test_a_sealed_referral_is_handed_over_today_and_known_by_its_digest(between: Exchange) -> None:
    made = between.seal()
    stands = between.referral
    assert (stands.package_id, stands.package_sha256) == (made.package_id, made.sha256)
    assert (stands.manner, stands.handed_on) == (HandOff.PACKAGE, date(2025, 1, 20))
    assert stands.handed_by == "陈守信"
    assert stands.answer_key and made.size == made.path.stat().st_size
    assert upkeep.prove(between.desk) == []


def test_it_is_called_by_case_office_and_day(between: Exchange) -> None:
    assert packages.proposed_name(between.desk, between.case_id, between.referral_id) == \
        "宁中劳调〔2025〕0001号-城中区社会保险经办中心-20250120.mdpackage"


def test_without_the_offices_card_it_needs_a_passphrase(between: Exchange) -> None:
    other = listed(between.desk, "城中区公安分局")
    referral = draft(between.desk, between.case_id, other, whole=True)
    assert not packages.outline(between.desk, between.case_id, referral).has_key
    with pytest.raises(DeskError) as refused:
        packages.seal(between.desk, between.case_id, referral, Sealing(), between.folder / "b.mdpackage")
    assert refused.value.field == "office"
    made = packages.seal(between.desk, between.case_id, referral, Sealing(passphrase=PASSPHRASE),
                         between.folder / "b.mdpackage")
    assert made.path.exists()


def test_a_weak_passphrase_or_a_day_that_is_over_is_refused_before_anything(between: Exchange) -> None:
    for sealing, field in ((Sealing(passphrase="123456"), "passphrase"),
                           (Sealing(valid_until=date(2025, 1, 19)), "valid_until"),
                           (Sealing(valid_until=date(2026, 2, 20)), "valid_until")):
        with pytest.raises(DeskError) as refused:
            between.seal("x.mdpackage", sealing)
        assert refused.value.field == field
    assert between.referral.package_id is None
    with pytest.raises(PassphraseTooWeak):
        packages.seal_into(between.desk, between.case_id, between.referral_id, Sealing(passphrase="1"),
                           str(between.folder), "x", progress=lambda _d, _t: None, cancelled=lambda: False)


def test_the_program_makes_a_good_passphrase_up() -> None:
    require_good(packages.proposed_passphrase())


def test_where_it_does_not_come_to_an_end_nothing_was_handed_over(between: Exchange,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(between.folder.iterdir())
    with pytest.raises(Stopped):
        packages.seal(between.desk, between.case_id, between.referral_id, Sealing(), between.folder / "x",
                      Pace(cancelled=lambda: True))
    with pytest.raises(NotWritten):
        packages.seal(between.desk, between.case_id, between.referral_id, Sealing(),
                      between.folder / "none" / "x")
    (between.folder / "there.mdpackage").write_bytes(b"somebody's")
    with pytest.raises(DeskError) as refused:
        between.seal("there.mdpackage")
    assert refused.value.field == "file"
    assert (between.folder / "there.mdpackage").read_bytes() == b"somebody's"
    (between.folder / "there.mdpackage").unlink()
    monkeypatch.setattr(packages, "_handed_over", _broken)
    with pytest.raises(DeskError, match="the store"):
        between.seal("y.mdpackage")
    assert sorted(between.folder.iterdir()) == before
    stands = between.referral
    assert stands.handed_on is None and stands.manner is None and stands.package_sha256 == ""


def _broken(*_told: object) -> None:
    raise DeskError("the store is gone")


def test_killed_between_file_and_note_the_package_is_known_all_the_same(
        between: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody tidies up after a kill: the file lies on the stick with its name; its number was noted
    before."""
    monkeypatch.setattr(packages, "_handed_over", _broken)
    monkeypatch.setattr(Path, "unlink", lambda *_told, **_named: None)
    with pytest.raises(DeskError):
        between.seal("y.mdpackage")
    monkeypatch.undo()
    assert (between.folder / "y.mdpackage").exists()
    assert between.referral.package_id is not None and between.referral.package_sha256 == ""


def test_written_anew_the_former_package_counts_no_more(between: Exchange) -> None:
    one, other = between.seal("a.mdpackage"), between.seal("b.mdpackage")
    assert one.package_id != other.package_id == between.referral.package_id


@pytest.mark.parametrize("fails", ["stopped", "not written", "not noted"])
def test_where_a_further_one_does_not_come_to_an_end_the_former_still_counts(
        between: Exchange, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    made, stands = between.taken(), between.referral
    between.here.clock.set(2025, 1, 22)
    if fails == "not noted":
        monkeypatch.setattr(packages, "_handed_over", _broken)
    with pytest.raises((Stopped, NotWritten, DeskError)):
        packages.seal(between.desk, between.case_id, between.referral_id, Sealing(),
                      between.folder / ("none/x" if fails == "not written" else "x"),
                      Pace(cancelled=lambda: fails == "stopped"))
    after = between.referral
    assert (after.package_id, after.package_sha256, after.answer_key, after.handed_on) == (
        stands.package_id, stands.package_sha256, stands.answer_key, stands.handed_on)
    receipt = between.folder / "r.mdreceipt"
    going_back.write_receipt(between.other, made.case_id, made.origin_id, receipt)
    replies.take(between.desk, receipt)
    with pytest.raises(DeskError, match="received there") as refused:
        between.seal("z.mdpackage")
    assert refused.value.field == "received_on" and between.referral.package_id == stands.package_id


def test_what_is_answered_is_not_sealed_again(between: Exchange) -> None:
    with between.desk.case_work(between.case_id, "note_referral") as (work, case):
        leaving.standing(case, between.referral_id).answered_on = date(2025, 1, 20)
        work.commit()
    with pytest.raises(DeskError, match="answered or returned"):
        between.seal()


def test_an_exhibit_or_a_referral_that_was_taken_out_is_told(between: Exchange) -> None:
    with between.desk.case_work(between.case_id, "remove_evidence") as (work, _case):
        work.evidence.get(between.case_id, between.exhibit_id).removed_at = work.who.now
        work.commit()
    with pytest.raises(NotThere):
        between.seal()
    with pytest.raises(NotThere):
        packages.outline(between.desk, between.case_id, between.case_id)


def test_what_is_chosen_is_all_there_is(between: Exchange) -> None:
    nothing = contents.Chosen(frozenset(), frozenset(), facts=False, orders=False)
    told = packages.outline(between.desk, between.case_id, between.referral_id, Sealing(nothing))
    assert told.parties == ("温若晴",)  # who asks for the part comes along always
    assert told.orders == () and len(told.claims) == 1
    made = between.seal("a.mdpackage", Sealing(replace(nothing)))
    assert made.size > 0


def test_progress_is_told_while_it_is_written(between: Exchange) -> None:
    seen: list[tuple[int, int]] = []
    packages.seal_into(between.desk, between.case_id, between.referral_id, Sealing(), str(between.folder),
                       "p", progress=lambda done, total: seen.append((done, total)),
                       cancelled=lambda: False)
    assert seen and seen[-1][0] == seen[-1][1] and (between.folder / "p.mdpackage").exists()
    assert seen[-1][1] * 1024 > package.BLOCK
