"""A form is checked before it is kept: what could not be used is refused with its line."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import document_names, document_text
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.form_texts import LARGEST, checked

OWN = """+++
title = "本站便条"
title_en = "Slip of this station"
station = "intake"
told = "case"
+++
# 便条

{{ case.number }}
"""


@pytest.mark.parametrize("name", document_names())
def test_every_shipped_form_could_be_kept_as_it_is(name: str) -> None:
    assert checked(name, document_text(name)) == document_text(name)


def refused(name: str, text: str) -> FormError:
    with pytest.raises(FormError) as error:
        checked(name, text)
    return error.value


def test_a_name_that_the_paper_does_not_know_is_told_with_its_line() -> None:
    text = document_text("rights-notice") + "\n{{ wages }}\n"
    assert refused("rights-notice", text).line == len(text.splitlines())


def test_a_template_that_is_none_is_told_with_its_line() -> None:
    text = document_text("rights-notice") + "\n{% if case %}\n"
    assert refused("rights-notice", text).line >= text.count("\n") - 1


@pytest.mark.parametrize("key", ["station", "place", "part"])
def test_what_belongs_to_the_program_stays(key: str) -> None:
    shipped = document_text("rights-notice")
    other = {"station": 'station = "closing"', "place": 'place = "9.9"', "part": 'part = "inside"'}[key]
    lines = [line for line in shipped.splitlines() if not line.startswith(f"{key} = ")]
    assert refused("rights-notice", "\n".join([lines[0], other, *lines[1:]])).line == 2


def test_an_offices_own_paper_is_told_the_whole_case() -> None:
    assert checked("own-slip", OWN) == OWN
    refused("own-slip", OWN.replace('told = "case"\n', ""))


@pytest.mark.parametrize("title", ["", "长" * 101, "\\u0001便条", "便\\n条"])
def test_a_title_that_no_file_could_bear_is_refused_with_its_line(title: str) -> None:
    assert refused("own-slip", OWN.replace("本站便条", title)).line == 2


@pytest.mark.parametrize("name", ["../own", "", "a/b", "x" * 61, "便条"])
def test_a_form_lies_nowhere_else_than_forms_do(name: str) -> None:
    with pytest.raises(DeskError):
        checked(name, OWN)


def test_what_is_too_long_is_refused_and_what_nobody_sees_is_dropped() -> None:
    with pytest.raises(DeskError):
        checked("own-slip", OWN + "字" * LARGEST)
    assert checked("own-slip", OWN.replace("便条\n\n", "便\u200b条\n\n")) == OWN
