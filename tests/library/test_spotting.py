"""The words by which pasted texts are read: as shipped, an office's own, and refused with their line."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.spots import About, Whose
from mediation_desk.domain.intake.spotting.spotting import Spotter
from mediation_desk.library.spotting import FILES, path_of, read_rules, shipped_spotter, shipped_text
from mediation_desk.library.tomllines import FormError


def test_the_shipped_words_are_read_once() -> None:
    assert shipped_spotter() is shipped_spotter()
    assert all(shipped_text(name).startswith("#") for name in FILES)


def test_an_offices_own_words_stand_in_place_of_the_shipped_ones() -> None:
    own = shipped_text("labels").replace('"来电人", ', '"来电人", "呼入人", ', 1)
    rules = read_rules({path_of("labels"): own})
    assert rules.labels["呼入人"].whose is Whose.APPLICANT and "呼入人" not in read_rules().labels
    found = Spotter(rules).read("呼入人:马国栋", date(2026, 3, 18))
    assert [one.value for one in found if one.about is About.NAME] == ["马国栋"]


@pytest.mark.parametrize(("name", "old", "new", "said"), [
    ("labels", 'about = "order"', 'about = "ordre"', "“ordre” is not known here"),
    ("labels", 'whose = "applicant"', 'whose = "plaintiff"', "“plaintiff” is not known here"),
    ("words", 'id = "gig_pay"', 'id = "gigpay"', "“gigpay” is not known here"),
    ("words", 'words = ["走访"]', 'words = []', "a phrase here is empty"),
    ("words", 'words = ["走访"]', 'words = ["…"]', "a phrase here is empty"),
    ("names", 'titles = ', 'title = ', "title"), ("names", 'titles = "', 'titles = ', "not TOML")])
def test_wrong_words_are_refused_with_their_line(name: str, old: str, new: str, said: str) -> None:
    text = shipped_text(name)
    wrong = text.replace(old, new, 1)
    assert wrong != text
    with pytest.raises(FormError, match=said) as refused:
        read_rules({path_of(name): wrong})
    assert refused.value.file == f"{name}.toml" and refused.value.line > 1
