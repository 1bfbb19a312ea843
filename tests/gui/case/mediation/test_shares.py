"""The workers' shares of a package, in every way of sharing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from mediation_desk.domain.mediation.shares import Sharing
from mediation_desk.domain.money import total, yuan
from mediation_desk.gui.case.mediation.shares import SharesPart
from mediation_desk.services.desk import Desk
from tests.gui.case.mediation.meeting import bargained, column, opened, rows
from tests.gui.case.rooms import Room


def part_of(room: Room, desk: Desk) -> SharesPart:
    bargained(desk, room.case_id)
    packages = opened(room).packages
    assert packages is not None
    return packages.shares


def shares(part: SharesPart) -> list[str]:
    return column(rows(part.table), 3)


def test_each_way_of_sharing_shows_shares_that_add_up(room: Room, desk: Desk) -> None:
    """30,000.00 of 38,700.00: everybody gives up 1,740.00; or 3,000.00 each first, the rest by claim."""
    part = part_of(room, desk)
    assert column(rows(part.table), 2) == ["3,000.00"] * 5
    laid = shares(part)
    for at, way in enumerate(list(Sharing)[:3], start=1):
        room.choose(part.sharing, at)
        assert part.shares is not None and total(part.shares) == yuan("30000"), way
        if way is Sharing.BY_CLAIM:
            assert shares(part) == laid
    room.choose(part.sharing, 2)
    assert shares(part) == ["6,860.00"] * 4 + ["2,560.00"]


def test_giving_undisputed_wages_away_is_warned_of(room: Room, desk: Desk) -> None:
    """2,560.00 for the fifth are 440.00 less than what the company admits."""
    part = part_of(room, desk)
    room.choose(part.sharing, 2)
    assert any("gives away 440.00 yuan" in one.text() for one in part.findChildren(QLabel))
    room.choose(part.sharing, 0)
    assert not any("gives away" in one.text() for one in part.findChildren(QLabel))


def test_by_hand_counts_once_it_adds_up(room: Room, desk: Desk) -> None:
    part = part_of(room, desk)
    packages = opened(room).packages
    assert packages is not None
    room.choose(part.sharing, 4)
    assert part.hand is not None
    first, second = part.hand.names()[:2]
    room.type(part.hand.field(first), "6000")
    assert part.shares is None and not packages.put.isEnabled()
    assert any("add up to" in one.text() for one in part.findChildren(QLabel))
    room.type(part.hand.field(second), "7333.34")
    assert part.shares is not None and packages.put.isEnabled()
    room.click(packages.put)
    proposal = opened(room).proposal
    assert proposal is not None and proposal.point.proposal is not None
    assert proposal.point.proposal.deal.shares[:2] == (yuan("6000"), yuan("7333.34"))
