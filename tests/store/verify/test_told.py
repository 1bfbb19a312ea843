"""What the journal says is gathered while its chains are verified."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.verify.chains import Chains, Known, Strand
from mediation_desk.store.verify.ledger import Ledger
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.told import Heard, _piecemeal, _started, hear
from tests.offices import Office
from tests.store.tampering import SETTLED, case_of

CASE = UUID(int=5)


def heard() -> Heard:
    return Heard({CASE: Strand(b"key", Known(CASE))})


def entry(number: int, work: int = 1, **other: Any) -> dict[str, Any]:
    return {"chain": CASE, "number": number, "work_id": UUID(int=work), "table_name": "parties",
            "row_id": "a", "changes": '{"name": ["", "马晓岚"]}', "at": None, **other}


def test_the_last_word_on_each_field_counts_and_works_are_counted_once() -> None:
    said = heard()
    said.take(entry(1, changes='{"name": ["", "马晓岚"], "phone": ["", "1"]}'))
    said.take(entry(2, changes='{"name": ["马晓岚", "马晓兰"]}'))
    said.take(entry(3, work=2, row_id="b"))
    assert said.rows["parties", "a"].fields == {"name": "马晓兰", "phone": "1"}
    assert len(said.works[CASE]) == 2
    assert said.entries == 3


@pytest.mark.parametrize("changes", ["", "{", "[]", "null", '{"name": 3}', '{"name": []}', None, b"\xff", 7])
def test_changes_that_are_none_say_nothing(changes: object) -> None:
    said = heard()
    said.take(entry(1, changes=changes))
    assert said.rows["parties", "a"].fields == {}


def test_counters_keep_the_most_that_any_case_said() -> None:
    said = heard()
    for number, last in enumerate(("3", "9", "4", '"x"'), 1):
        changes = f'{{"last": [0, {last}]}}'
        said.take(entry(number, table_name="serials", row_id="2025", changes=changes))
    assert said.counters == {("serials", "2025"): 9}
    assert said.rows == {}


def test_read_entry_by_entry_it_says_the_same_as_in_one_go(busy: Office) -> None:
    """The way that is taken past damage hears what the quick one does."""
    key = busy.first.store.journal_key
    with Moment(busy.first.store) as moment:
        chains = Chains(key, Ledger(key))
        list(chains.ledger.read(moment))
        list(chains.gather(moment))
        for chain in (OFFICE, case_of(busy.first, SETTLED)):
            known = chains.known[chain]
            quick, slow = hear(moment, key, [known]), _started(key, [known])
            _piecemeal(moment, known, slow)
            for strand in slow.strands.values():
                strand.end()
            assert list(quick.findings) == list(slow.findings) == []
            assert quick.rows == slow.rows
            assert quick.entries == slow.entries == known.length
    with busy.first.store.engine.connect() as connection:
        names = set(connection.scalars(select(settings.c.name)))
    assert {row_id for table, row_id in hear_settings(busy)} == names


def hear_settings(busy: Office) -> list[tuple[str, str]]:
    key = busy.first.store.journal_key
    with Moment(busy.first.store) as moment:
        said = hear(moment, key, [Known(OFFICE)])
    return [named for named in said.rows if named[0] == "settings"]
