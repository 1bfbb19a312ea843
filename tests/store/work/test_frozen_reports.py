"""The numbers of a closed period: kept once, found again, and checked."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import update

from mediation_desk.domain.words import DeskError
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.reports import frozen_reports as table
from mediation_desk.store.work import frozen_reports
from mediation_desk.store.work.frozen_reports import Closed, Edition, Quicker
from tests.offices import Office

OF = Closed("monthly", date(2024, 12, 1), date(2024, 12, 31))


def edition(number: int, content: bytes) -> Edition:
    return Edition(UUID(int=number), number, UUID(int=9), datetime(2025, 1, 2, tzinfo=UTC),
                   frozen_reports.digest(content))


def test_editions_are_kept_and_noted_and_read_back(office: Office) -> None:
    noted: list[RowChange] = []
    with office.first.store.engine.begin() as connection:
        for number in (1, 2):
            content = f"{number}".encode()
            frozen_reports.keep(connection, noted.append, OF, edition(number, content), content)
        assert [one.edition for one in frozen_reports.editions(connection, OF)] == [1, 2]
        assert frozen_reports.content(connection, edition(2, b"2")) == b"2"
        assert frozen_reports.editions(connection, Closed("annual", OF.since, OF.until)) == []
        assert [one.table for one in noted] == ["frozen_reports"] * 2
        connection.execute(update(table).values(content=b"others"))
        with pytest.raises(DeskError):
            frozen_reports.content(connection, edition(2, b"2"))


def test_the_same_edition_twice_is_somebody_who_was_quicker(office: Office) -> None:
    with office.first.store.engine.connect() as connection:
        frozen_reports.keep(connection, lambda _change: None, OF, edition(1, b"1"), b"1")
        again = Edition(UUID(int=5), 1, UUID(int=9), datetime(2025, 1, 2, tzinfo=UTC), "")
        with pytest.raises(Quicker):
            frozen_reports.keep(connection, lambda _change: None, OF, again, b"2")
