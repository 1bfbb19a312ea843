"""Reads a filled template as Markdown and lays it out as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from mediation_desk.documents.template.blocks import (
    Align,
    Bar,
    Block,
    Chart,
    Column,
    Columns,
    Form,
    Heading,
    Items,
    KeyValue,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Run,
    Runs,
    SignatureArea,
    SignaturePlace,
    Spacer,
    Table,
    Title,
    Turn,
    plain_text,
)
from mediation_desk.documents.template.fill import Filled, fill
from mediation_desk.documents.template.names import Names
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import FormText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPTION = re.compile(r"([a-z]+)=(\S+)\s*")
_MOST = 1000  # of anything that a directive measures
_QR_BYTES = 2331  # that a code of version 40 holds at error correction M (ISO/IEC 18004, table 7)
_UNUSED = ["link", "image", "autolink", "fence", "code", "html_inline", "html_block", "reference",
           "lheading", "blockquote", "entity", "hr", "emphasis"]
_ALIGN = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTER}


def compose(template: FormText, context: object) -> list[Block]:
    """The paper as blocks. Raises DeskError as :func:`fill`, or for Markdown that is not
    understood, with the file and the reason."""
    filled = fill(template, context)
    return list(_Composer(template, filled, Names(context)).blocks())


@dataclass(frozen=True)
class _Directive:
    """A line ``:: word key=value text`` that says how what follows is laid out."""

    word: str
    options: Mapping[str, str]
    text: str


_NONE = _Directive("", {}, "")


class _Composer:
    """One pass over the tokens of one paper."""

    def __init__(self, template: FormText, filled: Filled, names: Names) -> None:
        self.template = template
        self.filled = filled
        self.names = names
        self.markdown = _reader()
        self.pending = _NONE

    def blocks(self) -> Iterator[Block]:
        tokens = self.markdown.parse(self.filled.text)
        at = 0
        while at < len(tokens):
            end = _closing(tokens, at)
            yield from self._block(tokens[at:end + 1])
            at = end + 1
        if self.pending is not _NONE:
            self._refuse(f":: {self.pending.word}")

    def _block(self, tokens: Sequence[Token]) -> Iterator[Block]:
        kinds: dict[str, Callable[[Sequence[Token]], Iterator[Block]]] = {
            "heading_open": self._heading, "paragraph_open": self._paragraph,
            "table_open": self._table, "bullet_list_open": self._bullets,
            "ordered_list_open": self._numbered}
        kind = kinds.get(tokens[0].type)
        if kind is None:
            self._refuse(tokens[0].type)
        yield from kind(tokens)

    def _heading(self, tokens: Sequence[Token]) -> Iterator[Block]:
        level = int(tokens[0].tag[1])
        text = plain_text(self._runs(tokens[1].content))
        yield Title(text) if level == 1 else Heading(text, min(level, 3))

    def _paragraph(self, tokens: Sequence[Token]) -> Iterator[Block]:
        plain: list[str] = []
        for line in tokens[1].content.split("\n"):
            if not line.startswith("::"):
                plain.append(line)
                continue
            yield from self._text(plain)
            plain = []
            yield from self._direct(_directive(line))
        yield from self._text(plain)

    def _text(self, lines: list[str]) -> Iterator[Block]:
        runs = self._runs("\n".join(lines)) if lines else ()
        if plain_text(runs).strip():
            yield Paragraph(runs, keep_with_next=plain_text(runs).endswith(("：", ":")))

    def _direct(self, directive: _Directive) -> Iterator[Block]:
        """What one directive stands for; those that shape a list or table wait for it."""
        runs = self._runs(directive.text)
        match directive.word:
            case "office":
                yield Title(plain_text(runs), office=True)
            case "center":
                yield Paragraph(runs, indent=False, align=Align.CENTER)
            case "right":
                yield Paragraph(runs, indent=False, align=Align.RIGHT)
            case "left":
                yield Paragraph(runs, indent=False)
            case "note":
                yield Paragraph(runs, indent=False, small=True)
            case "space":
                yield Spacer(self._measure(directive.text or "1"))
            case "page":
                yield PageBreak()
            case "landscape" | "portrait":
                yield Turn(directive.word == "landscape")
            case "rule":
                yield Rule()
            case "qr":
                if len(plain_text(runs).encode()) > _QR_BYTES:
                    self._refuse(":: qr")
                yield QrCode(plain_text(runs), self._number(directive, "size", 45, 1),
                             self.filled.resolve(directive.options.get("caption", "")))
            case "table" | "chart" | "form" | "signatures" | "columns":
                self.pending = directive
            case word:
                self._refuse(f":: {word}")

    def _awaited(self, *words: str) -> _Directive:
        directive, self.pending = self.pending, _NONE
        if directive is not _NONE and directive.word not in words:
            self._refuse(f":: {directive.word}")
        return directive

    def _table(self, tokens: Sequence[Token]) -> Iterator[Block]:
        directive = self._awaited("table", "chart")
        if directive.word == "chart":
            yield self._chart(directive, tokens)
            return
        rows = [[token for token in row if token.type == "inline"] for row in _rows(tokens)]
        head = [token for token in tokens if token.type == "th_open"]
        shares = [self._measure(share) for share in directive.options.get("widths", "").split(",") if share]
        if shares and len(shares) != len(head):
            self._refuse(f"widths={directive.options['widths']}")
        columns = tuple(Column(_ALIGN.get(str(token.attrGet("style")), Align.LEFT),
                               shares[at] if shares else 0.0) for at, token in enumerate(head))
        cells = tuple(tuple(self._runs(cell.content) for cell in row) for row in rows)
        totals = int(self._number(directive, "totals", 0))
        if totals >= len(cells):
            self._refuse(f"totals={totals}")
        table = Table(columns, cells[:1], cells[1:], totals=totals,
                      caption=plain_text(self._runs(directive.text)),
                      size=self._number(directive, "size", 12, 1))
        yield self._signed(table, directive) if "sign" in directive.options else table

    def _signed(self, table: Table, directive: _Directive) -> Table:
        """A list in which each signs in the last cell, which says as what; ``sign``: the column, counted
        from 1, that says who."""
        named = int(self._number(directive, "sign", 1, 1)) - 1
        if named >= len(table.columns) - 1:
            self._refuse(f"sign={named + 1}")
        plain = len(table.rows) - table.totals
        places = tuple(SignaturePlace(plain_text(row[-1]), plain_text(row[named]), fingerprint=True)
                       for row in table.rows[:plain])
        return replace(table, rows=tuple((*row[:-1], ()) for row in table.rows), places=places)

    def _chart(self, directive: _Directive, tokens: Sequence[Token]) -> Chart:
        """A table of three columns as bars: label, figure, length in thousandths."""
        bars = []
        for row in list(_rows(tokens))[1:]:
            said = [plain_text(self._runs(one.content)) for one in row if one.type == "inline"]
            if len(said) != 3:
                self._refuse(" | ".join(said))
            bars.append(Bar(said[0], said[1], min(self._measure(said[2]), 1000) / 1000))
        return Chart(tuple(bars), plain_text(self._runs(directive.text)))

    def _bullets(self, tokens: Sequence[Token]) -> Iterator[Block]:
        directive = self._awaited("form", "signatures", "columns")
        if numbered := next((one for one in tokens if one.type == "list_item_open" and one.info), None):
            self._refuse(f"- {numbered.info}{numbered.markup}")  # its number would be lost
        items = [token.content for token in tokens if token.type == "inline"]
        match directive.word:
            case "form":
                yield Form(tuple(self._form_row(item) for item in items),
                           self._number(directive, "size", 12, 1))
            case "signatures":
                yield SignatureArea(tuple(self._place(item) for item in items),
                                    plain_text(self._runs(directive.text)),
                                    int(self._number(directive, "columns", 2, 1)))
            case "columns":
                yield Columns(tuple(plain_text(self._runs(item)) for item in items),
                              int(self._number(directive, "per", 4, 1)))
            case _:
                yield Items(tuple(self._runs(item) for item in items))

    def _numbered(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Items are numbered as they are written: a number that does not count on begins a list of its own;
        the same one again (Markdown's habit) counts on."""
        self._awaited()
        written: int | None = None
        begun, items = 0, list[Runs]()
        for number, text in self._numbered_items(tokens):
            if items and number not in (written, begun + len(items)):
                yield Items(tuple(items), begun)
                items = []
            begun, written = begun if items else number, number
            items.append(self._runs(text))
        yield Items(tuple(items), begun)

    def _numbered_items(self, tokens: Sequence[Token]) -> list[tuple[int, str]]:
        """Each item with its number; further paragraphs of an item are further lines of it."""
        found = list[tuple[int, list[str]]]()
        for token in tokens:
            if token.type == "list_item_open":
                if token.level != 1:
                    self._refuse(f"{token.info}{token.markup}")
                found.append((int(token.info), []))
            elif token.type == "inline":
                found[-1][1].append(token.content)
        return [(number, "\\\n".join(texts)) for number, texts in found]

    def _form_row(self, item: str) -> tuple[KeyValue, ...]:
        """``label = value | label = value {lines=3}``."""
        row = []
        for part in item.split("|"):
            label, equals, value = part.partition("=")
            if not equals:
                self._refuse(part)
            lines = re.search(r"\{lines=(\d+)\}\s*$", value)
            value = value[:lines.start()] if lines else value
            row.append(KeyValue(plain_text(self._runs(label.strip())), self._runs(value.strip()),
                                int(lines[1]) if lines else 1))
        return tuple(row)

    def _place(self, item: str) -> SignaturePlace:
        """``label | name | manner | seal`` or ``fingerprint``."""
        parts = [plain_text(self._runs(part.strip())) for part in item.split("|")]
        label, name, manner, room = (parts + [""] * 4)[:4]
        return SignaturePlace(label, name, manner, room == "seal", room == "fingerprint")

    def _runs(self, source: str) -> Runs:
        """Inline Markdown as runs, with the values put back.

        ``**`` is read here, because CommonMark's rules for it fail beside Chinese punctuation.
        """
        if not source:
            return ()
        runs: list[Run] = []
        bold = False
        for token in self.markdown.parseInline(source)[0].children or []:
            if token.type not in ("text", "code_inline", "softbreak", "hardbreak"):
                self._refuse(token.type)
            if token.type == "code_inline":
                runs.append(Run(self.filled.resolve(token.content), bold, solid=True))
                continue
            text = "\n" if token.type == "hardbreak" else token.content
            for at, part in enumerate(text.split("**")):
                bold ^= at > 0
                runs.append(Run(self.filled.resolve(part), bold))
        return self.names.kept_whole(_joined(runs))

    def _number(self, directive: _Directive, name: str, default: int, least: int = 0) -> float:
        return self._measure(directive.options.get(name, str(default)), least)

    def _measure(self, text: str, least: int = 0) -> float:
        """What the form's writer wrote for a size, a share or a count."""
        try:
            measure = float(text)
        except ValueError:
            measure = -1.0
        if not least <= measure <= _MOST:  # neither infinity nor what is no number
            self._refuse(text)
        return measure

    def _refuse(self, what: str) -> NoReturn:
        raise DeskError(N_("The form {path} holds something that cannot be laid out: {what}"),
                        path=self.template.path, what=self.filled.resolve(what).strip())


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_UNUSED)


def _directive(line: str) -> _Directive:
    word, _, rest = line[2:].strip().partition(" ")
    options = {}
    while found := _OPTION.match(rest):
        options[found[1]] = found[2]
        rest = rest[found.end():]
    return _Directive(word, options, rest.strip())


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where the block that opens at ``at`` closes."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].nesting
        if depth == 0:
            return end
    return len(tokens) - 1


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        row.append(token)
        if token.type == "tr_close":
            yield row


def _joined(runs: list[Run]) -> Runs:
    """Neighbours of the same kind as one run, empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].solid) == (run.bold, run.solid):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)
