"""A bag made by hand, for the tests of its format."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from mediation_desk.store.travel import bag
from mediation_desk.store.travel.bag import Lock, Part, Rows
from mediation_desk.store.travel.manifest import Carrier, Content, Inside, Outside
from mediation_desk.store.vault.keys import Key, public_half
from tests.offices import CHEAP

CARRIER, OFFICE, STRANGER = (Key(bytes([number]) * 32) for number in (1, 2, 3))
SALT = b"s" * 32
BLOCKS = (b"a" * 5000, b"b" * 5000)
CONTENT = Content("f" * 64, 10_000)
PARTS: tuple[Part, ...] = (Rows("cases", [["1", "宁中劳调〔2024〕0001号"]]), Rows("parties", [["2", "温若晴"]]),
                           CONTENT, *BLOCKS)
AT = datetime(2025, 1, 20, 1, tzinfo=UTC)


def outside(*, homeward: bool = False, number: int = 1) -> Outside:
    """The outside of a bag for the carrier."""
    return Outside(homeward=homeward, bag_id=UUID(int=1), laptop_id=UUID(int=2), store_id=UUID(int=3),
                   format=number, salt=b"x" * 16, carrier=Carrier(
                       account_id=UUID(int=4), salt=b"y" * 16, cost=CHEAP, private_wrap=b"z" * 60,
                       public_key=public_half(CARRIER)))


def inside(**told: object) -> Inside:
    """The manifest of the parts above."""
    return Inside(**{"schema": "0007", "office": "城中区", "laptop": "小白", "carrier_name": "陈守信",  # type: ignore[arg-type]
                     "carrier_login": "chen", "made_at": AT, "cases": [],
                     "counts": {"cases": 1, "parties": 1}, "contents": [CONTENT],
                     "columns": {"cases": ["id", "number"], "parties": ["id", "name"]}, **told})


def write(path: Path, parts: Iterable[Part] = PARTS, *, number: int = 1, **told: object) -> Path:
    """A bag of these parts."""
    bag.write(path, outside(number=number), Lock(public_half(OFFICE), SALT), inside(**told), parts)
    return path


def read(path: Path) -> list[Part]:
    """All parts, by the carrier."""
    with bag.unpacking(path, bag.key_for_carrier(bag.look_at(path), CARRIER)) as (_inside, parts):
        return list(parts)
