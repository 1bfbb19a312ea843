"""Reads a filled template as Markdown and lays it out as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.directive import NONE, Directive
from mediation_desk.documents.setting.directive import directive as read
from mediation_desk.documents.setting.inline import Inline
from mediation_desk.documents.setting.itemised import bullets, numbered
from mediation_desk.documents.setting.tabled import chart, table
from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Spacer,
    Title,
    Turn,
    plain_text,
)
from mediation_desk.documents.template.fill import fill
from mediation_desk.documents.template.names import Names
from mediation_desk.library.forms import FormText

if TYPE_CHECKING:
    from markdown_it.token import Token

_QR_BYTES = 2331  # that a code of version 40 holds at error correction M (ISO/IEC 18004, table 7)


def compose(template: FormText, context: object) -> list[Block]:
    """The paper as blocks. Raises DeskError as :func:`fill`, or for Markdown that is not
    understood, with the file and the reason."""
    return list(_Composer(Inline(template, fill(template, context), Names(context))).blocks())


class _Composer:
    """One pass over the tokens of one paper."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        self.pending = NONE

    def blocks(self) -> Iterator[Block]:
        tokens = self.inline.markdown.parse(self.inline.filled.text)
        at = 0
        while at < len(tokens):
            end = _closing(tokens, at)
            yield from self._block(tokens[at:end + 1])
            at = end + 1
        if self.pending is not NONE:
            self.inline.refuse(f":: {self.pending.word}")

    def _block(self, tokens: Sequence[Token]) -> Iterator[Block]:
        kinds: dict[str, Callable[[Sequence[Token]], Iterator[Block]]] = {
            "heading_open": self._heading, "paragraph_open": self._paragraph,
            "table_open": self._table, "bullet_list_open": self._bullets,
            "ordered_list_open": self._numbered}
        kind = kinds.get(tokens[0].type)
        if kind is None:
            self.inline.refuse(tokens[0].type)
        yield from kind(tokens)

    def _heading(self, tokens: Sequence[Token]) -> Iterator[Block]:
        level = int(tokens[0].tag[1])
        text = plain_text(self.inline.runs(tokens[1].content))
        yield Title(text) if level == 1 else Heading(text, min(level, 3))

    def _paragraph(self, tokens: Sequence[Token]) -> Iterator[Block]:
        plain: list[str] = []
        for line in tokens[1].content.split("\n"):
            if not line.startswith("::"):
                plain.append(line)
                continue
            yield from self._text(plain)
            plain = []
            yield from self._direct(read(line))
        yield from self._text(plain)

    def _text(self, lines: list[str]) -> Iterator[Block]:
        runs = self.inline.runs("\n".join(lines)) if lines else ()
        if plain_text(runs).strip():
            yield Paragraph(runs, keep_with_next=plain_text(runs).endswith(("：", ":")))

    def _direct(self, directive: Directive) -> Iterator[Block]:
        """What one directive stands for; those that shape a list or table wait for it."""
        runs = self.inline.runs(directive.text)
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
                yield Spacer(self.inline.measure(directive.text or "1"))
            case "page":
                yield PageBreak()
            case "landscape" | "portrait":
                yield Turn(directive.word == "landscape")
            case "rule":
                yield Rule()
            case "qr":
                if len(plain_text(runs).encode()) > _QR_BYTES:
                    self.inline.refuse(":: qr")
                yield QrCode(plain_text(runs), directive.number(self.inline, "size", 45, 1),
                             self.inline.filled.resolve(directive.options.get("caption", "")))
            case "table" | "chart" | "form" | "signatures" | "columns":
                self.pending = directive
            case word:
                self.inline.refuse(f":: {word}")

    def _awaited(self, *words: str) -> Directive:
        directive, self.pending = self.pending, NONE
        if directive is not NONE and directive.word not in words:
            self.inline.refuse(f":: {directive.word}")
        return directive

    def _table(self, tokens: Sequence[Token]) -> Iterator[Block]:
        directive = self._awaited("table", "chart")
        yield (chart if directive.word == "chart" else table)(self.inline, directive, tokens)

    def _bullets(self, tokens: Sequence[Token]) -> Iterator[Block]:
        yield bullets(self.inline, self._awaited("form", "signatures", "columns"), tokens)

    def _numbered(self, tokens: Sequence[Token]) -> Iterator[Block]:
        self._awaited()
        yield from numbered(self.inline, tokens)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where the block that opens at ``at`` closes."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].nesting
        if depth == 0:
            return end
    return len(tokens) - 1
