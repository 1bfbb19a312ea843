"""What is kept tells what is asked where it can; what it cannot tell is counted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Dim
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.store.reading.figures.totalled import Kept, kept_for

HOTLINE, COURIER = (Source.HOTLINE,), (KindOfWork.COURIER,)


@pytest.mark.parametrize(("narrow", "by", "kept"), [
    (Narrow(), (), Kept(Dim.ALL, [])),
    (Narrow(), ("day", "outcome"), Kept(Dim.ALL, [])),
    (Narrow(), ("cause",), Kept(Dim.CAUSE, [])),
    (Narrow(sources=HOTLINE), ("days",), Kept(Dim.SOURCE, ["hotline_12345"])),
    (Narrow(sources=HOTLINE), ("source", "day"), Kept(Dim.SOURCE, ["hotline_12345"])),
    (Narrow(causes=("a", "b")), ("outcome", "cause"), Kept(Dim.CAUSE, ["a", "b"])),
    (Narrow(sites=(UUID(int=1),)), ("day",), Kept(Dim.SITE, [str(UUID(int=1))])),
    (Narrow(causes=("",)), ("days",), Kept(Dim.CAUSE, [""])),
])
def test_totals_tell_it(narrow: Narrow, by: Sequence[str], kept: Kept) -> None:
    assert kept_for(narrow, by) == kept


@pytest.mark.parametrize(("narrow", "by"), [
    (Narrow(), ("mediator_id",)), (Narrow(), ("platform",)), (Narrow(), ("source", "cause")),
    (Narrow(sources=HOTLINE), ("cause",)), (Narrow(sources=HOTLINE, kinds=COURIER), ("day",)),
    (Narrow(sources=HOTLINE, kinds=COURIER, causes=("a",)), ()), (Narrow(mediators=(UUID(int=1),)), ()),
    (Narrow(platforms=("b",)), ()), (Narrow(causes=("a", ""), claims=("c",)), ()),
    (Narrow(sources=HOTLINE, kinds=COURIER), ()), (Narrow(stations=(Station.INTAKE,)), ()),
    (Narrow(stations=(Station.INTAKE,), kinds=COURIER), ())])
def test_it_must_be_counted(narrow: Narrow, by: Sequence[str]) -> None:
    assert kept_for(narrow, by) is None
