"""The first journal's links are what they were when its program was released."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.store.journal.first import first_link


def test_a_link_of_the_first_journal_is_made_as_it_was() -> None:
    """Worked by hand: the link before and the JSON of the row, the number in the store first, under the key.
    Whole stores of that time are tried in tests/store/migrations/versions/test_v0002_journal_by_case.py."""
    row = {"seq": 3, "work_id": UUID(int=1), "at": datetime(2025, 1, 20, tzinfo=UTC),
           "account_id": UUID(int=2), "case_id": None, "verb": "draft", "undoes": None,
           "table_name": "settings", "row_id": "a", "action": "insert", "changes": "{}"}
    content = (f'[3, "{UUID(int=1)}", "2025-01-20T00:00:00+00:00", "{UUID(int=2)}", "None", "draft", "None", '
               '"settings", "a", "insert", "{}"]')
    assert first_link(b"key", b"before", row) == hmac.digest(b"key", b"before" + content.encode(), "sha256")
