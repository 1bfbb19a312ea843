"""What every paper needs of a case: the words it is told in, names, and the views that papers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.documents.views import shared as views
from mediation_desk.domain.calculators.claims import CLAIMS, claim_named
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import mediation_end
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.mediation.private import PrivateWord
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.vocabulary import Business, KindOfWork, Role, Side, Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.sorting import sorting
from mediation_desk.services.typefaces_in_force import typefaces_in_force
from mediation_desk.store.work.work import Work

SIDES: Mapping[Side, Role] = MappingProxyType(
    {Side.APPLICANT: Role.APPLICANT, Side.RESPONDENT: Role.RESPONDENT})
MOST_NAMED = 4  # people named one by one in a cell; more are “… and others”


@dataclass(frozen=True)
class EnforcementTitle:
    """What is enforced, as far as somebody entered it: a mediation statement of the commission (``kind``
    statement) or a court's ruling (``kind`` ruling), its number and its day."""

    kind: str = ""
    number: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Enclosed:
    """A paper that goes along. ``pages``: None where it cannot be made as the case stands."""

    title: str
    pages: int | None


@dataclass(frozen=True)
class Wanted:
    """Which copy of a paper is wanted: whose side, which worker's, of which session or referral.

    ``own_offers``: offers that this side made alone, which its own sheet may tell it when asked to.
    ``title``: on what it is enforced. ``enclosed``: the papers that go along with it; ``dated``: the
    day that it bears where none is kept. ``whole``: numbers are written out, where a paper masks them.
    """

    side: Side | None = None
    worker: UUID | None = None
    session: UUID | None = None
    own_offers: tuple[PrivateWord, ...] = ()
    title: EnforcementTitle | None = None
    whole: bool = False
    referral: UUID | None = None
    enclosed: tuple[Enclosed, ...] = ()
    dated: date | None = None


@dataclass(frozen=True)
class Told:
    """A case on its way to paper. ``names``: account id -> name of each of the case's mediators.
    ``exhibits``: only for a paper that lists them; ``taken_out``: those that were taken out since.

    It reads nothing that a side said alone: sealed rows are not part of a Case. What a side asked to have on
    its own sheet is handed in with ``wanted``.
    """

    desk: Desk
    case: Case
    names: Mapping[UUID, str]
    agreement: Agreement | None
    wanted: Wanted = Wanted()
    exhibits: tuple[Exhibit, ...] = ()
    taken_out: tuple[Exhibit, ...] = ()
    words: Words = field(default_factory=lambda: Words.of(CHINESE))

    @classmethod
    def of(cls, desk: Desk, work: Work, case: Case, wanted: Wanted = Wanted(), *,
           exhibits: bool = False) -> Told:
        """The case as it stands in the unit of work, with its ``exhibits`` where they are asked for. The
        forms and typefaces are read anew with it, for a colleague may have changed them."""
        desk.forms = forms_in_force(work)
        desk.fonts = typefaces_in_force(work, desk.library.fonts, desk.fonts)
        all_ = work.evidence.of(case.id, removed_too=True) if exhibits else []
        return cls(desk, case, names(work, case), case.agreement, wanted,
                   tuple(one for one in all_ if not one.removed_at),
                   tuple(one for one in all_ if one.removed_at))

    def label(self, term: Term) -> str:
        """The Chinese word of a term."""
        return self.words.translate(term.label)

    def say(self, text: str, /, **particulars: object) -> str:
        """A sentence of the papers, marked with N_ by the caller, in Chinese."""
        return self.words.fill(text, particulars)

    def unannounced(self, text: str, years: Iterable[int]) -> str:
        """A day in words, and that it may still move where the holidays of its year are not known."""
        named = [str(year) for year in years]
        return self.say(N_("{said} (holidays of {years} not announced)"), said=text, years=named) if named \
            else text

    def claim(self, name: str) -> str:
        """What a claim is called on paper."""
        return self.words.sentence(claim_named(name).label)

    @cached_property
    def sorting(self) -> Sorting:
        """What the sides' statements come to."""
        return sorting.sort(self.case, sorting.sorter(self.desk, self.case))

    @cached_property
    def asked(self) -> Mapping[UUID, Money]:
        """What each worker asks for, as far as it is in figures."""
        return asked_by_worker(self.case)

    @property
    def claimed(self) -> Money:
        """What all workers ask for together."""
        return total(self.asked.values())

    # People

    @cached_property
    def _names_of_workers(self) -> dict[UUID, str]:
        workers = self.case.applicants
        names = [worker.name for worker in workers]
        return {worker.id: worker.name if names.count(worker.name) == 1
                else f"{worker.name}（{ordinal(at)}）" for at, worker in enumerate(workers)}

    def name(self, worker: UUID) -> str:
        """How tables name a worker; namesakes carry their place in the list."""
        return self._names_of_workers[worker]

    def who(self, workers: Iterable[UUID]) -> str:
        """Some of the workers in a cell; nothing when it is all of them."""
        chosen = list(workers)
        return "" if len(chosen) == len(self.case.applicants) else self.listed(map(self.name, chosen))

    def briefly(self, workers: Iterable[UUID]) -> str:
        """Some of the workers in a narrow cell: two by name, all but two, or the first and how many."""
        chosen = set(workers)
        named = [self.name(worker.id) for worker in self.case.applicants if worker.id in chosen]
        others = [self.name(worker.id) for worker in self.case.applicants if worker.id not in chosen]
        if len(named) <= 2:
            return "、".join(named)
        if len(others) <= 2:
            return self.say(N_("except {names}"), names=others)
        return self.say(N_("{names} and others, {count} in all"), names=named[:1], count=len(named))

    def listed(self, names: Iterable[str]) -> str:
        """Names one by one, or the first three and how many in all."""
        known = list(names)
        if len(known) <= MOST_NAMED:
            return "、".join(known)
        return self.say(N_("{names} and others, {count} in all"), names=known[:3], count=len(known))

    @property
    def mediators(self) -> tuple[str, ...]:
        """The case's mediators, the one in charge first."""
        first = [self.names[self.case.mediator_id]] if self.case.mediator_id in self.names else []
        return tuple(first + [name for key, name in self.names.items() if key != self.case.mediator_id])

    # Views

    def office(self) -> views.OfficeView:
        """The office as its papers are headed; bodies it has not named are named by their kind."""
        settings = self.desk.settings
        bodies = {"arbitration_commission": settings.arbitration_commission, "court": settings.court}
        return views.OfficeView(settings.name, settings.seal_name, settings.address, settings.phone,
                                **{key: name for key, name in bodies.items() if name})

    def view(self, *, whole: bool = True) -> views.CaseView:
        """The case as every paper names it; ``whole`` refuses one without a cause."""
        case = self.case
        return views.CaseView(
            number=case.number, cause=self.cause if whole else self.known_cause, received_on=case.received_on,
            accepted_on=case.accepted_on, due_on=mediation_end(case) if case.accepted_on else None,
            source=self.label(case.source), source_number=case.source_reference,
            kind_of_work=self.label(case.kind_of_work), platform=self._businesses(Business.PLATFORM),
            employer=self._businesses(Business.COOPERATING, Business.EMPLOYER),
            applicants_short=self._short(case.applicants), respondents_short=self._short(case.respondents),
            mediators=self.mediators)

    def signing(self) -> dict[str, Any]:
        """The agreement by its number, with the days on which it was signed and changed."""
        case = self.case
        return {"agreement_number": case.number, "signed_on": case.first_signed_on,
                "changed_on": case.changed_on}

    @property
    def known_cause(self) -> str:
        """The cause as it was entered, else what is claimed; empty where neither is."""
        made = {claim.claim for claim in self.case.claims}
        return self.case.cause or "、".join(self.claim(name) for name in CLAIMS if name in made)

    @property
    def cause(self) -> str:
        """The same, or DeskError."""
        cause = self.known_cause
        if not cause:
            raise DeskError(N_("Enter the cause of the dispute, or the claims, before printing."),
                            field="cause")
        return cause

    def _businesses(self, *kinds: Business) -> str:
        return "、".join(party.name for party in self.case.respondents if party.business in kinds)

    def _short(self, parties: Sequence[Party]) -> str:
        if len(parties) <= 3:
            return "、".join(party.name for party in parties)
        if parties[0] not in self.case.applicants:
            return self.say(N_("{first} and others, {count} respondents"), first=parties[0].name,
                            count=cnnumber(len(parties)))
        other = self.case.kind_of_work is KindOfWork.OTHER
        kind = self.words.translate(N_("working people")) if other else self.label(self.case.kind_of_work)
        return self.say(N_("{first} and others, {count} {kind}"), first=parties[0].name,
                        count=cnnumber(len(parties)), kind=kind)

    @property
    def today(self) -> date:
        """The day on which the paper is made."""
        return self.desk.today


def names(work: Work, case: Case) -> dict[UUID, str]:
    """The names of the case's mediators by account."""
    members = work.members.of(case.id)
    return {account.id: account.name for account in work.accounts.all() if account.id in members}


def asked_by_worker(case: Case) -> dict[UUID, Money]:
    """What each worker asks for, in the workers' order; one pass, however many they are."""
    asked = {worker.id: ZERO for worker in case.applicants}
    for claim in case.claims:
        asked[claim.worker_id] += claim.asked or ZERO
    return asked


def ordinal(at: int) -> str:
    """The place in a list in Chinese, counted from 0."""
    return cnnumber(at + 1)


def hour(moment: datetime) -> str:
    """The hour of the day in Chinese."""
    return f"{moment.hour}时{moment.minute:02d}分" if moment.minute else f"{moment.hour}时"
