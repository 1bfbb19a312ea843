"""What of a case must not be told."""

from collections import Counter

import pytest

from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.reports.publishing.subjects import Kind, Named, Subject, subjects
from mediation_desk.library.pinyin import readings
from tests.domain.reports.publishing.invented import COMPANY, invented


def found_by(kind: Kind, made: tuple[Subject, ...]) -> list[str]:
    return [one.text for one in made if one.kind is kind]


def test_everybody_and_everything_of_a_case_is_a_subject_removed_rows_too() -> None:
    case = invented(["张三丰", "欧阳锋"])
    case.parties_all[1].removed_at = case.created_at
    made = subjects(case, Named(persons=("陈守信",), bodies=("西宁市城中区人民法院",),
                                        numbers=("0971-8123456",)),
                    readings)
    assert found_by(Kind.PERSON, made) == ["张三丰", "欧阳锋", "周启明", "陈守信"]
    assert found_by(Kind.COMPANY, made) == [COMPANY, "西宁市城中区人民法院"]
    assert {"13897123450", "630102199001010010", "0971-8123456"} <= set(found_by(Kind.NUMBER, made))
    assert found_by(Kind.FILE, made) == ["宁中劳调〔2024〕0001号"]
    assert "西宁市" in found_by(Kind.PLACE, made)


def test_each_has_one_alias_and_what_is_called_so_already_is_none() -> None:
    made = subjects(invented(["张三丰", "张某"]), Named(), readings)
    assert Counter(one.text for one in made if one.kind is Kind.PERSON) == {"张三丰": 1, "周启明": 1}


def test_a_court_is_found_by_its_whole_name_alone() -> None:
    (court,) = [one for one in subjects(invented([]), Named(bodies=("西宁市城中区人民法院",)), readings)
                if one.text == "西宁市城中区人民法院"]
    assert court.alias == "某人民法院"
    assert list(court.find(Text("去人民法院"))) == [] and list(court.find(Text("去西宁市城中区人民法院")))


@pytest.mark.parametrize("written", ["宁中劳调（2024）0001号", "宁中劳调(2024)0001", "宁中劳调[2024]第0001号",
                                     "宁中劳调2024年0001号", "〔2024〕0001号", "（2024）0001号"])
def test_the_case_number_is_found_in_whatever_brackets(written: str) -> None:
    (number,) = [one for one in subjects(invented([]), Named(), readings) if one.kind is Kind.FILE]
    assert list(number.find(Text(f"本案为{written}。")))


@pytest.mark.parametrize("text", ["2024年12月5日", "2024-12-05", "2024年12月"])
def test_a_month_is_no_case_number_of_few_digits(text: str) -> None:
    case = invented([])
    case.number = "宁中劳调〔2024〕12号"
    (number,) = [one for one in subjects(case, Named(), readings) if one.kind is Kind.FILE]
    assert list(number.find(Text(text))) == [] and list(number.find(Text("（2024）12号")))
