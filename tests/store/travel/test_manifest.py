"""What a bag says of itself is read as it was written, and refused where it is something else."""

from __future__ import annotations

import msgspec
import pytest

from mediation_desk.store.travel.manifest import Inside, Outside
from tests.store.travel.bags import inside, outside


def test_the_outside_and_the_inside_are_read_as_written() -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(outside()), type=Outside) == outside()
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(inside()), type=Inside) == inside()


def test_the_outside_names_nobody_and_no_case() -> None:
    assert set(Outside.__struct_fields__) == {"format", "homeward", "bag_id", "laptop_id", "store_id",
                                              "carrier", "salt", "for_carrier", "for_office"}


@pytest.mark.parametrize("wrong", [{}, {"schema": 7}, [1]])
def test_something_else_is_no_manifest(wrong: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(wrong), type=Inside)
