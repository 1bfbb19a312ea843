"""Other offices as a store keeps them: nothing of what was known is lost when another one comes."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.travel.elsewhere import Origin, origins, people, with_origin, with_people

ORIGINS = st.builds(Origin, st.uuids(), st.uuids(), st.text(), st.text(),
                    st.dictionaries(st.text(), st.text(), max_size=2))


@given(st.lists(ORIGINS, max_size=6))
def test_each_desk_is_known_as_it_was_told_of_last(told: list[Origin]) -> None:
    stored: dict[str, object] = {"office.name": "甲"}
    for one in told:
        stored = {**stored, **with_origin(stored, one)}
    assert origins(stored) == {one.desk_id: one for one in told}


def test_people_are_called_by_name_and_office_and_those_of_a_third_by_theirs() -> None:
    bai, ma = str(UUID(int=1)), str(UUID(int=2))
    stored = with_people({}, {bai: ("白玉兰", ""), ma: ("马", "丙处")}, "乙处")
    stored = with_people(stored, {ma: ("马", "")}, "丙处")
    assert people(stored) == {UUID(int=1): "白玉兰 (乙处)", UUID(int=2): "马 (丙处)"}
    assert people({}) == {}
