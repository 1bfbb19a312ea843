"""Cards: handed out by one office, read by another, and told apart by a number when somebody swapped them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import cards
from tests.offices import Office
from tests.services.travel.handovers import other_office
from tests.services.two_desks import LENT


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Office]:
    """The other office."""
    with other_office(tmp_path / "there") as made:
        yield made


def test_the_other_office_reads_whose_it_is_and_the_same_number(office: Office, there: Office, tmp_path: Path
                                                                ) -> None:
    path = cards.write_own(there.first, str(tmp_path), "白玉兰")
    read = cards.read(office.first, str(path))
    assert (read.card.office, read.card.name) == ("湟中区多巴镇人民调解委员会", "白玉兰")
    assert read.check == cards.own(there.first).check


def test_a_card_of_somebody_else_under_the_same_name_has_another_number(office: Office, there: Office,
                                                                        tmp_path: Path) -> None:
    accounts.add(there.first,
                 accounts.AccountDraft("bai2", "白玉兰", frozenset({AccountRole.MEDIATOR}), LENT))
    swapped = cards.write_own(there.desk("bai2", LENT), str(tmp_path), "swapped")
    assert cards.read(office.first, str(swapped)).check != cards.own(there.first).check


def test_the_own_office_s_card_is_refused(office: Office, tmp_path: Path) -> None:
    path = cards.write_own(office.first, str(tmp_path), "mine")
    with pytest.raises(DeskError, match="own office") as refused:
        cards.read(office.first, str(path))
    assert refused.value.field == "card"


def test_nothing_is_written_over_and_what_is_wrong_is_said_beside_it(office: Office, tmp_path: Path) -> None:
    cards.write_own(office.first, str(tmp_path), "mine")
    for folder, name, field in ((str(tmp_path), "mine", "file"), (str(tmp_path / "no"), "a", "folder")):
        with pytest.raises(DeskError) as refused:
            cards.write_own(office.first, folder, name)
        assert refused.value.field == field
    with pytest.raises(DeskError) as missing:
        cards.read(office.first, str(tmp_path / "none.mdcard"))
    assert missing.value.field == "card"


def test_who_registers_no_cases_has_no_card(office: Office) -> None:
    accounts.add(office.first, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.SUPERVISOR}), LENT))
    with pytest.raises(NotAllowed):
        cards.own(office.desk("sun", LENT))
