"""Makes resources/characters/parts.txt out of ids_lv2.txt of github.com/yi-bai/ids (MIT): of which parts the
characters are made that no pinyin is known of, and the parts of these parts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

TARGET = Path(__file__).resolve().parent.parent / "resources" / "characters" / "parts.txt"
RADICALS = str.maketrans("⺝⺼⺕⺈⺊⺌⺆", "月肉彐刀卜小冂")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
HEAD = """\
# The parts of characters that have no pinyin (pypinyin {version}), in their order, and those of these parts.
# Reduced from ids_lv2.txt of https://github.com/yi-bai/ids, commit {commit}.
# Copyright (c) 2021 Yi Bai. MIT License; see parts-license.txt.
"""


def read(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Each character with its parts; descriptions by strokes tell nothing that anybody types."""
    for line in lines:
        char, first = line.rstrip("\n").split("\t")[:2]
        sequence = re.sub(r"\(.*?\)|\[.*?\]|\{.*?\}|#", "", first.split(";")[0]).translate(RADICALS)
        parts = "".join(dict.fromkeys(HAN.findall(sequence)))
        if len(char) == 1 and parts and parts != char:
            yield char, parts


def main(source: str, commit: str, version: str) -> None:
    """Write the table: wanted characters first, sorted by code point, as is all of it."""
    every = dict(read(iter(Path(source).read_text(encoding="utf-8").splitlines())))
    wanted = {char for char in every if ord(char) not in pinyin_dict}
    inside = {part for char in wanted for part in every[char] if len(every.get(part, "")) > 1}
    rows = "".join(f"{char}{every[char]}\n" for char in sorted(wanted | inside))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD.format(commit=commit, version=version) + rows, encoding="utf-8", newline="\n")
    print(f"{len(wanted):,} characters, {len(inside):,} parts, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
