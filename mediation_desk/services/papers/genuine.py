"""Whether a file is one of this office's papers, and unchanged: byte for byte one that the store keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.paper_code import PaperCode, code_in, is_copy
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import signed_copy
from mediation_desk.store.work.office_rows import FrozenPaper
from mediation_desk.store.work.work import Work

MOST = 50 * 1024 * 1024  # bytes; no paper of an office comes near it
_HEAD = 1024  # a PDF says that it is one within so many bytes (ISO 32000-2, annex I.3)
Kept = tuple[UUID, FrozenPaper]


class Verdict(Enum):
    """What was found of a file."""

    UNCHANGED = "one of ours, byte for byte"
    COPY = "a copy of one of ours with signatures drawn on it, as we make it"
    CHANGED = "it carries our code, and its bytes are those of none that is kept"
    NOT_OURS = "none of ours"


@dataclass(frozen=True)
class Checked:
    """What is told of a file. ``signed``: it is the very paper that was signed, not another print.

    ``is_copy``: it says of itself that it is a copy with signatures drawn on it. ``code_kept``: a paper with
    this code is kept. ``case_id``: its case, None where there is none or the
    person may not look into it; ``number``: what the paper itself says, or its case where one may.
    """

    verdict: Verdict
    is_pdf: bool = True
    code: PaperCode | None = None
    number: str = ""
    title: str = ""
    signed: bool = False
    code_kept: bool = False
    case_id: UUID | None = None
    is_copy: bool = False


def content_of(file: Path) -> bytes:
    """A file's bytes, never more than ``MOST``. Raises DeskError where there are more, or none to read."""
    try:
        if not file.is_file():
            raise DeskError(N_("“{name}” is no file."), name=file.name)
        with file.open("rb") as opened:
            data = opened.read(MOST + 1)
    except OSError as trouble:
        raise DeskError(N_("“{name}” cannot be read."), name=file.name) from trouble
    if len(data) > MOST:
        raise DeskError(N_("“{name}” is larger than {most} MB. No paper of an office is."), name=file.name,
                        most=MOST // 1024 ** 2)
    return data


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF, by their beginning."""
    return b"%PDF-" in data[:_HEAD]


def check(desk: Desk, data: bytes) -> Checked:
    """What the store knows of a file's bytes. Whoever is signed in may ask: the answer says no more than the
    paper in their hands does, unless they may look into its case."""
    code = code_in(data)
    with desk.reading() as work:
        there = work.papers.of_number(code.number) if code else []
        found = _same(work, data, there)
        if found is not None:
            return _unchanged(desk, work, found, code)
        kept = next((one for one in there if code_in(work.papers.pdf(one[1])) == code), None)
        if code is None or not (kept or code.is_of(desk.settings.name)):
            return Checked(Verdict.NOT_OURS, is_pdf(data), code, code.number if code else "")
        whole = kept is not None and _is_our_copy(desk, work, kept[0], data)
        return Checked(Verdict.COPY if whole else Verdict.CHANGED, is_pdf(data), code, code.number,
                       kept[1].title if kept else "", signed=whole, code_kept=kept is not None,
                       case_id=_visible(desk, work, (kept or (None,))[0]), is_copy=is_copy(data))


def _is_our_copy(desk: Desk, work: Work, case_id: UUID, data: bytes) -> bool:
    """Whether it is byte for byte the copy that this program makes of the signed paper and its signatures."""
    if not is_copy(data):
        return False
    made = signed_copy.drawn(desk, work, work.cases.whole(case_id))
    return made is not None and made.pdf == data


def _same(work: Work, data: bytes, there: list[Kept]) -> Kept | None:
    """The kept paper of just these bytes: among those of the number that it names, or of any case."""
    digest = hashlib.sha256(data).hexdigest()
    known = [one for one in there if one[1].sha256 == digest] or work.papers.with_bytes(digest)
    return next((one for one in known if work.papers.pdf(one[1]) == data), None)


def _unchanged(desk: Desk, work: Work, found: Kept, code: PaperCode | None) -> Checked:
    case_id, paper = _visible(desk, work, found[0]), found[1]
    case = work.cases.get(found[0])
    signed = any(one.paper_sha256 == paper.sha256 for one in case.signed_agreements)
    number = case.number if case_id else code.number if code else ""
    return Checked(Verdict.UNCHANGED, True, code, number, paper.title, signed, True, case_id)


def _visible(desk: Desk, work: Work, case_id: UUID | None) -> UUID | None:
    """The case, where the person may look into it."""
    if case_id is None:
        return None
    own = desk.is_member(work, work.cases.get(case_id))
    return case_id if desk.may(Verb.READ_CASE, own_case=own) else None


# -- in words ------------------------------------------------------------------------------


def sentences(checked: Checked) -> Iterator[Sentence]:
    """What is said of it: the answer first, then what to make of it."""
    if checked.verdict is Verdict.UNCHANGED:
        yield say(N_("This is one of this office's papers, and it is unchanged."))
        yield say(N_("It is the very paper that was signed, byte for byte.") if checked.signed else
                  N_("It was printed to be signed. It is not the print that stands as signed."))
    elif checked.verdict is Verdict.COPY:
        yield say(N_("This is a copy of one of this office's papers, and it is unchanged."))
        yield say(N_("Its pages are those of the paper that was signed, with the signatures drawn that were "
                     "made on the screen. The paper itself is kept here."))
    elif checked.is_copy:
        yield say(N_("This says that it is a copy of one of this office's papers with signatures drawn on "
                     "it, but it is not as this office makes that copy."))
        yield say(N_("The paper with this code is kept here; make the copy anew and compare.")
                  if checked.code_kept else N_("No paper with this code is kept here."))
    elif checked.verdict is Verdict.CHANGED:
        yield say(N_("This paper carries this office's code, but it is not as it was kept."))
        yield say(N_("The paper with this code is kept here; this file was changed after it was made, if "
                     "only by being opened and saved in another program.") if checked.code_kept else
                  N_("No paper with this code is kept here."))
    else:
        yield from _foreign(checked)


def _foreign(checked: Checked) -> Iterator[Sentence]:
    yield say(N_("This is none of this office's papers."))
    if not checked.is_pdf:
        yield say(N_("It is no PDF."))
    elif checked.code is not None:
        yield carries(checked.code)
    else:
        yield say(N_("It carries no code of an office. Papers that are not for signing carry none, nor do "
                     "those that were signed with an older program and have been changed."))


def carries(code: PaperCode) -> Sentence:
    """What a code says, to whoever cannot compare it."""
    return say(N_("It carries a code of {office}, case {number}."), office=code.office, number=code.number)
