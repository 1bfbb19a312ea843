"""The agreement before it is signed: a preview is a draft."""

from __future__ import annotations

from mediation_desk.demonstration import streamers
from mediation_desk.services.papers import signing
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    text_of,
)


def test_the_preview_is_a_draft_and_keeps_nothing(walk: Walk) -> None:
    before = walk.case.version
    preview = signing.preview_agreement(walk.desk, walk.case_id, streamers.terms())
    text = text_of(preview)
    assert text.count("草稿未经签署不生效力") >= 3
    assert "自本协议生效之日起15日内，共同向" in text and "生效。（二）" not in text
    after = walk.case
    assert after.version == before and len(after.agreements_all) == 1
