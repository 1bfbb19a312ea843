"""What the places of the sheet and the spots of a text are called, and how their values are written."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from mediation_desk.domain import dates
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.spotting.sheet import APPLICANT, CLAIM, RESPONDENT
from mediation_desk.domain.intake.spotting.spots import About, Days, Spot, Value, Whose
from mediation_desk.domain.money import Money
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.words import tr, tr_sentence

HOURS = frozenset({"arrived", "due"})
_HOUR = re.compile(r"^(?P<day>.*?)[\sT]*(?P<hour>\d{1,2})[:：时点](?P<minute>\d{1,2})?(?::\d{1,2})?分?$")
_ABOUTS = {"name": About.NAME, "phone": About.PHONE, "document": About.DOCUMENT, "address": About.ADDRESS,
           "legal": About.NAME}
_PARTS = {"name": N_("Name"), "phone": N_("Phone"), "document": N_("Document number"),
          "address": N_("Address"), "legal": N_("Legal representative")}


def place_called(place: str) -> str:
    """A place of the sheet in words: ``Applicant 2: Phone``, ``Finish by``."""
    first, *rest = place.split(".")
    if first == CLAIM:
        return tr("Amount: {claim}", claim=claim_called(rest[0]))
    if first in (APPLICANT, RESPONDENT):
        told = {"number": int(rest[0]) + 1, "what": part_called(rest[1])}
        return tr("Applicant {number}: {what}", **told) if first == APPLICANT else \
            tr("Respondent {number}: {what}", **told)
    return tr(next(one for one in About if one.value == first).label)


def part_called(part: str) -> str:
    """A particular of somebody, in words."""
    return tr(_PARTS[part])


def claim_called(claim: str) -> str:
    """A claim in words."""
    known = CLAIMS.get(claim)
    return tr_sentence(known.label) if known else claim


def about_of(place: str) -> About:
    """What a place holds."""
    first, *rest = place.split(".")
    if first == CLAIM:
        return About.AMOUNT
    if first == RESPONDENT and rest[1] == "name":
        return About.COMPANY
    return _ABOUTS[rest[1]] if rest else next(one for one in About if one.value == first)


def whose_of(place: str) -> Whose:
    """On whose side a place is."""
    side = place.partition(".")[0]
    return {APPLICANT: Whose.APPLICANT, RESPONDENT: Whose.RESPONDENT}.get(side, Whose.OPEN)


def told(spot: Spot) -> str:
    """A spot in words: what it is, whose, and what it says."""
    what = tr(spot.about.label)
    if spot.post and spot.about is About.NAME:
        what = f"{what} ({spot.post})"
    elif spot.whose is not Whose.OPEN and spot.about is not About.COMPANY:
        what = tr("{what} of {side}", what=what, side=tr(spot.whose.label))
    return tr("{what} {value}", what=what, value=shown(spot.about, spot.value))


def shown(about: About, value: Value | None) -> str:
    """A value as it is read on the screen."""
    if isinstance(value, Money):
        return tr("{amount} yuan", amount=str(value))
    if isinstance(value, datetime):
        return hour_shown(value)
    if isinstance(value, Days):
        return str(value).replace("/", " ~ ")
    if about is About.CLAIM:
        return claim_called(str(value))
    kinds = {About.SOURCE: Source, About.WORK: KindOfWork}
    known = next((one for one in kinds.get(about, ()) if one == value), None)
    return tr(known.label) if known is not None else str(value or "")


def hour_shown(at: datetime) -> str:
    """``2026-03-18 09:45``; the day alone at midnight."""
    return f"{at:%Y-%m-%d %H:%M}" if (at.hour, at.minute) != (0, 0) else f"{at:%Y-%m-%d}"


def read_hour(text: str, today: date) -> datetime | None:
    """A day and perhaps an hour, as somebody types them; None for nothing."""
    found = _HOUR.match(text.strip())
    day_text, hour = (found["day"], found) if found else (text, None)
    day = dates.read(day_text, today=today, look="near")
    if day is None:
        return None
    clock = (int(hour["hour"]), int(hour["minute"] or 0)) if hour else (0, 0)
    if clock[0] > 23 or clock[1] > 59:
        raise DeskError(N_("“{text}” is not a day and a time, such as 2026-03-18 09:45."), text=text)
    return datetime.combine(day, time(*clock))


def read_value(place: str, text: str, today: date) -> Value | None:
    """What words that somebody selected mean at a place. DeskError for what means nothing there."""
    about = about_of(place)
    if about is About.AMOUNT:
        return Money.payable(text)
    if place in HOURS:
        return read_hour(text, today)
    shapes = {About.NAME: names.person, About.PHONE: phones.kept, About.DOCUMENT: codes.kept}
    return text.strip() if about is About.CONTENT else shapes.get(about, line)(text)
