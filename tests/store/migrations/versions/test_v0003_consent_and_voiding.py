"""A store from before consents of their own is brought up to date with every case as it was."""

from __future__ import annotations

from sqlalchemy import text

from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.store import schema
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of, registered
from tests.store.migrations.versions.later import proven, take_away

OF_LATER = {"case_holders", "case_key_wraps"}  # what went with a later migration; the journal tells of it


def as_before(office: Office) -> None:
    """Take away what the migration adds: the store as the schema before left it."""
    with office.first.store.engine.begin() as connection:
        for table, column in (("parties", "agreed_on"), ("parties", "declined_on"),
                              ("cases", "referred_to"), ("cases", "voided_on")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        for table, column in (("sessions", "ended_at"), ("sessions", "recorder"), ("sessions", "rights_told"),
                              ("sessions", "change_asked"), ("papers", "drafted_id"),  # what later ones add
                              ("accounts", "standing"), ("case_key_wraps", "pinned"),
                              ("case_key_wraps", "vouched")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("DROP TABLE respondent_statements"))
        take_away(connection, "0008")
        connection.execute(text("DROP TABLE case_holders"))
        connection.execute(text("ALTER TABLE case_rows DROP COLUMN respondent_count"))
        connection.execute(text("ALTER TABLE case_rows DROP COLUMN respondent_units"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))


def test_a_case_from_before_goes_on(office: Office) -> None:
    open_case, taken_in = registered(office.first), accepted(office.first)
    before = case_of(office.first, taken_in)
    as_before(office)
    desk = office.desk()
    with desk.store.engine.connect() as connection:
        assert schema.revision(connection) == schema.NEWEST
    case = case_of(desk, taken_in)
    assert (case.accepted_on, case.respondents_agree_on) == (before.accepted_on, before.respondents_agree_on)
    assert [one.name for one in case.respondents] == [one.name for one in before.respondents]
    assert [one for one in proven(desk) if one.table not in OF_LATER] == []
    registering.consent_all(desk, open_case, RECEIVED)
    registering.accept(desk, open_case, RECEIVED, seen=reading.case(desk, open_case).seen)
    assert [one for one in proven(desk) if one.table not in OF_LATER] == []
