"""The streamers' case signed in a park while the office corrected a telephone number; through the windows."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.mediation import caucus
from mediation_desk.services.travel import register
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from tests.gui import desks
from tests.gui.pages.travel.homecoming.hands import texts
from tests.stories.agreeing import (
    WORKERS,
    settle_and_sign,
    talk_together_and_alone,
    the_agreement_reads_right,
    the_shares_add_up,
)
from tests.stories.desktop import running
from tests.stories.travelling import Traveller

FIRST, SECOND = WORKERS[0][0], WORKERS[1][0]
PHONE = "19900000222"
AT_OFFICE = "五名申请人2024年10月工资未发；公司来电称愿意协商。"
IN_THE_PARK = "五名申请人2024年10月工资未发；园区管委会可以作证。"
CANARY = "孩子下月住院手术，急等钱用"
LAPTOP = "外出笔记本一号"


class Day:
    """A computer at the office, a laptop, and the stick that goes between them."""

    def __init__(self, office: Traveller, laptop: Traveller, stick: Path) -> None:
        self.office, self.laptop, self.stick = office, laptop, stick


@pytest.fixture
def day(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    """25 November 2024: the office has sorted the case, and a laptop never saw the program."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    for name in ("stick", "temp"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    around = desks.surroundings(tmp_path / "notes", desks.SetClock())
    the_case_is_sorted(tmp_path / "office" / "data" / "office", around)
    with ExitStack() as stack:
        office, laptop = (Traveller(stack.enter_context(running(qapp, tmp_path / name, around)))
                          for name in ("office", "laptop"))
        yield Day(office, laptop, tmp_path / "stick")


def the_case_is_sorted(folder: Path, around: sign_in.Surroundings) -> None:
    """What the office did before: intake and sorting, which stories of their own walk through."""
    founding = sign_in.Founding(replace(desks.OFFICE, language="zh_CN"), desks.LOGIN, desks.PERSON,
                                desks.PASSWORD, desks.PASSWORD)
    desk = sign_in.found(in_folder(folder), founding, around)
    list(islice(streamers.walk(desk), 2))
    desk.store.close()


def test_signed_in_the_park_and_home_in_the_evening(day: Day, tmp_path: Path,
                                                    caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "mediation_desk")
    leave_in_the_morning(day)
    frozen = agree_in_the_park(day.laptop)
    the_office_works_on(day.office)
    day.laptop.turn_to()
    bag = day.laptop.pack_home(day.stick)
    told = come_home(day.office, bag)
    the_office_has_it_all(day.office, frozen)
    for sealed in (CANARY, "不低于29000元", "29,000.00"):
        assert sealed not in told and sealed not in caplog.text
    nothing_lies_open(tmp_path)


def leave_in_the_morning(day: Day) -> None:
    """The mediator marks the case, packs, carries the stick to the laptop and opens the bag there."""
    office, laptop = day.office, day.laptop
    office.program.start()
    office.sign_in(desks.PASSWORD, desks.LOGIN)
    bag = office.take_along(LAPTOP, day.stick, FIRST)
    laptop.program.start()
    laptop.open_bag(bag, desks.PASSWORD)
    assert LAPTOP in [one.laptop for one in register.bags(office.desk)]
    assert "宁中区劳动争议调解中心" in laptop.frame.status.travel.text()


def agree_in_the_park(laptop: Traveller) -> bytes:
    """Three rounds, both bottom lines, a word in confidence; terms and signatures; the paper as frozen."""
    laptop.open_case(FIRST)
    laptop.write(laptop.station(IntakePage).matter.facts, IN_THE_PARK)
    talk_together_and_alone(laptop)
    laptop.confide(CANARY)
    settle_and_sign(laptop)
    return laptop.station(SettlementPage).paper._data


def the_office_works_on(office: Traveller) -> None:
    """A telephone number is corrected, and the facts are written over: those of the laptop too."""
    office.turn_to()
    office.open_case(FIRST)
    assert LAPTOP in office.window.header.away.toolTip()  # and work goes on all the same
    office.particulars(SECOND, "phone", PHONE)
    office.write(office.station(IntakePage).matter.facts, AT_OFFICE)
    assert not office.case.is_signed


def come_home(office: Traveller, bag: Path) -> str:
    """Looked into, one thing decided, brought home, the receipt read; all that was to be read meanwhile."""
    office.turn_to()
    before = office.case
    part = office.look_into(bag)
    (card,) = office.show_coming(part, before.number)
    assert reading.case(office.desk, before.id).case.version == before.version  # looking changes nothing
    told = texts(part)
    assert card.choice.value() is None and "园区管委会" in told and "公司来电" in told
    office.click(card.choice.buttons[0])
    office.click(part.preview.bring)
    assert part.result.isVisible(), told
    receipt = office.receipt(part)
    for words in (before.number, LAPTOP, "事实概要", "外出电脑", AT_OFFICE, desks.PERSON):
        assert words in receipt, words
    return told + texts(part) + receipt


def the_office_has_it_all(office: Traveller, frozen: bytes) -> None:
    """The signed paper byte for byte, the shares to the fen, the laptop's facts and the office's number."""
    office.open_case(FIRST)
    page = office.station(SettlementPage)
    assert page.paper._data == frozen
    the_agreement_reads_right(office.view, page)
    the_shares_add_up(office.case)
    assert office.case.station is Station.PERFORMANCE
    assert {one.name: one.phone for one in office.case.applicants}[SECOND] == PHONE
    assert office.case.facts_in_brief == IN_THE_PARK
    assert not register.is_any_out(office.desk) and upkeep.prove(office.desk) == []
    assert CANARY in [word.text for word in caucus.talk(office.desk, office.case.id).words]


def nothing_lies_open(folder: Path) -> None:
    """In no file that either computer, the stick or the temporary folder has."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert any(one.suffix == ".mdbag" for one in files)
    for file in files:
        written = file.read_bytes()
        assert not any(CANARY.encode(code) in written for code in ("utf-8", "utf-16-le", "gb18030")), file
