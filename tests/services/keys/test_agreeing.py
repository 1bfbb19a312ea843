"""A mediator agrees to an escrow sheet once, for themselves alone, and to no other sheet."""

from __future__ import annotations

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import Holder
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import escrow, sharing
from mediation_desk.services.keys.agreeing import agree, agreed_line
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.services.office import accounts
from tests.holders import let_in
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes


def test_a_mediator_is_asked_about_a_sheet_once_and_then_every_case_is_left_with_it(office: Office) -> None:
    first = accepted(office.first)
    colleague(office, "admin", Role.ADMINISTRATOR)
    code = accounts.new_escrow_code(office.desk("admin", LENT))
    let_in(office.first, first, ESCROW)
    later, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, later, wang)
    newcomer = office.desk("wang", LENT)
    escrow.restore_from_escrow(newcomer, later, code)
    assert notes(newcomer, later) == [SECRET]


def line(desk: Desk) -> Holder | None:
    """The line that the escrow has on the next list begun at this desk."""
    with desk.reading() as work:
        return agreed_line(desk, work, Recipients(desk))


def agreed(desk: Desk, mark: bytes) -> None:
    with desk.work("let_in") as work:
        agree(desk, work, mark)
        work.commit()


def printed(office: Office) -> bytes:
    """A new sheet of a colleague's, to whom the first mediator did not agree by printing it."""
    accounts.new_escrow_code(office.desk("admin", LENT))
    mark = Recipients(office.first).fingerprint(ESCROW)
    assert mark
    return mark


def test_nothing_is_agreed_to_before_there_is_a_sheet_and_before_one_was_asked(office: Office) -> None:
    colleague(office, "admin", Role.ADMINISTRATOR)
    assert line(office.first) is None
    mark = printed(office)
    assert line(office.first) is None
    agreed(office.first, mark)
    found = line(office.first)
    assert found and (found.account_id, found.fingerprint, found.standing) == (ESCROW, mark, 0)
    assert found.let_in_by == office.first.who.account_id


def test_a_word_for_one_sheet_is_none_for_the_next(office: Office) -> None:
    colleague(office, "admin", Role.ADMINISTRATOR)
    agreed(office.first, printed(office))
    printed(office)
    assert line(office.first) is None


def test_nobody_agrees_for_a_colleague(office: Office) -> None:
    colleague(office, "admin", Role.ADMINISTRATOR)
    colleague(office, "wang", Role.MEDIATOR)
    agreed(office.first, printed(office))
    assert line(office.desk("wang", LENT)) is None


def test_with_other_keys_one_is_asked_again(office: Office) -> None:
    """What was agreed to is sealed for the keys of that day, so that nobody agrees in one's name."""
    colleague(office, "admin", Role.ADMINISTRATOR)
    wang = colleague(office, "wang", Role.MEDIATOR)
    mark, theirs = printed(office), office.desk("wang", LENT)
    agreed(theirs, mark)
    assert line(theirs) is not None
    accounts.reset_password(office.first, wang, "新借来的口令 4471")
    assert line(office.desk("wang", "新借来的口令 4471")) is None
