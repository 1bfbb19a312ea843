"""A store of the fourth schema: its sessions say nothing that nobody entered, its signed paper stays."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import text

from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from mediation_desk.store import schema
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, terms
from tests.store.migrations.versions.later import proven, take_away

SIGNED = b"%PDF-1.3 what was signed"


def as_of_the_fourth(office: Office) -> None:
    """Take away what the migration adds."""
    with office.first.store.engine.begin() as connection:
        for table, column in (("sessions", "ended_at"), ("sessions", "recorder"), ("sessions", "rights_told"),
                              ("sessions", "change_asked"), ("papers", "drafted_id"),
                              ("accounts", "standing"), ("case_key_wraps", "pinned"),
                              ("case_key_wraps", "vouched")):  # the last three: later
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        take_away(connection, "0008")
        connection.execute(text("DROP TABLE case_holders"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))


def sign_as_before(desk: Desk, case_id: UUID) -> None:
    """The paper was set at the signing and named no draft."""
    with desk.case_work(case_id, "sign_agreement") as (work, case):
        assert case.agreement is not None
        case.agreement.signed_on = date(2024, 11, 26)
        case.agreement.paper_sha256 = work.papers.freeze(work.new_key(), case_id, AGREEMENT,
                                                         "调解协议书", desk.now, SIGNED)
        work.commit()


def test_what_nobody_entered_stands_open_and_the_signed_paper_is_the_same(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    meeting.hold_session(office.first, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 9), record="双方核对了考勤。"))
    settling.draft(office.first, case_id, terms())
    sign_as_before(office.first, case_id)
    as_of_the_fourth(office)
    desk = office.desk()
    with desk.store.engine.connect() as connection:
        assert schema.revision(connection) == schema.NEWEST
    (session,) = reading.case(desk, case_id).case.sessions
    assert (session.ended_at, session.recorder, session.rights_told, session.change_asked) == (None,) * 4
    assert making.make(desk, case_id, AGREEMENT).pdf == SIGNED
    of_later = {"case_holders", "case_key_wraps"}  # what went with a later migration
    found = [one for one in proven(desk) if one.table not in of_later]
    assert found == []  # the new columns stand empty, as the journal has them
