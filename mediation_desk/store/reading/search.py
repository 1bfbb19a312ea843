"""Search as you type: one tokenisation serves FTS5 and PostgreSQL alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sqlalchemy import BigInteger, Connection, TextClause, column, table, text

_RUN = re.compile(r"(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff]+)|(?P<digits>\d+)|(?P<latin>[^\W\d_]+)")
index = table("case_search", column("rowid", BigInteger))

LONGEST = 24  # characters of a pinyin token
MOST_TOKENS = 600  # a mass claim is found by its first names and its company


def index_tokens(words: Iterable[str]) -> list[str]:
    """What a case is filed under: pairs of characters, pinyin, initials, ends of numbers."""
    found: dict[str, None] = {}
    for word in words:
        for kind, run in _runs(word):
            for token in _TOKENS[kind](run):
                found[token] = None
    return list(found)[:MOST_TOKENS]


def query_tokens(typed: str) -> list[tuple[str, bool]]:
    """What must be found for that text: (token, whether a longer token serves too)."""
    wanted: list[tuple[str, bool]] = []
    for kind, run in _runs(typed):
        if kind == "han" and len(run) > 1:
            wanted += [(run[i:i + 2], False) for i in range(len(run) - 1)]
        else:
            wanted.append((run[:LONGEST], True))
    return wanted


def _runs(word: str) -> Iterator[tuple[str, str]]:
    plain = unicodedata.normalize("NFKC", word).lower()
    for found in _RUN.finditer(plain):
        assert found.lastgroup
        yield found.lastgroup, found.group()


def _han(run: str) -> Iterator[str]:
    yield from (run[i:i + 2] for i in range(len(run)))
    for syllables in _readings(run):
        for i in range(len(syllables)):
            ahead = syllables[i:i + LONGEST]
            yield "".join(ahead)[:LONGEST]
            yield "".join(s[0] for s in ahead)


def _readings(run: str) -> Iterator[list[str]]:
    """The usual reading, and for a surname with another reading that one too."""
    from pypinyin import Style, lazy_pinyin, pinyin

    usual = lazy_pinyin(run)
    yield usual
    for other in pinyin(run[0], style=Style.NORMAL, heteronym=True)[0]:
        if other != usual[0]:
            yield [other, *usual[1:]]


def _ends(run: str) -> Iterator[str]:
    yield from (run[i:i + LONGEST] for i in range(len(run)))


def _itself(run: str) -> Iterator[str]:
    yield run[:LONGEST]


_TOKENS = {"han": _han, "digits": _ends, "latin": _itself}


def create_index(connection: Connection) -> None:
    """Make the index beside the tables."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("CREATE VIRTUAL TABLE case_search USING fts5(tokens, detail=none, "
                                   "columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')")
    else:
        connection.exec_driver_sql("CREATE TABLE case_search (rowid BIGINT PRIMARY KEY, tokens tsvector)")
        connection.exec_driver_sql("CREATE INDEX ix_case_search_tokens ON case_search USING gin(tokens)")


def file_case(connection: Connection, seq: int, words: Iterable[str]) -> None:
    """Replace what the case with that running number is filed under."""
    tokens = index_tokens(words)
    if connection.dialect.name == "sqlite" and _filed(connection, seq) == " ".join(tokens):
        return  # most saves change nothing that a case is found by
    connection.execute(text("DELETE FROM case_search WHERE rowid = :seq"), {"seq": seq})
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO case_search (rowid, tokens) VALUES (:seq, :tokens)"),
                           {"seq": seq, "tokens": " ".join(tokens)})
    else:
        connection.execute(text("INSERT INTO case_search (rowid, tokens) "
                                "VALUES (:seq, array_to_tsvector(CAST(:tokens AS text[])))"),
                           {"seq": seq, "tokens": tokens})


def _filed(connection: Connection, seq: int) -> str | None:
    found: str | None = connection.execute(text("SELECT tokens FROM case_search WHERE rowid = :seq"),
                                           {"seq": seq}).scalar()
    return found


def condition(dialect: str, typed: str) -> TextClause | None:
    """What ``case_search`` must satisfy for the typed text, or None when nothing was typed."""
    wanted = query_tokens(typed)
    if not wanted:
        return None
    if dialect == "sqlite":
        query = " AND ".join(f'"{token}"*' if longer else f'"{token}"' for token, longer in wanted)
        return text("case_search MATCH :fts").bindparams(fts=query)
    query = " & ".join(f"'{token}':*" if longer else f"'{token}'" for token, longer in wanted)
    return text("tokens @@ CAST(:fts AS tsquery)").bindparams(fts=query)
