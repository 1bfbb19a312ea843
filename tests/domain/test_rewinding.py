"""What somebody saw of a row, read back from the journal."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.rewinding import seen_row, standing

AT = datetime(2025, 1, 20, tzinfo=UTC)
NAMES = ("phone", "note", "removed_at")


def entry(work: int, action: str = "update", row: str = "1",
          fields: Mapping[str, tuple[object, object]] | None = None, **named: tuple[object, object]
          ) -> JournalEntry:
    return JournalEntry(seq=work, work_id=UUID(int=work), at=AT, account_id=UUID(int=0), case_id=UUID(int=0),
                        verb="edit", undoes=None, table="parties", row_id=row, action=action,
                        fields={**(fields or {}), **named})


def test_a_field_is_seen_as_it_was_before_the_first_change() -> None:
    later = [entry(4, phone=("", "138")), entry(5, phone=("138", "139"))]
    assert seen_row({"phone": "139", "note": "n"}, later) == {"phone": "", "note": "n"}


def test_ones_own_word_is_the_last_that_was_seen() -> None:
    """He wrote 138 at five; she changed it at six."""
    later = [entry(5, phone=("", "138")), entry(6, phone=("138", "139"))]
    assert seen_row({"phone": "139"}, later, [UUID(int=5)]) == {"phone": "138"}
    assert seen_row({"phone": "139"}, later, [UUID(int=6)]) == {"phone": "139"}


def test_a_row_made_since_was_not_there_unless_one_made_it_oneself() -> None:
    later = [entry(4, "insert", phone=(None, "138")), entry(5, phone=("138", "139"))]
    assert seen_row({"phone": "139"}, later) is None
    assert seen_row({"phone": "139"}, later, [UUID(int=4)]) == {"phone": "138"}


def test_a_row_taken_out_since_was_there() -> None:
    out = "2025-01-20T00:00:00+00:00"
    later = [entry(4, removed_at=(None, out))]
    assert seen_row({"phone": "138", "removed_at": out}, later) == {"phone": "138"}
    assert standing({"phone": "138", "removed_at": out}) is None
    assert seen_row({"phone": "138", "removed_at": None}, [entry(5, removed_at=(out, None))]) is None


steps = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["", "甲", "乙", None])), max_size=12)


@given(steps, st.integers(0, 12))
def test_rewinding_is_the_state_that_was_written_down_then(steps: list[tuple[str, str | None]], at: int
                                                          ) -> None:
    """The slow way: keep every state as it was."""
    state: dict[str, object] = dict.fromkeys(NAMES)
    states, entries = [dict(state)], []
    for number, (name, word) in enumerate(steps, start=1):
        change: dict[str, tuple[object, object]] = {name: (state[name], word)}
        entries.append(entry(number, fields=change))
        state[name] = word
        states.append(dict(state))
    at = min(at, len(steps))
    assert seen_row(state, entries[at:]) == standing(states[at])
