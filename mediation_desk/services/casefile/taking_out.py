"""A closed case taken out as a folder or a zip: its file, its papers to write on in, its evidence, and a
list with the digest of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.casefile.entries import Entry, Part, chosen
from mediation_desk.domain.casefile.sheets import Decoder
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit, copy_name
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.casefile.binding import TITLE, Wanted, bind
from mediation_desk.services.casefile.listing import CaseFile, outline
from mediation_desk.services.casefile.outlets import Outlet, into_folder, into_zip
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.looking import chunks
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import program
from mediation_desk.services.reports import placing
from mediation_desk.services.typed_places import whole
from mediation_desk.store.pace import Cancelled, Pace, Progress, Stopped, goes_on, nobody_looks

PASSPHRASE = 12  # characters at least: whoever has the zip can try as many as they like
LONGEST_PASSPHRASE = 99  # 7-Zip takes no more
LIST, DIGESTS = "清单", "清单.json"
PAPERS, EXHIBITS = "文书", "证据"
DAMAGED = N_("damaged in the store, and left out")


class Shape(Term):
    """As what it is taken out."""

    FOLDER = "folder", N_("A folder")
    ZIP = "zip", N_("A zip file")
    LOCKED = "locked", N_("A zip file with a passphrase")


@dataclass(frozen=True)
class Draft:
    """What is taken out, and where to: ``target`` as somebody typed or chose it, without its ending.
    ``without``: exhibits that were found damaged, and that the person goes on without."""

    target: str
    shape: Shape = Shape.FOLDER
    passphrase: str = ""
    again: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    without: frozenset[UUID] = frozenset()


class DamagedExhibit(DeskError):
    """An exhibit broke off while it was written: a person goes on without it, or stops."""

    def __init__(self, exhibit: Exhibit) -> None:
        super().__init__(N_("{exhibit} cannot be read to its end: it is damaged in the store. Nothing was "
                            "exported. Go on without it, or restore it from a backup first."),
                         exhibit=f"{exhibit.label} {exhibit.name}")
        self.exhibit = exhibit


@dataclass(frozen=True)
class TakenOut:
    """Where it lies, how many files there are, and what is not in it, each with the reason."""

    path: Path
    files: int
    left_out: tuple[tuple[str, Sentence], ...]
    changes: Changes


def export(desk: Desk, case_id: UUID, draft: Draft, decode: Decoder, seen: Seen | None = None, *,
           progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> TakenOut:
    """Write all of it and note in the journal who took it out. DeskError beside ``path`` or ``passphrase``;
    Stopped, and nothing lies there. What was said alone is no part of it."""
    path = _checked(draft)
    with desk.case_reading(case_id, Verb.UNMASK_NUMBERS) as (work, case):
        verbs.require(case, "export_file")
        exhibits = work.evidence.of(case_id)
        parties = [one.id for one in case.parties]
    taking = _Taking(desk, case_id, draft, outline(desk, case_id), tuple(exhibits), decode,
                     Pace(progress, cancelled))
    noted = Changes()

    def note() -> None:
        nonlocal noted
        noted = note_exported(desk, case_id, parties, seen)

    with placing.told_beside("path"), _outlet(desk, draft, path, note) as outlet:
        taking.write(outlet)
        count = len(outlet.kept)
    return TakenOut(path, count, tuple(taking.left_out), noted)


def note_exported(desk: Desk, case_id: UUID, parties: Sequence[UUID], seen: Seen | None = None) -> Changes:
    """Note in the case that its file, and with it the whole numbers of these parties, was taken out."""
    with desk.case_work(case_id, "export_file", seen) as (work, case):
        for party_id in parties:
            work.cases.asked(Unmasking(id=work.new_key(), case_id=case.id, party_id=party_id,
                                       account_id=desk.who.account_id, at=work.who.now))
        return work.commit()


def proposed_name(file_number: str) -> str:
    """What it is called unless somebody wants otherwise."""
    return placing.name(f"{TITLE} {file_number}")


def _checked(draft: Draft) -> Path:
    if draft.shape is Shape.LOCKED:
        _check_secret(draft)
    if draft.shape is not Shape.FOLDER:
        return placing.typed(draft.target, ".zip")
    path = whole(draft.target, "path")
    if not path.name:
        raise DeskError(N_("Give the folder a name."), field="path")
    return path


def _check_secret(draft: Draft) -> None:
    """Only what every program makes the same bytes of: 7-Zip turns Chinese into GBK, others into UTF-8."""
    if len(draft.passphrase) < PASSPHRASE:
        raise DeskError(N_("A passphrase needs {least} characters at least."), field="passphrase",
                        least=PASSPHRASE)
    if not (draft.passphrase.isascii() and draft.passphrase.isprintable()):
        raise DeskError(N_("Take only letters from A to Z, digits, signs and spaces of the keyboard for the "
                           "passphrase: programs that open the zip do not agree on others."),
                        field="passphrase")
    if len(draft.passphrase) > LONGEST_PASSPHRASE:
        raise DeskError(N_("At most {limit} characters."), field="passphrase", limit=LONGEST_PASSPHRASE)
    if draft.passphrase != draft.again:
        raise DeskError(N_("The two passphrases differ."), field="again")


def _outlet(desk: Desk, draft: Draft, path: Path, before: Callable[[], object]
            ) -> AbstractContextManager[Outlet]:
    if draft.shape is Shape.FOLDER:
        return into_folder(path, before)
    secret = draft.passphrase if draft.shape is Shape.LOCKED else ""
    return into_zip(path, before, passphrase=secret, moment=desk.now.astimezone(desk.zone))


def _to_the_end(exhibit: Exhibit, pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    except Stopped:
        raise
    except DeskError as error:
        raise DamagedExhibit(exhibit) from error


class _Taking:
    """One export under way."""

    def __init__(self, desk: Desk, case_id: UUID, draft: Draft, file: CaseFile, exhibits: tuple[Exhibit, ...],
                 decode: Decoder, pace: Pace) -> None:
        self._desk, self._case_id, self._draft, self._file = desk, case_id, draft, file
        self._exhibits, self._decode, self._pace = exhibits, decode, pace
        self._entries = chosen(file.entries, draft.wanted.keys, draft.wanted.parts)
        self._parts = [part for part in draft.wanted.parts
                       if any(one.part is part and not one.is_front for one in self._entries)]
        self._total = len(self._entries) * (1 + len(self._parts)) + len(exhibits)
        self._done = 0
        self.left_out: list[tuple[str, Sentence]] = []

    def write(self, outlet: Outlet) -> None:
        """The file in its parts, the papers, the evidence, and the list."""
        for part in self._parts:
            self._bound(outlet, part)
        for at, entry in enumerate((one for one in self._entries if one.exhibit is None), start=1):
            self._paper(outlet, at, entry)
        keys = {one.exhibit for one in self._entries}
        for exhibit in self._exhibits:
            if exhibit.id in self._draft.without:
                self.left_out.append((f"{exhibit.label} {exhibit.name}", say(DAMAGED)))
            elif exhibit.id in keys:
                self._exhibit(outlet, exhibit)
        self._list(outlet)

    def _step(self, by: int = 1) -> None:
        self._pace.step(min(self._done, self._total), self._total)
        self._done += by

    def _bound(self, outlet: Outlet, part: Part) -> None:
        named = Words.of(CHINESE).translate(part.label)
        before = self._done

        def told(done: int, _total: int) -> None:
            self._pace.progress(before + done, self._total)

        with outlet.open(f"{TITLE}（{named}）.pdf") as target:
            bound = bind(self._desk, self._case_id, replace(self._draft.wanted, parts=(part,)), target,
                         self._decode, progress=told, cancelled=self._pace.cancelled)
        self._done = before + len(self._entries)
        self.left_out += bound.left_out

    def _paper(self, outlet: Outlet, at: int, entry: Entry) -> None:
        self._step()
        try:
            data = making.in_word(self._desk, self._case_id, entry.template, side=entry.side,
                                  session=entry.session, referral=entry.referral)
        except DeskError as error:
            self.left_out.append((f"{entry.title} (DOCX)", error.sentence))
            return
        with outlet.open(f"{PAPERS}/{at:02d} {placing.name(entry.title)}.docx") as target:
            target.write(data)

    def _exhibit(self, outlet: Outlet, exhibit: Exhibit) -> None:
        self._step()
        name = f"{exhibit.position:03d} {copy_name(exhibit.name) or '_'}"
        with closing(chunks(self._desk, self._case_id, exhibit.id)) as pieces:
            try:
                first = next(pieces, b"")
            except Stopped:
                raise
            except DeskError as error:  # it stayed at another office, or is missing from the store
                self.left_out.append((f"{exhibit.label} {exhibit.name}", error.sentence))
                return
            with outlet.open(f"{EXHIBITS}/{name}") as target:
                for piece in chain([first], _to_the_end(exhibit, pieces)):
                    self._step(0)
                    target.write(piece)

    # -- the list ----------------------------------------------------------------------------

    def _list(self, outlet: Outlet) -> None:
        """Twice: for people to read, and for programs."""
        kept = list(outlet.kept)
        told = {"case": self._file.number, "office": self._desk.settings.name, "program": program(),
                "made": self._desk.now.isoformat(timespec="seconds"),
                "files": [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in kept],
                "left_out": [{"name": name, "why": Words.of(CHINESE).sentence(why)}
                             for name, why in self.left_out]}
        with outlet.open(DIGESTS) as target:
            target.write(json.dumps(told, ensure_ascii=False, indent=1).encode())
        with outlet.open(f"{LIST}.txt") as target:
            target.write("\r\n".join(("\ufeff" + self._head(), *self._lines(outlet))).encode())

    def _head(self) -> str:
        day = self._desk.now.astimezone(self._desk.zone)
        return f"{self._desk.settings.name}　{self._file.number}　{day:%Y-%m-%d %H:%M}"

    def _lines(self, outlet: Outlet) -> Iterator[str]:
        yield "文书的 DOCX 供编辑使用；已经签署的，以卷宗 PDF 为准。"
        yield "SHA-256 校验值 + 文件名称"
        yield from (f"{one.sha256}  {one.name}" for one in outlet.kept if not one.name.startswith(LIST))
        if self.left_out:
            yield "未能导出："
            yield from (f"{name}：{Words.of(CHINESE).sentence(why)}" for name, why in self.left_out)
