"""A package in the window: dropped, looked at, compared, taken in with one press; and what comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import PACKAGES
from mediation_desk.gui.intake.packages.page import PackagesPage
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.referral import going_back, office_cards
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.packages import Sealing
from tests.gui.desks import settle
from tests.services.referral.exchange import PASSPHRASE, Exchange, kept_of, listed, read_card


def opened(frame: DeskFrame, tasks: Tasks, path: Path) -> PackagesPage:
    frame.enter(PACKAGES, path)
    settle(tasks)
    page = frame.current()
    assert isinstance(page, PackagesPage)
    return page


def test_from_the_cases_one_comes_to_a_page_that_says_what_to_do(frame: DeskFrame, tasks: Tasks) -> None:
    cases = frame.show_page("cases")
    settle(tasks)
    cases.doors.buttons["packages"].click()  # type: ignore[attr-defined]
    page = frame.current()
    assert isinstance(page, PackagesPage) and page.nothing.isVisible() and not page.primary.isVisible()
    page.way_back.click()
    assert frame.current() is cases


def test_with_a_known_sender_one_press_takes_it_in_and_the_receipt_lies_beside_it(
        frame: DeskFrame, tasks: Tasks, between: Exchange) -> None:
    read_card(between.other, between.desk, between.folder, listed(between.other, "调解室").id)
    before = kept_of(between.there)
    page = opened(frame, tasks, between.seal().path)
    assert page.sight.isVisible() and page.compare.isHidden() and page.primary.isEnabled()
    assert page.facts.told["Case there"] == "宁中劳调〔2025〕0001号"
    assert "温若晴" in page.facts.told["Parties"] and kept_of(between.there) == before
    page.primary.click()
    settle(tasks)
    assert page.done.isVisible() and "城中社收〔2025〕001号" in page.done_words.text()
    assert list(between.folder.glob("*.mdreceipt")) and page.receipt.path.text().endswith(".mdreceipt")
    page.open_case.click()
    settle(tasks)
    assert isinstance(frame.current(), CaseWindow)
    assert frame.current().header.came_from.isVisible()  # type: ignore[union-attr]


def test_of_an_unknown_sender_nothing_is_taken_before_the_number_was_compared(
        frame: DeskFrame, tasks: Tasks, between: Exchange) -> None:
    page = opened(frame, tasks, between.seal().path)
    assert page.compare.isVisible() and not page.primary.isEnabled()
    assert page.compare.number.text() == office_cards.own(between.desk).check
    page.take()
    settle(tasks)
    assert not page.done.isVisible()
    page.compare.tick.tick.click()
    assert page.primary.isEnabled()
    page.primary.click()
    settle(tasks)
    assert page.done.isVisible()


def test_a_passphrase_is_asked_for_and_a_wrong_one_told_beside_its_field(
        frame: DeskFrame, tasks: Tasks, between: Exchange) -> None:
    page = opened(frame, tasks, between.seal("a.mdpackage", Sealing(passphrase=PASSPHRASE)).path)
    assert page.locked.isVisible() and not page.sight.isVisible()
    page.passphrase.set_typed("1234 5678")
    page.unlock.click()
    settle(tasks)
    assert "passphrase" in (page.passphrase.error() or "") and page.locked.isVisible()
    page.passphrase.set_typed(PASSPHRASE.replace(" ", ""))
    page.unlock.click()
    settle(tasks)
    assert page.sight.isVisible() and not page.locked.isVisible()


def test_what_is_refused_says_why_and_another_file_can_be_chosen(
        frame: DeskFrame, tasks: Tasks, between: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    made = between.taken()
    page = opened(frame, tasks, between.folder / "a.mdpackage")
    assert made.number in page.bar.words.text() and page.nothing.isVisible()
    (between.folder / "x.mdpackage").write_bytes(b"nonsense")
    page = opened(frame, tasks, between.folder / "x.mdpackage")
    assert "not a package" in page.bar.words.text()
    path = between.seal("b.mdpackage").path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    page.nothing.action.click()
    settle(tasks)
    assert page.sight.isVisible() and page.bar.isHidden()


def test_where_the_stick_takes_no_receipt_it_says_so_and_goes_elsewhere(
        frame: DeskFrame, tasks: Tasks, between: Exchange, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(frame, tasks, between.seal().path)
    name = "宁中劳调〔2025〕0001号-城中区社会保险经办中心-20250120.mdreceipt"
    (between.folder / name).write_bytes(b"somebody's")
    page.compare.tick.tick.click()
    page.primary.click()
    settle(tasks)
    assert page.done.isVisible() and "not written" in page.receipt.words.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    page.receipt.elsewhere.click()
    settle(tasks)
    assert (tmp_path / name).exists()


def test_a_receipt_and_an_answer_are_read_into_the_case_that_they_belong_to(
        sender: DeskFrame, tasks: Tasks, between: Exchange) -> None:
    made = between.taken()
    receipt = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    page = opened(sender, tasks, receipt)
    assert "Receipt of “城中区社会保险经办中心”" in page.heading.text() and page.primary.isEnabled()
    page.primary.click()
    settle(tasks)
    assert page.done.isVisible() and page.receipt.isHidden() and between.referral.received_on
    told = Answering(date(2025, 1, 20), "已核定补缴基数。")
    answer = going_back.write_answer(between.other, made.case_id, made.origin_id, told,
                                     between.folder / "a").path
    page = opened(sender, tasks, answer)
    assert page.facts.told["Result"] == "已核定补缴基数。"
    page.primary.click()
    settle(tasks)
    assert between.referral.result == "已核定补缴基数。"
    page.open_case.click()
    settle(tasks)
    assert isinstance(sender.current(), CaseWindow)


def test_to_a_passphrase_the_answering_office_is_compared_once(
        sender: DeskFrame, tasks: Tasks, between: Exchange) -> None:
    with between.desk.case_work(between.case_id, "draft_referral") as (work, case):
        case.referrals[0].office_id = None
        work.commit()
    made = between.taken("p.mdpackage", PASSPHRASE)
    receipt = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    page = opened(sender, tasks, receipt)
    assert page.compare.isVisible() and not page.primary.isEnabled()
    page.compare.tick.tick.click()
    page.primary.click()
    settle(tasks)
    assert between.referral.received_on


def test_the_help_tells_what_it_is_for(frame: DeskFrame, tasks: Tasks) -> None:
    frame.enter(PACKAGES)
    settle(tasks)
    page = frame.current()
    assert isinstance(page, PackagesPage) and "sealed package" in page.help_text()
    page.focus_first()
    assert page.nothing.action.hasFocus()
    page.stop_work()
