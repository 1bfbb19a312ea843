"""The colours: every ink legible on every ground it is used on."""


import pytest

from mediation_desk.gui.kit.look.tokens import DARK, LIGHT, Tokens
from tests.gui.kit.look.hands import MEANINGS, contrast


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", *MEANINGS])
def test_every_ink_is_legible_on_every_plain_ground(tokens: Tokens, ink: str) -> None:
    for ground in ("surface", "raised", "rail", "hover"):
        assert contrast(tokens.ink_of(ink), getattr(tokens, ground)) >= 4.5, ground


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("meaning", MEANINGS)
def test_words_of_a_meaning_are_legible_on_its_own_ground_and_when_selected(
    tokens: Tokens, meaning: str
) -> None:
    assert contrast(tokens.ink_of(meaning), tokens.soft_of(meaning)) >= 4.5
    assert contrast(tokens.ink, tokens.soft_of(meaning)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_are_legible_and_borders_can_be_seen(tokens: Tokens) -> None:
    for ground in (tokens.accent, tokens.accent_strong):
        assert contrast(tokens.on_accent, ground) >= 4.5
    for ground in (tokens.raised, tokens.surface):
        assert contrast(tokens.edge, ground) >= 3.0  # a control's border: WCAG 1.4.11
