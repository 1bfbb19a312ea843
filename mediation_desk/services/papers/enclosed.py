"""The papers that go with a referral: which may leave at all, and how many pages each has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from mediation_desk.documents.binding.book import count
from mediation_desk.documents.template.filters import cndate
from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import NO_OVERRIDES, document_names, usable_header
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.told import SIDES, Enclosed
from mediation_desk.store.work.work import Work

LETTER = "referral-letter"
OF_BINDING = frozenset({LETTER, "file-contents", "unbound-evidence", "file-note"})
"""What says of other papers where they are, and is none that anybody is given."""
Making = Callable[[str, Side | None, UUID | None], Paper]
"""Makes a paper by its form, side and session."""


def may_leave(template: str, forms: Mapping[str, str] = NO_OVERRIDES) -> bool:
    """Whether such a paper may go to another office: of the part of the file that may be shown."""
    header = usable_header(template, forms) if template in document_names(forms) else None
    return (header is not None and header.order is not None and header.part == "shown"
            and template not in OF_BINDING)


def of_referral(case: Case, referral_id: UUID | None) -> list[str]:
    """The keys of the papers of a referral; of the latest, where none is named."""
    wanted = [one for one in case.referrals if referral_id in (None, one.id)]
    return wanted[-1].papers.split() if wanted else []


def enclosed(work: Work, case: Case, keys: Sequence[str], forms: Mapping[str, str],
             making: Making) -> tuple[Enclosed, ...]:
    """Each of the papers, named as the case's file names them, with its pages."""
    return tuple(one for key in keys for one in _one(work, case, key, forms, making))


def _one(work: Work, case: Case, key: str, forms: Mapping[str, str], making: Making) -> Iterator[Enclosed]:
    template, _, which = key.partition(":")
    if not may_leave(template, forms):
        return
    header = usable_header(template, forms)
    title = header.title if header is not None else template
    try:
        pdf = _kept(work, case, which) or making(template, _side(which), _session(case, which)).pdf
    except DeskError:
        yield Enclosed(title + _told(case, which), None)
        return
    yield Enclosed(title + _told(case, which), count(pdf))


def _kept(work: Work, case: Case, which: str) -> bytes:
    """A signed agreement as it was frozen; nothing for any other paper."""
    sha256 = next((one.paper_sha256 for one in case.signed_agreements if str(one.id) == which), None)
    return next((work.papers.pdf(one) for one in work.papers.of_case(case.id) if one.sha256 == sha256), b"")


def _side(which: str) -> Side | None:
    return next((one for one in Side if one.value == which), None)


def _session(case: Case, which: str) -> UUID | None:
    return next((one.id for one in case.sessions if str(one.id) == which), None)


def _told(case: Case, which: str) -> str:
    """Whose copy, or of which day."""
    side = _side(which)
    if side is not None:
        return f"（{Words.of(CHINESE).translate(SIDES[side].label)}）"
    day = next((one.starts_at.date() for one in case.sessions if str(one.id) == which), None)
    return f"（{cndate(day)}）" if day else ""
