"""Kinds of identity document are told apart by words."""

from __future__ import annotations

from mediation_desk.domain.identity import IdKind
from mediation_desk.library.words import Words


def test_each_kind_has_its_own_words() -> None:
    chinese = [Words.of("zh_CN").translate(kind.label) for kind in IdKind]
    assert len(set(chinese)) == len(IdKind) and "护照" in chinese and "居民身份证" in chinese
