"""A week of two mediators and a supervisor with three laptops, told as it went; on both engines."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import yuan
from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.vocabulary import Role, Side, Station
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.travel import (
    bringing,
    homecoming,
    leaving,
    opening,
    register,
    returning,
    taking_back,
)
from mediation_desk.services.upkeep import upkeep
from tests.holders import share
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted, asked, case_of, terms
from tests.services.two_desks import LENT

OWN = "大漠孤烟直长河落日 31"


class Week:
    """The office, who works there, and the laptops that leave it."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder, self.chen = office, folder, office.first
        self.wang = self._hired("wang", "王敏", AccountRole.MEDIATOR)
        self.sun = self._hired("sun", "孙督导", AccountRole.SUPERVISOR)
        self.laptops: dict[str, Desk] = {}

    def _hired(self, login: str, name: str, role: AccountRole) -> Desk:
        accounts.add(self.chen, accounts.AccountDraft(login, name, frozenset({role}), LENT))
        desk = self.office.desk(login, LENT)
        accounts.change_password(desk, LENT, OWN, OWN)
        return self.office.desk(login, OWN)

    def leaves(self, desk: Desk, laptop: str, *cases: UUID) -> Desk:
        """The cases leave with a laptop, which is known or new; the desk at it."""
        known = next((one.id for one in register.laptops(desk) if one.name == laptop), None)
        path = self.folder / f"{laptop}-{len(list(self.folder.glob('*.mdbag')))}.mdbag"
        leaving.pack(desk, leaving.Leaving(cases, laptop_id=known, laptop=laptop), path)
        if known:
            opening.open_bag(self.laptops[laptop], path)
        else:
            password = PASSWORD if desk is self.chen else OWN
            self.laptops[laptop] = opening.found(self.folder / laptop, path, password, self.office.around)
            self.office.opened.append(self.laptops[laptop])
        for case_id in cases:
            case_of(self.laptops[laptop], case_id)
        return self.laptops[laptop]

    def packed(self, laptop: str) -> Path:
        """What was done on a laptop, on its way home."""
        path = self.folder / f"{laptop}-home-{len(list(self.folder.glob('*.mdbag')))}.mdbag"
        returning.pack(self.laptops[laptop], path)
        return path

    def whole(self) -> None:
        """Every store verifies."""
        for desk in (self.chen, *self.laptops.values()):
            assert upkeep.prove(desk) == []


@pytest.fixture
def week(office: Office, tmp_path: Path) -> Week:
    (tmp_path / "road").mkdir()
    return Week(office, tmp_path / "road")


def write(desk: Desk, case_id: UUID, entity: str, row_id: UUID, name: str, value: object) -> None:
    """A word in a field, over the one that stands there."""
    case = case_of(desk, case_id)
    row = case if entity == "case" else case.party(row_id)
    editing.save(desk, case_id, [Edit(entity, row_id, name, getattr(row, name), value)])


def paid(desk: Desk, case_id: UUID) -> list[tuple[str, int]]:
    """The payments that stand: note and fen."""
    return sorted((one.note, one.amount.fen) for one in case_of(desk, case_id).payments)


def test_a_week_in_which_nothing_is_lost(week: Week) -> None:
    chen, wang, sun = week.chen, week.wang, week.sun

    # Monday. The streamers' case is accepted; 王敏 is let in, and takes a case of her own along besides.
    week.office.clock.set(2024, 12, 2)
    streamers = asked(chen, accepted(chen))
    share(chen, streamers, wang.who.account_id)
    riders = asked(wang, accepted(wang, ("扎西东智",)))
    white = week.leaves(chen, "小白", streamers)
    black = week.leaves(wang, "小黑", streamers, riders)
    assert len(register.away(chen, [streamers])[streamers]) == 2

    # Tuesday. Signed in the park; at the office somebody corrects a phone number and files a receipt.
    week.office.clock.set(2024, 12, 3)
    worker = case_of(chen, streamers).applicants[0].id
    settling.draft(white, streamers, terms("8600.00"))
    settling.sign(white, streamers, date(2024, 12, 3))
    booking.book(white, streamers, booking.PaymentDraft(date(2024, 12, 3), yuan("1000")))
    write(chen, streamers, "party", worker, "phone", "13997000002")
    filing.add_files(chen, streamers, [FileSource("收条.txt", data=b"receipt")])
    caucus.note(black, riders, Side.APPLICANT, "两千也行")
    write(black, streamers, "case", streamers, "cause", "欠薪及双倍工资")
    week.whole()

    # Wednesday. 陈守信 comes home: the signature stands, and so does the phone number; nothing is asked.
    week.office.clock.set(2024, 12, 4)
    home = week.packed("小白")
    (coming,) = homecoming.look(chen, home).cases
    assert (coming.questions, coming.overruled) == ((), ())
    bringing.bring_home(chen, home)
    case = case_of(chen, streamers)
    assert case.is_signed
    assert case.station is Station.PERFORMANCE
    assert case.party(worker).phone == "13997000002"
    assert len(case.payments) == 1
    assert [one.name for one in filing.exhibits(chen, streamers).exhibits] == ["收条.txt"]
    week.whole()

    # Thursday. 王敏 is ill; the supervisor brings her laptop's bag home, and reads nothing of the talk.
    week.office.clock.set(2024, 12, 5)
    write(chen, streamers, "case", streamers, "cause", "拖欠工资")
    home = week.packed("小黑")
    seen = {one.case_id: one for one in homecoming.look(sun, home).cases}
    assert not any(one.may_decide for one in seen.values())
    receipt = bringing.bring_home(sun, home)
    assert [one.case_id for one in receipt.kept] == [riders]
    assert [label for label, _why in receipt.waiting] == [case_of(chen, streamers).number]
    assert [word.text for word in caucus.talk(wang, riders).words] == ["两千也行"]
    (question,) = next(one for one in homecoming.look(chen, home).cases if one.case_id == streamers).questions
    bringing.bring_home(chen, home, {streamers: {question.name: Decision(Whose.LAPTOP)}})
    assert case_of(chen, streamers).cause == "欠薪及双倍工资"
    week.whole()

    # Friday. A third laptop; a case is begun on the road; the known one is brought up to date and goes again.
    week.office.clock.set(2024, 12, 6)
    grey = week.leaves(chen, "小灰", streamers)
    white = week.leaves(chen, "小白", streamers)
    begun = registering.register(grey, registering.IntakeDraft(date(2024, 12, 6), parties=[
        registering.PartyDraft(Role.APPLICANT, "公园里来的人")])).result
    assert begun
    for desk, note in ((grey, "现金"), (white, "转账")):
        booking.book(desk, streamers, booking.PaymentDraft(date(2024, 12, 6), yuan("4000"), note=note))
    bringing.bring_home(chen, week.packed("小灰"))
    home = week.packed("小白")
    (coming,) = homecoming.look(chen, home).cases
    (question,) = coming.questions
    assert "more would be paid than is outstanding" in str(question.conflict.why)
    bringing.bring_home(chen, home, {streamers: {question.name: Decision(Whose.OFFICE)}})
    assert paid(chen, streamers) == [("", 100_000), ("现金", 400_000)]
    assert case_of(chen, begun).number != case_of(chen, streamers).number

    # And it turns out that it was the other payment: the homecoming is taken back and decided anew.
    taking_back.take_back(chen, streamers)
    bringing.bring_home(chen, home, {streamers: {question.name: Decision(Whose.LAPTOP)}})
    assert paid(chen, streamers) == [("", 100_000), ("转账", 400_000)]
    assert not register.is_any_out(chen)
    week.whole()

