"""The desk of the office that closes a case."""

import pytest

from mediation_desk.services.desk import Desk
from tests.conftest import LogWatch
from tests.offices import Office
from tests.services.papers_desk import headed


@pytest.fixture
def desk(office: Office, logs: LogWatch) -> Desk:
    logs.expect("pypdf")  # of files that are broken; in the program a process apart reads them
    return headed(office.first)
