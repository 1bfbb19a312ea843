"""Who consents to go on beyond the fifteen days, party by party."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mediation_desk.domain import deadlines
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work


def consent_to_extension(desk: Desk, case_id: UUID, until: date, consents: Mapping[UUID, date | None],
                         seen: Seen | None = None) -> Changes:
    """Keep on which day each of these parties consented to go on until then; None takes its consent back."""
    with desk.case_work(case_id, "consent_to_extension", seen) as (work, case):
        keep_consents(work, case, until, consents, desk.today)
        return work.commit()


def keep_consents(work: Work, case: Case, until: date, consents: Mapping[UUID, date | None], today: date
                  ) -> None:
    """The same, in a unit of work that is open. A consent that says the same already stays as it is."""
    for party_id, day in consents.items():
        stands = [one for one in case.extension_consents if one.party_id == party_id]
        if day is not None and any((one.until, one.agreed_on) == (until, day) for one in stands):
            continue
        if day is None:
            _require_free(case, stands)
        else:
            deadlines.consent_to_extension(case, ExtensionConsent(
                id=work.new_key(), case_id=case.id, party_id=party_id, agreed_on=day, until=until),
                today)
        for one in stands:
            one.removed_at = work.who.now


def _require_free(case: Case, stands: list[ExtensionConsent]) -> None:
    """What the mediation was extended with is not taken back."""
    if case.extended_to and any(one.until >= case.extended_to for one in stands):
        raise DeskError(N_("The mediation was extended with this consent; it stays on record."),
                        field="extended_to")
