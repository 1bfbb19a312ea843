"""An index that an older program filed is filed anew, once, when the store is opened."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.store.reading import filing, search
from tests.offices import Office


def as_an_older_program_left_it(office: Office) -> None:
    """The first form: no mark on any token, no note of the form, and nothing of 扎西·才让 but his parts."""
    with office.first.store.engine.begin() as connection:
        search.drop_index(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("CREATE VIRTUAL TABLE case_search USING fts5(tokens, detail=none, "
                                       "columnsize=0, prefix='1 2 3', "
                                       "tokenize='unicode61 remove_diacritics 0')")
            connection.execute(text("INSERT INTO case_search (rowid, tokens) VALUES (1, '扎西 西 才让 让')"))
        else:
            connection.exec_driver_sql("CREATE TABLE case_search (rowid BIGINT PRIMARY KEY, tokens tsvector)")
            connection.exec_driver_sql("CREATE INDEX ix_case_search_tokens ON case_search USING gin(tokens)")
            connection.execute(text("INSERT INTO case_search (rowid, tokens) VALUES "
                                    "(1, array_to_tsvector(CAST(:tokens AS text[])))"),
                               {"tokens": ["扎西", "西", "才让", "让"]})


def test_an_older_index_is_filed_anew_when_the_store_is_opened(office: Office) -> None:
    registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=[
        registering.PartyDraft(Role.APPLICANT, "扎西·才让")]))
    as_an_older_program_left_it(office)
    again = office.desk()
    assert [row.first_applicant for row in reading.find(again, "zxcr")] == ["扎西·才让"]
    with again.store.engine.connect() as connection:
        assert search.form(connection) == search.FORM


def test_an_index_of_this_form_is_left_alone(office: Office) -> None:
    """What stands in it stays, even were it wrong: only a case that changes is filed."""
    with office.first.store.engine.begin() as connection:
        search.file_rows(connection, [(4711, ["sentinel"], "")])
    filing.bring_up_to_date(office.first.store.engine)
    with office.first.store.engine.connect() as connection:
        assert connection.execute(text("SELECT rowid FROM case_search")).scalars().all() == [4711]
