"""The files of a package on their way into the store: nobody's until what they belong to is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.media_types import HEAD, media_type
from mediation_desk.services.desk import Desk
from mediation_desk.store.referral.manifest import Content
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.work import Work


@dataclass
class ArrivingFiles:
    """What was brought in so far, by hash; ``kinds``: what kind of file each is, as it shows itself: what a
    sender calls it does not count."""

    desk: Desk
    kinds: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, Taken] = field(default_factory=dict)

    def take(self, content: Content, blocks: Iterator[bytes]) -> None:
        """Bring one in, unless the store has it."""
        first = next(blocks, b"")
        self.kinds[content.sha256] = media_type(content.name, first[:HEAD])
        with self.desk.reading() as work:
            there = content.sha256 in self._taken or evidence.known(work.connection, content.sha256)
            file_id = work.new_key()
        if not there:
            self._taken[content.sha256] = evidence.take_in(
                self.desk.store.engine, chain([first], blocks), file_id=file_id, now=self.desk.now)

    def keep(self, work: Work, exhibits: Sequence[Exhibit]) -> None:
        """Make them exhibits, in the unit of work that keeps what they belong to."""
        for exhibit in exhibits:
            if exhibit.sha256 in self._taken:
                evidence.finish(work.connection, self._taken[exhibit.sha256], work.who.now)
            work.evidence.add(exhibit)

    def let_go(self) -> None:
        """Take away again what nobody kept."""
        evidence.drop(self.desk.store.engine, [one.file_id for one in self._taken.values()])


@contextmanager
def arriving_files(desk: Desk) -> Iterator[ArrivingFiles]:
    """Inside, files are brought in; what was not kept by its end goes again. What a killed program left is
    swept away like any file that was never filed."""
    arriving = ArrivingFiles(desk)
    try:
        yield arriving
    finally:
        arriving.let_go()
