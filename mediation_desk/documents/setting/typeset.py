"""How Chinese text is broken into lines. Units are points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.faces import Face
from mediation_desk.documents.template.blocks import Align, Run, Runs

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

# No line begins with these, none ends with those (GB/T 15834, 5.1).
_SHUT = "，。、；：？！）》〉】」』”’〕］｝…—～·％‰℃,.;:?!)\\]}>%"
_OPEN = "（《〈【「『“‘〔［｛(\\[{<￥¥"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_AMOUNT = f"(?:人民币)?[{_CAPITAL}]+元[{_CAPITAL}角分整]*|(?:人民币)?[{_CAPITAL}]+[角分][{_CAPITAL}角分整]*"
_WORD = (r"[+\-−]?[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/@_\-]*[A-Za-z0-9À-ɏ])?"
         "(?:个月|个工作日|万元|[元年月日号期天人份条款时分%％])?")
_ATOM = re.compile(f"[ \u3000]+|[{_OPEN}]*(?:{_AMOUNT}|{_WORD}|[^{_OPEN}\n])[{_SHUT}]*|[{_OPEN}]+|\n")
_OPEN_ONLY = re.compile(f"[{_OPEN}]+")
_SHUT_ONLY = re.compile(f"[{_SHUT}]+")
_HANGING = frozenset("，。、；：！？）》〉】」』”’〕")
_LOOSEST = 0.25  # em between characters: a line looser than this is left ragged
_ALMOST = 0.01


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
                found.append(Atom(pieces, width, not text.strip(" \u3000")))
    return found


def _belongs(text: str, before: Atom) -> bool:
    """Whether text of a new run may not be parted from the atom before it."""
    if before.blank or not text.strip(" \u3000"):
        return False
    return bool(_SHUT_ONLY.fullmatch(text)) or bool(_OPEN_ONLY.fullmatch(before.last))


def _cut(run: Run) -> Iterator[str]:
    if run.solid:
        yield run.text
    else:
        yield from _ATOM.findall(run.text)


def lines(runs: Runs, kind: Type, width: float, indent: float = 0.0) -> list[TypeLine]:
    """The runs broken into lines no wider than ``width``, the first set in by ``indent``.

    A closing mark at the end of a line may stand half outside the margin, where its own blank
    half is; an atom wider than a whole line is broken where it must.
    """
    done: list[TypeLine] = []
    line = TypeLine([], 0.0, indent, False)
    waiting = atoms(runs, kind)[::-1]
    while waiting:
        atom = waiting.pop()
        if atom is None:
            done.append(_trimmed(line, ends=True))
            line = TypeLine([], 0.0, 0.0, False)
        elif line.indent + line.width + atom.width - _hang(atom, kind.size) <= width + _ALMOST:
            if line.atoms or not atom.blank or not done:
                line.atoms.append(atom)
                line.width += atom.width
        elif line.atoms:
            done.append(_trimmed(line, ends=False))
            line = TypeLine([], 0.0, 0.0, False)
            waiting.append(atom)
        else:
            waiting.extend(reversed(_broken(atom, width)))
    done.append(_trimmed(line, ends=True))
    return done


def _trimmed(line: TypeLine, ends: bool) -> TypeLine:
    while line.atoms and line.atoms[-1].blank:
        line.width -= line.atoms.pop().width
    line.ends = ends
    return line


def _hang(atom: Atom, size: float) -> float:
    """How far the last mark of a line may stand outside the margin."""
    return size / 2 if atom.last in _HANGING else 0.0


def _broken(atom: Atom, width: float) -> list[Atom | None]:
    """An atom wider than a line, in parts that fit (a part of one character always does)."""
    parts: list[Atom | None] = []
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
    if line.atoms and slack < 0:
        slack += _hang(line.atoms[-1], kind.size)
    shift = line.indent
    if align is Align.RIGHT:
        shift += slack
    elif align is Align.CENTER:
        shift += slack / 2
    if shift:
        text.moveCursor(shift, 0)
    _draw(text, line, kind, _gap(line, kind, slack, align))


def _gap(line: TypeLine, kind: Type, slack: float, align: Align) -> float:
    """What is added between atoms to fill the line; nothing on a last or very loose line."""
    between = len(line.atoms) - 1
    if align is not Align.JUSTIFY or line.ends or between < 1 or slack < 0:
        return 0.0
    gap = slack / between
    return gap if gap <= _LOOSEST * kind.size else 0.0


def _draw(text: PDFTextObject, line: TypeLine, kind: Type, gap: float) -> None:
    """Atoms of one piece and one character are set together with the gap as their spacing;
    inside longer ones nothing is added."""
    for typeface, spacing, words in _stretches(line, gap):
        if gap:
            text.setCharSpace(spacing)
        typeface.show(text, kind.size, words)
    if gap:
        text.setCharSpace(0)


def _stretches(line: TypeLine, gap: float) -> Iterator[tuple[Face, float, str]]:
    """(typeface, spacing, text) in order, as few as the spacing allows."""
    now: tuple[Face, float] | None = None
    words: list[str] = []
    for typeface, spacing, part in _parts(line, gap):
        if now != (typeface, spacing):
            if now and words:
                yield (*now, "".join(words))
            now, words = (typeface, spacing), []
        words.append(part)
    if now and words:
        yield (*now, "".join(words))


def _parts(line: TypeLine, gap: float) -> Iterator[tuple[Face, float, str]]:
    for atom in line.atoms:
        for piece in atom.pieces[:-1]:
            yield piece.face, 0.0, piece.text
        last = atom.pieces[-1]
        if gap and len(last.text) > 1:
            yield last.face, 0.0, last.text[:-1]
        yield last.face, gap, last.text[-1] if gap else last.text
