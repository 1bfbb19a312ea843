"""Papers of the settlement: the agreement, its terms per worker and claim, to the fen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from mediation_desk.documents.template.fill import fill_text
from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.documents.views import annex as annexes
from mediation_desk.documents.views import settlement as views
from mediation_desk.documents.views.shared import PartyView
from mediation_desk.domain.agreeing.handling import paid_kinds
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.settlement.routes import PAYMENT_ORDER_CLAIMS
from mediation_desk.domain.vocabulary import DefaultClause, PaymentMethod, Role, SplitKind, TaxHandling
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import clauses
from mediation_desk.services.papers import claims, handling, owing, parties, statements
from mediation_desk.services.papers.finishing import COPY, Paper
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told
from mediation_desk.store.work.work import Work

AGREEMENT = views.MediationAgreement.TEMPLATE
CLAUSES = {DefaultClause.ACCELERATE: "acceleration", DefaultClause.RESUME: "resume-full-claim",
           DefaultClause.PENALTY: "liquidated-amount", DefaultClause.NONE: "plain-default"}
TAX = "tax"
MANNERS: Mapping[PaymentMethod, str] = {
    PaymentMethod.TRANSFER: N_("The respondent pays by bank transfer to each applicant's own account"),
    PaymentMethod.CASH: N_("The respondent pays in cash to each applicant in person, who signs for it"),
    PaymentMethod.MOBILE: N_("The respondent pays by mobile payment to each applicant's own account"),
    PaymentMethod.CHEQUE: N_("The respondent pays by cheque handed to each applicant, who signs for it"),
}
EACH_APPLICANT, EACH_INSTALMENT = N_("each applicant"), N_("each instalment")
THE_SUM, EACH = N_("the sum"), N_("each for itself")
_ACCOUNT = re.compile(r"(?P<bank>.*?)[\s,，:：;；]*(?P<account>\d(?:[\s-]?\d){7,29})")


def agreement(told: Told) -> views.MediationAgreement:
    """Everything the agreement says. Raises DeskError for what must be entered first.

    It says nothing that depends on the day of signing, which the parties write: so it is the same
    before and after.
    """
    made = told.agreement
    if made is None:
        raise DeskError(N_("Draft the terms first."))
    parties.require_both_sides(told)
    _require_same_workers(told, made)
    claims.require_figures(told)
    signs_as, payer = owing.signs_as(told, made), owing.payer(told, made)
    applicants, rows = parties.applicants(told), claims.rows(told)
    asked, shares = annexes.AskedTable.of(rows), claims.share_table(told, handling.split(told, made))
    dates, accounts = schedule(told, made), payees(told, made)
    return views.MediationAgreement(
        office=told.office(), case=told.view(), applicants=applicants,
        respondents=bound(told.case.respondents, parties.respondents(told), signs_as),
        third_parties=bound(in_role(told.case.parties, Role.THIRD_PARTY), parties.third_parties(told),
                             signs_as),
        claims=rows, claimed=told.claimed, asked=asked, facts=tuple(_facts(told)),
        issues=statements.disputes(told), responsibilities=_responsibilities(told, made),
        shares=shares, handled=handling.table(told, made), schedule=dates,
        manner=manner(told, made, payer), payees=accounts,
        clauses=tuple(agreed_clauses(told, made, payer)), payer=payer,
        owing=tuple(owing.owing_clauses(told, made)), debtors=owing.debtor_table(told, made),
        unannounced=unannounced(told, made),
        copies=made.copies, place=made.signing_place or None,
        judicial_confirmation=told.desk.settings.people_mediation,
        payment_order=bool(paid_kinds(told.case, made) & PAYMENT_ORDER_CLAIMS),
        annex=annexes.annex(applicants, dates, accounts, asked, shares))


def _require_same_workers(told: Told, made: Agreement) -> None:
    """Terms share a total among the applicants of their day; others than those can sign nothing of it."""
    if {share.worker_id for share in made.shares} != {worker.id for worker in told.case.applicants}:
        raise DeskError(N_("The applicants have changed since the terms were drafted. Draft the terms anew."),
                        field="shares")


def bound(of: Sequence[Party], views_: Sequence[PartyView],
           signs_as: Mapping[UUID, str]) -> tuple[PartyView, ...]:
    """The parties as they sign: with what they take on, where the agreement must say it."""
    return tuple(replace(view, duty=signs_as.get(party.id, ""))
                 for party, view in zip(of, views_, strict=True))


def unannounced(told: Told, made: Agreement) -> tuple[str, ...]:
    """The years of due days that were moved off rest days though not all of these are known yet."""
    if made.rest_day_rule is RestDayRule.SAME_DAY:
        return ()
    years = told.desk.calendar.unannounced(*(one.due_on for one in made.instalments
                                             if not is_on_signing(made, one)))
    return tuple(str(year) for year in years)


def _facts(told: Told) -> Iterator[str]:
    """What the applicants state, what both sides agree on, what was found; never more.

    Where nobody entered any of it, the paper leaves lines for it.
    """
    agreed, found = statements.agreed(told), statements.found(told)
    if told.case.facts_in_brief:
        yield told.say(N_("The applicants state: {facts}"), facts=told.case.facts_in_brief)
    if agreed:
        yield told.say(N_("The sides agree: {facts}"), facts="；".join(agreed))
    if found:
        yield told.say(N_("Found on the evidence: {facts}"), facts="；".join(found))


def _responsibilities(told: Told, made: Agreement) -> tuple[str, ...]:
    """As the mediator wrote them, one a line; otherwise none is laid on anybody."""
    written = tuple(line.strip() for line in made.responsibility.splitlines() if line.strip())
    return written or (told.say(N_("The sides settle by mutual concession and leave open who is responsible "
                                   "for the dispute")),)


def schedule(told: Told, made: Agreement) -> views.Schedule:
    """Instalments down, workers across; each worker's sum and the whole."""
    workers = [share.worker_id for share in made.shares]
    rows = []
    for instalment in made.instalments:
        parts = {share.worker_id: share.amount for share in instalment.shares}
        rows.append(views.InstalmentRow(instalment.number, instalment.due_on, instalment.amount,
                                        tuple(parts[worker] for worker in workers),
                                        is_on_signing(made, instalment)))
    return views.Schedule(tuple(told.name(worker) for worker in workers), tuple(rows),
                          tuple(share.amount for share in made.shares), made.total)


def coming(told: Told, made: Agreement) -> views.Schedule:
    """The schedule of what is still to be paid, numbered from one: of an agreement that is none of a change
    all of it."""
    whole = schedule(told, made)
    before = sum(bool(one.paid_before) for one in made.instalments)
    rows = tuple(replace(row, ordinal=row.ordinal - before) for row in whole.rows[before:])
    sums = tuple(total(column) for column in zip(*(row.shares for row in rows), strict=True))
    return views.Schedule(whole.workers, rows, sums, total(sums))


def is_on_signing(made: Agreement, instalment: Instalment) -> bool:
    """Whether it is paid on the day of signing: on paper that is a rule, for nobody knows the day yet."""
    return made.split_kind is SplitKind.ON_SIGNING and instalment.number == 1


def manner(told: Told, made: Agreement, payer: str) -> str:
    """How it is paid, and by whom."""
    return owing.as_payer(told, _respondents_manner(told, made), payer)


def _respondents_manner(told: Told, made: Agreement) -> str:
    said = _of_so_many(told, made, told.say(MANNERS[made.method]))
    if made.method not in (PaymentMethod.TRANSFER, PaymentMethod.MOBILE):
        return said
    if all(told.case.party(share.worker_id).bank_account.strip() for share in made.shares):
        below = N_("{manner}, given in the annex") if annexes.annexed(made.shares) else N_(
            "{manner}, given below")
        return told.say(below, manner=said)
    return _of_so_many(told, made, told.say(N_("{manner}; each gives it to the respondent in writing"),
                                            manner=said))


def _of_so_many(told: Told, made: Agreement, text: str) -> str:
    """The manner is worded for several applicants and instalments; of one, it says so of one."""
    if len(made.instalments) == 1:
        text = text.replace(told.say(EACH_INSTALMENT), told.say(THE_SUM))
    if len(made.shares) == 1:
        text = text.replace(told.say(EACH_APPLICANT), told.label(Role.APPLICANT))
    return text.replace(told.say(EACH), "") if len(made.instalments) == len(made.shares) == 1 else text


def payees(told: Told, made: Agreement) -> tuple[views.PayeeRow, ...]:
    """Each worker's account as it was given; workers who gave none are left out."""
    if made.method not in (PaymentMethod.TRANSFER, PaymentMethod.MOBILE):
        return ()
    workers = [told.case.party(share.worker_id) for share in made.shares]
    return tuple(_payee(told, worker) for worker in workers if worker.bank_account.strip())


def _payee(told: Told, worker: Party) -> views.PayeeRow:
    """“Bank 6222…” as bank and number; anything else stands whole as the account."""
    given = worker.bank_account.strip()
    found = _ACCOUNT.fullmatch(given)
    bank, account = (found["bank"], found["account"]) if found else ("", given)
    return views.PayeeRow(told.name(worker.id), bank or "——", account)


def default_clause(made: Agreement, claimed: Money) -> views.ClauseView:
    """What the agreement says of a late payment, filled from its terms."""
    clause = clauses()[CLAUSES[made.default_clause]]
    places = {"days": cnnumber(made.grace_days) if made.grace_days else "零", "claimed": claimed,
              "amount": made.penalty}
    return views.ClauseView(clause.title, fill_text(clause.text, places, clause.id))


def agreed_clauses(told: Told, made: Agreement, payer: str) -> Iterator[views.ClauseView]:
    """The default clause, the tax where it is said, then what else was agreed, one clause a line
    (“title：text” or text)."""
    yield _of_payer(told, default_clause(made, told.claimed), payer)
    if made.tax is not None:
        clause = clauses()[TAX]
        text = fill_text(clause.text, {"net": made.tax is TaxHandling.AFTER}, clause.id)
        yield _of_payer(told, views.ClauseView(clause.title, text), payer)
    for title, text in titled_lines(made):
        yield views.ClauseView(title or told.words.translate(N_("Further terms")), text)


def _of_payer(told: Told, clause: views.ClauseView, payer: str) -> views.ClauseView:
    return replace(clause, text=owing.as_payer(told, clause.text, payer))


def titled_lines(made: Agreement) -> Iterator[tuple[str, str]]:
    """The further terms, line by line: a title where a line has one (“title：text”), and the text."""
    for line in filter(None, map(str.strip, made.other_terms.splitlines())):
        title, colon, text = line.partition("：")
        titled = bool(colon and text.strip() and len(title) <= 12)
        yield (title, text.strip()) if titled else ("", line)


def frozen(work: Work, case: Case) -> Paper | None:
    """The agreement byte for byte as it was signed; None while nobody has signed it."""
    if not case.is_signed:
        return None
    return kept_as_signed(work, case, AGREEMENT, case.signed_agreements[0])


def kept_as_signed(work: Work, case: Case, template: str, signed: Agreement) -> Paper:
    """The paper of a signed agreement as the store holds it. DeskError where it is missing."""
    for paper in work.papers.of_case(case.id):
        if paper.template == template and paper.sha256 == signed.paper_sha256:
            return Paper(template, paper.title, work.papers.pdf(paper), origin=work.papers.origin(paper),
                         mark=COPY)
    raise DeskError(N_("The frozen agreement is missing from the store; restore it from a backup."))


def lines_in_force(case: Case) -> list[tuple[str, str]]:
    """The further terms of what was signed: what a change says nothing of goes on, one of the same title is
    the later one's."""
    return list({title or text: (title, text)
                 for one in case.signed_agreements for title, text in titled_lines(one)}.values())


PAPERS = (
    Maker(views.MediationAgreement, agreement, lambda case: case.agreement is not None, kept=frozen,
          to_sign=lambda told: told.agreement.id if told.agreement else None),
)
