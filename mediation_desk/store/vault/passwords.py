"""Passwords and logins: tidied alike however they were typed, and refused when anyone would guess them."""

from __future__ import annotations

import unicodedata

from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError

SHORTEST, LONGEST = 8, 256
LONGEST_LOGIN = 64

# What is tried first at any Chinese office's keyboard; digits in rows and runs are found by rule.
_OBVIOUS_WORDS = """
    password passw0rd p@ssw0rd p@ssword password1 password12 password123 admin123 admin1234 admin888
    admin@123 administrator root1234 test1234 welcome1 welcome123 letmein1 iloveyou sunshine princess
    football baseball superman computer internet changeme changeme1 default1 abc12345 abcd1234 abc123456
    a1234567 a12345678 a123456789 aa123456 aa12345678 qq123456 woaini1314 woaini520 woaini521 5201314520
    52013145 13145200 wo5201314 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qwer1234 qwerasdf asdf1234 zaq12wsx
    zaq1zaq1 1234qwer qazwsxedc qazwsx123 123qweasd 123456qq 123456abc 1234abcd 147258369 258258258
    741852963 789456123 987654321 112233445566 11223344 12344321 123321123 123123123 12121212 zxcvbnm123
    mediation mediation1 mediator tiaojie123 tiaojie1 laodong123 laodongju zhongcai nihao123 nihaoma1
"""
_OBVIOUS = frozenset(_OBVIOUS_WORDS.split())
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class PasswordTooWeak(DeskError):
    """The new password is too short, too long, or among the first that anyone would try."""

    def __init__(self, sentence: str, **particulars: object) -> None:
        super().__init__(sentence, field="password", **particulars)


def tidy_login(typed: str) -> str:
    """The login as kept and compared: full-width and capital letters count as plain ones.

    Raises DeskError beside ``login`` when nothing, a line break or over 64 characters is left.
    """
    login = plain(typed).casefold()
    if not login or len(login) > LONGEST_LOGIN or not login.isprintable():
        raise DeskError(
            N_("A sign-in name has 1 to {longest} letters, digits or characters."),
            field="login",
            longest=LONGEST_LOGIN,
        )
    return login


def password_bytes(typed: str) -> bytes:
    """The password as the key derivation takes it: a full-width digit is the same as a plain one (NFKC)."""
    return unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")


def require_good_password(typed: str, login: str) -> None:
    """Do nothing for a password worth having; otherwise PasswordTooWeak, saying what to do."""
    password = unicodedata.normalize("NFKC", typed)
    if len(password) < SHORTEST:
        raise PasswordTooWeak(N_("A password has at least {shortest} characters."), shortest=SHORTEST)
    if len(password) > LONGEST:
        raise PasswordTooWeak(N_("A password has at most {longest} characters."), longest=LONGEST)
    if password.strip().casefold() == tidy_login(login):
        raise PasswordTooWeak(N_("The password must not be the same as the sign-in name."))
    if _is_obvious(password.casefold()):
        raise PasswordTooWeak(
            N_("Anyone would try this password first. Choose another, such as three unrelated words.")
        )


def _is_obvious(password: str) -> bool:
    return password in _OBVIOUS or _repeats(password) or _runs(password)


def _repeats(password: str) -> bool:
    """Whether one or two characters, over and over, make the whole: 88888888, 12121212, 11112222."""
    return len(set(password)) <= 2


def _runs(password: str) -> bool:
    """Whether the whole is a run along the digits, the alphabet or a row of keys, either way."""
    return any(password in row or password in row[::-1] for row in _ROWS)
