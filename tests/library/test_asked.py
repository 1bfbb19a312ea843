"""What the sheet of a new case asks: the table that comes along, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.library.asked import (
    ARRIVED,
    CONSENT,
    NUMBER,
    ORAL,
    SECOND,
    OfKind,
    OfSource,
    read_asked,
    shipped_asked,
)
from mediation_desk.library.tomllines import FormError


def test_an_order_is_asked_for_by_its_number_and_hour_and_a_visitor_for_consent() -> None:
    asked = shipped_asked()
    hotline, walk_in = asked.of_source(Source.HOTLINE), asked.of_source(Source.WALK_IN)
    assert {NUMBER, ARRIVED} <= hotline.fields and hotline.required == {NUMBER}
    assert hotline.number and hotline.number.zh == "12345工单编号"
    assert walk_in.fields == {CONSENT, ORAL} and walk_in.number is None


def test_every_kind_of_work_has_its_common_claims_first() -> None:
    asked = shipped_asked()
    assert set(asked.kinds) == set(KindOfWork) and set(asked.sources) == set(Source)
    assert asked.of_kind(KindOfWork.DELIVERY).claims[0] == "gig_pay"
    assert SECOND in asked.of_kind(KindOfWork.DELIVERY).fields
    assert all(len(one.claims) == 6 for one in asked.kinds.values())  # two lines of three on the sheet


def test_of_what_the_file_does_not_say_nothing_more_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "asked.toml"
    file.write_text("", encoding="utf-8")
    asked = read_asked(file, ())
    assert (asked.of_source(Source.COURT), asked.of_kind(KindOfWork.OTHER)) == (OfSource(), OfKind())


@pytest.mark.parametrize(("text", "line", "said"), [
    ('[[sources]]\nsource = "moon"', 2, "moon"), ('[[kinds]]\nkind = "pirate"', 2, "pirate"),
    ('[[sources]]\nsource = "court"\nfields = ["colour"]', 3, "colour"),
    ('[[sources]]\nsource = "court"\nfields = []\nrequired = ["arrived_at"]', 4, "arrived_at"),
    ('[[sources]]\nsource = "court"\n[[sources]]\nsource = "court"', 4, "twice"),
    ('[[kinds]]\nkind = "other"\nclaims = ["gig_pay", "gig_pay"]', 3, "twice"),
    ('[[kinds]]\nkind = "other"\nclaims = ["gold"]', 3, "gold"),
    ('[[sources]]\nsource = "court"\nfields = ["order_number"]\nnumber_zh = "案号"', 1, "both its names")])
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "asked.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormError, match=said) as refused:
        read_asked(file, ["gig_pay"])
    assert refused.value.line == line
