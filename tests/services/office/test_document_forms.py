"""Forms of papers at the office: changed, looked at, kept version by version, had back."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.library.forms import document_names
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.casefile import listing
from mediation_desk.services.form_texts import Standing
from mediation_desk.services.office import document_forms
from mediation_desk.services.papers import making, sets
from mediation_desk.services.serving import offering
from tests.offices import Office
from tests.services.papers_desk import case_of, registered, text_of
from tests.services.reports.test_overview import let_in
from tests.services.test_form_texts import OWN

NOTICE = "rights-notice"


def changed(text: str, words: str = "甲") -> str:
    return text.replace("# ", f"# {words}", 1)


def standing(office: Office, name: str) -> Standing:
    return next(one.standing for one in document_forms.listed(office.first) if one.name == name)


def test_every_form_is_listed_and_a_kept_one_stands_in_place_of_the_shipped(office: Office) -> None:
    desk = office.first
    assert sorted(one.name for one in document_forms.listed(desk)) == document_names()
    document_forms.keep(desk, NOTICE, changed(document_forms.text_of(desk, NOTICE)))
    assert standing(office, NOTICE) is Standing.CHANGED
    case_id = registered(desk)
    assert "甲当事人权利义务告知书" in text_of(making.make(desk, case_id, NOTICE))
    document_forms.drop(desk, NOTICE, document_forms.own_text_of(desk, NOTICE))
    assert standing(office, NOTICE) is Standing.SHIPPED
    assert "甲当事人权利义务告知书" not in text_of(making.make(desk, case_id, NOTICE))


def test_another_desk_prints_in_the_form_that_counts_now(office: Office) -> None:
    desk, other = office.first, office.desk()
    case_id = registered(desk)
    document_forms.keep(other, NOTICE, changed(document_forms.text_of(other, NOTICE)))
    assert "甲当事人权利义务告知书" in text_of(making.make(desk, case_id, NOTICE))


def test_a_paper_of_the_offices_own_is_offered_like_any_other(office: Office) -> None:
    desk = office.first
    document_forms.keep(desk, "own-slip", OWN)
    case_id = registered(desk)
    offered = {one.template: one for one in making.available(case_of(desk, case_id), forms=desk.forms)}
    assert offered["own-slip"].title.zh == "本站便条" and offered["own-slip"].station == "intake"
    assert case_of(desk, case_id).number in text_of(making.make(desk, case_id, "own-slip"))


def test_it_lies_in_the_file_is_given_out_and_handed_to_everybody_like_any_other(office: Office) -> None:
    desk = office.first
    own = OWN.replace("told", 'addressed = "applicants"\nplace = "7.9"\ntold', 1)
    document_forms.keep(desk, "own-slip", own)
    case_id = registered(desk)
    case = case_of(desk, case_id)
    assert "own-slip" in {one.template for one in listing.outline(desk, case_id).entries}
    assert "own-slip" in {one.template for one in offering.papers(case, forms=desk.forms)}
    assert offering.is_servable("own-slip", desk.forms)
    assert "own-slip" in {one.template for one in sets.offered(case, forms=desk.forms)}
    made = sets.print_sets(desk, case_id, ["own-slip"], [case.applicants[0].id])
    assert [handed.title.zh for each in made.sets for handed in each.handed] == ["本站便条"]


def test_a_text_that_only_another_version_can_use_costs_no_page_and_is_refused_when_it_is_made(office: Office
                                                                                            ) -> None:
    """Such a text comes with the store of a newer program."""
    desk = office.first
    case_id = registered(desk)
    broken = {"documents/rights-notice.md": "+++\nnew = 1\n+++\n", "documents/own-slip.md": "+++\n",
              "documents/consultation-letter.md": "+++\nnew = 1\n+++\n"}
    desk.forms = {**desk.forms, **broken}
    offered = {one.template for one in making.available(case_of(desk, case_id), forms=desk.forms)}
    assert {NOTICE, "consultation-letter"} <= offered and "own-slip" not in offered
    assert listing.outline(desk, case_id).entries and offering.papers(case_of(desk, case_id), 0, desk.forms)


def test_what_was_kept_before_is_known_with_who_and_until_when(office: Office) -> None:
    desk = office.first
    shipped = document_forms.text_of(desk, NOTICE)
    document_forms.keep(desk, NOTICE, changed(shipped, "甲"))
    document_forms.keep(desk, NOTICE, changed(shipped, "乙"), changed(shipped, "甲"))
    latest, first = document_forms.versions(desk, NOTICE)
    assert (latest.text, first.text) == (changed(shipped, "乙"), changed(shipped, "甲"))
    assert latest.until is None and first.until is not None and latest.by == desk.who.name


def test_a_colleagues_words_are_never_written_over(office: Office) -> None:
    desk = office.first
    shipped = document_forms.text_of(desk, NOTICE)
    document_forms.keep(desk, NOTICE, changed(shipped, "甲"))
    with pytest.raises(Conflicts):
        document_forms.keep(desk, NOTICE, changed(shipped, "乙"))
    assert document_forms.own_text_of(desk, NOTICE) == changed(shipped, "甲")


def test_only_an_administrator_changes_forms(office: Office) -> None:
    let_in(office.first, "qi", "祁小川", Role.MEDIATOR)
    desk = office.desk("qi")
    with pytest.raises(NotAllowed):
        document_forms.keep(desk, NOTICE, changed(document_forms.text_of(desk, NOTICE)))
    with pytest.raises(NotAllowed):
        making.previewed(desk, NOTICE, document_forms.text_of(desk, NOTICE))


def test_a_form_of_another_version_is_said_where_its_paper_is_made_and_stops_nothing_else(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version kept a key of the head that this one does not know, and a paper of its own."""
    desk, case_id = office.first, registered(office.first)
    with monkeypatch.context() as another:
        another.setattr(document_forms, "checked", lambda _name, text: text)
        for name in (NOTICE, "mediation-application", "own-slip"):
            text = OWN if name == "own-slip" else document_forms.text_of(desk, name)
            document_forms.keep(desk, name, text.replace("station =", "unheard_of = 1\nstation =", 1))
    case = case_of(desk, case_id)
    offered = {one.template for one in making.available(case, forms=desk.forms)}
    assert offered == {one.template for one in making.available(case)}
    assert making.of_station("intake", desk.forms) == making.of_station("intake")
    with pytest.raises(FormError, match="unheard_of"):
        making.make(desk, case_id, NOTICE)
    assert text_of(making.make(desk, case_id, "intake-register"))
    lost = {one.name for one in document_forms.listed(desk) if one.trouble}
    assert lost == {NOTICE, "mediation-application", "own-slip"}
