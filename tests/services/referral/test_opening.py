"""What can be seen of a file before anything opens it."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.referral import going_back, opening
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.store.referral.refusals import NoPackage
from tests.services.referral.exchange import PASSPHRASE, Exchange


def test_it_says_what_kind_it_is_and_whether_it_asks_for_a_passphrase(between: Exchange) -> None:
    made = between.taken()
    receipt = going_back.write_receipt(between.other, made.case_id, made.origin_id, between.folder / "r").path
    locked = between.seal("p", Sealing(passphrase=PASSPHRASE)).path
    seen = [opening.envelope(str(one)) for one in (between.folder / "a.mdpackage", receipt, locked)]
    assert [(one.kind, one.asks_passphrase) for one in seen] == [
        ("referral", False), ("receipt", False), ("referral", True)]


def test_what_is_none_of_them_is_told_so(between: Exchange) -> None:
    (between.folder / "x.txt").write_bytes(b"hello")
    with pytest.raises(NoPackage):
        opening.envelope(str(between.folder / "x.txt"))
    with pytest.raises(DeskError) as refused:
        opening.envelope(str(between.folder / "none"))
    assert refused.value.field == "package"
