"""The copy of a signed agreement on which the signatures of the screen are drawn in their places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mediation_desk.documents.setting.places import PaperPlace, Purpose, places_in
from mediation_desk.documents.signed_copy import Ink, signed_copy
from mediation_desk.documents.views import settlement as views
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.case import Case
from mediation_desk.domain.paper_code import PaperCode, code_in
from mediation_desk.domain.settlement import strokes
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import settlement
from mediation_desk.services.papers.finishing import Paper, finished, minute
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told
from mediation_desk.store.work.work import Work

TEMPLATE = views.SignedCopy.TEMPLATE
_GROUP = 8  # characters of a fingerprint that an eye compares at a time


def drawn(desk: Desk, work: Work, case: Case) -> Paper | None:
    """The copy; None while the agreement is not signed, or nobody signed it on the screen.

    It is made of what no longer changes alone: the frozen bytes, and the signatures on them. So it is the
    same file whenever it is made.
    """
    signatures = made_on(case)
    frozen = settlement.frozen(work, case) if signatures else None
    if frozen is None:
        return None
    places = placed(case, signatures, places_in(frozen.pdf))
    created = signatures[-1].signed_at
    sheet = finished(desk, _sheet(desk, frozen, signatures, places), created=created)
    inks = [Ink(place, strokes.read(one.strokes))
            for one, place in zip(signatures, places, strict=True) if place is not None]
    return Paper(TEMPLATE, sheet.title, signed_copy(frozen.pdf, inks, sheet.pdf, created=created))


def made_on(case: Case) -> list[Signature]:
    """The signatures of the screen on the paper that was signed."""
    if not case.is_signed:
        return []
    return [one for one in case.signatures if one.paper_sha256 == case.signed_agreement.paper_sha256]


def placed(case: Case, signatures: Sequence[Signature],
           places: Sequence[PaperPlace]) -> list[PaperPlace | None]:
    """Where on the paper each signature belongs: beside an organisation's seal where it signs through
    somebody, else in the place of whoever wrote, else of whom it binds; None where there is no such place."""
    names = {party.id: party.name for party in case.parties_all}
    left, found = list(places), list[PaperPlace | None]()
    for one in signatures:
        bound = names.get(one.party_id, "") if one.party_id else ""
        place = (_beside_seal(left, bound) or _named(left, one.signer, one.line)
                 or _named(left, bound, one.line))
        if place is not None:
            left.remove(place)
        found.append(place)
    return found


def _named(places: Sequence[PaperPlace], name: str, line: str) -> PaperPlace | None:
    """The place of that name; of namesakes, the one of the role that the line says was signed in."""
    hands = [one for one in places if one.purpose is Purpose.SIGNATURE and name and one.name == name]
    said = line.split("，")
    return next((one for one in hands if one.label in said), hands[0] if hands else None)


def _beside_seal(places: Sequence[PaperPlace], name: str) -> PaperPlace | None:
    """The nameless place that follows the seal of an organisation of that name."""
    for seal, place in pairwise(places):
        is_hand = place.purpose is Purpose.SIGNATURE and not place.name
        if seal.purpose is Purpose.SEAL and seal.name == name and is_hand:
            return place
    return None


def _sheet(desk: Desk, frozen: Paper, signatures: Sequence[Signature],
           places: Sequence[PaperPlace | None]) -> views.SignedCopy:
    """The last sheet. Office and number stand as on the paper itself: the office may be renamed since."""
    code = code_in(frozen.pdf) or PaperCode(desk.settings.name, "", "")
    digest = frozen.sha256
    return views.SignedCopy(
        office=OfficeView(code.office, ""), number=code.number, paper=frozen.title,
        sha256=tuple(digest[at:at + _GROUP] for at in range(0, len(digest), _GROUP)),
        rows=tuple(views.SignedRow(at, one.signer, one.line, minute(desk, one.signed_at), place is not None)
                   for at, (one, place) in enumerate(zip(signatures, places, strict=True), start=1)))


def _nothing(_told: Told) -> views.SignedCopy:
    raise DeskError(N_("Nobody signed this agreement on the screen."))


PAPERS = (Maker(views.SignedCopy, _nothing, lambda case: bool(made_on(case)),
                drawn=lambda told, work: drawn(told.desk, work, told.case)),)
