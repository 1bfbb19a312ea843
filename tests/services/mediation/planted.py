"""A canary in every kind of sealed entry of a case, on both sides, for tests that look for them."""

from __future__ import annotations

import json
from uuid import UUID

from mediation_desk.domain.mediation.sealed import SealedItem
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.writing import to_write

WORD = "鹧鸪天凉"
AMOUNT_FEN = 2_876_543
CANARIES = (WORD, "28,765.43", "28765.43", "2876543")
"""What stands nowhere but in sealed entries."""


def plant(desk: Desk, case_id: UUID) -> None:
    """Every kind, said by both sides; the words and the amount are the same everywhere."""
    said = dict.fromkeys(("text", "terms", "conditions", "answer", "reason"), WORD)
    content = json.dumps({**said, "amount": AMOUNT_FEN, "first": AMOUNT_FEN, "instalments": 2},
                         ensure_ascii=False)
    with desk.work("keep_sealed") as work:
        held = to_write(desk, work, case_id)
        for side in Side:
            for kind in SealedKind:
                item = SealedItem(id=work.new_key(), case_id=case_id, side=side, kind=kind, sealed=b"",
                                  written_at=work.who.now, written_by=desk.who.account_id)
                held.seal(item, content)
                work.caucus.add(item)
        work.commit()
