"""A case that stays open is read anew only where it was written, and is always what the store has."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role as Account
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.vocabulary import Outcome, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import sharing
from mediation_desk.services.open_case import OpenCase
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from mediation_desk.store.journal import entries
from mediation_desk.store.work.work import Work
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of, terms

MANY = tuple(f"骑手{number:02d}" for number in range(30))


def same(opened: OpenCase, desk: Desk) -> None:
    """What the open case shows is what a whole reading finds, row by row."""
    view, whole = opened.read(), reading.case(desk, opened.read().case.id)
    assert asdict(view.case) == asdict(whole.case)
    assert (view.clocks, view.own, view.papers) == (whole.clocks, whole.own, whole.papers)
    assert [account.id for account in view.mediators] == [account.id for account in whole.mediators]
    assert (view.ledger is None) == (whole.ledger is None) and view.events == whole.events
    if view.ledger and whole.ledger:
        assert view.ledger.outstanding == whole.ledger.outstanding
    if view.sorting:
        fresh = sorting.sort(whole.case, sorting.sorter(desk, whole.case))
        assert view.sorting.states == fresh.states and view.sorting.issues == fresh.issues
        assert view.sorting.counts == fresh.counts


@dataclass
class Counted:
    """What a stretch of work asked of the store."""

    statements: list[str] = field(default_factory=list)
    rows: list[object] = field(default_factory=list)  # cases and their rows, as they were loaded
    entries: int = 0  # of the journal, parsed


@contextmanager
def counting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    """Count statements, loaded rows, and parsed journal rows."""
    found, parse = Counted(), entries.entry

    def parsed(row: Any) -> Any:
        found.entries += 1
        return parse(row)

    def executed(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.statements.append(statement)

    def loaded(row: object, _context: object) -> None:
        found.rows.append(row)

    monkeypatch.setattr(entries, "entry", parsed)
    event.listen(desk.store.engine, "before_cursor_execute", executed)
    for kind in (Case, Party, Claim, ElementEntry):
        event.listen(kind, "load", loaded)
    try:
        yield found
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", executed)
        for kind in (Case, Party, Claim, ElementEntry):
            event.remove(kind, "load", loaded)


# -- what a saved cell costs -------------------------------------------------------------------


def test_a_saved_cell_loads_a_handful_of_rows_however_many_workers_there_are(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty workers with four claims and a statement each: 181 rows. Saving one cell loads the case and
    the cell; reading it anew loads them once more. No journal row is parsed and no paper's pages read."""
    desk = office.first
    case_id = accepted(desk, MANY, ("unpaid_wages", "double_wage", "overtime", "economic_compensation"))
    workers = [worker.id for worker in case_of(desk, case_id).applicants]
    sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5200") for worker in workers])
    opened = OpenCase(desk, case_id)
    before = opened.read()
    with counting(desk, monkeypatch) as counted:
        opened.heard(sorting.say(desk, case_id, [Saying("monthly_wage", workers[3], "applicant", "5300")]))
        view = opened.read()
    kinds = [type(row).__name__ for row in counted.rows]
    assert sorted(kinds) == ["Case", "Case", "ElementEntry", "ElementEntry"]
    assert counted.entries == 0
    assert len(counted.statements) < 30
    assert not any("pdf" in statement for statement in counted.statements)
    assert view.case.parties_all is before.case.parties_all  # shared, not read again
    assert view.case.claims_all is before.case.claims_all
    assert sum(now is not then for now, then in zip(view.case.entries_all, before.case.entries_all,
                                                    strict=True)) == 1
    same(opened, desk)


def test_nothing_saved_is_nothing_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = OpenCase(office.first, accepted(office.first))
    before = opened.read()
    with counting(office.first, monkeypatch) as counted:
        view = opened.read()
    assert counted.rows == [] and view.case is before.case and view.sorting is before.sorting


def test_an_open_case_shows_its_last_five_events_and_parses_no_more(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty statements saved together are one event and thirty rows of the journal."""
    desk = office.first
    case_id = accepted(desk, MANY)
    workers = [worker.id for worker in case_of(desk, case_id).applicants]
    sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5200") for worker in workers])
    sorting.admit(desk, case_id, "monthly_wage", workers[0], "respondent")
    with counting(desk, monkeypatch) as counted:
        view = OpenCase(desk, case_id).read()
    assert [one.verb for one in view.events] == ["admit", "say", "accept", "edit", "set_claims"]
    assert {one.who for one in view.events} == {"陈守信"}
    assert counted.entries == 5


# -- the same as the store, whatever happens ---------------------------------------------------


def test_through_the_whole_story_it_shows_what_the_store_has(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The streamers' case from registration to the closed file, looked at after every single save."""
    desk, opened = office.first, dict[UUID, OpenCase]()
    commit: Callable[..., Changes] = Work.commit

    def committed(work: Work, **kwargs: Any) -> Changes:
        changes = commit(work, **kwargs)
        for case_id in changes.cases:
            one = opened.setdefault(case_id, OpenCase(desk, case_id))
            one.heard(changes)
            seen.append(one)
        return changes

    seen: list[OpenCase] = []
    monkeypatch.setattr(Work, "commit", committed)
    steps = 0
    for _stop in streamers.walk(desk):
        for one in seen:
            same(one, desk)
        steps, seen = steps + len(seen), []
    assert len(opened) == 1 and steps > 15


@pytest.mark.parametrize("seed", range(3))
def test_whatever_two_desks_do_it_shows_what_the_store_has(office: Office, seed: int) -> None:
    """The open case hears of one desk's saves only; the other's are found by the case's version."""
    chance, ours = random.Random(seed), office.first
    case_id = asked(ours, accepted(ours, MANY[:4]))
    desks = (ours, office.desk())
    opened = OpenCase(ours, case_id)
    opened.read()
    for turn in range(24):
        desk = chance.choice(desks)
        try:
            changes = chance.choice(ACTS)(desk, case_id, chance, turn)
        except DeskError:
            continue  # nothing to undo, or it was changed again since
        if desk is ours:
            opened.heard(changes)
        if chance.random() < 0.6:
            same(opened, ours)
    same(opened, ours)


def _say(desk: Desk, case_id: UUID, chance: random.Random, turn: int) -> Changes:
    worker = chance.choice([None, *(worker.id for worker in case_of(desk, case_id).applicants)])
    element = chance.choice(("monthly_wage", "position"))
    return sorting.say(desk, case_id, [Saying(element, worker, "applicant", str(4000 + turn))])


def _edit(desk: Desk, case_id: UUID, _chance: random.Random, turn: int) -> Changes:
    now = case_of(desk, case_id).cause
    return editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", now, f"欠薪{turn}")])


def _add(desk: Desk, case_id: UUID, _chance: random.Random, turn: int) -> Changes:
    return registering.add_party(desk, case_id, registering.PartyDraft(Role.APPLICANT, f"后来的{turn}"))


def _remove(desk: Desk, case_id: UUID, chance: random.Random, _turn: int) -> Changes:
    return registering.remove_party(desk, case_id, chance.choice(case_of(desk, case_id).applicants).id)


def _draft(desk: Desk, case_id: UUID, _chance: random.Random, turn: int) -> Changes:
    return settling.draft(desk, case_id, terms(f"{20000 + turn}.00"))


def _undo(desk: Desk, case_id: UUID, _chance: random.Random, _turn: int) -> Changes:
    return history.undo(desk, case_id)


def _redo(desk: Desk, case_id: UUID, _chance: random.Random, _turn: int) -> Changes:
    return history.redo(desk, case_id)


ACTS: tuple[Callable[[Desk, UUID, random.Random, int], Changes], ...] = (
    _say, _say, _edit, _add, _remove, _draft, _undo, _undo, _redo)


def test_several_saves_are_read_together(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.first
    case_id = accepted(desk, MANY)
    opened, workers = OpenCase(desk, case_id), [worker.id for worker in case_of(desk, case_id).applicants]
    opened.read()
    with counting(desk, monkeypatch) as counted:
        for worker in workers[:3]:
            opened.heard(sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5300")]))
        view = opened.read()
    assert len(view.case.entries) == 3
    kinds = [type(row).__name__ for row in counted.rows]
    assert "Claim" not in kinds and "Party" not in kinds
    same(opened, desk)


def test_a_view_that_was_given_out_stays_as_it_was(office: Office) -> None:
    """Other threads still look at it while the next one is read."""
    desk = office.first
    case_id = accepted(desk)
    opened, worker = OpenCase(desk, case_id), case_of(desk, case_id).applicants[0].id
    opened.heard(sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5200")]))
    before = opened.read()
    told = asdict(before.case)
    opened.heard(sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5300")]))
    assert opened.read().case.entries[0].applicant == "5300.00"
    assert asdict(before.case) == told


def test_who_was_taken_off_the_case_sees_it_no_more(office: Office) -> None:
    case_id = accepted(office.first)
    wang = colleague(office, "wang", Account.MEDIATOR)
    share(office.first, case_id, wang)
    opened = OpenCase(office.desk("wang", LENT), case_id)
    assert opened.read().own
    sharing.remove_mediator(office.first, case_id, wang)
    with pytest.raises(DeskError):
        opened.read()


def test_the_nearest_limit_comes_with_it_until_the_sides_have_settled(office: Office) -> None:
    """Left on 2024-10-31, applied on 2024-11-25: a year from then, to 2025-11-25."""
    desk = office.first
    case_id = accepted(desk, claims=("unpaid_wages",))
    opened, worker = OpenCase(desk, case_id), case_of(desk, case_id).applicants[0].id
    assert opened.read().limit is None
    opened.heard(sorting.say(desk, case_id, [Saying(sorting.LAST_DAY, worker, "applicant", "2024-10-31")]))
    limit = opened.read().limit
    assert limit is not None and limit.ends_on == date(2025, 11, 25)
    opened.heard(closing.close(desk, case_id, desk.today, Outcome.RECONCILED, ""))
    assert opened.read().limit is None


def test_a_case_that_cannot_be_sorted_is_shown_all_the_same(office: Office) -> None:
    """A sheet that the office took away since: the case opens, and says what is wrong."""
    desk = office.first
    case_id = accepted(desk)
    with desk.work("edit") as work:
        work.cases.get(case_id, to_write=True).dispute_sheets = "no-such-sheet"
        work.commit()
    view = OpenCase(desk, case_id).read()
    assert view.case.number and view.sorting is None
    assert view.unsorted is not None and "no-such-sheet" in str(view.unsorted.sentence.particulars)
