"""How the verbs of referrals are called in the grid that write in no case, or read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.referral import book, files, leaving, offering, referring
from tests.services.stages import Staged, version
from tests.trust.grid_office import Ground

Reach = Callable[[Desk, Staged, Ground], object]
POLICE = OfficeDraft(OfficeKind.POLICE, "和顺路派出所")


def _written(desk: Desk, one: Staged, _ground: Ground) -> object:
    """What lies in the folder, name for name and byte for byte."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out"
        files.write_files(desk, one.case_id, one.case.referrals[0].id, str(target), desk.today,
                          seen=Seen(version(one)))
        return [(path.name, path.read_bytes()) for path in target.rglob("*") if path.is_file()]


def _booked(desk: Desk, one: Staged, _ground: Ground) -> object:
    made = BytesIO()
    those = leaving.leaving(one.desk, one.case_id, one.case.referrals[0].id)
    with TemporaryDirectory() as folder:
        book.write(desk, one.case_id, those, [], made, Path(folder))
    return made.getvalue()


READING: Mapping[str, Reach] = MappingProxyType({
    "book.write": _booked,
    "files.write_files": _written,
    "leaving.leaving": lambda d, o, _g: leaving.leaving(d, o.case_id, o.case.referrals[0].id),
    "leaving.papers": lambda d, o, _g: leaving.papers(d, o.case_id),
    "offering.offered": lambda d, o, _g: offering.offered(d, o.case_id),
    "referring.proposed_day": lambda d, _o, _g: referring.proposed_day(d, None, None),
    "referring.referrals": lambda d, o, _g: referring.referrals(d, o.case_id),
    "receiving_offices.add_office": lambda d, _o, _g: receiving_offices.add_office(d, POLICE),
    "receiving_offices.change_office": lambda d, _o, g: receiving_offices.change_office(
        d, g.receiving, POLICE),
    "receiving_offices.remove_office": lambda d, _o, g: receiving_offices.remove_office(d, g.receiving),
    "receiving_offices.put_back_office": lambda d, _o, g: receiving_offices.put_back_office(
        d, g.receiving),
    "receiving_offices.receiving_offices": lambda d, _o, _g: receiving_offices.receiving_offices(d),
})
