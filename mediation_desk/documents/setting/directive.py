"""A line ``:: word key=value text`` of a template, which says how what follows is laid out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mediation_desk.documents.setting.inline import Inline

_OPTION = re.compile(r"([a-z]+)=(\S+)\s*")


@dataclass(frozen=True)
class Directive:
    """What such a line says."""

    word: str
    options: Mapping[str, str]
    text: str

    def number(self, inline: Inline, name: str, default: int, least: int = 0) -> float:
        """One of its options as a measure."""
        return inline.measure(self.options.get(name, str(default)), least)


NONE = Directive("", {}, "")


def directive(line: str) -> Directive:
    """The line, read."""
    word, _, rest = line[2:].strip().partition(" ")
    options = {}
    while found := _OPTION.match(rest):
        options[found[1]] = found[2]
        rest = rest[found.end():]
    return Directive(word, options, rest.strip())
