"""How Chinese text is broken into lines. Units are points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.breaking import Part, best_fit, first_fit
from mediation_desk.documents.setting.cutting import belongs, cut, is_blank
from mediation_desk.documents.setting.faces import Face
from mediation_desk.documents.setting.spacing import SHUT_MARKS, firm, joints, marks, squeezed, stretched
from mediation_desk.documents.template.blocks import Align, Run, Runs

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

_ALMOST = 0.01
_FEED = re.compile("(\n)")


@dataclass(frozen=True, slots=True)
class Type:
    """A size with its leading (line to line), upright and bold, all in points."""

    size: float
    leading: float
    plain: Face
    bold: Face


@dataclass(slots=True)
class Piece:
    """Text that is set in one go: part of a line in one typeface."""

    text: str
    face: Face
    width: float


@dataclass(slots=True)
class Atom:
    """What a line is not broken inside: a character with its punctuation, a word, an amount."""

    pieces: list[Piece]
    width: float
    blank: bool = False

    @property
    def last(self) -> str:
        """Its last character."""
        return self.pieces[-1].text[-1]

    def text(self) -> str:
        """What it reads."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class TypeLine:
    """One set line: its atoms, its width and its indent; ``ends`` closes a paragraph."""

    atoms: list[Atom]
    width: float
    indent: float
    ends: bool

    def text(self) -> str:
        """What the line reads."""
        return "".join(atom.text() for atom in self.atoms)


def atoms(runs: Runs, kind: Type) -> list[Atom | None]:
    """The runs as atoms; None is a forced line break."""
    found: list[Atom | None] = []
    for run in runs:
        typeface = kind.bold if run.bold else kind.plain
        whole = typeface.has(run.text)
        for text in _cut(run):
            if text == "\n":
                found.append(None)
                continue
            parts = [(typeface, text)] if whole else typeface.parts(text)
            pieces = [Piece(part, one, one.width(part) * kind.size) for one, part in parts]
            width = sum(piece.width for piece in pieces)
            before = found[-1] if found else None
            if before and _belongs(text, before):
                before.pieces += pieces
                before.width += width
            else:
                found.append(Atom(pieces, width, is_blank(text)))
    return found


def _belongs(text: str, before: Atom) -> bool:
    """Whether text of a new run may not be parted from the atom before it."""
    return not before.blank and not is_blank(text) and belongs(text, before.last)


def _cut(run: Run) -> list[str]:
    """Solid text is whole between the line feeds that somebody typed into it."""
    return [part for part in _FEED.split(run.text) if part] if run.solid else cut(run.text)


def lines(runs: Runs, kind: Type, width: float, indent: float = 0.0, full: bool = False) -> list[TypeLine]:
    """The runs broken into lines no wider than ``width``, the first set in by ``indent``; ``full``: for
    lines that are filled on both sides (:attr:`Align.JUSTIFY`), where all of a paragraph come out best.

    A closing mark at the end of a line may stand half outside the margin, where its own blank half is, and
    a full line may be longer by what its marks can give up; an atom wider than a whole line is broken where
    it must, and a first one that is only too wide to be set in stands further to the left.
    """
    done: list[TypeLine] = []
    for paragraph in _forced(atoms(runs, kind)):
        paragraph = _fitting(paragraph, kind, width, keep=not done)
        indent = 0.0 if done else min(indent, max(width - paragraph[0].width, 0.0)) if paragraph else indent
        done += _paragraph(paragraph, kind, width, indent, full)
    return done


def _forced(found: Iterable[Atom | None]) -> Iterator[list[Atom]]:
    """What stands between forced line breaks."""
    paragraph: list[Atom] = []
    for atom in found:
        if atom is None:
            yield paragraph
            paragraph = []
        else:
            paragraph.append(atom)
    yield paragraph


def _fitting(paragraph: list[Atom], kind: Type, width: float, keep: bool) -> list[Atom]:
    """Atoms none of which is wider than a line; blank ones only begin the very first line (``keep``)."""
    found: list[Atom] = []
    for atom in paragraph:
        if atom.blank and not found and not keep:
            continue
        if atom.width - _hang(atom, kind.size) <= width + _ALMOST:
            found.append(atom)
        else:
            found.extend(_broken(atom, width))
    return found


def _paragraph(found: list[Atom], kind: Type, width: float, indent: float, full: bool) -> list[TypeLine]:
    wide = sum(atom.width for atom in found)
    if wide <= width - indent + _ALMOST:
        return [_trimmed(TypeLine(found, wide, indent, True), ends=True)]
    parts = _measured(found, full)
    places = (best_fit if full else first_fit)(parts, kind.size, width, width - indent)
    made = [found[start:end] for start, end in places]
    return [_trimmed(TypeLine(line, sum(atom.width for atom in line), 0.0 if at else indent, False),
                     ends=at == len(made) - 1) for at, line in enumerate(made)]


def _measured(found: list[Atom], full: bool) -> list[Part]:
    """The atoms as the breaker wants them: marks and joints are only counted where lines are filled."""
    parts, before = list[Part](), ""
    for atom in found:
        text = atom.text() if full else ""
        first = text[:1]
        parts.append(Part(atom.width, marks(text), joints(text), bool(before and not firm(before, first)),
                          atom.last in SHUT_MARKS, atom.blank))
        before = text[-1:]
    return parts


def _trimmed(line: TypeLine, ends: bool) -> TypeLine:
    while line.atoms and line.atoms[-1].blank:
        line.width -= line.atoms.pop().width
    line.ends = ends
    return line


def _hang(atom: Atom, size: float) -> float:
    """How far the last mark of a line may stand outside the margin."""
    return size / 2 if atom.last in SHUT_MARKS else 0.0


def _broken(atom: Atom, width: float) -> list[Atom]:
    """An atom wider than a line, in parts that fit (a part of one character always does)."""
    parts: list[Atom] = []
    used = 0.0
    for piece in atom.pieces:
        size = piece.width / (piece.face.width(piece.text) or 1.0)
        for character in piece.text:
            wide = piece.face.width(character) * size
            last = parts[-1] if parts else None
            if last and used + wide <= width:
                last.pieces.append(Piece(character, piece.face, wide))
                last.width += wide
                used += wide
            else:
                parts.append(Atom([Piece(character, piece.face, wide)], wide))
                used = wide
    return parts


def draw_line(text: PDFTextObject, line: TypeLine, kind: Type, width: float, align: Align) -> None:
    """Set one line in a text object whose origin is at the left end of its base line."""
    slack = width - line.indent - line.width
    lead, gaps = _gaps(line, kind, slack, align)
    shift = line.indent - lead
    if slack > 0 and align is Align.RIGHT:
        shift += slack
    elif slack > 0 and align is Align.CENTER:
        shift += slack / 2
    if shift:
        text.moveCursor(shift, 0)
    _draw(text, line, kind, gaps)


def _gaps(line: TypeLine, kind: Type, slack: float, align: Align) -> tuple[float, list[float]]:
    """(how far the line begins to the left, what is added behind each character); nothing of both for a
    line that is set as it is."""
    if line.atoms and slack < -_ALMOST:
        lead, taken = squeezed(line.text(), kind.size, -slack)
        return (lead, [-each for each in taken]) if lead or any(taken) else (0.0, [])
    if line.atoms and align is Align.JUSTIFY and not line.ends:
        added = stretched(line.text(), kind.size, slack)
        return 0.0, added if any(added) else []
    return 0.0, []


def _draw(text: PDFTextObject, line: TypeLine, kind: Type, gaps: list[float]) -> None:
    """Characters of one face with the same room behind them are set together."""
    for typeface, spacing, words in _stretches(line, gaps):
        if spacing < 0:
            _draw_marks(text, typeface, kind.size, words, -spacing / kind.size)
            continue
        if gaps:
            text.setCharSpace(spacing)
        typeface.show(text, kind.size, words)
    if gaps:
        text.setCharSpace(0)


def _draw_marks(text: PDFTextObject, typeface: Face, size: float, words: str, taken: float) -> None:
    """Characters that each give up a part of their square, in em. Each is followed by a step back (a TJ of
    a number alone, ISO 32000-2, 9.4.3): some readers forget the character spacing behind a string's end."""
    text.setCharSpace(0)
    for character in words:
        typeface.show(text, size, character)
        text._code.append(f"[{taken * 1000:.1f}] TJ")  # type: ignore[attr-defined]


def _stretches(line: TypeLine, gaps: list[float]) -> Iterator[tuple[Face, float, str]]:
    """(typeface, spacing, text) in order, as few as the spacing allows."""
    now: tuple[Face, float] | None = None
    words: list[str] = []
    for typeface, spacing, part in _parts(line, gaps):
        if now != (typeface, spacing):
            if now and words:
                yield (*now, "".join(words))
            now, words = (typeface, spacing), []
        words.append(part)
    if now and words:
        yield (*now, "".join(words))


def _parts(line: TypeLine, gaps: list[float]) -> Iterator[tuple[Face, float, str]]:
    at = 0
    for piece in (piece for atom in line.atoms for piece in atom.pieces):
        if not gaps:
            yield piece.face, 0.0, piece.text
            continue
        for character in piece.text:
            yield piece.face, gaps[at], character
            at += 1
