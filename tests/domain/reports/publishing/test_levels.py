"""Corrections of a published summary, kept and read again."""

from mediation_desk.domain.reports.publishing.levels import Corrections, Level, fingerprint


def test_what_a_person_corrected_is_read_as_it_was_kept() -> None:
    made = Corrections().put("王建华", "王某").rewrite("一段", "另一段").look_at("万达广场", "美团")
    assert Corrections.read(made.stored()) == made
    assert made.passages == {fingerprint("一段"): "另一段"}


def test_the_same_text_again_takes_a_rewriting_back() -> None:
    assert Corrections().rewrite("一段", "另一段").rewrite("一段", "一段") == Corrections()


def test_what_is_no_correction_is_none() -> None:
    assert Corrections.read("") == Corrections.read("[1]") == Corrections.read("{}") == Corrections()


def test_there_are_three_levels() -> None:
    assert [str(one) for one in Level] == ["full", "masked", "published"]
