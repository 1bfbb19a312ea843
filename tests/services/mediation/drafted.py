"""Sessions as they were entered, for the tests of them."""

from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.services.mediation.meeting import SessionDraft


def as_drafted(session: MediationSession) -> SessionDraft:
    """A kept session as a person would have entered it."""
    return SessionDraft(session.starts_at, session.form, session.mode, session.side, session.place,
                        session.record, tuple((one.attendance, one.name) for one in session.attendees),
                        session.ended_at, session.recorder, session.rights_told, session.change_asked,
                        session.state, session.until, session.mediator_id,
                        next((one.language for one in session.attendees if one.language), None))
