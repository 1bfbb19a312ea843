"""What makes a password worth having."""

from __future__ import annotations

import pytest

from mediation_desk.store.vault.passwords import PasswordTooWeak, require_good_password
from tests.store.doors import (
    QIAN_PASSWORD,
    ZHAO_PASSWORD,
)


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("short 7", "at least 8"),
        ("１２３４５６７", "at least 8"),
        ("x" * 300, "at most 256"),
        ("zhaoyuan", "same as the sign-in name"),
        ("ZhaoYuan ", "same as the sign-in name"),
        ("12345678", "Anyone would try"),
        ("９８７６５４３２１", "Anyone would try"),
        ("8888 8888", "Anyone would try"),
        ("Password123", "Anyone would try"),
        ("5201314520", "Anyone would try"),
        ("qwertyuiop", "Anyone would try"),
        ("hgfedcba", "Anyone would try"),
    ],
)
def test_a_poor_password_is_refused_beside_its_field(password: str, complaint: str) -> None:
    with pytest.raises(PasswordTooWeak, match=complaint) as refused:
        require_good_password(password, "zhaoyuan")
    assert refused.value.field == "password"
    assert password not in str(refused.value)


@pytest.mark.parametrize(
    "password", [ZHAO_PASSWORD, QIAN_PASSWORD, "three unrelated words", "床前明月光疑是地上霜", "a1!b2@c3"]
)
def test_a_decent_password_is_taken(password: str) -> None:
    require_good_password(password, "zhaoyuan")
