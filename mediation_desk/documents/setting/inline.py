"""Reads what stands within a block of a filled template: its runs, with the values put back, and measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from mediation_desk.documents.template.blocks import Run, Runs, plain_text
from mediation_desk.documents.template.fill import Filled
from mediation_desk.documents.template.names import Names
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import FormText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MOST = 1000  # of anything that a form measures
_UNUSED = ["link", "image", "autolink", "fence", "code", "html_inline", "html_block", "reference",
           "lheading", "blockquote", "entity", "hr", "emphasis"]


class Inline:
    """The words of one paper. ``markdown``: reads its blocks too."""

    def __init__(self, template: FormText, filled: Filled, names: Names) -> None:
        self.filled = filled
        self.markdown = _reader()
        self._template, self._names = template, names

    def runs(self, source: str) -> Runs:
        """Inline Markdown as runs, with the values put back.

        ``**`` is read here, because CommonMark's rules for it fail beside Chinese punctuation.
        """
        if not source:
            return ()
        runs: list[Run] = []
        bold = False
        for token in self.markdown.parseInline(source)[0].children or []:
            if token.type not in ("text", "code_inline", "softbreak", "hardbreak"):
                self.refuse(token.type)
            if token.type == "code_inline":
                runs.append(Run(self.filled.resolve(token.content), bold, solid=True))
                continue
            text = "\n" if token.type == "hardbreak" else token.content
            for at, part in enumerate(text.split("**")):
                bold ^= at > 0
                runs.append(Run(self.filled.resolve(part), bold))
        return self._names.kept_whole(_joined(runs))

    def plain(self, source: str) -> str:
        """The same as plain text."""
        return plain_text(self.runs(source))

    def measure(self, text: str, least: int = 0) -> float:
        """What the form's writer wrote for a size, a share or a count."""
        try:
            measure = float(text)
        except ValueError:
            measure = -1.0
        if not least <= measure <= _MOST:  # neither infinity nor what is no number
            self.refuse(text)
        return measure

    def refuse(self, what: str) -> NoReturn:
        """Say in which form something stands that cannot be laid out. Raises DeskError."""
        raise DeskError(N_("The form {path} holds something that cannot be laid out: {what}"),
                        path=self._template.path, what=self.filled.resolve(what).strip())


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_UNUSED)


def _joined(runs: list[Run]) -> Runs:
    """Neighbours of the same kind as one run, empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].solid) == (run.bold, run.solid):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)
