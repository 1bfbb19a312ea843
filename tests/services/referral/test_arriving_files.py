"""Files on their way in: once each, nobody's until they are kept, and gone where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import func, select

from mediation_desk.services.referral.arriving_files import arriving_files
from mediation_desk.store.referral.manifest import PaperTold
from mediation_desk.store.tables.evidence import evidence_files
from tests.offices import Office
from tests.store.referral.packages import sha256

BYTES = b"\x89PNG\r\n\x1a\n" + b"x" * 1000
TOLD = PaperTold(name="x.pdf", title="x", sha256=sha256(BYTES), size=len(BYTES))


def lying(office: Office) -> int:
    with office.first.store.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(evidence_files)) or 0


def test_what_nobody_keeps_goes_again_and_is_known_by_its_bytes(office: Office) -> None:
    with arriving_files(office.first) as arriving:
        for _time in range(2):
            arriving.take(TOLD, iter([BYTES[:100], BYTES[100:]]))
        assert lying(office) == 1 and arriving.kinds == {TOLD.sha256: "image/png"}
    assert lying(office) == 0


def test_what_breaks_off_leaves_nothing(office: Office) -> None:
    def broken() -> Iterator[bytes]:
        yield BYTES[:100]
        raise OSError

    with suppress(OSError), arriving_files(office.first) as arriving:
        arriving.take(TOLD, broken())
    assert lying(office) == 0
