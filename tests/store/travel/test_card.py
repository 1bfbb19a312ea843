"""A card as a file: read as it was written, and refused in words wherever a byte is not as it was."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.domain.words import DeskError
from mediation_desk.store.travel import card
from mediation_desk.store.travel.card import Card, CardDamaged, NoCard
from mediation_desk.store.vault.keys import Key, public_half

LINES = st.text(min_size=1, max_size=60)
ONE = Card(store_id=uuid4(), office="湟中区多巴镇人民调解委员会", account_id=uuid4(), name="白玉兰",
           public_key=public_half(Key(bytes(range(32)))))
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@PATIENT
@given(office=LINES, name=LINES)
def test_it_is_read_as_it_was_written(tmp_path: Path, office: str, name: str) -> None:
    made = replace(ONE, office=office, name=name)
    (tmp_path / "a.mdcard").write_bytes(card.written(made))
    assert card.read(tmp_path / "a.mdcard") == made


@PATIENT
@given(at=st.integers(0, len(card.written(ONE)) - 1), flip=st.integers(1, 255), cut=st.booleans())
def test_altered_or_cut_off_anywhere_it_is_refused(tmp_path: Path, at: int, flip: int, cut: bool) -> None:
    whole = card.written(ONE)
    broken = whole[:at] if cut else whole[:at] + bytes([whole[at] ^ flip]) + whole[at + 1:]
    (tmp_path / "a.mdcard").write_bytes(broken)
    with pytest.raises(DeskError) as refused:
        card.read(tmp_path / "a.mdcard")
    assert refused.value.field == "card"


@pytest.mark.parametrize(("name", "value"), [("office", "别处"), ("name", "别人"), ("store_id", uuid4()),
                                             ("public_key", public_half(Key(bytes(32))))])
def test_whatever_is_swapped_the_number_is_another(name: str, value: object) -> None:
    assert card.check_number(replace(ONE, **{name: value})) != card.check_number(ONE)


def test_the_number_is_short_enough_to_be_read_out() -> None:
    groups = card.check_number(ONE).split()
    assert [len(one) for one in groups] == [4] * 8


@pytest.mark.parametrize(("content", "trouble"), [
    (b"", NoCard), (b"mediation-desk bag 1\n", NoCard), (b"x" * 9000, NoCard),
    (card.written(replace(ONE, public_key=bytes(32))), CardDamaged),
    (card.written(replace(ONE, public_key=b"short")), CardDamaged),
    (card.written(replace(ONE, name="")), CardDamaged),
    (card.written(replace(ONE, name="长" * 201)), CardDamaged)])
def test_what_is_no_card_is_told_apart(tmp_path: Path, content: bytes, trouble: type[DeskError]) -> None:
    (tmp_path / "a.mdcard").write_bytes(content)
    with pytest.raises(trouble):
        card.read(tmp_path / "a.mdcard")


def test_a_newer_one_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.mdcard").write_bytes(card.MAGIC + b"2\nanything")
    with pytest.raises(DeskError, match="newer version"):
        card.read(tmp_path / "a.mdcard")


def test_a_folder_or_nothing_at_all_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(DeskError) as refused:
            card.read(path)
        assert refused.value.field == "card"
