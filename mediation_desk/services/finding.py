"""Whether words on screen answer what somebody types: by the words, their pinyin, or its initials; and
rare characters by their parts."""

from __future__ import annotations

from mediation_desk.domain.text.findable import asked, filed
from mediation_desk.library.parts import parts
from mediation_desk.library.pinyin import readings


def matches(label: str, typed: str) -> bool:
    """``新建案件`` answers 案件, ``xinjian`` and ``xjaj``; nothing typed is answered by everything."""
    if not typed.strip():
        return True
    wanted = asked(typed)
    tokens = set(filed([label], readings, parts)) if wanted else set()
    return bool(wanted) and all(
        any(token.startswith(want) for token in tokens) if longer else want in tokens
        for want, longer in wanted)
