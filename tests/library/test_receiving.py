"""Where parts of a matter go: what is shipped is whole, and what is wrong is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.library.causes import shipped_causes
from mediation_desk.library.receiving import read_proposals, shipped_proposals
from mediation_desk.library.tomllines import FormError

PART = """
[[parts]]
id = "one"
zh = "一"
en = "One"
kinds = ["police"]
claims = ["unpaid_wages"]
causes = []
why_zh = "由"
why_en = "Why"
"""
KIND = '[[kinds]]\nkind = "police"\ntakes_zh = "报案"\ntakes_en = "Reports"\ndays = 3\n'


def test_what_is_shipped_speaks_both_languages_and_knows_every_kind() -> None:
    known = shipped_proposals()
    assert set(known.usual) == set(OfficeKind)
    causes = {one.label.zh for one in shipped_causes()}
    for one in known.parts:
        assert one.label.zh and one.label.en and one.why.zh and one.why.en and one.kinds
        assert bool(one.basis.zh) is bool(one.basis.en) and one.causes <= causes
    insurance = known.part("insurance")
    assert insurance is not None and insurance.kinds[0] is OfficeKind.SOCIAL_INSURANCE


@pytest.mark.parametrize(("parts", "kinds", "line"), [
    (PART.replace("police", "nobody"), KIND, 6), (PART.replace("unpaid_wages", "luck"), KIND, 7),
    (PART + PART, KIND, 13), (PART, KIND + KIND, 7), (PART, KIND.replace("police", "nobody"), 2),
    (PART, KIND.replace("days = 3", "days = 0"), 5)])
def test_what_is_wrong_is_told_by_its_line(tmp_path: Path, parts: str, kinds: str, line: int) -> None:
    first, second = tmp_path / "parts.toml", tmp_path / "kinds.toml"
    first.write_text(parts, "utf-8")
    second.write_text(kinds, "utf-8")
    with pytest.raises(FormError) as refused:
        read_proposals(first, second, CLAIMS.keys())
    assert refused.value.line == line
