"""Who or what was taken out, and all that leans on it, stands and falls together."""

from __future__ import annotations

import pytest

from mediation_desk.domain.merging import Key
from mediation_desk.domain.travel.bundles import bundled
from mediation_desk.domain.travel.homecoming import unheeded
from tests.domain.travel.made import changed, party, row, rows, with_rows, without

WEN = ("parties", "温若晴")
CLAIM: Key = ("claims", "c")
SEEN = rows(party("温若晴"), row(CLAIM, worker_id="温若晴", claim="unpaid_wages", note=""),
            row(("sessions", "s"), place=""), row(("attendees", "a"), session_id="s", name="甲"))
GONE = without(SEEN, WEN, CLAIM)


def keys(*versions: dict[Key, dict[str, object]]) -> list[set[Key]]:
    return [set(one.stands) | set(one.mine) | set(one.seen)  # type: ignore[attr-defined]
            for one in bundled(*versions, unheeded).conflicts]  # type: ignore[arg-type]


def test_what_the_other_side_left_alone_is_out() -> None:
    made = bundled(SEEN, GONE, changed(SEEN, ("sessions", "s"), place="公园"), unheeded)
    assert made.conflicts == ()
    assert made.rows == {}
    assert WEN not in made.stands and CLAIM not in made.stands


@pytest.mark.parametrize("written", [
    changed(SEEN, WEN, phone="139"), changed(SEEN, CLAIM, note="补"),
    with_rows(SEEN, row(("element_entries", "e"), element="hours", worker_id="温若晴")),
    with_rows(SEEN, row(("return_visits", "v"), party_id="温若晴"))])
def test_whatever_the_other_side_wrote_of_it_makes_it_one_decision(written: dict[Key, dict[str, object]]
                                                                   ) -> None:
    for mine, stands in ((GONE, written), (written, GONE)):
        (conflict,) = bundled(SEEN, mine, stands, unheeded).conflicts
        assert conflict.place.key == WEN
        assert bundled(SEEN, mine, stands, unheeded).rows == {
            key: stands[key] for key in (*conflict.stands,)}  # type: ignore[misc]


def test_a_session_goes_with_those_who_were_there() -> None:
    gone = without(SEEN, ("sessions", "s"), ("attendees", "a"))
    more = with_rows(SEEN, row(("attendees", "b"), session_id="s", name="乙"))
    (conflict,) = bundled(SEEN, gone, more, unheeded).conflicts
    assert set(conflict.stands) == {("sessions", "s"), ("attendees", "a"),  # type: ignore[call-overload]
                                    ("attendees", "b")}


def test_evidence_that_the_other_side_gave_another_giver_holds_nobody() -> None:
    """Taken out here, where their exhibit was said to come from somebody else first."""
    seen = with_rows(rows(party("温若晴"), party("路知夏")),
                     row(("exhibits", "x"), given_by="温若晴", proves="", position=1))
    mine = without(changed(seen, ("exhibits", "x"), given_by="路知夏"), WEN)
    stands = changed(seen, ("exhibits", "x"), proves="欠薪")
    assert bundled(seen, mine, stands, unheeded).conflicts == ()


def test_one_who_leans_on_nobody_is_left_to_the_ordinary_merge() -> None:
    seen = rows(party("温若晴"))
    assert bundled(seen, rows(), changed(seen, WEN, phone="139"), unheeded).conflicts == ()
