"""Writing under a case's key: in a store of an older program the first holder who writes begins the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from mediation_desk.domain.mediation.holders import BOUND_SEALS
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.keys import looking
from mediation_desk.services.keys.holding import Held, NotHeld
from mediation_desk.services.keys.writing import to_write
from mediation_desk.services.library import Library
from mediation_desk.services.mediation import caucus
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_key_wraps, sealed_items
from mediation_desk.store.vault import seals
from tests import holders
from tests.faults import released
from tests.faults.released import APPLICANT, COLLEAGUE, LENT, Released
from tests.holders import let_in
from tests.services.keys.test_sharing import notes

SETTLED = "马晓岚"  # the case of the demonstration, with bottom lines and an offer said alone


@pytest.fixture(params=["embedded", "shared"])
def older(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library) -> Iterator[Released]:
    """The first schema's store on each engine, opened by this program."""
    with released.store_of("0001", request, tmp_path, library_shelf) as made:
        yield made


def case_of(desk: Desk, applicant: str) -> UUID:
    return reading.find(desk, applicant)[0].case_id


def sealed(desk: Desk, case_id: UUID) -> dict[UUID, bytes]:
    with desk.store.engine.connect() as connection:
        found = connection.execute(select(sealed_items.c.id, sealed_items.c.sealed)
                                   .where(sealed_items.c.case_id == case_id))
        return {row.id: bytes(row.sealed) for row in found}


def write(desk: Desk, case_id: UUID) -> Held:
    """What a note does first; these cases are closed or not accepted, and take none."""
    with desk.work("keep_sealed") as work:
        held = to_write(desk, work, case_id)
        work.commit()
        return held


def test_what_an_older_program_sealed_is_sealed_anew_by_the_first_who_writes(older: Released) -> None:
    """And from then on the list says that only the second kind of seal counts: none can be put back."""
    desk = older.desk()
    case_id = case_of(desk, SETTLED)
    before, first = caucus.talk(desk, case_id), sealed(desk, case_id)
    assert before.words and not before.closed and {text[:1] for text in first.values()} == {seals.PLAIN}
    write(desk, case_id)
    after = caucus.talk(desk, case_id)
    assert after.words == before.words and after.zone == before.zone
    now = sealed(desk, case_id)
    assert {text[:1] for text in now.values()} == {seals.BOUND}
    with desk.store.engine.begin() as connection:
        row_id, old = next(iter(first.items()))
        connection.execute(update(sealed_items).where(sealed_items.c.id == row_id).values(sealed=old))
    assert [word.id for word in caucus.talk(desk, case_id).closed] == [row_id]
    with desk.store.engine.begin() as connection:
        connection.execute(update(sealed_items).where(sealed_items.c.id == row_id)
                           .values(sealed=now[row_id]))
    assert upkeep.prove(desk) == []


def test_a_list_begins_with_the_writer_alone_and_colleagues_are_let_in_again(older: Released) -> None:
    """Wraps of an older program may have been made for anybody: none of them is taken over unseen."""
    desk = older.desk()
    case_id = case_of(desk, APPLICANT)
    theirs = sign_in.sign_in(older.place, COLLEAGUE, LENT, older.around)
    older.desks.append(theirs)
    assert holders.holds_key(theirs, case_id)  # as before, while nobody wrote
    held = write(desk, case_id)
    assert held.state and held.state.seals == BOUND_SEALS
    assert [line.account_id for line in held.lines] == [desk.who.account_id]
    with pytest.raises(NotHeld):
        caucus.talk(theirs, case_id)
    with desk.store.engine.connect() as connection:
        wrapped = connection.scalars(select(case_key_wraps.c.wrapped).where(
            case_key_wraps.c.account_id == theirs.who.account_id)).all()
    assert set(wrapped) == {b""}
    (waiting,) = looking.watch(desk, case_id).waiting
    assert waiting.account_id == theirs.who.account_id and looking.watch(desk, case_id).strange == ()
    let_in(desk, case_id, theirs.who.account_id)
    assert holders.holds_key(theirs, case_id) and notes(theirs, case_id) == []
    assert upkeep.prove(desk) == []


def test_the_list_goes_on_only_where_somebody_came_or_went(older: Released) -> None:
    desk = older.desk()
    case_id = case_of(desk, SETTLED)
    one, other = write(desk, case_id), write(desk, case_id)
    assert one.state and other.state and one.state.id == other.state.id and one.key == other.key
