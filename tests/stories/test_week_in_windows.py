"""A week of two mediators and a supervisor with three laptops, through the windows; on both engines.

At the office they take turns at one computer; each laptop has a computer of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.desk import guarded_frame
from mediation_desk.gui.entry.window import STORE
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.travel.homecoming.part import HomecomingPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import register
from mediation_desk.services.upkeep import upkeep
from tests.gui.pages.travel.homecoming.hands import BOTH, LAPTOPS, texts
from tests.holders import share
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted, asked, case_of
from tests.services.two_desks import LENT
from tests.stories.desktop import running
from tests.stories.travelling import Traveller, rows

OWN = "smoke rises over the desert 31"
SHARED, WORKMATE, RIDER = "温若晴", "路知夏", "扎西东智"
NAMES = {"chen": "陈守信", "wang": "王敏", "sun": "孙督导"}
TOGETHER = "十月的工资没有发。园区保安可以作证。公司来电认账。"
SECRETS = ("孩子下月住院", "两千也行", "不想再见老板")


class Week:
    """The office's computer, the laptops, the stick, and every word that was accepted anywhere."""

    def __init__(self, office: Office, stick: Path, computers: dict[str, Traveller]) -> None:
        self.office, self.stick, self.computers = office, stick, computers
        self.pc = computers["机构"]
        self.chen = office.first
        accounts.change_password(self.chen, PASSWORD, OWN, OWN)
        self.wang = self._hired("wang", Role.MEDIATOR)
        self._hired("sun", Role.SUPERVISOR)
        self.words: list[str] = []  # written down somewhere, and kept there
        self.shown: list[str] = []  # what was to be read where something was decided

    def _hired(self, login: str, role: Role) -> Desk:
        accounts.add(self.chen, accounts.AccountDraft(login, NAMES[login], frozenset({role}), LENT))
        accounts.change_password(self.office.desk(login, LENT), LENT, OWN, OWN)
        return self.office.desk(login, OWN)

    def sits_down(self, login: str) -> Traveller:
        """Somebody at the office's computer: whoever sat there before has locked it."""
        pc = self.at("机构")
        if pc.in_front is None:
            pc.program.start()
        else:
            pc.lock()
        self.pc.sign_in(OWN, login)
        assert self.pc.desk.who.name == NAMES[login]
        return self.pc

    def at(self, laptop: str) -> Traveller:
        """Whoever is there goes on at a laptop."""
        self.computers[laptop].turn_to()
        return self.computers[laptop]

    def leaves(self, laptop: str, *workers: str) -> None:
        """Packed at the office by who sits there, and opened on the laptop."""
        bag = self.pc.take_along(laptop, self.stick, *workers)
        there = self.at(laptop)
        there.program.start()
        there.open_bag(bag, OWN)

    def facts(self, person: Traveller, worker: str, words: str) -> None:
        """The facts of a case, written over."""
        person.open_case(worker)
        person.write(person.station(IntakePage).matter.facts, words)
        assert person.case.facts_in_brief == words
        self.words.append(words)

    def particulars(self, person: Traveller, worker: str, name: str, words: str) -> None:
        """Something of a person of the case in front, written over."""
        person.particulars(worker, name, words)
        assert words in repr(person.case.parties)
        self.words.append(words)

    def confides(self, person: Traveller, words: str) -> None:
        """Something said alone in the case in front."""
        person.confide(words)
        self.words.append(words)

    def bring(self, part: HomecomingPart) -> str:
        """Bring home what is looked into; the receipt."""
        self.shown.append(texts(part))
        self.pc.click(part.preview.bring)
        assert part.result.isVisible()
        self.shown.append(self.pc.receipt(part))
        return self.shown[-1]


@pytest.fixture
def week(qapp: QApplication, office: Office, tmp_path: Path,
         monkeypatch: pytest.MonkeyPatch) -> Iterator[Week]:
    """Monday: a case that two mediators share, and one of 王敏 alone."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    # Whoever locks a desk closes every other window of its process, which here has other computers' too.
    monkeypatch.setattr(guarded_frame, "put_away_others", lambda _window: None)
    (tmp_path / "stick").mkdir()
    office.clock.set(2024, 12, 2)
    with ExitStack() as stack:
        computers = {name: Traveller(stack.enter_context(running(qapp, tmp_path / name, office.around)))
                     for name in ("机构", "小白", "小黑", "小灰")}
        made = Week(office, tmp_path / "stick", computers)
        made.pc.program.memory.keep(STORE, as_typed(office))
        yield made


def as_typed(office: Office) -> str:
    """Where the office's store is, as somebody would type it."""
    return office.url.replace("+psycopg", "").replace("@/", "@localhost/") or str(office.place.folder)


@pytest.mark.soak
def test_a_week_through_the_windows_in_which_nothing_is_lost(week: Week) -> None:
    shared = asked(week.chen, accepted(week.chen))
    share(week.chen, shared, week.wang.who.account_id)
    rider = asked(week.wang, accepted(week.wang, (RIDER,)))
    two_leave_on_monday(week)
    everybody_works_on_tuesday(week)
    the_supervisor_brings_a_bag_home(week, shared, rider)
    their_mediators_decide(week, shared, rider)
    one_is_lost_and_found(week, shared)
    nothing_is_lost(week, shared, rider)


def two_leave_on_monday(week: Week) -> None:
    week.sits_down("chen")
    week.leaves("小白", SHARED)
    week.sits_down("wang")
    week.leaves("小黑", SHARED, RIDER)
    assert sorted(one.laptop for one in register.bags(week.pc.desk)) == ["小白", "小黑"]


def everybody_works_on_tuesday(week: Week) -> None:
    """In the park, in the village and at the office, in turn; a third laptop leaves in the evening."""
    week.office.clock.set(2024, 12, 3)
    week.facts(week.at("小白"), SHARED, "十月的工资没有发。园区保安可以作证。")
    week.confides(week.at("小白"), SECRETS[0])
    week.facts(week.sits_down("chen"), SHARED, "十月的工资没有发。公司来电认账。")
    week.facts(week.at("小黑"), RIDER, "十月的工资没有发。站长在场。")
    week.facts(week.sits_down("wang"), RIDER, "十月的工资没有发。公司寄来挂号信。")
    week.confides(week.at("小黑"), SECRETS[1])
    week.at("小黑").open_case(SHARED)
    week.particulars(week.at("小黑"), WORKMATE, "address", "园区宿舍三号楼")
    week.sits_down("chen")
    week.leaves("小灰", SHARED)
    week.at("小灰").open_case(SHARED)
    week.particulars(week.at("小灰"), SHARED, "workplace", "直播间二楼")
    week.confides(week.at("小灰"), SECRETS[2])


def the_supervisor_brings_a_bag_home(week: Week, shared: UUID, rider: UUID) -> None:
    """On Wednesday 王敏 is ill: what needs no decision comes home, and nothing of it can be read."""
    week.office.clock.set(2024, 12, 4)
    bag = week.at("小黑").pack_home(week.stick)
    pc = week.sits_down("sun")
    part = pc.look_into(bag)
    for case_id in (shared, rider):
        assert pc.show_coming(part, case_of(week.wang, case_id).number) == []
        seen = texts(part)
        assert not [one for one in ("站长", "挂号信", "三号楼", *SECRETS) if one in seen], seen
    receipt = week.bring(part)
    assert not [one for one in ("站长", "挂号信", "三号楼", *SECRETS) if one in receipt + texts(part)]
    came = {line.label: line.case_id is not None for line in rows(part.result.model)}
    assert came == {case_of(week.wang, shared).number: True, case_of(week.wang, rider).number: False}
    assert "三号楼" in repr(case_of(week.wang, shared).parties)
    assert "挂号信" in case_of(week.wang, rider).facts_in_brief


def their_mediators_decide(week: Week, shared: UUID, rider: UUID) -> None:
    """On Thursday 王敏 decides what waited. 陈守信 brings his home, takes it back, and decides anew."""
    week.office.clock.set(2024, 12, 5)
    pc = week.sits_down("wang")
    part = pc.look_into(week.stick / "小黑-20241204-home.mdbag")
    (card,) = pc.show_coming(part, case_of(week.wang, rider).number)
    pc.click(card.choice.buttons[LAPTOPS])
    week.bring(part)
    assert "站长" in case_of(week.wang, rider).facts_in_brief
    bag = week.at("小白").pack_home(week.stick)
    pc = week.sits_down("chen")
    part = pc.look_into(bag)
    number = case_of(week.chen, shared).number
    (card,) = pc.show_coming(part, number)
    pc.click(card.choice.buttons[LAPTOPS])
    week.bring(part)
    assert "保安" in case_of(week.chen, shared).facts_in_brief
    pc.click(part.result.back)
    assert "认账" in case_of(week.chen, shared).facts_in_brief
    assert SECRETS[0] not in said_alone(week.chen, shared)
    pc.click(part.result.again)
    (card,) = pc.show_coming(part, number)
    pc.click(card.choice.buttons[BOTH])
    pc.write(card.text, TOGETHER)
    week.bring(part)
    assert case_of(week.chen, shared).facts_in_brief == TOGETHER


def one_is_lost_and_found(week: Week, shared: UUID) -> None:
    """On Friday 小灰 lies in a bus: declared, the keys renewed. In the evening the driver brings it."""
    week.office.clock.set(2024, 12, 6)
    pc = week.at("机构")
    part = pc.bags("小灰")
    pc.click(part.lose)
    pc.write(part.card.note, "落在一路公交车上")
    pc.click(part.card.go)
    pc.click(part.renew)
    assert part.said.isVisible()
    assert register.away(week.chen, [shared]) == {}
    bag = week.at("小灰").pack_home(week.stick)
    week.at("机构")
    home = pc.look_into(bag)
    pc.click(home.preview.bring)
    assert home.preview.reason.error() and home.result.isHidden()
    pc.write(home.preview.reason, "司机当晚送回")
    assert "司机当晚送回" in week.bring(home)


def said_alone(desk: Desk, case_id: UUID) -> list[str]:
    return [word.text for word in caucus.talk(desk, case_id).words]


def nothing_is_lost(week: Week, shared: UUID, rider: UUID) -> None:
    """Every word that was accepted anywhere stands at the office, or stood in a conflict with both."""
    stands = repr([case_of(week.wang, one) for one in (shared, rider)])
    alone = said_alone(week.wang, shared) + said_alone(week.wang, rider)
    for words in week.words:
        told = words.removeprefix("十月的工资没有发。")
        assert told in stands or words in alone or any(told in one for one in week.shown), words
    assert sorted(alone) == sorted(SECRETS)
    assert not [one for one in SECRETS for told in week.shown if one in told]
    assert not register.is_any_out(week.chen)
    for desk in (week.chen, *(one.desk for name, one in week.computers.items() if name != "机构")):
        assert upkeep.prove(desk) == []
