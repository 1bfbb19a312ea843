"""Reads the documents and clauses of ``forms/``, or an office's own versions of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import FormError, read, source_of

NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})
_FENCE = "+++"
WHOLE_CASE = "whole-case.toml"


PaperStation = Literal["intake", "sorting", "mediation", "settlement", "performance", "closing",
                       "payments", "evidence", "order", "service", "referral", "timeline", "travel",
                       "reports", "office"]
Compact = bool | Literal["text"]
Called = Annotated[str, msgspec.Meta(min_length=1, max_length=100,
                                     pattern=r"^[^\x00-\x1f\x7f-\x9f\ufffe\uffff]*$")]
"""What a paper is called: on one line, and no longer than the properties of a DOCX hold."""
Copies = Literal["whole", "side", "worker", "session", "referral"]
Part = Literal["shown", "inside"]
Signs = Literal["applicants", "respondents", "third_parties", "agents", "representatives", "mediators",
                "recorder", "head", "office", "other_office", "recipient", "server", "witness", "asked",
                "payees", "visitors"]
Addressed = Literal["applicants", "respondents", "side", "parties", "office", "arbitration_commission",
                    "court", "other_office"]
Ready = Literal["applied", "few", "many", "delegated", "answered", "both_sides", "accepted", "represented",
                "organisation", "elected", "oral", "extended", "exhibits", "originals", "inquired", "drafted",
                "signed", "paid", "served", "referred", "replied", "closed", "withdrawn"]


class DocumentHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The header of a document template.

    ``title`` and ``title_en`` are what the paper is called wherever it is named; on itself it is
    Chinese. ``station`` is the page that offers it: a station of the road, or a page beside it.
    ``copies`` are the copies that there are of it: one of the ``whole``, one for each ``side`` or
    ``worker``, one of each joint ``session`` or ``referral``; a paper that names none has just one.

    ``needs`` says in Chinese what each field of the context means, so that whoever changes a
    template sees what is there to be used. ``wide`` lays the paper on its long side.
    ``numbered`` prints 第 x 页 共 y 页; ``compact`` sets the text at size four, not three, with
    narrower margins above and below, or with those of an official document where it says ``"text"``; a
    ``handout`` has narrow margins, for one page in one person's hand; ``signed_by_page`` are the words before
    a line in every page's foot, on which whoever read the page signs.

    ``place`` is where it lies in the case's file, group and order (``7.4``), empty for what is no paper of
    the file; ``part``: what may be shown or stays inside; ``signs``: whose hands or seals it needs;
    ``addressed``: to whom it speaks, nobody where it only records. ``told`` is ``case`` for a paper that is
    told the whole case (``forms/whole-case.toml`` says what that is): such a paper is this one file and
    nothing else; it is offered once the case is ``ready`` for it.
    """

    title: Called
    title_en: Called
    station: PaperStation
    needs: dict[str, str] = {}
    copies: frozenset[Copies] = frozenset()
    wide: bool = False
    numbered: bool = True
    compact: Compact = False
    handout: bool = False
    signed_by_page: str = ""
    place: Annotated[str, msgspec.Meta(pattern=r"^(\d{1,2}\.\d{1,2})?$")] = ""
    part: Part = "shown"
    signs: tuple[Signs, ...] = ()
    addressed: Addressed | None = None
    told: Literal["own", "case"] = "own"
    ready: Ready = "applied"

    @property
    def order(self) -> tuple[int, int] | None:
        """Where it lies in the file: group and order; None where it is no paper of it."""
        if not self.place:
            return None
        group, _, number = self.place.partition(".")
        return int(group), int(number)


@dataclass(frozen=True, slots=True)
class FormText:
    """A text with places to fill, and how messages name it.

    ``first_line`` is the line of the file on which the body begins; ``path`` names the file
    (``documents/mediation-agreement.md``); ``needs`` says what its places mean.
    """

    title: str
    body: str
    first_line: int
    path: str
    needs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DocumentTemplate(FormText):
    """A document in ``forms/documents/``: its typed header and its Markdown body."""

    name: str
    header: DocumentHeader


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A clause for agreements. ``text`` is a template; ``places`` says what fills each place.

    ``kind`` groups clauses that serve the same end: at most one of kind ``default`` stands in
    an agreement. ``basis`` cites the law that the clause rests on. ``fits`` says when it fits. ``excludes``
    are the ids of clauses that contradict it.
    """

    id: str
    kind: str
    title: str
    text: str
    places: dict[str, str] = {}
    basis: str = ""
    fits: str = ""
    excludes: tuple[str, ...] = ()


class ClauseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of ``forms/clauses/``: clauses in the order in which they are offered."""

    clause: list[Clause]


def document_names(overrides: Mapping[str, str] = NO_OVERRIDES) -> list[str]:
    """Every document that can be printed, shipped or the office's own, by name."""
    names = {path.stem for path in shipped("forms", "documents").glob("*.md")}
    names |= {key[10:-3] for key in overrides if key.startswith("documents/") and key.endswith(".md")}
    return sorted(names)


def document_template(name: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> DocumentTemplate:
    """The template called ``name``: the office's own if ``overrides`` has one, or the shipped.

    ``overrides`` maps paths under ``forms/`` (``documents/acceptance-notice.md``) to their text.
    Raises DeskError when there is none of that name, or with file, line and reason when it is
    malformed.
    """
    return _template(name, f"documents/{name}.md", document_text(name, overrides))


def usable_header(name: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> DocumentHeader | None:
    """What the header of a form tells of its paper wherever papers are listed: of an own form that this
    program cannot use, which is said when the paper is made, the shipped one's; None where there is none."""
    try:
        return document_template(name, overrides).header
    except FormError:
        path = f"documents/{name}.md"
        if path not in overrides:
            raise
        return document_template(name).header if shipped("forms").joinpath(path).is_file() else None


def document_text(name: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """The form as it is written, head and body. DeskError where there is none of that name."""
    path = f"documents/{name}.md"
    return overrides[path] if path in overrides else _shipped_text(path)


@lru_cache(maxsize=64)
def _template(name: str, path: str, text: str) -> DocumentTemplate:
    """The same text is only read once: what papers are called is asked whenever a case is shown."""
    head, body, first_line = _split(text, path)
    header = read(source_of(path, "\n" + head), DocumentHeader)
    needs = {**whole_case(), **header.needs} if header.told == "case" else header.needs
    return DocumentTemplate(header.title, body, first_line, path, needs, name, header)


class WholeCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``forms/whole-case.toml``: what each name means that a paper of the whole case may use."""

    needs: dict[str, str]


@lru_cache(maxsize=1)
def whole_case() -> Mapping[str, str]:
    """What a paper that is told the whole case may use, each name with its meaning in Chinese."""
    return MappingProxyType(read(source_of(WHOLE_CASE, _shipped_text(WHOLE_CASE)), WholeCase).needs)


def clauses(overrides: Mapping[str, str] = NO_OVERRIDES) -> Mapping[str, Clause]:
    """The clause library by id, in the order of the files and in the files.

    An override of ``clauses/default.toml`` replaces that file; one of a new name adds to it.
    Raises DeskError when a file is malformed or two clauses have the same id.
    """
    library: dict[str, Clause] = {}
    for path, text in _clause_texts(overrides):
        for clause in read(source_of(path, text), ClauseFile).clause:
            if clause.id in library:
                raise FormError(path, _line_of(text, clause.id),
                                say(N_("the clause “{id}” is defined twice"), id=clause.id))
            library[clause.id] = clause
    return MappingProxyType(library)


def _clause_texts(overrides: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    paths = {f"clauses/{path.name}" for path in shipped("forms", "clauses").glob("*.toml")}
    paths |= {key for key in overrides if key.startswith("clauses/")}
    for path in sorted(paths):
        yield path, overrides[path] if path in overrides else _shipped_text(path)


def _shipped_text(path: str) -> str:
    file = shipped("forms").joinpath(path)
    if ".." in path or not file.is_file():
        raise DeskError(N_("There is no form called “{path}”."), path=path)
    return file.read_text(encoding="utf-8")


def _split(text: str, path: str) -> tuple[str, str, int]:
    """Header, body and the line where the body begins."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != _FENCE:
        raise FormError(path, 1, say(N_("the header must begin with a line {fence}"), fence=_FENCE))
    for at, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return "".join(lines[1:at]), "".join(lines[at + 1:]), at + 2
    raise FormError(path, len(lines), say(N_("the header must end with a line {fence}"), fence=_FENCE))


def _line_of(text: str, word: str) -> int:
    at = text.rfind(f'"{word}"')
    return text.count("\n", 0, max(at, 0)) + 1
