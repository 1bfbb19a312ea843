"""A chain holds by itself: it needs no other case, no other store and no key to be found whole."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.journal.chain import (
    OFFICE,
    ORIGIN,
    Head,
    chain_of,
    entry_stamp,
    head_stamp,
    ledger_said,
    ledger_stamp,
    linked,
    said,
    same,
)

AT = datetime(2025, 1, 20, 1, 2, 3, 4, tzinfo=UTC)
CASE = UUID(int=0xCA5E)
ENTRY: dict[str, Any] = {
    "chain": CASE, "number": 7, "work_id": UUID(int=1), "at": AT, "account_id": UUID(int=2), "case_id": CASE,
    "verb": "edit", "undoes": None, "table_name": "cases", "row_id": str(CASE), "action": "update",
    "changes": '{"cause": ["", "欠薪"]}'}
HEAD = Head(chain=CASE, case_id=CASE, origin=ORIGIN, number=7, digest=b"d" * 32, at=AT)


def test_an_entry_says_what_is_written_down_here() -> None:
    """Worked by hand from the words of the docstring: JSON of the fields in this order, hashed; behind the
    digest before, hashed again; and under the key with its purpose."""
    content = json.dumps([str(CASE), 7, str(UUID(int=1)), "2025-01-20T01:02:03.000004+00:00",
                          str(UUID(int=2)), str(CASE), "edit", "None", "cases", str(CASE), "update",
                          '{"cause": ["", "欠薪"]}'], ensure_ascii=False)
    hashed = hashlib.sha256(content.encode()).digest()
    assert said(ENTRY) == hashed
    digest = hashlib.sha256(ORIGIN + hashed).digest()
    assert linked(ORIGIN, hashed) == digest
    assert entry_stamp(b"key", hashed, digest) == hmac.digest(b"key", b"entry" + hashed + digest, "sha256")


def test_the_same_instant_in_another_zone_says_the_same() -> None:
    local = AT.astimezone(timezone(timedelta(hours=8)))
    assert said(ENTRY | {"at": local}) == said(ENTRY)
    assert head_stamp(b"key", replace(HEAD, at=local)) == head_stamp(b"key", HEAD)


@pytest.mark.parametrize("field", list(ENTRY))
def test_each_field_of_an_entry_counts(field: str) -> None:
    other = {"number": 8, "at": AT + timedelta(microseconds=1)}.get(field, UUID(int=99))
    assert said(ENTRY | {field: other}) != said(ENTRY)


def test_nothing_outside_the_chain_counts() -> None:
    """Neither the number in the first, store-wide journal, nor what this store stamps with its key."""
    assert said(ENTRY | {"seq": 4711, "hash": b"another store's"}) == said(ENTRY)


@pytest.mark.parametrize("other", [{"chain": OFFICE}, {"case_id": None}, {"origin": b"o" * 32}, {"number": 8},
                                   {"digest": b"e" * 32}, {"at": AT + timedelta(microseconds=1)}])
def test_each_field_of_a_head_counts(other: dict[str, Any]) -> None:
    assert head_stamp(b"key", replace(HEAD, **other)) != head_stamp(b"key", HEAD)
    assert head_stamp(b"other key", HEAD) != head_stamp(b"key", HEAD)


def test_a_stamp_for_one_kind_is_none_for_another() -> None:
    content = ledger_said(1, AT, 7, "[]")
    assert ledger_stamp(b"key", content, ORIGIN) != entry_stamp(b"key", content, ORIGIN)


def test_what_belongs_to_no_case_is_the_offices() -> None:
    assert (chain_of(CASE), chain_of(None)) == (CASE, OFFICE)


@pytest.mark.parametrize("other", [b"", "text", None, 3])
def test_what_is_no_stamp_is_never_the_same(other: Any) -> None:
    assert not same(b"stamp", other)
    assert same(b"stamp", b"stamp")


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=12, unique=True), st.data())
def test_no_entry_can_be_left_out_changed_or_moved_without_another_end(contents: list[bytes],
                                                                       data: st.DataObject) -> None:
    """Any other list of contents ends in another digest."""
    other = data.draw(st.permutations(contents) | st.just(contents[1:]) | st.just([*contents, b"x" * 32]))
    ends = [ORIGIN, ORIGIN]
    for at, chain in enumerate((contents, other)):
        for content in chain:
            ends[at] = linked(ends[at], content)
    assert (ends[0] == ends[1]) == (contents == other)
