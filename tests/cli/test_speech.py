"""What a command says, and in which language."""

from __future__ import annotations

import pytest

from mediation_desk.cli import speech
from mediation_desk.library.words import ENGLISH, Words


@pytest.mark.parametrize(("locale", "language"), [
    ("zh_CN.UTF-8", "zh_CN"), ("zh_TW.UTF-8", "zh_CN"), ("en_US.UTF-8", "en"), ("C", "en")])
def test_the_terminal_speaks_the_systems_language(locale: str, language: str,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert speech.system_language() == language


def test_a_preferred_language_goes_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "zh_CN:en")
    assert speech.system_language() == "zh_CN"


def test_without_a_catalogue_it_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    from mediation_desk.domain.words import DeskError

    def missing(_code: str) -> Words:
        raise DeskError("A file of the program is missing.")

    monkeypatch.setattr(Words, "of", missing)
    assert speech.words().code == ENGLISH


def test_a_sentence_is_printed_in_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch,
                                                             capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    speech.tell("Backup made and read back: {path}", path="/media/stick")
    assert capsys.readouterr().out == "Backup made and read back: /media/stick\n"


def test_where_nobody_looks_a_bar_draws_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with speech.bar() as progress:
        progress(1, 2)
    assert capsys.readouterr() == ("", "")
