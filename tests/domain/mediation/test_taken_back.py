"""A release that was taken back: the journal says that it was, and nothing of what it said."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.mediation.taken_back import taken_back, without_words

NOW = datetime(2024, 11, 25, 2, tzinfo=UTC)


def told(verb: str, action: str = "update", table: str = "offers", **fields: tuple[object, object]
         ) -> JournalEntry:
    return JournalEntry(seq=1, work_id=UUID(int=1), at=NOW, account_id=UUID(int=2), case_id=UUID(int=3),
                        verb=verb, undoes=None, table=table, row_id="one", action=action, fields=fields)


RELEASED = told("release_offer", "insert", amount=(None, 3026400), side=(None, "respondent"),
                sealed_id=(None, "x"))
OUT, BACK = (None, NOW.isoformat()), (NOW.isoformat(), None)


@pytest.mark.parametrize("verb", ["take_back_offer", "undo", "bring_home"])
def test_what_was_released_and_taken_back_is_told_without_its_words(verb: str) -> None:
    rows = taken_back([RELEASED, told(verb, removed_at=OUT)])
    assert without_words(RELEASED, rows).fields == {"side": (None, "respondent")}


def test_what_stands_or_stood_on_the_table_is_told_of() -> None:
    openly = told("make_offer", "insert", amount=(None, 1), sealed_id=(None, None))
    for entries in ([RELEASED], [RELEASED, told("remove_offer", removed_at=OUT)],
                    [RELEASED, told("take_back_offer", removed_at=OUT), told("undo", removed_at=BACK)],
                    [openly, told("undo", removed_at=OUT)]):
        assert without_words(entries[0], taken_back(entries)) == entries[0]


def test_facts_are_told_so_too_and_no_other_table() -> None:
    fact = replace(RELEASED, table="told_facts", fields={"text": (None, "请假"), "sealed_id": (None, "x")})
    rows = taken_back([fact, told("take_back_told", table="told_facts", removed_at=OUT)])
    assert without_words(fact, rows).fields == {}
    party = replace(fact, table="parties")
    assert taken_back([party, told("remove_party", table="parties", removed_at=OUT)]) == frozenset()
