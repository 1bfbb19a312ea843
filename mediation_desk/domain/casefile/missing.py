"""What of the file the program sees to be missing, each with the page on which it is made.

A hint for whoever answers the points of the review, never an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.mediation.rights import untold
from mediation_desk.domain.people import MASS_CLAIM, Party
from mediation_desk.domain.serving import is_served
from mediation_desk.domain.vocabulary import FilePoint, PartyKind, SessionMode, Side, Station
from mediation_desk.domain.words import N_, Sentence, say

EVIDENCE, SERVICE = "evidence", "service"  # the pages beside the road
ACCEPTANCE, REFUSAL = "acceptance-notice", "refusal-notice"


@dataclass(frozen=True)
class Missing:
    """One thing that is missing. ``where``: the page on which it is made, a station, ``evidence`` or
    ``service``; ``field``: the field there, where it is one; of service the form of the paper to be given
    out, empty where it is on its way already."""

    point: FilePoint
    sentence: Sentence
    where: str
    field: str = ""


def missing(case: Case, exhibits: Sequence[Exhibit], kept: Collection[str]) -> tuple[Missing, ...]:
    """All of it, point by point. ``kept``: the fingerprints of the papers that the store holds."""
    return (*_acceptance(case), *_notices(case), *_identity(case), *_mediation(case),
            *_agreement(case, kept), *_evidence(exhibits), *_visit(case), *_bound(case))


def _acceptance(case: Case) -> Iterator[Missing]:
    if case.accepted_on is None:
        return
    for day, text, field in (
            (case.applicants_agree_on, N_("The day of the applicants' consent is not entered."),
             "applicants_agree_on"),
            (case.respondents_agree_on, N_("The day of the respondents' consent is not entered."),
             "respondents_agree_on")):
        if day is None:
            yield Missing(FilePoint.ACCEPTED, say(text), Station.INTAKE, field)


def _notices(case: Case) -> Iterator[Missing]:
    """Whether a receipt shows that each side was given its notice."""
    template = ACCEPTANCE if case.accepted_on else REFUSAL if case.refused_on else ""
    given = [one for one in case.receipts if one.template == template]
    served = {one.party_id for one in given if is_served(one)}
    under_way = {one.party_id for one in given} - served
    texts = {Side.APPLICANT: (N_("No receipt shows that the notice of acceptance was given to the "
                                 "applicants."),
                              N_("No receipt shows that the notice of refusal was given to the applicants.")),
             Side.RESPONDENT: (N_("No receipt shows that the notice of acceptance was given to the "
                                  "respondents."), "")}
    for side, parties in ((Side.APPLICANT, case.applicants), (Side.RESPONDENT, case.respondents)):
        text = texts[side][template == REFUSAL]
        keys = {one.id for one in parties}
        if template and text and parties and not served & keys:
            yield Missing(FilePoint.ACCEPTED, say(text), SERVICE, "" if under_way & keys else template)


def _identity(case: Case) -> Iterator[Missing]:
    sides = [*case.applicants, *case.respondents]
    heads = [one for one in case.respondents if one.kind is PartyKind.ORGANISATION]
    for found, text, field in (
            ([one for one in sides if not (one.id_number or one.credit_code)],
             N_("No identity number or code is entered for {names}."), "id_number"),
            ([one for one in sides if not one.address.strip()],
             N_("No address for service is entered for {names}."), "address"),
            ([one for one in heads if not one.legal_representative.strip()],
             N_("No legal representative is entered for {names}."), "legal_representative"),
            ([one for one in case.agents if one.authority is None],
             N_("What {names} may do as an agent is not entered."), "authority")):
        if found:
            yield Missing(FilePoint.MATERIALS, say(text, names=_names(found)), Station.INTAKE, field)
    if len(case.applicants) >= MASS_CLAIM and not case.representatives:
        yield Missing(FilePoint.MATERIALS, say(N_("{count} applicants, and no representatives are entered."),
                                               count=len(case.applicants)), Station.INTAKE)


def _names(parties: Sequence[Party]) -> list[str]:
    """Three of them, for a line."""
    return [one.name for one in parties[:3]] + (["…"] if len(parties) > 3 else [])


def _mediation(case: Case) -> Iterator[Missing]:
    if case.accepted_on is None:
        return
    if not any(one.mode is SessionMode.JOINT and one.takes_place for one in case.sessions):
        yield Missing(FilePoint.MATERIALS, say(N_("No session face to face is recorded.")), Station.MEDIATION)
    unaware = untold(case.rights_told, [*case.applicants, *case.respondents])
    if unaware:
        yield Missing(FilePoint.MATERIALS, say(N_("It is not entered that {names} were told their rights."),
                                               names=_names(unaware)), Station.MEDIATION)
    if case.extended_to is not None and not case.extension_consents:
        yield Missing(FilePoint.MATERIALS, say(N_("No consent to the extension is entered.")),
                      Station.INTAKE)


def _agreement(case: Case, kept: Collection[str]) -> Iterator[Missing]:
    for one in case.signed_agreements:
        if one.paper_sha256 not in kept:
            yield Missing(FilePoint.FORMS, say(N_("The agreement signed on {day} is not kept byte for byte."),
                                               day=one.signed_on), Station.SETTLEMENT)
    if case.supplement is not None:
        yield Missing(FilePoint.AGREEMENT, say(N_("A change of the agreement is drafted and not signed.")),
                      Station.PERFORMANCE)


def _evidence(exhibits: Sequence[Exhibit]) -> Iterator[Missing]:
    if not exhibits:
        yield Missing(FilePoint.EVIDENCE, say(N_("No exhibit is filed.")), EVIDENCE)
    for found, text in (
            ([one for one in exhibits if not one.given_by], N_("It is not entered who handed in {names}.")),
            ([one for one in exhibits if not one.proves.strip()],
             N_("What {names} shall prove is not entered.")),
            ([one for one in exhibits if one.original and one.returned_on is None],
             N_("The originals {names} were not given back."))):
        if found:
            named = [one.label for one in found[:3]] + (["…"] if len(found) > 3 else [])
            yield Missing(FilePoint.EVIDENCE, say(text, names=named), EVIDENCE)


def _visit(case: Case) -> Iterator[Missing]:
    if case.is_signed and not case.visits:
        yield Missing(FilePoint.VISIT, say(N_("No return visit is recorded.")), Station.CLOSING, "visits")


def _bound(case: Case) -> Iterator[Missing]:
    if case.closed_on is None:
        return
    if case.archived_on is None or not case.file_volume:
        yield Missing(FilePoint.BOUND, say(N_("The file has no volume in the archive.")), Station.CLOSING,
                      "file_volume")
    if case.archived_on is not None and case.archived_on < case.closed_on:
        yield Missing(FilePoint.BOUND, say(N_("The case was closed again after its file was put into the "
                                              "archive.")), Station.CLOSING, "archived_on")
    if not case.file_note:
        yield Missing(FilePoint.BOUND, say(N_("Nothing is said of the file's own state.")), Station.CLOSING,
                      "file_note")
