"""Whether words on screen answer what somebody types: by the words, their pinyin, or its initials."""

from __future__ import annotations

from mediation_desk.store.reading.search import index_tokens, query_tokens


def matches(label: str, typed: str) -> bool:
    """``新建案件`` answers 案件, ``xinjian`` and ``xjaj``; nothing typed is answered by everything."""
    if not typed.strip():
        return True
    wanted = query_tokens(typed)
    tokens = index_tokens([label])
    return bool(wanted) and all(
        any(token.startswith(want) if longer else token == want for token in tokens)
        for want, longer in wanted)
