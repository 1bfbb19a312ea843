"""A picture on its page is not blown up beyond what its pixels bear."""

from mediation_desk.domain.casefile.sheets import Picture


def test_a_pixel_is_at_most_a_third_of_a_millimetre_unless_somebody_says_otherwise() -> None:
    assert 0.35 < Picture(b"", 1, 1).largest < 0.36
