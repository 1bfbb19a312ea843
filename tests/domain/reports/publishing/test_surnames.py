"""What counts as a surname."""

import pytest

from mediation_desk.domain.reports.publishing.surnames import COMMON, COMPOUND, surname


@pytest.mark.parametrize(("name", "family"), [("张三", "张"), ("欧阳锋", "欧阳"), ("欧阳", "欧"),
                                              ("才让东珠", "才"),
                                              ("诸葛孔明", "诸葛")])
def test_a_compound_surname_is_one_where_a_given_name_follows(name: str, family: str) -> None:
    assert surname(name) == family


def test_the_lists_hold_what_they_say() -> None:
    assert all(len(one) == 1 for one in COMMON) and all(len(one) == 2 for one in COMPOUND)
