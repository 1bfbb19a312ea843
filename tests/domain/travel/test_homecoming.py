"""A homecoming over plain rows: by hand what is decided, and against an oracle whatever both sides do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.merging import Broken, Key, Kind, Row, Rows
from mediation_desk.domain.travel.bundles import TAKEN_OUT
from mediation_desk.domain.travel.deciding import decided
from mediation_desk.domain.travel.homecoming import (
    SIGNATURE,
    TOGETHER,
    TWO_SIGNED,
    TWO_TERMS,
    Decision,
    Plan,
    Question,
    Whose,
    plan,
    unheeded,
)
from mediation_desk.domain.travel.versions import made_ready
from mediation_desk.domain.words import say
from tests.domain.travel import oracle
from tests.domain.travel.made import (
    CASE,
    changed,
    entry,
    exhibit,
    offer,
    party,
    row,
    rows,
    terms,
    versions,
    with_rows,
    without,
)

WEN, LU = ("parties", "温若晴"), ("parties", "路知夏")


def whole(_rows: Rows) -> Iterable[Broken]:
    return ()


def planned(seen: Rows, mine: Rows, stands: Rows,
            look: Callable[[Rows], Iterable[Broken]] = whole) -> Plan:
    return plan(made_ready(versions(seen, mine, stands)), look)


def names(made: Plan) -> list[str]:
    return [one.name for one in made.questions]


# The station


@pytest.mark.parametrize(("laptop", "office", "home"), [
    ("mediation", "sorting", "mediation"), ("sorting", "mediation", "mediation"),
    ("mediation", "settlement", "settlement"), ("settlement", "mediation", "settlement"),
    ("sorting", "sorting", "sorting")])
def test_a_case_that_moved_on_both_sides_is_where_the_farther_one_came(laptop: str, office: str, home: str
                                                                       ) -> None:
    seen = rows()
    made = planned(seen, changed(seen, CASE, station=laptop), changed(seen, CASE, station=office))
    assert made.questions == ()
    assert made.rows[CASE]["station"] == home


# The terms


def test_terms_changed_on_one_side_are_that_sides() -> None:
    seen = rows(*terms("a", 100))
    mine = with_rows(without(seen, ("agreements", "a"), ("instalments", "a-1")), *terms("b", 90))
    assert planned(seen, mine, seen).rows == mine
    assert planned(seen, seen, mine).rows == mine


def test_terms_changed_on_both_sides_are_one_decision() -> None:
    seen = rows()
    mine, stands = rows(*terms("a", 100)), rows(*terms("b", 90))
    made = planned(seen, mine, stands)
    (question,) = made.questions
    assert question.conflict.why == say(TWO_TERMS)
    assert not question.signed_twice
    assert made.rows == stands, "until it is decided"
    assert decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, whole) == mine
    assert decided(made, {question.name: Decision(Whose.OFFICE)}, stands, whole) == stands


@pytest.mark.parametrize("signer", ["laptop", "office"])
def test_a_signature_outweighs_terms_that_the_other_side_changed_later(signer: str) -> None:
    seen = rows(*terms("a", 100))
    signed, other = rows(*terms("a", 100, "2024-12-03")), rows(*terms("a", 80))
    mine, stands = (signed, other) if signer == "laptop" else (other, signed)
    made = planned(seen, mine, stands)
    assert made.questions == ()
    assert made.rows == signed
    (overruled,) = made.overruled
    assert overruled.why == say(SIGNATURE)
    assert overruled.mine != overruled.stands, "both are shown"


def test_a_signature_freezes_who_takes_part_under_which_name_and_what_they_claim() -> None:
    claim = row(("claims", "c"), worker_id="温若晴", claim="unpaid_wages", asked=100)
    seen = rows(party("温若晴"), claim, *terms("a", 100))
    mine = changed(seen, ("agreements", "a"), signed_on="2024-12-03")
    stands = changed(changed(seen, WEN, name="温若青", phone="139"), ("claims", "c"), asked=200)
    made = planned(seen, mine, stands)
    assert made.questions == ()
    assert (made.rows[WEN]["name"], made.rows[WEN]["phone"]) == ("温若晴", "139")
    assert made.rows["claims", "c"]["asked"] == 100
    assert {one.place.key for one in made.overruled} == {WEN, ("claims", "c")}


def test_two_signed_agreements_are_a_decision_with_a_reason() -> None:
    mine, stands = rows(*terms("a", 100, "2024-12-03")), rows(*terms("b", 90, "2024-12-04"))
    made = planned(rows(), mine, stands)
    (question,) = made.questions
    assert question.signed_twice
    assert question.conflict.why == say(TWO_SIGNED)
    assert decided(made, {question.name: Decision(Whose.LAPTOP, reason="路上那份作数")}, stands,
                   whole) == mine


@pytest.mark.parametrize("signer", ["laptop", "office"])
def test_of_a_change_of_what_was_signed_long_before_a_draft_yields_to_what_was_signed_meanwhile(
        signer: str) -> None:
    """Both sides have the agreement that was signed before the journey; that signature decides nothing."""
    seen = rows(*terms("a", 100, "2024-12-03"))
    drafted, signed = with_rows(seen, *terms("b", 90)), with_rows(seen, *terms("c", 80, "2025-01-20"))
    mine, stands = (signed, drafted) if signer == "laptop" else (drafted, signed)
    made = planned(seen, mine, stands)
    assert (made.questions, made.rows) == ((), signed)
    (question,) = planned(seen, drafted, with_rows(seen, *terms("d", 70))).questions
    assert question.conflict.why == say(TWO_TERMS) and not question.signed_twice


def test_what_becomes_of_a_claim_goes_with_the_terms_that_say_it() -> None:
    said = row(("claim_terms", "t"), agreement_id="a", claim="unpaid_wages", amount=100)
    other = row(("claim_terms", "u"), agreement_id="b", claim="unpaid_wages", amount=90)
    mine, stands = rows(*terms("a", 100), said), rows(*terms("b", 90), other)
    made = planned(rows(), mine, stands)
    (question,) = made.questions
    for whose, kept in ((Whose.LAPTOP, mine), (Whose.OFFICE, stands)):
        assert decided(made, {question.name: Decision(whose)}, stands, whole) == kept


# Numbers and names


def test_exhibits_numbered_twice_are_both_there_and_what_names_them_follows() -> None:
    seen = rows(exhibit("工资单", 1))
    mine = with_rows(seen, exhibit("录音", 2), entry("e", "monthly_wage", evidence="证据1、证据2"))
    stands = with_rows(seen, exhibit("考勤", 2))
    made = planned(seen, mine, stands)
    assert made.questions == ()
    assert [made.rows["exhibits", name]["position"] for name in ("工资单", "考勤", "录音")] == [1, 2, 3]
    assert made.rows["element_entries", "e"]["evidence"] == "证据1、证据3"
    assert len(made.moved) == 1


def test_rounds_entered_twice_are_two_rounds_of_their_side() -> None:
    mine, stands = rows(offer("a", "applicant", 1, 100)), rows(offer("b", "applicant", 1, 90),
                                                               offer("c", "respondent", 1, 50))
    made = planned(rows(), mine, stands)
    assert made.questions == ()
    assert [made.rows["offers", key]["round"] for key in "abc"] == [2, 1, 1]


def test_the_same_element_entered_on_both_sides_is_one_entry() -> None:
    seen = rows(party("温若晴"))
    mine = with_rows(seen, entry("m", "monthly_wage", "温若晴", applicant="4300"))
    stands = with_rows(seen, entry("s", "monthly_wage", "温若晴", respondent="3000"))
    made = planned(seen, mine, stands)
    assert made.questions == ()
    assert ("element_entries", "m") not in made.rows
    one = made.rows["element_entries", "s"]
    assert (one["applicant"], one["respondent"]) == ("4300", "3000")


def test_two_words_for_one_element_are_one_question() -> None:
    seen = rows(party("温若晴"))
    mine = with_rows(seen, entry("m", "monthly_wage", "温若晴", applicant="4300"))
    stands = with_rows(seen, entry("s", "monthly_wage", "温若晴", applicant="4000"))
    made = planned(seen, mine, stands)
    assert [one.rpartition("/")[0] for one in names(made)] == ["FIELD/element_entries/s/applicant"]


# Rules that break only together


def paid(made: Rows) -> Iterable[Broken]:
    keys = tuple(sorted(key for key in made if key[0] == "payments"))
    if sum(int(str(made[key]["amount"])) for key in keys) > 100:
        yield Broken(keys, say("overpaid"))


def test_payments_that_overpay_only_together_are_one_decision() -> None:
    def payment(key: str, amount: int) -> tuple[Key, Row]:
        return row(("payments", key), amount=amount)

    seen = rows(payment("old", 20))
    mine, stands = with_rows(seen, payment("m", 60)), with_rows(seen, payment("s", 70))
    made = planned(seen, mine, stands, paid)
    (question,) = made.questions
    assert question.conflict.kind is Kind.WHOLE
    assert made.rows == stands
    assert decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, paid) == mine


def test_two_accepted_offers_are_one_decision() -> None:
    def once(made: Rows) -> Iterable[Broken]:
        accepted = tuple(sorted(key for key, one in made.items()
                                if key[0] == "offers" and one["accepted_at"]))
        if len(accepted) > 1:
            yield Broken(accepted, say("two accepted"))

    seen = rows(offer("a", "applicant", 1, 100), offer("b", "respondent", 1, 80))
    mine = changed(seen, ("offers", "a"), accepted_at="2024-12-03")
    stands = changed(seen, ("offers", "b"), accepted_at="2024-12-04")
    made = planned(seen, mine, stands, once)
    (question,) = made.questions
    assert made.rows == stands
    assert decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, once) == mine


def test_a_rule_that_the_signed_terms_alone_break_is_asked_of_all_together() -> None:
    """Signed on the laptop, while the office took the acceptance back."""
    def accepted(made: Rows) -> Iterable[Broken]:
        if ("agreements", "a") in made and not made[CASE].get("accepted_on"):
            yield Broken((CASE, ("agreements", "a")), say("not accepted"))

    seen = changed(rows(), CASE, accepted_on="2024-11-25")
    mine = with_rows(seen, *terms("a", 100, "2024-12-03"))
    stands = changed(seen, CASE, accepted_on=None)
    made = planned(seen, mine, stands, accepted)
    (question,) = made.questions
    assert question.conflict.why == say(TOGETHER)
    assert made.rows == stands
    assert decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, accepted) == mine


# What stands and falls together


def test_a_party_taken_out_here_and_written_about_there_comes_back_whole_or_not_at_all() -> None:
    claim = row(("claims", "c"), worker_id="温若晴", claim="unpaid_wages", asked=100)
    seen = rows(party("温若晴"), claim)
    mine = without(seen, WEN, ("claims", "c"))
    stands = changed(seen, WEN, phone="139")
    made = planned(seen, mine, stands)
    (question,) = made.questions
    assert question.conflict.why == say(TAKEN_OUT)
    assert made.rows == stands
    assert decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, whole) == mine
    assert decided(made, {question.name: Decision(Whose.OFFICE)}, stands, whole) == stands


def test_taken_out_on_both_sides_is_no_question() -> None:
    seen = rows(party("温若晴"), party("路知夏"))
    made = planned(seen, without(seen, WEN), without(seen, WEN, LU))
    assert made.questions == ()
    assert made.rows == rows()


# Whatever both sides do, against the oracle

PEOPLE, WORDS = ("温若晴", "路知夏", "郑代理"), st.sampled_from(["", "甲", "乙", "丙"])
SEEN = rows(*map(party, PEOPLE), exhibit("工资单", 1), exhibit("录音", 2),
            row(("claims", "c"), worker_id="温若晴", claim="unpaid_wages", asked=100, note=""),
            row(("sessions", "s"), place="", record=""), offer("o", "applicant", 1, 100),
            row(("attendees", "at"), session_id="s", name="甲", position=0),
            entry("e", "monthly_wage", "温若晴", evidence="证据1"), *terms("t", 100),
            row(("return_visits", "v"), party_id="路知夏", note=""))
FIELDS = {"cases": ("cause", "facts_in_brief"), "parties": ("phone", "name"), "exhibits": ("proves",),
          "claims": ("note",), "sessions": ("place", "record"), "element_entries": ("applicant", "note"),
          "attendees": ("name",), "return_visits": ("note",), "offers": ("terms",)}
LEANING = {**oracle.LEANS, **oracle.HOLDS}
Step = tuple[str, int, str]
steps = st.lists(st.tuples(st.sampled_from(["edit", "edit", "remove", "add", "station", "terms", "sign"]),
                           st.integers(0, 30), WORDS), max_size=6)


def walked(side: str, done: list[Step]) -> oracle.Plain:
    """What one side makes of the case, step by step."""
    made: oracle.Plain = {key: dict(value) for key, value in SEEN.items()}
    for number, (what, at, word) in enumerate(done):
        _ACTS[what](made, at, word, f"{side}{number}")
    return made


def _edit(made: oracle.Plain, at: int, word: str, _new: str) -> None:
    keys = sorted(key for key in made if key[0] in FIELDS)
    key = keys[at % len(keys)]
    made[key][FIELDS[key[0]][at % len(FIELDS[key[0]])]] = word


def _remove(made: oracle.Plain, at: int, _word: str, _new: str) -> None:
    keys = sorted(key for key in made if key[0] in FIELDS and key != CASE)
    gone = {keys[at % len(keys)]} if keys else set()
    if any(_leans(value, key, gone, oracle.HOLDS) for key, value in made.items()):
        return
    for _again in range(3):
        gone |= {key for key, value in made.items() if _leans(value, key, gone, oracle.LEANS)}
    for key in gone:
        made.pop(key)


def _leans(value: dict[str, Any], key: Key, on: set[Key], how: dict[str, list[tuple[str, str]]]) -> bool:
    return any((table, str(value.get(name))) in on for name, table in how.get(key[0], ()))


def _add(made: oracle.Plain, at: int, word: str, new: str) -> None:
    people = sorted(key[1] for key in made if key[0] == "parties")
    worker = people[at % len(people)] if people else None
    numbers = [one["position"] for key, one in made.items() if key[0] == "exhibits"]
    rounds = [one["round"] for key, one in made.items() if key[0] == "offers"]
    key, value = (
        party(new, phone2=word), exhibit(new, max([0, *numbers]) + 1, word),
        offer(new, "applicant", max([0, *rounds]) + 1, 50),
        entry(new, "daily_wage" if at % 2 else "hours", worker, applicant=word,
              evidence=f"证据{max([1, *numbers])}"),
        row(("attendees", new), session_id="s", name=word, position=1),
        row(("return_visits", new), party_id=worker, note=word))[at % 6]
    taken = [one for other, one in made.items() if other[0] == key[0] == "element_entries"
             and (one["element"], one["worker_id"]) == (value["element"], value["worker_id"])]
    if not taken and (key[0] != "attendees" or ("sessions", "s") in made):
        made[key] = dict(value)


def _station(made: oracle.Plain, at: int, _word: str, _new: str) -> None:
    there = oracle.STATIONS.index(made[CASE]["station"])
    made[CASE]["station"] = oracle.STATIONS[min(there + at % 2, 5)]


def _terms(made: oracle.Plain, at: int, _word: str, new: str) -> None:
    for key in [key for key in made if key[0] in oracle.TERMS]:
        made.pop(key)
    made.update({key: dict(value) for key, value in terms(new, at)})


def _sign(made: oracle.Plain, _at: int, _word: str, _new: str) -> None:
    for key, value in made.items():
        if key[0] == "agreements":
            value["signed_on"] = "2024-12-03"


_ACTS = {"edit": _edit, "remove": _remove, "add": _add, "station": _station, "terms": _terms, "sign": _sign}


def bundles(made: Plan) -> set[frozenset[Key]]:
    return {frozenset(key for version in (one.conflict.seen, one.conflict.mine, one.conflict.stands)
                      for key in version)  # type: ignore[attr-defined]
            for one in made.questions if one.conflict.why == say(TAKEN_OUT)}


def places(made: Plan) -> set[tuple[str, str, str]]:
    return {(*one.conflict.place.key, one.conflict.place.field) for one in made.questions
            if one.conflict.kind is not Kind.WHOLE}


def said(made: Rows) -> dict[Key, dict[str, object]]:
    return {key: {name: value for name, value in one.items()
                  if value not in (None, "") and name not in unheeded(key[0])} for key, one in made.items()}


@settings(max_examples=5 * settings().max_examples)
@given(laptop=steps, office=steps)
def test_whatever_both_sides_do_is_merged_as_the_oracle_does(laptop: list[Step], office: list[Step]) -> None:
    mine, stands = walked("m", laptop), walked("s", office)
    signed = [any(one.get("signed_on") for one in side.values()) for side in (mine, stands)]
    made, found = planned(SEEN, mine, stands), oracle.find(dict(SEEN), mine, stands)  # type: ignore[arg-type]
    if signed[0] != signed[1]:
        assert {one.place.table for one in made.overruled} <= {"agreements", "instalments", "parties",
                                                               "claims"}
        return  # what a signature freezes is shown by hand above
    assert places(made) == found.questions
    assert bundles(made) == found.bundles
    assert {one.signed_twice for one in made.questions if one.conflict.place.table in oracle.TERMS} == (
        {found.terms == "signed twice"} if found.terms in ("asked", "signed twice") else set())
    assert said(made.rows) == said(found.rows)


@settings(max_examples=2 * settings().max_examples)
@given(laptop=steps)
@example(laptop=[("remove", 27, ""), ("add", 2, "")])  # an offer taken out, and another made in its round
def test_what_one_side_alone_did_is_never_a_question(laptop: list[Step]) -> None:
    mine = walked("m", laptop)
    assert planned(SEEN, mine, SEEN).questions == planned(SEEN, SEEN, mine).questions == ()
    assert said(planned(SEEN, mine, SEEN).rows) == said(planned(SEEN, SEEN, mine).rows) == said(mine)
    same = planned(SEEN, mine, mine)
    assert same.questions == ()
    assert said(same.rows) == said(mine)


@settings(max_examples=2 * settings().max_examples)
@given(laptop=steps, office=steps, whose=st.lists(st.sampled_from([Whose.LAPTOP, Whose.OFFICE]), min_size=1))
def test_every_word_is_there_or_was_decided_against(laptop: list[Step], office: list[Step],
                                                   whose: list[Whose]) -> None:
    mine, stands = walked("m", laptop), walked("s", office)
    made = planned(SEEN, mine, stands)
    decisions = {one.name: Decision(whose[number % len(whose)], reason="议定" if one.signed_twice else "")
                 for number, one in enumerate(made.questions)}
    after = said(decided(made, decisions, stands, whole))
    shown = str([(one.conflict.mine, one.conflict.stands) for one in made.questions]
                + [(one.mine, one.stands) for one in made.overruled])
    for side in (mine, stands):
        for key, one in said(side).items():
            for name, word in one.items():
                told = name in ("name", "note", "proves", "applicant")
                if told and word != said(SEEN).get(key, {}).get(name):
                    there = any(other.get(name) == word for (table, _), other in after.items()
                                if table == key[0])
                    assert there or repr(word) in shown, (key, name, word)


def test_a_question_about_a_text_can_be_answered_by_a_text_of_both() -> None:
    seen = rows()
    mine, stands = changed(seen, CASE, facts_in_brief="路上"), changed(seen, CASE, facts_in_brief="所里")
    made = planned(seen, mine, stands)
    (question,) = made.questions
    assert question.is_text
    both = Decision(Whose.BOTH, text="路上，所里")
    assert decided(made, {question.name: both}, stands, whole)[CASE]["facts_in_brief"] == "路上，所里"


def test_what_is_not_answered_is_known() -> None:
    seen = rows()
    made = planned(seen, changed(seen, CASE, cause="甲"), changed(seen, CASE, cause="乙"))
    question: Question = made.questions[0]
    assert made.undecided({}) == (question,)
    assert made.undecided({question.name: Decision(Whose.OFFICE)}) == ()
