"""The file of a case as one PDF: cover, contents, papers and evidence in their order, back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from uuid import UUID

from mediation_desk.documents.binding.book import Book, Section
from mediation_desk.documents.views.casefile import ContentsRow, FileContents, UnboundEvidence, UnboundRow
from mediation_desk.domain.casefile.entries import UNBOUND, Entry, Part, chosen
from mediation_desk.domain.casefile.sheets import Decoder
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.casefile.listing import CaseFile, outline, paper
from mediation_desk.services.casefile.strangers import BROKEN, LOCKED, TOO_LONG
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.looking import StayedAtTheOffice, content
from mediation_desk.services.papers.finishing import finished, heading
from mediation_desk.store.pace import Cancelled, Pace, Progress, Stopped, goes_on, nobody_looks

MOST_BYTES = 64 * 1024 * 1024  # of an exhibit that is bound, as of one that is looked at
TITLE = "卷宗"
_GROUP = 8  # characters of a digest that an eye compares at a time
NO_PAGES, TOO_LARGE = N_("neither a picture nor a PDF"), N_("too large to be bound")
NOT_READ, ELSEWHERE = N_("it cannot be read"), N_("it stayed at another office")
_TOLD = {LOCKED: N_("locked with a password"), BROKEN: N_("a damaged PDF"), TOO_LONG: N_("too many pages")}


@dataclass(frozen=True)
class Wanted:
    """What is bound. ``keys``: of which entries, None: of those that are proposed; ``parts``: of which part,
    both in one file where both are named."""

    keys: frozenset[str] | None = None
    parts: tuple[Part, ...] = tuple(Part)


@dataclass(frozen=True)
class Bound:
    """What was bound: how many pages in all; the evidence that is only listed; and the papers that could not
    be made, each with the reason."""

    pages: int
    unbound: tuple[tuple[str, Sentence], ...] = ()
    left_out: tuple[tuple[str, Sentence], ...] = ()


def bind(desk: Desk, case_id: UUID, wanted: Wanted, target: BinaryIO, decode: Decoder, *,
         progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Bound:
    """Write the file. What cannot be bound is named in what comes back, and evidence on a sheet besides.

    DeskError when nothing was chosen; Stopped, and what was written by then is no file.
    """
    whole = outline(desk, case_id)
    entries = chosen(whole.entries, wanted.keys, wanted.parts)
    if not any(not (one.is_front or one.is_back) for one in entries):
        raise DeskError(N_("Nothing of the file is chosen."))
    return _Binder(desk, case_id, whole, target, decode, Pace(progress, cancelled)).bound(entries)


def parts_of(desk: Desk, case_id: UUID, wanted: Wanted) -> tuple[Part, ...]:
    """In which of the parts there is anything to bind."""
    entries = chosen(outline(desk, case_id).entries, wanted.keys, wanted.parts)
    return tuple(part for part in wanted.parts
                 if any(one.part is part and not (one.is_front or one.is_back) for one in entries))


@dataclass
class _Binder:
    """One file under way."""

    desk: Desk
    case_id: UUID
    file: CaseFile
    target: BinaryIO
    decode: Decoder
    pace: Pace
    done: int = 0
    total: int = 0
    unbound: list[tuple[Exhibit, Sentence]] = field(default_factory=list)
    left_out: list[tuple[str, Sentence]] = field(default_factory=list)

    def bound(self, entries: Sequence[Entry]) -> Bound:
        """All of it, part by part."""
        self.book = Book(self.target, self.desk.fonts)
        self.total = len(entries)
        front, back = Section(), Section()
        for one in entries:
            if one.is_front:
                self._paper(front, one, 0)
        parts = [section for part in Part for section in self._part(part, entries)]
        for one in entries:
            if one.is_back:
                self._paper(back, one, 0)
        self.pace.step(self.total, self.total)
        pages = self.book.close([front, *parts, back], title=TITLE, created=self.desk.now)
        return Bound(pages, tuple((one.label + " " + one.name, why) for one, why in self.unbound),
                     tuple(self.left_out))

    def _part(self, part: Part, entries: Sequence[Entry]) -> Iterator[Section]:
        mine = [one for one in entries if one.part is part and not (one.is_front or one.is_back)]
        if not mine:
            return
        contents, body = Section(), Section()
        rows = list(self._rows(mine, body))
        name = Words.of(CHINESE).translate(part.label)
        self.book.mark(contents, name, 0)
        view = FileContents(heading(self.desk), self.file.number, name, tuple(rows), len(body.pages))
        self.book.add_paper(contents, finished(self.desk, view).pdf)
        yield contents
        yield body

    def _rows(self, entries: Sequence[Entry], body: Section) -> Iterator[ContentsRow]:
        """Bind one after the other; the lines of the contents."""
        before = len(self.unbound)
        listed = False
        for one in entries:
            if not listed and one.order[:2] > UNBOUND:
                listed = True
                yield from self._unbound(body, before)
            first = len(body.pages) + 1
            if self._bind(body, one, first):
                yield ContentsRow(one.title, first, len(body.pages),
                                  one.remark)
        if not listed:
            yield from self._unbound(body, before)

    def _bind(self, body: Section, entry: Entry, first: int) -> int:
        if entry.exhibit is None:
            return self._paper(body, entry, first)
        return self._exhibit(body, entry, entry.exhibit, first)

    def _step(self) -> None:
        self.pace.step(self.done, self.total)
        self.done += 1

    def _paper(self, section: Section, entry: Entry, first: int) -> int:
        self._step()
        try:
            data = paper(self.desk, self.case_id, entry)
            return self._pages(section, entry, data, first)
        except DeskError as error:
            self.left_out.append((entry.title, error.sentence))
            return 0

    def _pages(self, section: Section, entry: Entry, data: bytes, first: int) -> int:
        """Its bookmark and its pages; neither of one that cannot be read."""
        self.book.mark(section, entry.title)
        try:
            return self.book.add_paper(section, data, first=first)
        except DeskError:
            section.marks.pop()
            raise

    # -- evidence --------------------------------------------------------------------------

    def _exhibit(self, body: Section, entry: Entry, key: UUID, first: int) -> int:
        self._step()
        with self.desk.case_reading(self.case_id, whole=False) as (work, _case):
            exhibit = work.evidence.get(self.case_id, key)
        try:
            return self._sheets(body, entry, exhibit, first)
        except Stopped:
            raise
        except DeskError as error:
            if self.pace.cancelled():
                raise Stopped from error
            self.unbound.append((exhibit, _reason(error)))
            return 0

    def _sheets(self, body: Section, entry: Entry, exhibit: Exhibit, first: int) -> int:
        if not (exhibit.is_pdf or exhibit.is_picture):
            raise DeskError(NO_PAGES)
        if exhibit.size > MOST_BYTES:
            raise DeskError(TOO_LARGE)
        data = content(self.desk, self.case_id, exhibit.id, MOST_BYTES)
        sheets = self.decode(data, exhibit.is_pdf, self.pace.cancelled)
        if isinstance(sheets, bytes):
            return self._pages(body, entry, sheets, first)
        self.book.mark(body, entry.title)
        return self.book.add_pictures(body, sheets, first=first, called=exhibit.label)

    def _unbound(self, body: Section, since: int) -> Iterator[ContentsRow]:
        """The sheet of the evidence that is only listed; none where all of it is bound."""
        rows = [self._unbound_row(one, why) for one, why in self.unbound[since:]]
        if not rows:
            return
        made = finished(self.desk, UnboundEvidence(heading(self.desk), self.file.number, tuple(rows)))
        first = len(body.pages) + 1
        self.book.mark(body, made.title)
        self.book.add_paper(body, made.pdf, first=first)
        yield ContentsRow(made.title, first, len(body.pages))

    def _unbound_row(self, exhibit: Exhibit, why: Sentence) -> UnboundRow:
        digest = exhibit.sha256
        return UnboundRow(exhibit.label, exhibit.name, size(exhibit.size),
                          tuple(digest[at:at + _GROUP] for at in range(0, len(digest), _GROUP)),
                          Words.of(CHINESE).sentence(why))


def _reason(error: DeskError) -> Sentence:
    """Why it is only listed, in the words of the sheet."""
    said = error.sentence.text
    if isinstance(error, StayedAtTheOffice):
        return say(ELSEWHERE)
    return say(said if said in (NO_PAGES, TOO_LARGE) else _TOLD.get(said, NOT_READ))


def size(count: int) -> str:
    """So many bytes as people say it."""
    if count < 1024:
        return f"{count} B"
    return f"{count / 1024:,.0f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:,.1f} MB"
