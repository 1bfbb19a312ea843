"""Search as you type: one tokenisation serves every database.

Tokens of names stand as they are. A mark from the private zone, which no text keeps when it is
folded, leads those of everything else, so that a name can be asked for before all the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain

from sqlalchemy import BigInteger, Connection, TextClause, column, inspect, table, text

from mediation_desk.domain.summary import SearchWords
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import asked, filed, findable
from mediation_desk.library.parts import parts
from mediation_desk.library.pinyin import readings
from mediation_desk.store.engines.database import Database, Filing
from mediation_desk.store.engines.kinds import database_of

FORM = 3  # of the index: raised whenever tokens change, so that older ones are filed anew
OTHER, EXACT, END = "\uf8f1", "\uf8f2", "\uf8f3"  # marks: not a name; a whole case number; its end
MOST_BYTES = 900_000  # of tokens of one case, some two thousand workers: a tsvector holds no more
TOKEN_BYTES = 8  # that a tsvector spends on a token beside its letters
index = table("case_search", column("rowid", BigInteger))


# -- tokens ------------------------------------------------------------------------------


def index_tokens(words: SearchWords) -> list[str]:
    """What a case is filed under: names first, and were it ever too much, documents left out first."""
    others = filed((words.number, *words.others), readings, parts)
    every = dict.fromkeys(chain(_number_tokens(words.number), filed(words.names, readings, parts),
                                (OTHER + token for token in others)))
    return list(_within(every))


def _number_tokens(number: str) -> Iterator[str]:
    """The number as a whole: all of it, its digits, its serial with and without noughts; and its ends."""
    digits, serial = _digits(number), _serial(number)
    yield from (EXACT + whole for whole in (findable(number), digits, serial, serial.lstrip("0")) if whole)
    yield from (END + digits[at:] for at in range(len(digits)))


def _digits(text: str) -> str:
    return "".join(sign for sign in findable(text) if sign.isdecimal())


def _serial(number: str) -> str:
    """The last run of digits."""
    parts = "".join(sign if sign.isdecimal() else " " for sign in number).split()
    return findable(parts[-1]) if parts else ""


def _within(tokens: Iterable[str]) -> Iterator[str]:
    used = 0
    for token in tokens:
        used += len(token.encode()) + TOKEN_BYTES
        if used > MOST_BYTES:
            return
        yield token


def digest(words: SearchWords) -> str:
    """Changes when the words do, or the way they are filed."""
    return hashlib.sha256(repr((FORM, words)).encode()).hexdigest()


# -- asking ------------------------------------------------------------------------------


def condition(database: Database, typed: str) -> TextClause | None:
    """What ``case_search`` must satisfy for the typed text, or None when nothing was typed."""
    wanted = asked(typed)
    return database.matching([_either(token, longer) for token, longer in wanted]) if wanted else None


def together(database: Database, words: Iterable[str]) -> TextClause | None:
    """The same for cases that answer all of these words; None where they hold nothing to ask for."""
    wanted = list(dict.fromkeys(one for word in words for one in asked(word)))
    return database.matching([_either(*one) for one in wanted]) if wanted else None


def exactly(database: Database, typed: str) -> TextClause | None:
    """The same for the cases whose number is what was typed, or that number's serial."""
    whole = findable(typed)
    if not any(sign.isdecimal() for sign in whole):
        return None
    return database.matching([[(EXACT + whole, False)]])


def ranked(database: Database, typed: str) -> list[TextClause]:
    """The same, best first: the number itself, a number's end, names, and everything."""
    everything = condition(database, typed)
    if everything is None:
        return []
    found = [exactly(database, typed)]
    if findable(typed).isdecimal():
        found.append(database.matching([[(END + findable(typed), False)]]))
    found.append(database.matching([[one] for one in asked(typed)]))
    return [*(one for one in found if one is not None), everything]


def _either(token: str, longer: bool) -> list[tuple[str, bool]]:
    """A token among names or anything else; a document's number also by what stays with the person."""
    known = codes.person(token).casefold()
    also = [(OTHER + known, True)] if known not in ("", token) else []
    return [(token, longer), (OTHER + token, longer), *also]


# -- the index ---------------------------------------------------------------------------


def create_index(connection: Connection) -> None:
    """Make the index beside the tables, and note the form in which it is filed."""
    database_of(connection).create_search(connection)
    connection.exec_driver_sql("CREATE TABLE case_search_form (form INTEGER NOT NULL)")
    connection.execute(text("INSERT INTO case_search_form (form) VALUES (:form)"), {"form": FORM})


def form(connection: Connection) -> int:
    """In which form the store's index is filed; 1 before forms were counted."""
    if not inspect(connection).has_table("case_search_form"):
        return 1
    return int(connection.execute(text("SELECT form FROM case_search_form")).scalar_one())


def drop_index(connection: Connection) -> None:
    """Take the index away; every case can be filed anew."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS case_search")
    connection.exec_driver_sql("DROP TABLE IF EXISTS case_search_form")


def file_case(connection: Connection, seq: int, words: SearchWords) -> None:
    """Replace what the case with that running number is filed under."""
    told = digest(words)
    if _filed(connection, seq) == told:
        return  # most saves change nothing that a case is found by
    connection.execute(text("DELETE FROM case_search WHERE rowid = :seq"), {"seq": seq})
    file_rows(connection, [(seq, index_tokens(words), told)])


def file_rows(connection: Connection, filings: Iterable[Filing]) -> None:
    """File cases that are not filed yet."""
    database_of(connection).file(connection, filings)


def _filed(connection: Connection, seq: int) -> str | None:
    found: str | None = connection.execute(text("SELECT words FROM case_search WHERE rowid = :seq"),
                                           {"seq": seq}).scalar()
    return found
