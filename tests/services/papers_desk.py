"""What the tests of papers share: a desk with a full heading, a small case, a paper's text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any, TypedDict
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import yuan
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk, SignedIn
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.making import PaperKind
from mediation_desk.services.settlement import settling

WORKERS = ("温若晴", "路知夏")
COMPANY = "安宁星湾文化传媒有限公司"
RECEIVED = date(2024, 11, 25)


def headed(desk: Desk) -> Desk:
    """The same desk in an office that has entered its telephone and the bodies it points to."""
    settings = replace(desk.settings, phone="0971-8123456", address="西宁市城中区和顺路18号",
                       arbitration_commission="西宁市城中区劳动人事争议仲裁委员会",
                       court="西宁市城中区人民法院")
    return seated(desk, settings=settings)


def seated(desk: Desk, *, settings: OfficeSettings | None = None, who: SignedIn | None = None) -> Desk:
    """A desk at the same store with other settings, or with somebody else at it."""
    made = copy(desk)
    made.settings, made.who = settings or desk.settings, who or desk.who
    return made


def registered(desk: Desk, workers: Sequence[str] = WORKERS, *, company: bool = True,
               claims: Sequence[str] = ("unpaid_wages", "double_wage"),
               facts: str = "十月的工资没有发。") -> UUID:
    """A case as it stands after the first visit."""
    parties = [registering.PartyDraft(Role.APPLICANT, name) for name in workers]
    if company:
        parties.append(registering.PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION))
    made = registering.register(desk, registering.IntakeDraft(RECEIVED, kind_of_work=KindOfWork.STREAMER,
                                                              facts_in_brief=facts, parties=parties)).result
    assert made
    if claims:
        registering.set_claims(desk, made, {worker.id: claims for worker in case_of(desk, made).applicants})
    return made


def accepted(desk: Desk, workers: Sequence[str] = WORKERS,
             claims: Sequence[str] = ("unpaid_wages", "double_wage")) -> UUID:
    """The same, with both sides' consent."""
    made = registered(desk, workers, claims=claims)
    editing.save(desk, made, [editing.Edit("case", made, field, None, RECEIVED)
                              for field in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, RECEIVED)
    return made


def asked(desk: Desk, case_id: UUID, amount: str = "4300.00") -> UUID:
    """Every claim in figures."""
    registering.ask_amounts(desk, case_id, {(claim.worker_id, claim.claim): yuan(amount)
                                            for claim in case_of(desk, case_id).claims})
    return case_id


def terms(total: str = "30264.00", *days: date) -> settling.TermsDraft:
    """Terms as a mediator would set them on the page."""
    return settling.TermsDraft(Terms(yuan(total), days or (date(2024, 12, 10), date(2025, 1, 10))))


def case_of(desk: Desk, case_id: UUID) -> Case:
    """The case, to be looked at."""
    return reading.case(desk, case_id).case


def text_of(paper: Paper) -> str:
    """The paper's text with the line breaks and spaces of its setting taken out."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages]
    return re.sub(r"\s+", "", "".join(pages))


class Copy(TypedDict, total=False):
    """The options of one copy of a paper."""

    side: Side
    worker: UUID
    session: UUID


def copies(case: Case, kind: PaperKind) -> list[Copy]:
    """The options of every copy that there is of a paper."""
    own: list[Copy] = [] if kind.copies == {"side"} else [{}]
    if "side" in kind.copies:
        own += [{"side": side} for side in Side]
    if "worker" in kind.copies:
        own += [{"worker": worker.id} for worker in case.applicants]
    if "session" in kind.copies:
        own += [{"session": session.id} for session in joint(case)]
    return own


def joint(case: Case) -> list[MediationSession]:
    """The sessions face to face."""
    return [session for session in case.sessions if session.side is None]


def printed(desk: Desk, case_id: UUID) -> dict[tuple[str, int], str]:
    """The text of every copy of every paper that can be printed now."""
    case = case_of(desk, case_id)
    return {(kind.template, number): text_of(making.make(desk, case_id, kind.template, **wanted))
            for kind in making.available(case) for number, wanted in enumerate(copies(case, kind))}


def previewed(desk: Desk, case_id: UUID, wanted: TermsDraft) -> str:
    """The preview's text."""
    return text_of(signing.preview_agreement(desk, case_id, wanted))


def refused(desk: Desk, case_id: UUID, template: str) -> DeskError:
    """What is said when the paper cannot be made."""
    with pytest.raises(DeskError) as trouble:
        making.make(desk, case_id, template)
    return trouble.value


def join(desk: Desk, case_id: UUID, role: Role, name: str, **given: Any) -> None:
    """Somebody more in the case, with what is entered of them."""
    made = registering.add_party(desk, case_id, registering.PartyDraft(role, name)).result
    assert made
    party = case_of(desk, case_id).party(made)
    editing.save(desk, case_id, [editing.Edit("party", made, field, getattr(party, field), value)
                                 for field, value in given.items()])
