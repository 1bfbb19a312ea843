"""Summaries of cases: looked at, corrected, exported at a level, and released to readers outside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from mediation_desk.documents.views import summary as views
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.case import Case
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Corrections, Level, fingerprint
from mediation_desk.domain.reports.publishing.masked import masked
from mediation_desk.domain.reports.publishing.published import Publishing, Replaced, Trace, traces
from mediation_desk.domain.reports.publishing.subjects import Named, subjects
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_
from mediation_desk.library.forms import document_template
from mediation_desk.library.pinyin import readings
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.told import Told
from mediation_desk.services.reports.contents import Section, Teller
from mediation_desk.store.work.work import Work

FORM = views.CaseSummary.TEMPLATE
NOT_RELEASED = "未经审核　不得公开"
PLACE = "summary/"
MARKED = {Level.FULL: N_("Internal. It holds personal data; not for anybody outside."),
          Level.MASKED: N_("Internal. Numbers are masked; names are not."), Level.PUBLISHED: ""}
TITLES = {Level.FULL: "案件摘要（内部）", Level.MASKED: "案件摘要（遮盖号码）",
          Level.PUBLISHED: "案件摘要（公开版）"}


@dataclass(frozen=True)
class Wanted:
    """At which level, and how exactly a published one tells amounts."""

    level: Level = Level.FULL
    rounding: Rounding = Rounding.KEPT


@dataclass(frozen=True)
class Found:
    """A trace, and in which passage it stands, counted from 0; the heading is before the first, at -1."""

    passage: int
    trace: Trace


@dataclass(frozen=True)
class Summary:
    """One summary, as it would be printed. ``number`` is for the inside alone; ``version``: the case's.

    ``replaced``: what a published one has other words for. ``found``: what it still tells, or may tell.
    ``originals``: each passage before a person wrote it anew. ``confidential``: a party wishes that nobody
    hears of the case.
    """

    case_id: UUID
    version: int
    number: str
    wanted: Wanted
    heading: str
    sections: tuple[Section, ...]
    originals: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    found: tuple[Found, ...] = ()
    confidential: bool = False

    @property
    def passages(self) -> tuple[str, ...]:
        """All passages in their order."""
        return tuple(one for section in self.sections for one in section.passages)

    @property
    def is_clean(self) -> bool:
        """Whether it may be released: nothing is found, no mark waits to be looked at."""
        return not self.found and not self.confidential

    @property
    def text(self) -> str:
        """All of it as text, by which it is known again."""
        lines = [self.heading]
        for section in self.sections:
            lines += [section.title, *section.passages]
        return "\n".join(lines)

    @property
    def digest(self) -> str:
        """The SHA-256 of its text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def look(desk: Desk, case_id: UUID, wanted: Wanted, corrections: Corrections | None = None) -> Summary:
    """The summary of a case as it stands, with the corrections given, else those that were kept."""
    known = kept(desk, case_id) if corrections is None else corrections
    with desk.case_reading(case_id, Verb.EXPORT_SUMMARY) as (work, case):
        return made(Told.of(desk, work, case), work, wanted, known)


def looked(desk: Desk, case_id: UUID, wanted: Wanted) -> tuple[Summary, Corrections]:
    """The same with the corrections that were kept for it."""
    known = kept(desk, case_id)
    return look(desk, case_id, wanted, known), known


def made(told: Told, work: Work, wanted: Wanted, corrections: Corrections) -> Summary:
    """The same of a case that was read in this unit of work."""
    teller = Teller(told, wanted.level, wanted.rounding)
    plain = Summary(told.case.id, told.case.version, told.case.number, wanted, teller.heading(),
                    teller.sections(), confidential=told.case.confidential)
    if wanted.level is Level.FULL:
        return plain
    if wanted.level is Level.MASKED:
        return _masked(plain, told.case)
    return _published(plain, told, work, corrections)


def _with(plain: Summary, texts: Sequence[str]) -> tuple[Section, ...]:
    """The sections with other passages in the same places."""
    rest = iter(texts)
    return tuple(Section(section.title, tuple(next(rest) for _ in section.passages))
                 for section in plain.sections)


def _masked(plain: Summary, case: Case) -> Summary:
    secret = [getattr(party, name) for party in case.parties_all
              for name, one in particulars(Party).items() if one.mask]
    open_ = [case.number, case.source_reference, *(party.credit_code for party in case.parties_all)]
    texts = [masked(text, secret, open_) for text in plain.passages]
    return Summary(plain.case_id, plain.version, plain.number, plain.wanted,
                   masked(plain.heading, secret, open_), _with(plain, texts), confidential=plain.confidential)


def _published(plain: Summary, told: Told, work: Work, corrections: Corrections) -> Summary:
    hidden = subjects(told.case, _named(told, work), readings)
    publishing = Publishing(hidden, plain.wanted.rounding, corrections.words)
    heading, replaced = publishing.publish(plain.heading)
    originals, texts, everything = [], [], list(replaced)
    for passage in plain.passages:
        text, replaced = publishing.publish(passage)
        everything += replaced
        originals.append(text)
        texts.append(corrections.passages.get(fingerprint(text), text))
    found = tuple(Found(at, trace) for at, text in enumerate([heading, *texts], start=-1)
                  for trace in traces(text, hidden)
                  if trace.sure or trace.found not in corrections.looked)
    return Summary(plain.case_id, plain.version, plain.number, plain.wanted, heading, _with(plain, texts),
                   tuple(originals), tuple(dict.fromkeys(everything)), found, plain.confidential)


def _named(told: Told, work: Work) -> Named:
    """Mediators and whoever else has an account, the office, and the bodies that it points to."""
    settings = told.desk.settings
    return Named(persons=(*told.names.values(), *work.accounts.names().values()),
                 bodies=(settings.name, settings.seal_name, settings.arbitration_commission, settings.court),
                 places=(settings.address,), numbers=(settings.phone,))


# -- corrections -------------------------------------------------------------------------


def kept(desk: Desk, case_id: UUID) -> Corrections:
    """What the person at the desk corrected in the published summary of a case."""
    return all_kept(desk).get(case_id, Corrections())


def all_kept(desk: Desk) -> dict[UUID, Corrections]:
    """The same of every case."""
    return {UUID(place.removeprefix(PLACE)): Corrections.read(text)
            for place, text in drafts.all_kept(desk).items() if place.startswith(PLACE)}


def correct(desk: Desk, case_id: UUID, corrections: Corrections) -> None:
    """Keep the corrections, sealed for the person at the desk."""
    with desk.work("draft") as work:
        case = work.cases.get(case_id)
        desk.require(Verb.EXPORT_SUMMARY, own_case=desk.is_member(work, case))
        drafts.put(desk, work, f"{PLACE}{case_id}", corrections.stored())
        work.commit()


# -- as paper ----------------------------------------------------------------------------


def view(desk: Desk, summary: Summary) -> views.CaseSummary:
    """What the paper is told; a published one names neither office nor number, and its month alone."""
    outside = summary.wanted.level is Level.PUBLISHED
    marked = MARKED[summary.wanted.level]
    day = f"{desk.today:%Y}年{desk.today.month}月" + ("" if outside else f"{desk.today.day}日")
    return views.CaseSummary(
        office=OfficeView("" if outside else desk.settings.name, ""), heading=summary.heading,
        number="" if outside else summary.number, marked=_chinese(marked) if marked else "",
        sections=tuple(views.SummarySection(one.title, one.passages) for one in summary.sections),
        made_on=day)


def _chinese(sentence: str) -> str:
    from mediation_desk.library.words import CHINESE, Words

    return Words.of(CHINESE).translate(sentence)


def preview(desk: Desk, summary: Summary) -> bytes:
    """The summary as PDF, to be looked at; one that is to be published says on every page that it is not
    released yet."""
    from mediation_desk.documents import joined

    target = BytesIO()
    joined.pdf(document_template(FORM, desk.forms), _one(view(desk, summary)), desk.fonts, target,
               created=desk.now, mark=NOT_RELEASED if summary.wanted.level is Level.PUBLISHED else "")
    return target.getvalue()


def _one(paper: views.CaseSummary) -> Iterator[views.CaseSummary]:
    yield paper
