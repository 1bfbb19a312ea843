"""The grid of events, through the services: what each does to a holder, to one who waits, to a stranger.

What stands afterwards is read by trying: does what was said alone open for the account, is it on the case,
and has the case another key. The page on security shows the same table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import EFFECTS, Effect, Event, Place
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import escrow, holding, sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from tests import holders
from tests.holders import let_in, share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague

OTHER, CHANGED = "新借来的口令 4471", "换一个口令 5512"
BOTH = frozenset({Role.MEDIATOR, Role.SUPERVISOR})
PAGE = (Path(__file__).parents[2] / "docs" / "security.md").read_text("utf-8")
ON_THE_PAGE = {
    "is put on the case": Event.NAMED, "is let in by a holder": Event.LET_IN,
    "is taken off the case": Event.TAKEN_OUT, "the case is handed over to them": Event.HANDED_OVER,
    "restores the key with the escrow sheet": Event.ESCROW_USED, "gains a role": Event.ROLE_GAINED,
    "loses a role": Event.ROLE_LOST, "has the password reset": Event.PASSWORD_RESET,
    "changes the password themselves": Event.PASSWORD_CHANGED, "is disabled": Event.DISABLED,
    "is enabled again": Event.ENABLED}
PLACES = {Place.HOLDER: "holder", Place.WAITING: "waits", Place.STRANGER: "not on the case", None: "refused"}


class Trial:
    """A case of 陈's, and 王 in one of the three places toward it."""

    def __init__(self, office: Office, place: Place) -> None:
        self.office = office
        self.code = accounts.new_escrow_code(office.first)
        self.case_id, self.wang = accepted(office.first), colleague(office, "wang", *BOTH)
        self.password = LENT
        if place is not Place.STRANGER:
            sharing.add_mediator(office.first, self.case_id, self.wang)
        if place is Place.HOLDER:
            let_in(office.first, self.case_id, self.wang)

    def theirs(self) -> Desk:
        return self.office.desk("wang", self.password)

    def key(self) -> bytes:
        with self.office.first.reading() as work:
            return holding.opened(self.office.first, work, self.case_id).key

    def place(self) -> Place:
        """Where 王 stands; one who is disabled has no desk to try it at."""
        with self.office.first.reading() as work:
            if self.wang not in work.members.of(self.case_id):
                return Place.STRANGER
            if work.members.has_left(self.wang):
                return Place.WAITING
        return Place.HOLDER if holders.holds_key(self.theirs(), self.case_id) else Place.WAITING

    def happens(self, event: Event) -> None:
        ACTS[event](self)

    def reset(self) -> None:
        accounts.reset_password(self.office.first, self.wang, OTHER)
        self.password = OTHER

    def change_password(self) -> None:
        accounts.change_password(self.theirs(), LENT, CHANGED, CHANGED)
        self.password = CHANGED

    def roles(self, *roles: Role) -> None:
        accounts.change(self.office.first, self.wang, "王秀英", frozenset(roles))


def on_case(verb: Callable[[Desk, UUID, UUID], object]) -> Callable[[Trial], object]:
    return lambda trial: verb(trial.office.first, trial.case_id, trial.wang)


ACTS: dict[Event, Callable[[Trial], object]] = {
    Event.NAMED: on_case(sharing.add_mediator),
    Event.LET_IN: on_case(let_in),
    Event.TAKEN_OUT: on_case(sharing.remove_mediator),
    Event.HANDED_OVER: on_case(sharing.hand_over),
    Event.ESCROW_USED: lambda t: escrow.restore_from_escrow(t.theirs(), t.case_id, t.code),
    Event.ROLE_GAINED: lambda t: t.roles(*Role),
    Event.ROLE_LOST: lambda t: t.roles(Role.MEDIATOR),
    Event.PASSWORD_RESET: Trial.reset,
    Event.PASSWORD_CHANGED: Trial.change_password,
    Event.DISABLED: lambda t: accounts.disable(t.office.first, t.wang),
    Event.ENABLED: lambda t: accounts.enable(t.office.first, t.wang),
}


@pytest.mark.parametrize("before", Place)
@pytest.mark.parametrize("event", Event)
def test_each_event_does_to_each_account_what_the_table_says(office: Office, event: Event,
                                                              before: Place) -> None:
    trial, effect = Trial(office, before), EFFECTS[event, before]
    old = trial.key()
    assert trial.place() is before
    if effect.at_once is None:
        with pytest.raises(DeskError):
            trial.happens(event)
        assert trial.place() is before
        return
    trial.happens(event)
    assert trial.place() is effect.at_once
    caucus.note(office.first, trial.case_id, Side.APPLICANT, "后来说的话")
    assert trial.place() is effect.later
    assert (trial.key() != old) is effect.renews


def test_a_role_of_a_mediator_lost_and_gained_again_brings_no_key_back(office: Office) -> None:
    trial = Trial(office, Place.HOLDER)
    trial.roles(Role.SUPERVISOR)
    trial.roles(*BOTH)
    assert trial.place() is Place.WAITING
    accounts.disable(office.first, trial.wang)
    accounts.enable(office.first, trial.wang)
    assert trial.place() is Place.WAITING


def test_one_without_the_role_of_a_mediator_is_not_let_in(office: Office) -> None:
    trial = Trial(office, Place.WAITING)
    trial.roles(Role.SUPERVISOR)
    with pytest.raises(DeskError, match="does not mediate"):
        trial.happens(Event.LET_IN)


def test_the_page_on_security_shows_the_same_table() -> None:
    rows = dict(re.findall(r"^\| ([a-z ]+?) \| (.+) \|$", PAGE, re.MULTILINE))
    for words, event in ON_THE_PAGE.items():
        told = [cell.strip() for cell in rows[words].split(" | ")]
        assert told == [_cell(EFFECTS[event, place]) for place in Place], words
    assert set(ON_THE_PAGE.values()) == set(Event)


def _cell(effect: Effect) -> str:
    later = f"; once a holder writes: {PLACES[effect.later]}" if effect.later is not effect.at_once else ""
    return PLACES[effect.at_once] + later + (", key renewed" if effect.renews else "")


def test_what_was_shared_is_shared_with_the_next_one_as_well(office: Office) -> None:
    trial = Trial(office, Place.HOLDER)
    li = colleague(office, "li", Role.MEDIATOR)
    share(trial.theirs(), trial.case_id, li)
    assert holders.holds_key(office.desk("li", LENT), trial.case_id)
