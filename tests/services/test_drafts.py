"""What is being typed outlasts a kill, is read by its writer alone, and goes once it is saved."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mediation_desk.domain.accounts import Role
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from mediation_desk.store.tables.desk import drafts as kept_drafts
from tests.offices import Office

LENT = "黄河之水天上来 88"
SECRET = "最低两万九千元"


@pytest.fixture
def hers(office: Office) -> Desk:
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({Role.MEDIATOR}), LENT))
    return office.desk("wang", LENT)


def test_a_draft_is_there_at_the_next_sign_in_as_it_was_typed(office: Office) -> None:
    typed = {"facts": "十月的工资没有发。\n第二行", "note": SECRET, "empty": ""}
    for place, text in typed.items():
        drafts.keep(office.first, place, text)
    assert drafts.all_kept(office.desk()) == typed


def test_put_into_a_callers_work_it_stays_or_goes_with_that_work(office: Office) -> None:
    with office.first.work("draft") as work:
        drafts.put(office.first, work, "facts", "没有留下")
    assert drafts.all_kept(office.first) == {}
    with office.first.work("draft") as work:
        drafts.put(office.first, work, "facts", "留下了")
        work.commit()
    assert drafts.all_kept(office.desk()) == {"facts": "留下了"}


def test_the_keys_of_former_times_are_asked_for_only_where_the_present_one_does_not_open(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def former(*given: object) -> list[bytes]:
        asked.append(given)
        return []

    monkeypatch.setattr(drafts, "former_keys", former)
    drafts.keep(office.first, "facts", "一")
    assert (drafts.all_kept(office.first), asked) == ({"facts": "一"}, [])
    with office.first.reading() as work:
        assert drafts.opened(office.first, work, "facts", b"not a draft") is None
    assert len(asked) == 1


def test_the_last_that_was_typed_counts(office: Office) -> None:
    for text in ("十", "十月", "十月的"):
        drafts.keep(office.first, "facts", text)
    assert drafts.all_kept(office.first) == {"facts": "十月的"}


def test_a_saved_field_forgets_its_draft_and_no_other(office: Office) -> None:
    drafts.keep(office.first, "facts", "一")
    drafts.keep(office.first, "note", "二")
    drafts.drop(office.first, "facts")
    drafts.drop(office.first, "nowhere")
    assert drafts.all_kept(office.first) == {"note": "二"}


def test_a_colleague_at_the_same_field_has_a_draft_of_her_own(office: Office, hers: Desk) -> None:
    drafts.keep(office.first, "facts", "他的")
    drafts.keep(hers, "facts", "她的")
    assert (drafts.all_kept(office.first), drafts.all_kept(hers)) == ({"facts": "他的"}, {"facts": "她的"})
    drafts.drop(hers, "facts")
    assert drafts.all_kept(office.first) == {"facts": "他的"}


def test_no_word_of_it_lies_open_in_the_store(office: Office) -> None:
    drafts.keep(office.first, "note", SECRET)
    with office.first.store.engine.connect() as connection:
        sealed = connection.execute(select(kept_drafts.c.sealed)).scalar_one()
    assert SECRET.encode() not in sealed and SECRET.encode("utf-16-le") not in sealed


def test_a_draft_of_a_lost_key_is_left_out_and_holds_nothing_up(office: Office, hers: Desk) -> None:
    """A password that was reset comes with another key pair: what it cannot open is not shown."""
    drafts.keep(hers, "facts", "旧的")
    accounts.reset_password(office.first, hers.who.account_id, LENT + "9")
    again = office.desk("wang", LENT + "9")
    assert drafts.all_kept(again) == {}
    drafts.keep(again, "note", "新的")
    assert drafts.all_kept(again) == {"note": "新的"}


def test_a_draft_is_no_step_that_one_could_undo_and_stands_in_no_journal(office: Office) -> None:
    def entries() -> int:
        with office.first.reading() as work:
            return int(work.connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one())

    before = entries()
    drafts.keep(office.first, "facts", SECRET)
    drafts.drop(office.first, "facts")
    assert entries() == before
