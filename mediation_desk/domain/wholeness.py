"""What must hold of a whole case: after a merge, an undo or a restoration, nothing of it may be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.intake import consent
from mediation_desk.domain.leaning import Tables, doubled, left_leaning, tables_of
from mediation_desk.domain.mediation.sessions import check_session
from mediation_desk.domain.merging import Broken, Key
from mediation_desk.domain.people import in_role
from mediation_desk.domain.performance.ledger import Payment, overpaid
from mediation_desk.domain.sorting.relationship import check_conclusion
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_, DeskError, say

OVERPAID = N_("Other payments were booked meanwhile. With this one, more would be paid than is outstanding.")
NEED_ACCEPTANCE = ("element_entries", "respondent_statements", "relationship_entries", "sessions", "offers",
                   "agreements")


def broken(case: Case, exhibits: Sequence[Exhibit] = ()) -> list[Broken]:
    """Every rule about several rows that the case does not keep, with the rows it is about."""
    tables = tables_of(case, exhibits)
    return [*doubled(tables), *left_leaning(tables), *_accepted_twice(tables), *_too_early(case, tables),
            *_answers(case), *_dates(case), *_sessions(tables), *_conclusion(case), *_payments(case, tables)]


def _case(case: Case) -> Key:
    return "cases", str(case.id)


def _keys(table: str, tables: Tables) -> tuple[Key, ...]:
    return tuple((table, str(row.id)) for row in tables[table] if not row.removed_at)


def _accepted_twice(tables: Tables) -> Iterator[Broken]:
    accepted = [offer for offer in tables["offers"] if offer.accepted_at and not offer.removed_at]
    if len(accepted) > 1:
        yield Broken(tuple(("offers", str(offer.id)) for offer in accepted),
                     say(N_("Two offers would be accepted.")))


def _too_early(case: Case, tables: Tables) -> Iterator[Broken]:
    """What only an accepted case can have, and what an accepted case cannot be without."""
    if case.accepted_on is None:
        rows = tuple(key for table in NEED_ACCEPTANCE for key in _keys(table, tables))
        if rows:
            yield Broken((_case(case), *rows),
                         say(N_("The case would not be accepted, though work that needs it was begun.")))
    elif not (case.applicants and case.respondents):
        yield Broken((_case(case), *(("parties", str(party.id)) for party in case.parties_all)),
                     say(N_("A case needs at least one applicant and one respondent.")), "parties")


def _answers(case: Case) -> Iterator[Broken]:
    """Nobody consents to mediation and declines it, and a side consents as its people do."""
    for party in case.parties_all:
        if party.agreed_on and party.declined_on and not party.removed_at:
            yield Broken((("parties", str(party.id)),),
                         say(N_("{name} would consent and decline at once."), name=party.name))
    named = in_role(case.parties, Role.RESPONDENT)
    day = consent.side_agreed_on(named) if consent.each_has_said(named) else case.respondents_agree_on
    if case.accepted_on is None and case.respondents_agree_on != day:  # afterwards others may still come in
        yield Broken((_case(case), *(("parties", str(party.id)) for party in named)),
                     say(N_("The day of the respondents' side would not be that of its respondents.")))


def _dates(case: Case) -> Iterator[Broken]:
    agreement = case.agreement
    signed = agreement.signed_on if agreement else None
    for earlier, later, why in (
            (case.received_on, case.accepted_on,
             N_("The case cannot be accepted before it was received.")),
            (case.received_on, case.closed_on, N_("The case cannot be closed before it was received.")),
            (case.accepted_on, case.closed_on, N_("The case cannot be closed before it was accepted.")),
            (case.accepted_on, signed, N_("The agreement cannot be signed before the case was accepted.")),
            *((day, case.accepted_on, N_("A consent is dated after the acceptance."))
              for day in _consents(case))):
        if _after(earlier, later):
            yield Broken((_case(case),), say(why))
    if case.accepted_on and None in _consents(case):
        yield Broken((_case(case),), say(N_("The case is accepted; the consent stays on record.")))


def _consents(case: Case) -> tuple[date | None, date | None]:
    """The day of each side; of respondents who answer one by one that of the first, others may follow."""
    days = [party.agreed_on for party in case.respondents if party.agreed_on]
    return case.applicants_agree_on, min(days, default=case.respondents_agree_on)


def _after(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


def _sessions(tables: Tables) -> Iterator[Broken]:
    for session in tables["sessions"]:
        if not session.removed_at:
            yield from _refused(("sessions", str(session.id)), check_session, session)


def _conclusion(case: Case) -> Iterator[Broken]:
    return _refused(_case(case), check_conclusion, case.relationship_conclusion or None,
                    case.relationship_reasons)


def _refused(key: Key, check: Callable[..., None], *told: object) -> Iterator[Broken]:
    """What a check of single particulars says, as a rule about the row they now stand in."""
    try:
        check(*told)
    except DeskError as error:
        yield Broken((key,), error.sentence, error.field)


def _payments(case: Case, tables: Tables) -> Iterator[Broken]:
    paid = _keys("payments", tables)
    if paid and not case.is_signed:
        yield Broken(paid, say(N_("There is no signed agreement yet.")))
    if overpaid(case.agreement, case.payments):
        yield Broken(paid, say(OVERPAID))
    yield from _lines_twice(case)


def _lines_twice(case: Case) -> Iterator[Broken]:
    """A line of a statement of which two payments count that are no parts of one transfer."""
    whole: dict[str, Payment] = {}
    for payment in case.payments:
        known = whole.setdefault(payment.bank_line, payment) if payment.bank_line else payment
        if (known.transfer_id or known.id) != (payment.transfer_id or payment.id):
            yield Broken((("payments", str(known.id)), ("payments", str(payment.id))),
                         say(N_("One line of a bank's statement would be booked twice.")))
