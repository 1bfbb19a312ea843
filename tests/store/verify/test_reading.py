"""Rows are read by their keys whatever stands in them, a damaged one field by field."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text

from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.reading import raw_keys, rows, uuid_of
from tests.offices import Office
from tests.store.tampering import behind_the_back, keys


def test_keys_are_read_as_they_stand(busy: Office) -> None:
    with Moment(busy.first.store) as moment:
        assert {uuid_of(key) for key in raw_keys(moment, parties) or ()} == set(keys(busy.first, parties))
        assert sorted(raw_keys(moment, settings) or ()) == keys(busy.first, settings)


@pytest.mark.parametrize("value", [
    "", "x", None, 3, b"\xff", "0194813g-3e84-79f9-b469-25e340b45f28", " 194813d3e8479f9b46925e340b45f28",
    "0194813D3E8479F9B46925E340B45F28", "{0194813d-3e84-79f9-b469-25e340b45f28}",
    "0_94813d3e8479f9b46925e340b45f28", "urn:uuid:0194813d-3e84-79f9-b469-25e340b45f28",
    "0194-813d3e8479f9b46925e340b45f28"])
def test_what_is_no_key_is_none(value: object) -> None:
    assert uuid_of(value) is None


def test_a_key_is_known_as_the_tables_and_the_journal_write_it() -> None:
    key = UUID("0194813d-3e84-79f9-b469-25e340b45f28")
    assert [uuid_of(value) for value in (key, str(key), key.hex)] == [key] * 3


def test_a_row_with_one_bad_field_keeps_the_others(busy: Office) -> None:
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    first, second = keys(busy.first, parties)[:2]
    with behind_the_back(busy.first) as connection:
        kept = connection.execute(text("SELECT birth_date FROM parties WHERE id = :key"),
                                  {"key": first.hex}).scalar_one()
        connection.execute(text("UPDATE parties SET birth_date = 'no day' WHERE id = :key"),
                           {"key": first.hex})
    try:
        with Moment(busy.first.store) as moment:
            found = dict(rows(moment, parties, list(parties.columns), [first, second, UUID(int=1)]))
    finally:
        with behind_the_back(busy.first) as connection:
            connection.execute(text("UPDATE parties SET birth_date = :kept WHERE id = :key"),
                               {"kept": kept, "key": first.hex})
    assert set(found) == {first, second}
    assert found[first] is not None
    assert "birth_date" not in found[first]
    assert found[first]["name"]
    assert found[second] is not None
    assert "birth_date" in found[second]
