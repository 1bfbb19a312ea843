"""The names of people are found wherever a paper says them, and kept whole."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields, is_dataclass, replace

from mediation_desk.documents import views
from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Paragraph, Run, plain_text
from mediation_desk.documents.template.names import HOLDERS, Names
from mediation_desk.library.forms import document_template
from tests.documents import samples

TASHI = "扎西·才让多杰"
PAPER = replace(samples.AGREEMENT, applicants=(replace(samples.WORKERS[0], name=TASHI), *samples.WORKERS[1:]),
                facts=(f"{TASHI}、路知夏自2024年9月1日起工作",))


def whole(text: str, context: object = PAPER) -> list[str]:
    return [run.text for run in Names(context).kept_whole((Run(text),)) if run.solid]


def test_workers_agents_mediators_and_the_head_of_a_company_are_kept_whole() -> None:
    said = f"{TASHI}与关山月、祁望舒在许慎言处见面"
    assert whole(said) == [TASHI, "关山月", "祁望舒", "许慎言"]
    assert whole("商陆在场", samples.RECORD) == ["商陆"], "and whoever came"


def test_a_company_and_common_words_are_not() -> None:
    assert whole("安宁星湾文化传媒有限公司支付调解款") == []
    assert whole("任何文字", object()) == []


def test_every_holder_is_a_field_of_some_view() -> None:
    rooms = [importlib.import_module(f"{views.__name__}.{one.name}") for one in
             pkgutil.iter_modules(views.__path__)]
    known = {each.name for room in rooms for made in vars(room).values()
             if isinstance(made, type) and is_dataclass(made) for each in fields(made)}
    assert sorted(HOLDERS - known) == []


def test_the_text_and_its_weight_stay_as_they_are() -> None:
    runs = (Run(f"甲{TASHI}乙", bold=True), Run("温若晴", solid=True))
    found = Names(PAPER).kept_whole(runs)
    assert plain_text(found) == plain_text(runs)
    assert found == (Run("甲", True), Run(TASHI, True, solid=True), Run("乙", True), runs[1])


def test_a_name_is_whole_in_what_a_clerk_typed_too() -> None:
    blocks = compose(document_template(PAPER.TEMPLATE), PAPER)
    fact, = (block for block in blocks if isinstance(block, Paragraph) and "起工作" in block.text)
    assert [run.text for run in fact.runs if run.solid] == [TASHI, "路知夏"]
