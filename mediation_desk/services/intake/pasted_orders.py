"""A pasted order becomes a case, or joins one: the order as it came, everybody in it, what they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.intake.spotting.sheet import APPLICANT, CLAIM, RESPONDENT, Sheet
from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import known, orders
from mediation_desk.services.intake.known import KnownCompany, KnownPerson
from mediation_desk.services.intake.matter import ClaimDraft, IntakeDraft, PartyDraft
from mediation_desk.services.intake.registering import take_in
from mediation_desk.store.reading.order_homes import wait_turn
from mediation_desk.store.reading.repeated import Repeated as Repeated
from mediation_desk.store.reading.repeated import repeated
from mediation_desk.store.work.work import Work

PLACES = MappingProxyType({"arrived_at": "arrived", "received_on": "arrived", "source_reference": "order",
                           "given_until": "due", "number": "order"})
"""Where on the sheet a field of a draft stands."""
MOST_MET = 20  # people, and companies, of whom it is asked whether they are known
PERSON_LONGEST = 4  # characters of a respondent's name that may be a person's


def known_as(desk: Desk, text: str, number: str) -> list[Repeated]:
    """The cases that have this order already, by its number or its text. REGISTER_CASE."""
    with desk.reading() as work:
        desk.require(Verb.REGISTER_CASE)
        return _repeated(work, text, number)


def _repeated(work: Work, text: str, number: str) -> list[Repeated]:
    print_of = fingerprint(text) if text.strip() else ""
    return repeated(work.connection, work.lists, number.strip(), print_of)


def met(desk: Desk, sheet: Sheet) -> dict[str, KnownPerson | list[KnownCompany]]:
    """What the office knows already of those whom the sheet names, by the place of the name, as far as one
    may see; of the first ones where it names many."""
    found: dict[str, KnownPerson | list[KnownCompany]] = {}
    for at in range(min(sheet.count(APPLICANT), MOST_MET)):
        typed = Typed(PartyKind.PERSON, *(_text(sheet, f"{APPLICANT}.{at}.{part}")
                                          for part in ("name", "document", "phone")))
        if typed.name and (person := known.person(desk, typed)):
            found[f"{APPLICANT}.{at}.name"] = person
    for at in range(min(sheet.count(RESPONDENT), MOST_MET)):
        name = _text(sheet, f"{RESPONDENT}.{at}.name")
        if len(name) > PERSON_LONGEST and (companies := known.company(
                desk, Typed(PartyKind.ORGANISATION, name))):
            found[f"{RESPONDENT}.{at}.name"] = companies
    return found


def fingerprint(text: str) -> str:
    """By which a text is known when it comes again; blanks at the ends and between lines say nothing."""
    return hashlib.sha256("\n".join(text.split()).encode()).hexdigest()


def register_pasted(desk: Desk, text: str, sheet: Sheet, *, again: bool = False) -> Changes:
    """Register the case that the sheet tells, its order with it, in one unit of work. The result is the case.

    A value that nobody has looked at is refused with its place; so is a matter without an applicant, and an
    order that is a case already, unless it is to be registered ``again``.
    """
    _require_looked(sheet)
    with _placed(), desk.work("register_case", Verb.REGISTER_CASE) as work:
        if not again:
            wait_turn(work.connection)  # of two desks that have one order, or its list, one registers it
            _require_new(_repeated(work, text, _text(sheet, About.ORDER)))
        case = take_in(desk, work, draft_of(desk, text, sheet))
        return work.commit(lists=("cases",), result=case.id)


@contextmanager
def _placed() -> Iterator[None]:
    """What is refused is said at its place on the sheet."""
    try:
        yield
    except DeskError as refused:
        refused.field = PLACES.get(refused.field or "", refused.field)
        raise


def join_pasted(desk: Desk, case_id: UUID, text: str, sheet: Sheet, seen: Seen | None = None) -> Changes:
    """Note the order in a case that is there already; its parties and claims stay as they are."""
    _require_looked(sheet, but=(APPLICANT, RESPONDENT, CLAIM))
    order = _order(desk, text, sheet)
    with _placed():
        return orders.note_order(desk, case_id, order, seen)


def completed(desk: Desk, sheet: Sheet) -> Sheet:
    """The sheet with what stands where the text tells nothing, to be seen and changed: it came now, and it is
    some other work."""
    for place, value in ((About.ARRIVED, orders.local_now(desk)), (About.WORK, KindOfWork.OTHER.value)):
        if sheet.value(place) is None:
            sheet = sheet.put(place.value, value)
    return sheet


def draft_of(desk: Desk, text: str, sheet: Sheet) -> IntakeDraft:
    """The matter that the sheet tells. ``received_on`` is the day on which the order came."""
    order = _order(desk, text, sheet)
    return IntakeDraft(
        received_on=received_on(desk, sheet), source=_source(sheet),
        source_reference=order.number,
        kind_of_work=next((one for one in KindOfWork if one == sheet.value(About.WORK)), KindOfWork.OTHER),
        facts_in_brief=_text(sheet, About.CONTENT), order=order,
        parties=(*_applicants(sheet), *_respondents(sheet)))


def received_on(desk: Desk, sheet: Sheet) -> date:
    """The day on which the order came, today where it does not tell."""
    arrived = sheet.value(About.ARRIVED)
    return min(arrived.date(), desk.today) if isinstance(arrived, datetime) else desk.today


def _require_looked(sheet: Sheet, but: tuple[str, ...] = ()) -> None:
    for place in sheet.doubted():
        if not place.startswith(but):
            raise DeskError(N_("This was found, but not surely: take it or throw it out first."), field=place)
    if not sheet.value(About.SOURCE):
        raise DeskError(N_("Choose where the matter came from."), field=About.SOURCE.value)
    if not but and not any(sheet.value(f"{APPLICANT}.{at}.name") for at in range(sheet.count(APPLICANT))):
        raise DeskError(N_("Enter who asks for mediation."), field=f"{APPLICANT}.0.name")


def _require_new(known: Sequence[Repeated]) -> None:
    for one in known:
        if one.visible:
            raise DeskError(N_("This order is a case already: {number}."), field=About.ORDER.value,
                            number=one.number)
        raise DeskError(N_("This order is a case of a colleague already."), field=About.ORDER.value)


def _order(desk: Desk, text: str, sheet: Sheet) -> orders.OrderDraft:
    arrived, due = sheet.value(About.ARRIVED), sheet.value(About.DUE)
    return orders.OrderDraft(
        source=_source(sheet),
        arrived_at=arrived if isinstance(arrived, datetime) else orders.local_now(desk),
        number=_text(sheet, About.ORDER), given_until=due if isinstance(due, datetime) else None,
        title=_text(sheet, About.TITLE), content=_text(sheet, About.CONTENT),
        kind=_text(sheet, About.KIND), urgency=_text(sheet, About.URGENCY),
        caller=_text(sheet, f"{APPLICANT}.0.name"), caller_phone=_text(sheet, f"{APPLICANT}.0.phone"),
        came_by=CameBy.PASTED, original=text, row_sha256=fingerprint(text))


def _source(sheet: Sheet) -> Source:
    value = sheet.value(About.SOURCE)
    return next((one for one in Source if one == value), Source.WALK_IN)


def _text(sheet: Sheet, place: str) -> str:
    value = sheet.value(place)
    return value if isinstance(value, str) else ""


# -- the parties -------------------------------------------------------------------------------


def _applicants(sheet: Sheet) -> Iterator[PartyDraft]:
    """Each with what the matter is about; amounts go to a worker who stands alone, for of several nobody
    said whose they are."""
    places = [at for at in range(sheet.count(APPLICANT)) if _text(sheet, f"{APPLICANT}.{at}.name")]
    alone = len(places) == 1
    for at in places:
        yield PartyDraft(Role.APPLICANT, _text(sheet, f"{APPLICANT}.{at}.name"), PartyKind.PERSON,
                         _particulars(sheet, APPLICANT, at), tuple(_claims(sheet, alone)))


def _claims(sheet: Sheet, alone: bool) -> Iterator[ClaimDraft]:
    for claim in sheet.claims():
        asked = sheet.value(f"{CLAIM}.{claim}")
        yield ClaimDraft(claim, asked if alone and isinstance(asked, Money) else None)


def _respondents(sheet: Sheet) -> Iterator[PartyDraft]:
    for at in range(sheet.count(RESPONDENT)):
        name = _text(sheet, f"{RESPONDENT}.{at}.name")
        if name:
            kind = PartyKind.PERSON if len(name) <= PERSON_LONGEST else PartyKind.ORGANISATION
            yield PartyDraft(Role.RESPONDENT, name, kind, _particulars(sheet, RESPONDENT, at))


def _particulars(sheet: Sheet, side: str, at: int) -> dict[str, Any]:
    told = {"phone": _text(sheet, f"{side}.{at}.phone"), "address": _text(sheet, f"{side}.{at}.address"),
            "id_number": _text(sheet, f"{side}.{at}.document"),
            "legal_representative": _text(sheet, f"{side}.{at}.legal")}
    found: dict[str, Any] = {name: value for name, value in told.items() if value}
    entry = sheet.entries.get(f"{side}.{at}.document")
    kind = next((one for one in IdKind if entry and entry.spot and one == entry.spot.post), None)
    return found | ({"id_kind": kind} if kind else {})
