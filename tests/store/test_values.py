"""A field's value as the journal keeps it, and back: nothing rounded, nothing told that is a secret."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, LargeBinary, Text, Uuid

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import KindOfWork, Outcome
from mediation_desk.services import editing, reading
from mediation_desk.store.tables.columns import Instant, MoneyFen, RoleSet, TermText
from mediation_desk.store.values import plain, restored
from tests.offices import Office
from tests.services.papers_desk import registered

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
VALUES: dict[str, tuple[Any, st.SearchStrategy[Any]]] = {
    "money": (MoneyFen, st.integers(-10**15, 10**15).map(Money)),
    "text": (Text, st.text(st.characters(codec="utf-8"))),
    "date": (Date, st.dates()),
    "wall clock": (DateTime, st.datetimes()),
    "instant": (Instant, st.datetimes(datetime(1950, 1, 1), datetime(2199, 1, 1), timezones=ZONES)),
    "yes": (Boolean, st.booleans()),
    "number": (BigInteger, st.integers(-2**63, 2**63 - 1)),
    "key": (Uuid, st.uuids()),
    "term": (lambda: TermText(Outcome), st.sampled_from(Outcome)),
    "roles": (RoleSet, st.frozensets(st.sampled_from(Role))),
}


@pytest.mark.parametrize("kind", sorted(VALUES))
@given(data=st.data())
def test_every_value_comes_back_from_the_journal_as_it_was(kind: str, data: st.DataObject) -> None:
    """Through JSON, as the journal's text keeps it."""
    made, values = VALUES[kind]
    column: Column[Any] = Column("it", made())
    value = data.draw(values)
    back = restored(column, json.loads(json.dumps(plain(value))))
    assert back == value and type(back) is type(value)
    assert restored(column, plain(None)) is None


def test_money_is_kept_in_fen_and_an_instant_in_utc() -> None:
    xining = timezone(timedelta(hours=8))
    assert plain(Money(430050)) == 430050
    assert plain(datetime(2025, 1, 20, 7, 30, tzinfo=xining)) == "2025-01-19T23:30:00+00:00"
    assert plain(datetime(2025, 1, 20, 7, 30)) == "2025-01-20T07:30:00", "a wall clock has no zone"
    assert plain(date(2024, 2, 29)) == "2024-02-29"
    assert plain(KindOfWork.STREAMER) == "streamer" and type(plain(KindOfWork.STREAMER)) is str
    assert plain(frozenset({Role.MEDIATOR, Role.ADMINISTRATOR})) == ["administrator", "mediator"]


def test_the_same_instant_in_two_zones_is_no_change() -> None:
    noon = datetime(2025, 1, 20, 4, tzinfo=UTC)
    assert plain(noon) == plain(noon.astimezone(timezone(timedelta(hours=8))))


def test_a_secret_is_told_by_its_hash_alone_and_does_not_come_back() -> None:
    kept = plain(b"sealed words")
    assert kept == "sha256:" + hashlib.sha256(b"sealed words").hexdigest()
    with pytest.raises(ValueError, match="only by its hash"):
        restored(Column("sealed", LargeBinary()), kept)


def test_a_term_that_is_known_no_more_is_a_slip_and_never_another_term() -> None:
    with pytest.raises(ValueError, match="arbitrated"):
        restored(Column("outcome", TermText(Outcome)), "arbitrated")


def test_what_nobody_sees_is_not_stored_and_all_else_is_as_it_was_typed(office: Office) -> None:
    """A zero width, half a picture and a NUL from a web page; the emoji and the second line are words."""
    case_id = registered(office.first)
    typed = "十月\u200b工资\x00没发\ud800\r\n第二行🙏"
    editing.save(office.first, case_id, [editing.Edit("case", case_id, "cause", "", typed)])
    assert reading.case(office.desk(), case_id).case.cause == "十月工资没发\ufffd\n第二行🙏"


def test_a_key_is_written_as_people_write_it() -> None:
    assert plain(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
