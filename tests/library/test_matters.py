"""The matters that statistics group cases by, as a file."""

from pathlib import Path

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.library.causes import shipped_causes
from mediation_desk.library.matters import read_matters, shipped_matters
from mediation_desk.library.tomllines import FormError

TEXT = """[[matters]]
id = "pay"
zh = "劳动报酬"
en = "Pay"
claims = ["unpaid_wages"]

[[matters]]
id = "other"
zh = "其他"
en = "Other"
rest = true
"""


def test_every_claim_but_the_open_one_has_a_matter_and_every_named_cause_is_offered_at_intake() -> None:
    matters = shipped_matters(CLAIMS.keys())
    assert matters.claims == CLAIMS.keys() - {"other"}
    assert matters.causes <= {one.label.zh for one in shipped_causes()}
    assert [one.label.zh for one in matters.all] == [
        "劳动报酬", "社会保险", "解除、终止劳动合同", "订立劳动合同", "工作时间及休假", "确认劳动关系",
        "工伤", "其他"]


@pytest.mark.parametrize(("old", "new", "line"), [
    ('"unpaid_wages"', '"strike"', 5), ('id = "other"', 'id = "pay"', 8),
    ("rest = true", 'claims = ["unpaid_wages"]\nrest = true', 11), ("rest = true", "", 1)])
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    path = tmp_path / "matters.toml"
    path.write_text(TEXT.replace(old, new), "utf-8")
    with pytest.raises(FormError) as error:
        read_matters(path, CLAIMS.keys())
    assert (error.value.file, error.value.line) == ("matters.toml", line)
