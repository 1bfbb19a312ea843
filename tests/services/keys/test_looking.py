"""What mediators are told of a case's keys when they open it."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import fingerprint
from mediation_desk.services.keys import looking, sharing
from mediation_desk.services.keys.recipients import ESCROW
from mediation_desk.services.office import accounts
from mediation_desk.store.tables.cases import case_holders
from tests.holders import let_in, share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague
from tests.trust.forgers import remove


def waiting(office: Office, case_id: object) -> list[tuple[str, str]]:
    watch = looking.watch(office.first, case_id)  # type: ignore[arg-type]
    assert watch.holds and watch.strange == ()
    return [(one.name, one.named_by) for one in watch.waiting]


def test_who_waits_is_told_with_who_put_them_there_until_they_are_let_in(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    assert waiting(office, case_id) == []
    sharing.add_mediator(office.desk("boss", LENT), case_id, wang)
    assert waiting(office, case_id) == [("Wang", "Boss")]
    let_in(office.first, case_id, wang)
    assert waiting(office, case_id) == []


@pytest.mark.parametrize("what", ["reset", "demoted", "disabled"])
def test_who_was_dropped_waits_again_and_is_no_stranger(office: Office, what: str) -> None:
    """A key that was rightly theirs is nothing that somebody put in; one who mediates no more waits for
    nothing."""
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    {"reset": lambda: accounts.reset_password(office.first, wang, "新借来的口令 4471"),
     "demoted": lambda: accounts.change(office.first, wang, "Wang", frozenset({Role.SUPERVISOR})),
     "disabled": lambda: accounts.disable(office.first, wang)}[what]()
    assert waiting(office, case_id) == ([("Wang", "陈守信")] if what == "reset" else [])


def test_an_escrow_sheet_waits_for_each_mediator_once(office: Office) -> None:
    case_id = accepted(office.first)
    colleague(office, "admin", Role.ADMINISTRATOR)
    accounts.new_escrow_code(office.desk("admin", LENT))
    (sheet,) = looking.watch(office.first, case_id).waiting
    assert sheet.is_escrow and sheet.account_id == ESCROW and len(sheet.fingerprint) == 16
    let_in(office.first, case_id, ESCROW)
    assert waiting(office, case_id) == [] and waiting(office, accepted(office.first)) == []


def test_one_who_waits_sees_that_they_do_and_a_broken_list_is_told_in_words(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    watch = looking.watch(office.desk("wang", LENT), case_id)
    assert not watch.holds and [one.name for one in watch.waiting] == ["Wang"]
    remove(office.first, case_holders, case_id)
    broken = looking.watch(office.first, case_id)
    assert not broken.holds and broken.waiting == ()
    assert "altered outside the program" in str(broken.strange[0])


def test_the_own_fingerprint_is_that_of_the_key_that_others_wrap_for(office: Office) -> None:
    me = next(one for one in accounts.everybody(office.first) if one.id == office.first.who.account_id)
    assert looking.fingerprint_of(office.first) == fingerprint(me.public_key)
