"""Opened words, by side and kind, and a bottom line as the zone takes it."""

from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.mediation.private import PrivateTalk, PrivateWord
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side

AT = datetime(2024, 11, 26, tzinfo=UTC)


def word(at: int, side: Side, kind: SealedKind, **said: object) -> PrivateWord:
    return PrivateWord(UUID(int=at), side, kind, AT, **said)  # type: ignore[arg-type]


def test_one_sides_words_of_one_kind_are_its_own_in_order() -> None:
    talk = PrivateTalk((word(1, Side.APPLICANT, SealedKind.NOTE), word(2, Side.RESPONDENT, SealedKind.NOTE),
                        word(3, Side.APPLICANT, SealedKind.NOTE), word(4, Side.APPLICANT, SealedKind.OFFER)),
                       None)
    assert [one.id.int for one in talk.of(Side.APPLICANT, SealedKind.NOTE)] == [1, 3]


def test_a_line_keeps_every_part_of_what_was_said() -> None:
    line = word(1, Side.APPLICANT, SealedKind.BOTTOM_LINE, amount=yuan("29000"), instalments=2,
                fewest_instalments=1, first_share=yuan("15000"), last_on=date(2025, 1, 31),
                conditions="转账", party_id=UUID(int=9)).as_bottom_line()
    assert (line.side, line.amount, line.most_instalments, line.fewest_instalments, line.first_share,
            line.last_on, line.conditions, line.party_id) == (
        Side.APPLICANT, yuan("29000"), 2, 1, yuan("15000"), date(2025, 1, 31), "转账", UUID(int=9))
