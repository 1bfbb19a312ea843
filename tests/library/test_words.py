"""Nothing is left in English: every marked sentence has its Chinese, with the same places to fill."""

import ast
import gettext
import importlib.util
import io
import re
import string
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError, Sentence
from mediation_desk.library.words import CHINESE, ENGLISH, Words

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
MARKS = {"N_": 1, "tr": 1, "tr_count": 2}

# What was said in two ways, or as nobody says it: the pattern that must not come back, and the word
# that stands for it now.
ABANDONED = {
    "超期": "逾期", "冻结": "定稿（文书）、固定（列）", "指纹": "校验码", "封存": "密封、定稿",
    "事实摘要": "事实概要", "如果去仲裁": "仲裁结果预估", "(?<!应)付多少": "付款金额",
    "何时付": "付款期限", "人中的": "全部n人、n人（共n人）", "及另": "等n家单位",
    r"^\{count\}名(外卖骑手|网络主播|网约车司机)": "某某等n人", "托管单|密钥单": "案件密钥恢复单",
    "办公室": "机构", "重新启动": "重新开启", "说法": "陈述",
    "单独(谈话|陈述|所说|说过|讲)": "背对背谈话内容", "字段": "项目", "工种": "从业类型",
    "待核实": "待查", "法定节假日": "法定休假日", "遮蔽": "遮盖", "调休上班日|补班工作日": "补班日",
    "劳动监察": "劳动保障监察",
}
# The same, on the screen alone: contracts and banks have accounts, sign and pay in words of their own.
ABANDONED_ON_SCREEN = {
    "(?<!收款)账户(?!如下)": "账号", "(?<!空的)数据库": "案件库", "签订(日期|地点|协议。)": "签署",
    "付款日(?!期)": "到期日、付款日期", "^支付方式$": "付款方式", "(本|当前|办理)阶段": "环节",
    "未公开的方案|公开方案": "未告知对方的方案", "认可对方": "承认对方",
    "要素梳理笔录": "无争议事实及争议焦点记录",
}


def marked(file: Path) -> Iterator[str]:
    """The message ids that a module marks; one that is not written out in full is a mistake."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for argument in node.args[: MARKS.get(name, 0)]:
            yield from written(argument)


def written(argument: ast.expr) -> Iterator[str]:
    """The message ids an argument may be; a variable holds one that was marked elsewhere."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from written(argument.body)
        yield from written(argument.orelse)
    assert not isinstance(argument, ast.JoinedStr), ast.unparse(argument)


@cache
def message_ids() -> dict[str, str]:
    """Every message id of the program, and a module that uses it."""
    files = sorted((ROOT / "mediation_desk").rglob("*.py"))
    return {text: str(file.relative_to(ROOT)) for file in files for text in marked(file) if text}


@cache
def catalogues() -> ModuleType:
    """The build step, which is no part of the program."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def chinese() -> dict[str, str]:
    """All Chinese there is."""
    words: dict[str, str] = catalogues().merged((FOLDER / CHINESE).glob("*.po"))
    return words


def places(text: str) -> set[str]:
    """The ``{named}`` places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_of_the_program_has_its_chinese() -> None:
    missing = {text: file for text, file in message_ids().items() if text not in chinese()}
    assert not missing, "\n".join(f"{file}: {text}" for text, file in missing.items())


def test_the_finder_finds_what_the_program_says() -> None:
    assert {"This must be filled in.", "{count} page printed.", "{count} pages printed."} <= set(
        message_ids()
    )


def test_chinese_has_the_same_places_to_fill() -> None:
    wrong = [text for text, words in chinese().items() if places(text) != places(words)]
    assert not wrong


def test_the_shipped_catalogue_is_what_the_po_files_make_now() -> None:
    assert (FOLDER / f"{CHINESE}.mo").read_bytes() == catalogues().catalogue(CHINESE), (
        "run python packaging/catalogues.py"
    )


def test_two_files_that_disagree_stop_the_build(tmp_path: Path) -> None:
    for name, words in (("a.po", "是"), ("b.po", "对")):
        (tmp_path / name).write_text(f'msgid ""\nmsgstr ""\n\nmsgid "Yes"\nmsgstr "{words}"\n', "utf-8")
    with pytest.raises(catalogues().Disagreement, match="Yes"):
        catalogues().merged(tmp_path.glob("*.po"))


def test_the_catalogue_does_not_hang_on_order_and_other_tools_read_it() -> None:
    one = catalogues().binary({"Yes": "是", "No": "否"}, CHINESE)
    assert one == catalogues().binary({"No": "否", "Yes": "是"}, CHINESE)
    read = gettext.GNUTranslations(io.BytesIO(one))
    assert [read.gettext(text) for text in ("Yes", "No")] == ["是", "否"]


def written_in_chinese() -> dict[str, str]:
    """The papers' templates, the element sheets and what is written for Chinese readers, by file."""
    files = [*(ROOT / "forms").rglob("*.md"), *(ROOT / "forms").rglob("*.toml"), *ROOT.rglob("*.zh-CN.md")]
    return {str(file.relative_to(ROOT)): our_words(file) for file in files if ".venv" not in file.parts}


def our_words(file: Path) -> str:
    """What a file says; of the lists by which others' texts are read, the remarks alone: what stands in them
    is how others write."""
    text = file.read_text("utf-8")
    if (ROOT / "forms" / "intake") not in file.parents:
        return text
    return "\n".join(line for line in text.splitlines() if line.startswith("#"))


@pytest.mark.parametrize("word", ABANDONED)
def test_one_thing_has_one_word_on_screen_on_paper_and_in_the_guides(word: str) -> None:
    places = {**written_in_chinese(), **chinese()}
    wrong = [place for place, text in places.items() if re.search(word, text)]
    assert not wrong, f"{ABANDONED[word]}: {wrong}"


@pytest.mark.parametrize("word", ABANDONED_ON_SCREEN)
def test_one_thing_has_one_word_on_screen(word: str) -> None:
    wrong = [text for text, said in chinese().items() if re.search(word, said)]
    assert not wrong, f"{ABANDONED_ON_SCREEN[word]}: {wrong}"


def test_inner_sentences_amounts_and_dates_are_said_in_the_readers_language() -> None:
    inner = Sentence("Yes")
    sentence = Sentence(
        "{a} {b} {c} {d}", {"a": inner, "b": yuan("4300"), "c": date(2024, 9, 1), "d": [inner, inner]}
    )
    assert Words.of(CHINESE).sentence(sentence) == "是 4,300.00元 2024年9月1日 是、是"
    assert Words.of(ENGLISH).sentence(sentence) == "Yes 4,300.00 yuan 1 September 2024 Yes, Yes"


def test_a_moment_brings_its_hour() -> None:
    moment = datetime(2024, 11, 25, 9, 5)
    assert Words.of(CHINESE).day(moment) == "2024年11月25日 09:05"
    assert Words.of(ENGLISH).day(moment) == "25 November 2024 09:05"


def test_nothing_is_nothing_and_the_unknown_stays_as_it_is() -> None:
    assert Words.of(CHINESE).translate("") == ""
    assert Words.of(CHINESE).translate("never marked") == "never marked"


def test_a_name_with_braces_is_left_alone() -> None:
    assert Words.of(ENGLISH).fill("Saved as {name}.", {"name": "{x}"}) == "Saved as {x}."


def test_a_language_that_is_not_shipped_is_refused_beside_its_field() -> None:
    with pytest.raises(DeskError) as trouble:
        Words.of("fr")
    assert trouble.value.field == "language"
