"""Proves a store whole: the file, the journal, every row against it, lists, papers, evidence and keys."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal.chain import OFFICE, journal_key
from mediation_desk.store.store import Store
from mediation_desk.store.trouble import told_in_words
from mediation_desk.store.verify import file, remainder
from mediation_desk.store.verify.chains import Chains, Known
from mediation_desk.store.verify.contents import Contents
from mediation_desk.store.verify.findings import Damage, Finding, Step
from mediation_desk.store.verify.holders import Holders, former
from mediation_desk.store.verify.keys import keys
from mediation_desk.store.verify.ledger import Anchor, Ledger, anchored
from mediation_desk.store.verify.lists import Lists
from mediation_desk.store.verify.moment import Lost, Moment
from mediation_desk.store.verify.rows import Rows
from mediation_desk.store.verify.told import Heard, hear, worn
from mediation_desk.store.verify.writings import writings

CASES_AT_ONCE, ENTRIES_AT_ONCE = 50, 5000  # compared between two looks at whether to go on

Seen = Iterator[Step | Finding]


def verify(store: Store, calendar: WorkCalendar,
           anchors: Sequence[Anchor] = ()) -> Generator[Step | Finding, None, None]:
    """Look at everything once, as it stands at this moment; yields how far it is, and what it finds.

    Nothing is written, and colleagues keep working. Whatever is damaged, the rest is still looked at, and
    each thing is told once. Stop iterating (or close the generator) to end early. ``calendar``: the
    office's, by which the clocks in the case lists were computed. Raises StoreTrouble when a server is
    gone; never because of what stands in the store.
    """
    told = set()
    with told_in_words():
        for seen in _all(store, calendar, anchors):
            if isinstance(seen, Finding):
                if seen.what in told:
                    continue
                told.add(seen.what)
            yield seen


def _all(store: Store, calendar: WorkCalendar, anchors: Sequence[Anchor]) -> Seen:
    damaged = not file.is_sound(store)
    if damaged:
        yield Finding(Damage.FILE)
    try:
        with Moment(store, damaged=damaged) as moment:
            yield from keys(store, moment)
            yield from _of_one_moment(moment, Keys.of(store, moment), calendar, anchors,
                                      Holders(store, moment))
    except Lost as lost:
        if not database_of(store.engine).is_file:
            raise lost.__cause__ or lost from None
        yield Finding(Damage.FILE)


@dataclass(frozen=True)
class Keys:
    """The keys of the journal: the present one, and that of the day when the first journal was written."""

    present: bytes
    first: bytes

    @classmethod
    def of(cls, store: Store, moment: Moment) -> Keys:
        """A store's: the first journal was closed before any store key was renewed."""
        known = former(store, moment)
        return cls(store.journal_key, journal_key(known[0]) if known else store.journal_key)


def _of_one_moment(moment: Moment, keys: Keys, calendar: WorkCalendar, anchors: Sequence[Anchor],
                   holders: Holders) -> Seen:
    key = keys.present
    ledger = Ledger(key)
    yield from ledger.read(moment)
    yield from anchored(moment, anchors)
    chains = Chains(key, ledger)
    yield from chains.gather(moment)
    compared, lists = Rows(moment), Lists(moment, calendar)
    counters: dict[tuple[str, str], int] = {}
    total = max(1, sum(known.length for known in chains.known.values()))
    done, broken = 0, frozenset[UUID]()
    yield Step(0, total)
    for group in groups(list(chains.known.values())):
        heard = hear(moment, key, group)
        yield from heard.findings
        yield from compared.compare(heard)
        yield from lists.compare(heard, _sound(heard, compared))
        yield from holders.compare(heard.cases)
        counters.update({name: max(last, counters.get(name, 0)) for name, last in heard.counters.items()})
        done, broken = done + heard.entries, broken | heard.broken
        yield Step(min(done, total), total)
    yield from compared.strangers()
    yield from lists.strangers(chains.known.keys())
    yield from remainder.first_journal(moment, keys.first, chains_whole=not broken,
                                       origin=chains.origin(OFFICE))
    yield from _besides(moment, Contents(moment, compared), counters)
    yield from worn(moment)
    yield Step(total, total)


def _besides(moment: Moment, contents: Contents, counters: dict[tuple[str, str], int]) -> Iterator[Finding]:
    yield from contents.papers()
    yield from contents.frozen_reports()
    yield from contents.evidence()
    yield from remainder.numbers(moment, counters)
    yield from remainder.typing(moment)
    yield from remainder.revision(moment)
    yield from writings(moment)  # last, for it knows no day: what was found otherwise is told with one


def groups(known: Sequence[Known]) -> Iterator[list[Known]]:
    """The chains in groups: the office's own by itself, then cases, as many as have some entries together."""
    yield [one for one in known if one.chain == OFFICE] or [Known(OFFICE)]
    group: list[Known] = []
    entries = 0
    for one in sorted(known, key=lambda one: one.chain.bytes):
        if one.chain == OFFICE:
            continue
        if group and (len(group) == CASES_AT_ONCE or entries + one.length > ENTRIES_AT_ONCE):
            yield group
            group, entries = [], 0
        group.append(one)
        entries += one.length
    if group:
        yield group


def _sound(heard: Heard, compared: Rows) -> list[UUID]:
    """The cases of which nothing was found so far, and that have a row at all."""
    return [case_id for case_id in heard.cases
            if case_id not in heard.broken and case_id not in compared.flagged]
