"""Joins the rooms' PO files into the one catalogue that is shipped; run after changing any of them."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable
from pathlib import Path

import polib

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"
HEADER = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nLanguage: {code}\n"


class Disagreement(Exception):
    """Two files give one message id different words."""


def merged(files: Iterable[Path]) -> dict[str, str]:
    """Message ids and their words from all files; untranslated and fuzzy entries are left out."""
    words: dict[str, str] = {}
    for file in sorted(files):
        for entry in polib.pofile(str(file), encoding="utf-8"):
            if not entry.translated():
                continue
            if words.setdefault(entry.msgid, entry.msgstr) != entry.msgstr:
                raise Disagreement(f"{file.name}: {entry.msgid!r} is {entry.msgstr!r} here, "
                                   f"but {words[entry.msgid]!r} elsewhere")
    return words


def binary(words: dict[str, str], code: str) -> bytes:
    """A GNU .mo file: the same words always give the same bytes."""
    pairs = sorted((key.encode(), text.encode()) for key, text in
                   ({"": HEADER.format(code=code)} | words).items())
    start = 28
    key_at = start + 16 * len(pairs)
    text_at = key_at + sum(len(key) + 1 for key, _ in pairs)
    keys, texts = _table([key for key, _ in pairs], key_at), _table([text for _, text in pairs], text_at)
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), start, start + 8 * len(pairs), 0, key_at)
    body = b"".join(key + b"\0" for key, _ in pairs) + b"".join(text + b"\0" for _, text in pairs)
    return head + keys + texts + body


def _table(strings: list[bytes], at: int) -> bytes:
    rows = bytearray()
    for string in strings:
        rows += struct.pack("<2I", len(string), at)
        at += len(string) + 1
    return bytes(rows)


def catalogue(code: str) -> bytes:
    """The catalogue that the PO files of a language make now."""
    return binary(merged((TRANSLATIONS / code).glob("*.po")), code)


def main() -> int:
    """Write every language's catalogue beside its folder; a disagreement is printed, exit 1."""
    for folder in sorted(path for path in TRANSLATIONS.iterdir() if path.is_dir()):
        try:
            data = catalogue(folder.name)
        except Disagreement as trouble:
            print(trouble, file=sys.stderr)
            return 1
        (TRANSLATIONS / f"{folder.name}.mo").write_bytes(data)
        print(f"{folder.name}.mo: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
