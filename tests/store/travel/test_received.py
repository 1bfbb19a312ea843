"""From where a case came: as its row keeps it, and no longer once it was taken back."""

from __future__ import annotations

from mediation_desk.services.travel import bringing, taking_back
from mediation_desk.store.travel.received import as_told, office_of, received
from tests.services.papers_desk import case_of
from tests.services.travel.handovers import Handover
from tests.services.travel.roads import begun
from tests.services.travel.test_handing_back import told


def test_which_office_and_number(handed: Handover) -> None:
    begun(handed.laptop())
    with handed.laptop().reading() as work:
        (one,) = received(work)
        assert list(received(work, handed.case_id)) == [one]
    assert (one.case_id, one.office, one.number) == (
        handed.case_id, handed.desk.settings.name, case_of(handed.desk, handed.case_id).number)
    taking_back.take_back(handed.laptop(), handed.case_id)
    with handed.laptop().reading() as work:
        assert list(received(work)) == []


def test_what_comes_back_was_not_received(handed: Handover) -> None:
    told(handed)
    bringing.bring_home(handed.desk, handed.pack())
    with handed.desk.reading() as work:
        assert list(received(work)) == []


def test_the_office_stands_in_the_row_as_it_is_called() -> None:
    assert office_of(as_told("“河口”调委会 100%", "河口调001号")) == "“河口”调委会 100%"
    assert office_of('{"decisions": {}}') == ""
