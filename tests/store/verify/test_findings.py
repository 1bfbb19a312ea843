"""A finding says in words which row, which day and whose journal."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.library.words import CHINESE, Words
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.verify.findings import Damage, Finding

XINING = ZoneInfo("Asia/Shanghai")
AT = datetime(2025, 1, 19, 20, tzinfo=UTC)  # the 20th at the office


@pytest.mark.parametrize("damage", list(Damage))
def test_every_kind_of_damage_has_its_words_in_both_languages(damage: Damage) -> None:
    sentence = Finding(damage, "7", "cases", ("cause",), AT, OFFICE).sentence(XINING)
    assert "{" not in str(sentence)
    chinese = Words.of(CHINESE).sentence(sentence)
    assert chinese != str(sentence)
    assert "{" not in chinese


def test_the_day_is_that_of_the_office() -> None:
    assert "2025-01-20" in str(Finding(Damage.ROW_MISSING, "7", "cases", at=AT).sentence(XINING))


@pytest.mark.parametrize("at", [None, datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_day_out_of_an_altered_row_never_breaks_the_sentence(at: datetime | None) -> None:
    assert str(Finding(Damage.ROW_MISSING, "7", "cases", at=at).sentence(ZoneInfo("Pacific/Kiritimati")))
    assert str(Finding(Damage.ROW_MISSING, "7", "cases", at=at).sentence(ZoneInfo("Pacific/Pago_Pago")))


def test_what_is_told_once_is_told_apart_by_row_table_and_journal_and_not_by_the_day() -> None:
    one = Finding(Damage.JOURNAL_END, "7", "journal", at=AT, chain=OFFICE)
    assert one.what == Finding(Damage.JOURNAL_END, "7", "journal", chain=OFFICE).what
    assert one.what != Finding(Damage.JOURNAL_END, "7", "journal", at=AT, chain=UUID(int=1)).what
