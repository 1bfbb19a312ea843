"""What the summary of a case tells, from open matter alone: never what a side said alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediation_desk.documents.template.filters import cndate, cnnumber
from mediation_desk.documents.views.shared import PartyView
from mediation_desk.documents.views.sorting import IssueRow, VersionRow
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.reports.publishing import amounts
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Level
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import SessionMode, Status
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import parties, sorting, statements
from mediation_desk.services.papers.closing import OUTCOMES, SATISFACTION
from mediation_desk.services.papers.drawing import CHANGED, SIGNED
from mediation_desk.services.papers.maker import is_sortable
from mediation_desk.services.papers.mediation import parts as in_parts
from mediation_desk.services.papers.performance import STATES
from mediation_desk.services.papers.told import SIDES, Told

MOST = 10  # people told of one by one in what is published; more are told of together


@dataclass(frozen=True)
class Section:
    """A heading and the passages under it, in Chinese."""

    title: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Teller:
    """Tells a case at a level; amounts that add up are rounded together."""

    told: Told
    level: Level
    rounding: Rounding = Rounding.KEPT

    def heading(self) -> str:
        """Who against whom, about what."""
        told, case = self.told, self.told.case
        view = told.say(N_("{applicants} against {respondents}"), applicants=self._short(case.applicants),
                        respondents=self._short(case.respondents))
        return told.say(N_("{parties}: {cause}"), parties=view, cause=self._cause())

    def sections(self) -> tuple[Section, ...]:
        """All of it, in the order of the road; a heading under which there is nothing is left out."""
        said = self.told.words.translate
        made = (Section(said(title), tuple(filter(None, passages))) for title, passages in (
            (N_("The parties"), self._parties()), (N_("What is claimed"), self._claims()),
            (N_("The facts"), self._facts()), (N_("Issues in dispute"), self._issues()),
            (N_("What the law would give"), self._law()), (N_("Course of the mediation"), self._course()),
            (N_("Result of the mediation"), self._result()), (N_("Performance"), self._performance())))
        return tuple(section for section in made if section.passages)

    # Who

    def _short(self, people: Sequence[object]) -> str:
        names = [str(getattr(one, "name", "")) for one in people]
        return self.told.listed(name for name in names if name) or self.told.say(N_("(not entered)"))

    def _cause(self) -> str:
        try:
            return self.told.cause
        except DeskError:
            return self.told.say(N_("(not entered)"))

    def _parties(self) -> Iterator[str]:
        everybody = (parties.applicants(self.told), parties.respondents(self.told),
                     parties.third_parties(self.told))
        for side in everybody:
            if self.level is Level.PUBLISHED and len(side) > MOST:
                yield self.told.say(N_("{role}: {names}"), role=side[0].role.rstrip("一"),
                                    names=self.told.listed(one.name for one in side))
                continue
            for one in side:
                yield self._party(one)

    def _party(self, one: PartyView) -> str:
        open_ = [one.name or self.told.say(N_("(not entered)")), one.sex, one.occupation]
        inside = [] if self.level is Level.PUBLISHED else [*self._particulars(one), *map(_acting, one.agents)]
        return self.told.say(N_("{role}: {names}"), role=one.role,
                             names="，".join(filter(None, (*open_, *inside)))) + "。"

    def _particulars(self, one: PartyView) -> Iterator[str]:
        say = self.told.say
        for label, value in ((one.id_kind, one.id_number), (say(N_("Credit code")), one.credit_code),
                             (say(N_("Legal representative")), one.legal_representative),
                             (say(N_("Address")), one.address), (say(N_("Phone")), one.phone)):
            if value:
                yield f"{label}{value}"

    # What about

    def _claims(self) -> Iterator[str]:
        told, asked = self.told, self.told.case.claims
        kinds = [name for name in CLAIMS if any(claim.claim == name for claim in asked)]
        sums = [total(claim.asked or ZERO for claim in asked if claim.claim == name) for name in kinds]
        yield told.say(N_("Cause: {cause}."), cause=self._cause())
        for name, exact, shown in zip(kinds, sums, amounts.together(sums, self.rounding), strict=True):
            count = len({claim.worker_id for claim in asked if claim.claim == name})
            yield told.say(N_("{claim}: {count} applicants, {amount} in all."), claim=told.claim(name),
                           count=count, amount=self._amount(shown, exact))
        if len(kinds) > 1:
            yield told.say(N_("All claims together: {amount}."), amount=self._amount(told.claimed))

    def _amount(self, amount: Money, exact: Money | None = None) -> str:
        return amounts.told(amount, self.rounding, exact)

    def _facts(self) -> Iterator[str]:
        told, case = self.told, self.told.case
        yield from (line.strip() for line in case.facts_in_brief.splitlines())
        if not is_sortable(case):
            return
        agreed, found = statements.agreed(told), statements.found(told)
        if agreed:
            yield told.say(N_("The sides agree: {facts}"), facts="；".join(agreed)) + "。"
        if found:
            yield told.say(N_("Found on the evidence: {facts}"), facts="；".join(found)) + "。"
        if case.relationship_reasons.strip():
            yield told.say(N_("On the relationship: {reasons}"), reasons=case.relationship_reasons.strip())

    def _issues(self) -> Iterator[str]:
        if is_sortable(self.told.case):
            for at, issue in enumerate(sorting.sorting_record(self.told).issues, start=1):
                yield self._issue(at, issue)

    def _issue(self, at: int, issue: IssueRow) -> str:
        stake = self.told.say(N_("At stake: {amount}."), amount=self._amount(issue.stake))
        return self.told.say(
            N_("{ordinal}. {issue}. The applicants: {ours}. The respondent: {theirs}. It concerns {count} "
               "applicants. {stake}"), ordinal=at, issue=issue.issue, ours=issue.applicant or "——",
            theirs=issue.respondent or "——", count=issue.workers, stake=stake)

    def _law(self) -> Iterator[str]:
        if is_sortable(self.told.case):
            yield from map(self._version, sorting.sorting_record(self.told).versions)

    def _version(self, row: VersionRow) -> str:
        amount = "——" if row.amount is None else self._amount(row.amount)
        note = f"（{row.note}）" if row.note else ""
        return self.told.say(N_("{version}: {amount}"), version=row.label, amount=amount) + f"{note}。"

    # How it went

    def _course(self) -> Iterator[str]:
        told, case = self.told, self.told.case
        yield told.say(N_("The application was received on {day}."), day=cndate(case.received_on))
        if case.accepted_on:
            yield told.say(N_("It was accepted on {day}."), day=cndate(case.accepted_on))
        if case.extended_to:
            yield told.say(N_("The mediation was extended to {day}."), day=cndate(case.extended_to))
        yield from map(self._session, (one for one in case.sessions if one.takes_place))
        for offer in case.offers:
            if offer.released_at is not None:
                offered = told.say(
                    N_("Round {round}: the {side} offer {amount}, {instalments}"),
                    round=cnnumber(offer.round), side=told.label(SIDES[offer.side]),
                    amount=self._amount(offer.amount), instalments=in_parts(told, offer.instalments))
                yield "；".join(filter(None, (offered, offer.terms.strip()))) + "。"

    def _session(self, session: MediationSession) -> str:
        told = self.told
        place = session.place if session.mode is SessionMode.JOINT else ""
        said = told.say(N_("{day}: {form}, {mode}"), day=cndate(session.starts_at.date()),
                        form=told.label(session.form), mode=told.label(session.mode))
        return "，".join(filter(None, (said, place.strip()))) + "。"

    def _result(self) -> Iterator[str]:
        told, case = self.told, self.told.case
        if case.is_signed:
            yield from self._agreement(case.signed_agreement)
        if case.closed_on and case.outcome:
            yield told.say(N_("Closed on {day}: {outcome}."), day=cndate(case.closed_on),
                           outcome=told.words.translate(OUTCOMES[case.outcome]))
        elif case.status is Status.OPEN and not case.is_signed:
            yield told.say(N_("The case is still being mediated."))
        elif case.voided_on:
            yield told.say(N_("Voided on {day}."), day=cndate(case.voided_on))
        if case.referred_to:
            yield told.say(N_("The matter went to {office}."), office=case.referred_to)
        yield case.closing_note.strip()

    def _agreement(self, made: Agreement) -> Iterator[str]:
        told, instalments, signed = self.told, made.instalments, self.told.case.signed_agreements
        for one in signed:
            assert one.signed_on
            yield told.say(CHANGED if one.supplements_id else SIGNED, day=cndate(one.signed_on),
                           amount=self._amount(one.total), instalments=in_parts(
                               told, sum(not each.paid_before for each in one.instalments)))
        shown = amounts.together([one.amount for one in instalments], self.rounding)
        for part, amount in zip(instalments, shown, strict=True):
            yield told.say(N_("Instalment {number}: {amount}, due on {day}."), number=cnnumber(part.number),
                           amount=self._amount(amount, part.amount), day=cndate(part.due_on))
        yield from (line.strip() for text in (made.responsibility, *(one.other_terms for one in signed))
                    for line in text.splitlines())

    def _performance(self) -> Iterator[str]:
        told, case = self.told, self.told.case
        if case.is_signed:
            standing = ledger(case.signed_agreement, case.payments, told.today)
            exact = [total(one.paid for one in standing.instalments), standing.outstanding]
            paid, owed = amounts.together(exact, self.rounding)
            yield told.say(N_("Paid so far: {paid}; outstanding: {owed}."),
                           paid=self._amount(paid, exact[0]), owed=self._amount(owed, exact[1]))
            for one in standing.instalments:
                late = told.say(N_(", {days} days late"), days=one.days_late) if one.days_late else ""
                yield told.say(N_("Instalment {number}: {state}{late}."), number=cnnumber(one.number),
                               state=told.words.translate(STATES[one.state]), late=late)
        for visit in (one for one in case.visits if one.reached):
            said = told.say(N_("Return visit on {day}: {satisfaction}"), day=cndate(visit.visited_on),
                            satisfaction=told.words.translate(SATISFACTION[visit.satisfaction]))
            yield "；".join(filter(None, (said, visit.note.strip()))) + "。"


def _acting(agent: object) -> str:
    """Who acts for a party, and where they can be reached."""
    told = (f"{getattr(agent, 'role', '')}{getattr(agent, 'name', '')}", getattr(agent, "organisation", ""),
            getattr(agent, "id_number", ""), getattr(agent, "phone", ""))
    return "（" + "，".join(filter(None, told)) + "）"
