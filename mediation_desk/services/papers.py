"""Papers: from a case to every paper of its road, as PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.documents.context import Paper as Context
from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers_agreement import agreement
from mediation_desk.services.papers_told import Told, Wanted
from mediation_desk.store.work import Work


@dataclass(frozen=True)
class Paper:
    """A finished paper; ``title`` is its kind in Chinese and names no person."""

    template: str
    title: str
    pdf: bytes


CONTEXTS: Mapping[str, Callable[[Told], Context]] = {
    "mediation-agreement": agreement,
}


def compose(desk: Desk, case: Case, template: str, *, names: Mapping[UUID, str], side: Side | None = None,
            worker: UUID | None = None, session: UUID | None = None, draft: bool = False) -> Paper:
    """One paper of the case as it stands; nothing is read from or written to the store."""
    told = Told(desk, case, names, case.agreement, Wanted(side, worker, session))
    return _printed(told, template, draft)


def _printed(told: Told, template: str, draft: bool) -> Paper:
    from mediation_desk.documents.render import pdf

    if template not in CONTEXTS:
        raise DeskError(N_("There is no form called “{path}”."), path=template)
    form = document_template(template)
    data = pdf(form, CONTEXTS[template](told), told.desk.library.fonts, created=told.desk.now, draft=draft)
    return Paper(template, form.title, data)


def names(work: Work, case: Case) -> dict[UUID, str]:
    """The names of the case's mediators by account."""
    members = work.members.of(case.id)
    return {account.id: account.name for account in work.accounts.all() if account.id in members}
