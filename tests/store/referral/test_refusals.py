"""Every refusal says in words what happened, beside the field that it concerns."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.store.referral import refusals

ALL = [one for one in vars(refusals).values()
       if isinstance(one, type) and issubclass(one, DeskError) and one is not DeskError]


@pytest.mark.parametrize("refusal", ALL)
def test_it_stands_beside_a_field_and_says_what_to_do_or_that_nothing_happened(
        refusal: type[DeskError]) -> None:
    made = refusal()  # type: ignore[call-arg]
    assert made.field in {"package", "passphrase", "folder", "content"}
    assert any(word in str(made) for word in ("othing was", "not a package", "Shorten"))
