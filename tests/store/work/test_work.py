"""A unit of work keeps everything or nothing, and nobody's save is silently overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, inspect, select, text

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role as Standing
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.summary import search_words
from mediation_desk.domain.vocabulary import KindOfWork, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from mediation_desk.store.reading import search
from mediation_desk.store.tables.cases import CHILDREN
from mediation_desk.store.tables.desk import case_rows
from mediation_desk.store.verify.findings import Finding
from mediation_desk.store.verify.verify import verify
from tests import offices
from tests.offices import Office
from tests.services.papers_desk import accepted


def registered(office: Office, *names: str) -> UUID:
    made = registering.register(office.first, registering.IntakeDraft(
        date(2024, 11, 25), kind_of_work=KindOfWork.STREAMER,
        parties=[registering.PartyDraft(Role.APPLICANT, name) for name in names]))
    assert made.result
    return made.result


def test_a_case_is_registered_with_the_next_number_of_its_year(office: Office) -> None:
    first, second = registered(office, "马晓岚"), registered(office, "李向东")
    numbers = [reading.case(office.first, case_id).case.number for case_id in (first, second)]
    assert numbers == ["宁中劳调〔2024〕0001号", "宁中劳调〔2024〕0002号"]


def test_the_accounts_are_named_by_their_keys_and_a_removed_one_is_not_among_them(office: Office) -> None:
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({Standing.MEDIATOR}),
                                                     "黄河之水天上来 88"))
    with office.first.work("edit") as work:
        named = {account.id: account.name for account in work.accounts.all()}
        assert work.accounts.names() == named and sorted(named.values()) == ["王海燕", office.first.who.name]
        gone = next(account for account in work.accounts.all() if account.login == "wang")
        gone.removed_at = work.who.now
        assert work.accounts.names() == {office.first.who.account_id: office.first.who.name}


def test_a_whole_case_has_every_row_of_every_list_also_when_the_unit_of_work_is_over(office: Office) -> None:
    """Only lists that have rows are read: of a case just registered few, of a signed one most."""
    desk = office.first
    for case_id in (registered(office, "马晓岚"), list(islice(streamers.walk(desk), 4))[-1].case_id):
        with desk.case_reading(case_id) as (work, case):
            there = {name: work.connection.scalar(
                select(func.count()).select_from(table).where(table.c.case_id == case_id))
                for name, (_, table) in CHILDREN.items()}
        assert not inspect(case).unloaded & CHILDREN.keys()
        assert {name: len(getattr(case, name)) for name in CHILDREN} == there
    assert there["parties_all"] and there["agreements_all"] and not there["payments_all"]


def test_without_commit_nothing_is_kept(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    with office.first.work("edit") as work:
        work.cases.get(case_id).cause = "追索劳动报酬"
    assert reading.case(office.first, case_id).case.cause == ""


def test_of_two_saves_at_one_moment_the_second_is_refused_and_may_try_again(postgres_url: str,
                                                                            tmp_path: Path) -> None:
    """On a shared store two desks hold one case at once; the first to commit wins, by its version."""
    with offices.office(offices.shared_place(postgres_url), tmp_path) as office:
        case_id = registered(office, "马晓岚")
        other = office.desk()
        with other.work("edit") as theirs, office.first.work("edit") as ours:
            theirs.cases.get(case_id).cause = "他人先存"
            ours.cases.get(case_id).facts_in_brief = "后存"
            theirs.commit()
            with pytest.raises(Conflicts) as refused:
                ours.commit()
        assert [conflict.kind for conflict in refused.value.conflicts] == [Kind.GROUND]
        kept = reading.case(office.first, case_id).case
        assert (kept.cause, kept.facts_in_brief) == ("他人先存", "")


def test_two_editors_of_different_fields_both_keep_theirs(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    editing.save(office.desk(), case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    editing.save(office.first, case_id, [Edit("case", case_id, "facts_in_brief", "", "十月未发工资")])
    case = reading.case(office.first, case_id).case
    assert (case.cause, case.facts_in_brief) == ("欠薪", "十月未发工资")


def test_two_editors_of_one_field_are_told_of_each_other(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    editing.save(office.desk(), case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    with pytest.raises(Conflicts) as told:
        editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "二倍工资")])
    (conflict,) = told.value.conflicts
    assert (conflict.seen, conflict.mine, conflict.stands) == ("", "二倍工资", "欠薪")
    assert reading.case(office.first, case_id).case.cause == "欠薪"


def test_every_changed_field_is_in_the_journal_before_and_after(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    last = history.timeline(office.first, case_id)[-1]
    assert (last.who, last.entry.verb, last.entry.table) == ("陈守信", "edit", "cases")
    assert dict(last.entry.fields) == {"cause": ("", "欠薪")}


def test_undo_and_redo_walk_back_and_forth_over_saves(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    for before, after in (("", "欠薪"), ("欠薪", "欠薪及二倍工资")):
        editing.save(office.first, case_id, [Edit("case", case_id, "cause", before, after)])
    seen = []
    for step in (history.undo, history.undo, history.redo, history.redo, history.undo):
        step(office.first, case_id)
        seen.append(reading.case(office.first, case_id).case.cause)
    assert seen == ["欠薪", "", "欠薪", "欠薪及二倍工资", "欠薪"]


def test_undo_stops_at_the_registration(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(office.first, case_id)


def test_a_removed_party_comes_back_by_undo_and_from_the_bin(office: Office) -> None:
    case_id = registered(office, "马晓岚", "李向东")
    for put_back in ("undo", "bin"):
        party = reading.case(office.first, case_id).case.applicants[1]
        registering.remove_party(office.first, case_id, party.id)
        assert len(reading.case(office.first, case_id).case.applicants) == 1
        if put_back == "undo":
            history.undo(office.first, case_id)
        else:
            gone = history.removed(office.first, case_id)[0].entry
            history.restore(office.first, case_id, gone.table, gone.row_id)
        names = [worker.name for worker in reading.case(office.first, case_id).case.applicants]
        assert names == ["马晓岚", "李向东"]


def test_a_party_comes_back_from_the_bin_with_its_claims(office: Office) -> None:
    case_id = registered(office, "马晓岚", "李向东")
    party = reading.case(office.first, case_id).case.applicants[1]
    registering.set_claims(office.first, case_id, {party.id: ["unpaid_wages", "double_wage"]})
    registering.remove_party(office.first, case_id, party.id)
    assert reading.case(office.first, case_id).case.claims == []
    history.restore(office.first, case_id, "parties", str(party.id))
    assert len(reading.case(office.first, case_id).case.claims) == 2


def test_an_undo_never_overwrites_what_a_colleague_changed_since(office: Office) -> None:
    case_id = registered(office, "马晓岚")
    editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    with office.first.work("edit") as work:
        work.cases.get(case_id).cause = "同事改过"
        work.who = type(work.who)(account_id=UUID(int=9), verb="edit", now=work.who.now)
        work.commit()
    with pytest.raises(Conflicts, match="not taken back"):
        history.undo(office.first, case_id)
    assert reading.case(office.first, case_id).case.cause == "同事改过"


def test_a_server_that_does_not_answer_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as told:
        offices.shared_place(f"postgresql://desk@/office?host={tmp_path}").exists()
    assert told.value.field == "server"


# -- what the lists say ------------------------------------------------------------------


def filed(desk: Desk) -> dict[UUID, str]:
    """What each case is filed under in the search index."""
    found = select(case_rows.c.case_id, text("case_search.words")).select_from(case_rows).join(
        text("case_search"), text("case_search.rowid = case_rows.seq"))
    with desk.reading() as work:
        return {row[0]: row[1] for row in work.connection.execute(found)}


def test_after_every_save_lists_and_search_say_what_they_would_from_nothing(office: Office) -> None:
    """A save that touches nothing the lists show leaves their lines alone: it must not leave one behind.
    Looked at after each stop of the streamers' story, from registration to the closed file."""
    desk = office.first
    for stop in streamers.walk(desk):
        case = reading.case(desk, stop.case_id).case
        found = [step for step in verify(desk.store, desk.calendar) if isinstance(step, Finding)]
        assert found == [], stop
        assert filed(desk)[case.id] == search.digest(search_words(case))


def test_a_line_tells_when_the_case_was_last_written_to_even_where_nothing_else_of_it_changes(
        office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    worker = reading.case(desk, case_id).case.applicants[0].id
    sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5200")])
    (before,) = reading.page(desk, CaseFilter(), 0, 1)
    changes = sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "5300")])
    (line,) = reading.page(desk, CaseFilter(), 0, 1)
    assert line.updated_at == changes.touched[case_id].at > before.updated_at
    assert replace(line, updated_at=before.updated_at) == before


def test_changes_name_the_rows_that_were_written_and_the_version_they_made(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    case = reading.case(desk, case_id).case
    sorting.say(desk, case_id, [Saying("monthly_wage", case.applicants[0].id, "applicant", "5200")])
    (entry,) = reading.case(desk, case_id).case.entries
    changes = sorting.say(desk, case_id, [
        Saying("monthly_wage", case.applicants[0].id, "respondent", "4000")])
    touched = changes.touched[case_id]
    assert touched.rows == {("element_entries", str(entry.id))}
    assert touched.version == reading.case(desk, case_id).case.version
    assert (touched.verb, touched.account_id) == ("say", desk.who.account_id)
