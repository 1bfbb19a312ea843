"""``python -m tests.benchmarks [room ...]``: measure, print the table, exit 1 when one is over its limit.

Rooms: start, lists, windows, big, sorting, papers, keys, secrets, upkeep, desks, travel, ledger,
payments, file, pasted, import; without any, all of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from tests.benchmarks.figures import Figure, table, worst
from tests.benchmarks.large_store import LargeStore, opened


class Rooms:
    """The rooms in the order they are measured; the large store is opened when one needs it."""

    @cached_property
    def store(self) -> LargeStore:
        """The store with 100,000 cases, built the first time."""
        return opened(lambda text: print(text, flush=True))

    @property
    def all(self) -> Mapping[str, Callable[[], Iterator[Figure]]]:
        """Each room's figures."""
        from tests.benchmarks import (
            big_case,
            case_file,
            desks,
            keys,
            ledgers,
            lists,
            order_list,
            papers,
            pasted,
            payments,
            secrets,
            sorting,
            start,
            travel,
            upkeep,
            windows,
        )

        return {"start": start.figures, "lists": lambda: lists.figures(self.store),
                "windows": lambda: windows.figures(self.store), "big": big_case.figures,
                "sorting": sorting.figures,
                "papers": lambda: papers.figures(self.store), "keys": keys.figures,
                "secrets": secrets.figures,
                "upkeep": lambda: upkeep.figures(self.store), "desks": desks.figures,
                "travel": travel.figures, "ledger": ledgers.figures, "payments": payments.figures,
                "file": case_file.figures, "pasted": pasted.figures, "import": order_list.figures}


def main(wanted: Sequence[str]) -> int:
    """Measure the rooms, print as they come, and the whole table at the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rooms = Rooms()
    unknown = set(wanted) - set(rooms.all)
    if unknown:
        print(f"no such room: {', '.join(sorted(unknown))}; there are {', '.join(rooms.all)}",
              file=sys.stderr)
        return 2
    found: list[Figure] = []
    for name, figures in rooms.all.items():
        if not wanted or name in wanted:
            print(f"measuring: {name}", flush=True)
            found += figures()
    print(table(found))
    over = [figure.name.strip() for figure in found if figure.over]
    print(f"over the limit: {'; '.join(over)}" if over else "every figure is within its limit")
    return worst(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
