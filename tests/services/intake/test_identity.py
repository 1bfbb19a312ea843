"""ID numbers, credit codes and phones as they are typed: what they tell, and what looks wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.identity import IdKind
from mediation_desk.library.words import Words
from mediation_desk.services.intake.identity import (
    IdReading,
    read_credit_code,
    read_id_number,
    read_name,
    read_phone,
)

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_number(region: str, born: date, serial: int) -> str:
    """GB 11643: seventeen digits and the check sign, by the standard's own weights (mod 11)."""
    digits = f"{region}{born:%Y%m%d}{serial:03d}"
    return digits + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True)) % 11]


def credit_code(body: str) -> str:
    """GB 32100: seventeen signs and the check sign, by powers of three (mod 31)."""
    return body + SIGNS[-sum(SIGNS.index(sign) * pow(3, n, 31) for n, sign in enumerate(body)) % 31]


def told(reading: IdReading) -> str:
    return " ".join(map(str, reading.warnings))


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.integers(0, 999))
def test_a_good_number_tells_birthday_and_sex(born: date, serial: int) -> None:
    """An odd seventeenth digit is a man's."""
    reading = read_id_number(id_number("639999", born, serial))
    assert reading.good and reading.birth_date == born
    assert reading.sex == ("male" if serial % 2 else "female")


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.integers(0, 999), st.integers(0, 16),
       st.integers(1, 9))
def test_one_mistyped_digit_never_passes_unseen(born: date, serial: int, place: int, more: int) -> None:
    number = id_number("639999", born, serial)
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1:]
    assert not read_id_number(wrong).good and read_id_number(wrong).warnings


@pytest.mark.parametrize("written", [
    "639999199803120629", " 639999 19980312 0629 ", "６３９９９９１９９８０３１２０６２９",
    "639999-19980312-0629"])
def test_blanks_width_and_dashes_make_no_difference(written: str) -> None:
    good = id_number("639999", date(1998, 3, 12), 62)
    assert read_id_number(written.replace("0629", good[14:]).replace("０６２９", good[14:])).good


@given(st.sampled_from(("639999", "810000", "820000", "830000", "911276")),
       st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.integers(0, 999))
def test_every_card_with_18_digits_tells_the_same_by_the_same_check_digit(region: str, born: date,
                                                                          serial: int) -> None:
    """The residence permits and the permanent residence card of 2023 follow GB 11643."""
    number = id_number(region, born, serial)
    kind = {"8": IdKind.RESIDENCE, "9": IdKind.PERMANENT}.get(region[0], IdKind.RESIDENT)
    for said in (None, kind):
        reading = read_id_number(number, said)
        assert (reading.good, reading.birth_date, reading.kind) == (True, born, kind)
    for other in set(IdKind) - {kind, IdKind.OTHER}:
        reading = read_id_number(number, other)
        assert not reading.good and reading.birth_date is None and "another document" in told(reading)
    assert read_id_number(number, IdKind.OTHER) == IdReading(kind=IdKind.OTHER)


@pytest.mark.parametrize(("typed", "kind", "said"), [
    ("H12345678", IdKind.HM_TRAVEL, ""), ("h12345678-02", IdKind.HM_TRAVEL, ""),
    ("H1234567", IdKind.HM_TRAVEL, "H or M and 8 digits"), ("1234567", IdKind.TAIWAN_TRAVEL, "has 8 digits"),
    ("01234567", IdKind.TAIWAN_TRAVEL, ""), ("USA110075031234", IdKind.PERMANENT, ""),
    ("US110075031234", IdKind.PERMANENT, "3 letters and 12 digits"), ("E12345678", IdKind.PASSPORT, ""),
    ("护E1", IdKind.PASSPORT, "letter or two"), ("军字第1号", IdKind.OTHER, ""),
    ("8100001995031500", IdKind.RESIDENCE, "810000, 820000 or 830000"), ("", IdKind.PASSPORT, "")])
def test_each_kind_has_its_own_check_in_its_own_words(typed: str, kind: IdKind, said: str) -> None:
    reading = read_id_number(typed, kind)
    assert said in told(reading) and bool(reading.warnings) == bool(said)
    assert reading.kind is kind and not reading.guessed and reading.birth_date is None
    assert all(Words.of("zh_CN").sentence(one) != str(one) for one in reading.warnings)


def test_signs_that_are_kept_as_others_are_named_by_their_number_where_they_have_no_shape() -> None:
    assert [str(one) for one in read_name("扎西•王\ue863\ue000")] == [
        "“U+E863” is kept as “䶮”.", "The dot between the parts of the name is kept as “·” (U+00B7).",
        "U+E000 is a sign of some other system's own; enter the character itself."]
    assert read_name("扎西·才让") == ()


def test_a_small_x_is_the_x_of_the_card() -> None:
    number = next(made for serial in range(1000)
                  if (made := id_number("639999", date(1998, 3, 12), serial)).endswith("X"))
    assert read_id_number(number.lower()).good


@pytest.mark.parametrize(("typed", "said"), [
    ("", ""), ("   ", ""), ("639999980312062", "old 15-digit"), ("63999919980312062", "This has 17"),
    ("6399991998031206299", "This has 19"), ("63999919980230062X", "does not exist"),
    ("63999919980312062Y", "last digit"), ("护照E12345678", "18 digits"),
    ("639999199X0312062X", "18 digits")])
def test_what_looks_wrong_is_said_and_nothing_is_made_up(typed: str, said: str) -> None:
    reading = read_id_number(typed)
    assert said in told(reading) and bool(reading.warnings) == bool(said) and not reading.good
    if "last digit" not in said:
        assert reading.birth_date is None and reading.sex == ""


@given(st.text(st.sampled_from(SIGNS), min_size=17, max_size=17))
def test_a_credit_code_with_its_check_sign_passes_and_with_another_is_doubted(body: str) -> None:
    good = credit_code("91" + "630100" + body[8:])
    assert read_credit_code(good) == () == read_credit_code(f" {good[:8]} {good[8:].lower()} ")
    other = good[:-1] + SIGNS[(SIGNS.index(good[-1]) + 1) % 31]
    assert "check character" in str(read_credit_code(other)[0])


@pytest.mark.parametrize(("typed", "count"), [("91630100", 8), ("91630100MA0000000XX", 19)])
def test_a_code_of_another_length_is_counted(typed: str, count: int) -> None:
    assert f"This has {count}" in str(read_credit_code(typed)[0])
    assert read_credit_code("") == ()


@pytest.mark.parametrize("typed", ["13809710001", "+86 138 0971 0001", "0971-8123456", "(0971) 8123456",
                                   "１３８０９７１０００１", ""])
def test_a_number_that_can_be_rung_is_taken(typed: str) -> None:
    assert read_phone(typed) == ()


@pytest.mark.parametrize("typed", ["1380971000", "138097100011", "不知道", "8123"])
def test_a_number_that_cannot_be_rung_is_doubted_in_both_languages(typed: str) -> None:
    warning, = read_phone(typed)
    assert "11" in str(warning) and Words.of("zh_CN").sentence(warning) != str(warning)
