"""An office's card: read as it was written, refused wherever a byte is not, and nobody's but its office's."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import DeskError
from mediation_desk.store.referral import office_card
from mediation_desk.store.referral.office_card import NoCard, OfficeCard
from mediation_desk.store.travel.card import CardDamaged
from tests.store.referral.packages import RECEIVING, STRANGER, THEIRS

LINES = st.text(min_size=1, max_size=60).filter(line)
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
WHOLE = office_card.written(THEIRS, RECEIVING)


def read(folder: Path, content: bytes) -> OfficeCard:
    (folder / "a.mdoffice").write_bytes(content)
    return office_card.read(folder / "a.mdoffice")


@PATIENT
@given(office=LINES)
def test_it_is_read_as_it_was_written(tmp_path: Path, office: str) -> None:
    made = replace(THEIRS, office=office)
    assert read(tmp_path, office_card.written(made, RECEIVING)) == made


@PATIENT
@given(at=st.integers(0, len(WHOLE) - 1), flip=st.integers(1, 255), cut=st.booleans())
def test_altered_or_cut_off_anywhere_it_is_refused(tmp_path: Path, at: int, flip: int, cut: bool) -> None:
    broken = WHOLE[:at] if cut else WHOLE[:at] + bytes([WHOLE[at] ^ flip]) + WHOLE[at + 1:]
    with pytest.raises(DeskError) as refused:
        read(tmp_path, broken)
    assert refused.value.field == "card"


@pytest.mark.parametrize(("name", "value"), [("office", "别处"), ("store_id", uuid4()),
                                             ("public_key", STRANGER.public),
                                             ("signing_key", STRANGER.signing)])
def test_whatever_is_swapped_the_number_is_another(name: str, value: object) -> None:
    assert office_card.check_number(replace(THEIRS, **{name: value})) != office_card.check_number(THEIRS)


def test_the_number_is_short_enough_to_be_read_out() -> None:
    assert [len(one) for one in office_card.check_number(THEIRS).split()] == [4] * 8


def test_nobody_puts_anothers_signing_key_on_a_card(tmp_path: Path) -> None:
    with pytest.raises(CardDamaged):
        read(tmp_path, office_card.written(THEIRS, STRANGER))


@pytest.mark.parametrize(("content", "trouble"), [
    (b"", NoCard), (b"mediation-desk card 1\n", NoCard), (b"x" * 9000, NoCard),
    (office_card.written(replace(THEIRS, public_key=bytes(32)), RECEIVING), CardDamaged),
    (office_card.written(replace(THEIRS, public_key=b"short"), RECEIVING), CardDamaged),
    (office_card.written(replace(THEIRS, office=""), RECEIVING), CardDamaged),
    (office_card.written(replace(THEIRS, office=" "), RECEIVING), CardDamaged),
    (office_card.written(replace(THEIRS, office="长" * 201), RECEIVING), CardDamaged)])
def test_what_is_no_card_is_told_apart(tmp_path: Path, content: bytes, trouble: type[DeskError]) -> None:
    with pytest.raises(trouble):
        read(tmp_path, content)


def test_a_newer_one_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="newer version"):
        read(tmp_path, office_card.MAGIC + b"2\nanything")


def test_a_folder_or_nothing_at_all_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(DeskError) as refused:
            office_card.read(path)
        assert refused.value.field == "card"


def test_a_name_of_which_nothing_is_seen_is_none(tmp_path: Path) -> None:
    with pytest.raises(CardDamaged):
        read(tmp_path, office_card.written(replace(THEIRS, office="\u200b\u202e"), RECEIVING))
