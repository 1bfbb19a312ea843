"""Summaries as files: one case or a thousand, in one file or one each, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import origin_of
from mediation_desk.services.reports import placing
from mediation_desk.services.reports.summaries import FORM, TITLES, Summary, Wanted, all_kept, look, view
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks

MOST_NAMED = 5  # cases named one by one in a message


class Form(Term):
    """The kind of file."""

    DOCX = ".docx", N_("DOCX, to go on writing in")
    PDF = ".pdf", N_("PDF")


@dataclass(frozen=True)
class Target:
    """Where summaries go, as somebody typed it: a file for all of them, or a folder for one file each."""

    path: str
    form: Form = Form.DOCX
    each: bool = False


@dataclass(frozen=True)
class Sent:
    """What came to lie there. ``left_out``: cases whose file could not be, each with the reason."""

    files: tuple[Path, ...]
    left_out: tuple[tuple[str, DeskError], ...] = ()
    changes: Changes = field(default_factory=Changes)


class NotClean(DeskError):
    """Summaries that still tell something, or marks that nobody looked at, by the cases' keys."""

    def __init__(self, cases: Sequence[UUID], numbers: Sequence[str]) -> None:
        super().__init__(N_("Something is still to be seen to in {count} of the summaries, so none is "
                            "released: {cases}. Open each, and correct or confirm what is marked."),
                         count=len(numbers), cases=_named(numbers))
        self.cases = tuple(cases)


def export(desk: Desk, cases: Sequence[UUID], wanted: Wanted, target: Target, *,
           progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Sent:
    """Write summaries for inside, full or with numbers masked. DeskError beside ``path``, ``cases`` or
    ``level``; Stopped. What is to be published is released."""
    if wanted.level is Level.PUBLISHED:
        raise DeskError(N_("A published summary is released by a supervisor, once nothing is found in it."),
                        field="level")
    _require_some(cases)
    pace = Pace(progress, cancelled)
    summaries = (look(desk, one, wanted, Corrections()) for one in _paced(cases, pace, len(cases)))
    if target.each:
        return _each(desk, summaries, target)
    path = placing.typed(target.path, str(target.form))
    with placing.new_file(path) as file:
        _write(desk, summaries, target.form, file)
    return Sent((path,))


def release(desk: Desk, cases: Sequence[UUID], wanted: Wanted, target: Target, *,
            progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Sent:
    """Write published summaries, once the search finds nothing in any of them and every mark was looked
    at; each case's timeline then tells that it was released, with the fingerprint of its words.

    NotClean names the cases that hinder it. A supervisor's verb.
    """
    with desk.reading(Verb.RELEASE_SUMMARY):
        _require_some(cases)
    pace = Pace(progress, cancelled)
    wanted = Wanted(Level.PUBLISHED, wanted.rounding)
    corrected = all_kept(desk)

    def looked(done: int) -> Iterator[Summary]:
        for case_id in _paced(cases, pace, 2 * len(cases), done):
            yield look(desk, case_id, wanted, corrected.get(case_id, Corrections()))

    _require_clean(looked(0))
    again = looked(len(cases))
    told: list[Changes] = []
    if target.each:
        sent = _each(desk, again, target,
                     lambda summary: told.append(note(desk, summary.case_id, summary)))
        return Sent(sent.files, sent.left_out, _joined(told))
    path, known = placing.typed(target.path, str(target.form)), list[Summary]()

    def noted() -> None:
        for summary in known:
            told.append(note(desk, summary.case_id, summary))

    with placing.new_file(path, noted) as file:
        _write(desk, _remembered(again, known), target.form, file)
    return Sent((path,), (), _joined(told))


def note(desk: Desk, case_id: UUID, summary: Summary, seen: Seen | None = None) -> Changes:
    """Note in the case that this summary of it is released, with its words; refused where it is not clean,
    or the case was changed since."""
    with desk.case_work(case_id, "release_summary", seen) as (work, case):
        if (case.id, case.version) != (summary.case_id, summary.version):
            raise DeskError(N_("Case {number} was changed meanwhile. Look at its summary again."),
                            number=summary.number)
        if not summary.is_clean or summary.wanted.level is not Level.PUBLISHED:
            raise NotClean([summary.case_id], [summary.number])
        work.papers.freeze(work.new_key(), case.id, FORM, TITLES[Level.PUBLISHED], work.who.now,
                           summary.text.encode(), origin=origin_of(view(desk, summary), desk.forms))
        return work.commit()


def _named(numbers: Sequence[str]) -> list[str]:
    return [*numbers[:MOST_NAMED], *(["…"] if len(numbers) > MOST_NAMED else [])]


def _require_some(cases: Sequence[UUID]) -> None:
    if not cases:
        raise DeskError(N_("Choose the cases that are told of."), field="cases")


def _require_clean(summaries: Iterable[Summary]) -> None:
    unclean, quiet = [], []
    for one in summaries:
        if one.confidential:
            quiet.append(one.number)
        elif not one.is_clean:
            unclean.append((one.case_id, one.number))
    if quiet:
        raise DeskError(N_("A party wishes confidentiality in {count} of these cases, which are not "
                           "published: {cases}. Leave them out."), field="cases", count=len(quiet),
                        cases=_named(quiet))
    if unclean:
        raise NotClean(*(list(part) for part in zip(*unclean, strict=True)))


def _paced(cases: Sequence[UUID], pace: Pace, total: int, done: int = 0) -> Iterator[UUID]:
    for at, case_id in enumerate(cases, start=done):
        pace.step(at, total)
        yield case_id
    pace.step(done + len(cases), total)


def _remembered(summaries: Iterable[Summary], known: list[Summary]) -> Iterator[Summary]:
    for one in summaries:
        known.append(one)
        yield one


def _joined(changes: Iterable[Changes]) -> Changes:
    told = Changes()
    for one in changes:
        told = told.then(one)
    return told


def _each(desk: Desk, summaries: Iterable[Summary], target: Target,
          before: Callable[[Summary], object] = lambda _summary: None) -> Sent:
    """One file for each; a case whose file cannot be is told, and the others go on."""
    folder, files, left_out = placing.folder(target.path), list[Path](), list[tuple[str, DeskError]]()
    for at, summary in enumerate(summaries, start=1):
        path = folder / f"{_name(summary, at)}{target.form}"
        try:
            with placing.new_file(path, lambda one=summary: before(one)) as file:  # type: ignore[misc]
                _write(desk, [summary], target.form, file)
            files.append(path)
        except DeskError as trouble:
            left_out.append((summary.number, trouble))
    return Sent(tuple(files), tuple(left_out))


def _name(summary: Summary, at: int) -> str:
    """By the case's number; what is published tells no number, in its name neither."""
    outside = summary.wanted.level is Level.PUBLISHED
    return placing.name(f"案件摘要 {at:04d}" if outside else f"{summary.number} 案件摘要")


def _write(desk: Desk, summaries: Iterable[Summary], form: Form, file: BinaryIO) -> None:
    from mediation_desk.documents import joined

    template, papers = document_template(FORM, desk.forms), (view(desk, one) for one in summaries)
    if form is Form.PDF:
        joined.pdf(template, papers, desk.fonts, file, created=desk.now)
    else:
        joined.docx(template, papers, file, created=desk.now, fonts=desk.fonts)
