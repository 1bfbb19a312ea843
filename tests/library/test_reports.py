"""Statistical forms as files: the shipped ones, an office's own, and mistakes named by their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.library.reports import LONGEST, shipped_reports, shipped_texts, typed_report
from mediation_desk.library.tomllines import FormError
from tests.domain.reports.forms.counted import KNOWN

WHOLE = """id = "own"
zh = "本单位的表"
en = "Our form"
period = "month"

[[tables]]
id = "first"
zh = "表一"
en = "First"
chart = "received"

[[tables.columns]]
id = "received"
zh = "受理"
en = "Received"
event = "received"

[[tables.columns]]
id = "closed"
zh = "结案"
en = "Closed"
event = "closed"
where = { outcome = "reconciled" }

[[tables.columns]]
id = "share"
zh = "占比"
en = "Share"
share = ["closed", "received"]

[[tables.rows]]
id = "all"
zh = "全部"
en = "All"

[[tables.rows]]
id = "by"
by = "source"

[[tables.balances]]
zh = "相加"
en = "Adds up"
of = "rows"
left = ["all"]
right = ["by"]

[[identities]]
zh = "相等"
en = "Even"
left = ["first.all.received"]
right = ["first.by.received"]

[ahead]
zh = "今后"
en = "Ahead"
days = 3
"""


def refused(text: str) -> tuple[int, str]:
    """The line, and what is wrong there."""
    with pytest.raises(FormError) as error:
        typed_report(text, "own.toml", KNOWN)
    assert error.value.file == "own.toml"
    return error.value.line, str(error.value.reason)


def line_of(text: str, part: str) -> int:
    return text[:text.index(part)].count("\n") + 1


def test_the_shipped_forms_can_all_be_read() -> None:
    assert list(shipped_reports(KNOWN)) == ["annual", "bulletin", "ma1", "monthly", "own_month"]
    assert len(shipped_texts()) == 5


def test_a_whole_form_is_read() -> None:
    form = typed_report(WHOLE, "own.toml", KNOWN)
    assert (form.id, form.period.value, len(form.tables), len(form.identities)) == ("own", "month", 1, 1)
    assert form.ahead is not None and form.ahead.most == 50
    assert form.tables[0].chart == "received"


@pytest.mark.parametrize(("old", "new", "at", "said"), [
    ('event = "received"', 'event = "recieved"', "event", "a value does not fit"),
    ('event = "received"', 'event = "received"\ndays = "end"', '[[tables.columns]]', "a column has one of"),
    ('event = "received"', "", "[[tables.columns]]", "a column has one of"),
    ('where = { outcome = "reconciled" }', 'where = { outcome = "settled" }', "where",
     "“settled” is no outcome"),
    ('where = { outcome = "reconciled" }', 'where = { kept = true }', "where", "not known of cases"),
    ('where = { outcome = "reconciled" }', 'where = { over = "yes" }', "where", "true or false"),
    ('where = { outcome = "reconciled" }', 'where = { weather = "dry" }', "where", "a where may name"),
    ('where = { outcome = "reconciled" }', 'where = { source = true }', "where", "takes a word"),
    ('where = { outcome = "reconciled" }', 'where = { claim = ["strike"] }', "where", "“strike” is no claim"),
    ('event = "closed"', 'event = "closed"\nmeasurement = "cases"', "measurement", "is not known here"),
    ('event = "received"', 'event = "received"\nmeasure = "claimed"', "measure", "money is told of"),
    ('share = ["closed", "received"]', 'share = ["closed", "later"]', 'share = [', "stands before this one"),
    ('share = ["closed", "received"]', 'days = "end"\npercent = 100', "percent", "from 1 to 99"),
    ('by = "source"', 'by = "weather"', 'by = "weather"', "told apart by one of"),
    ('by = "source"', 'by = "company"', 'by = "company"', "need top"),
    ('by = "source"', 'by = "outcome"', '[[tables.rows]]\nid = "by"', "is not known of what column"),
    ('by = "source"', 'by = "source"\ntop = 500', "top", "from 0 to 200"),
    ('by = "source"', 'by = "source"\nsum = ["all"]', '[[tables.rows]]\nid = "by"', "a row is counted"),
    ('zh = "全部"\nen = "All"', 'zh = "全部"\nen = "All"\nleast = 2', '[[tables.rows]]\nid = "all"',
     "go with by"),
    ('by = "source"', 'zh = "和"\nen = "Sum"\nsum = ["below"]', "sum", "no row “below”"),
    ('zh = "全部"\nen = "All"', 'zh = "全部"\nen = " "', 'zh = "全部"', "both languages"),
    ('id = "closed"', 'id = "received"', 'id = "received"\nzh = "结案"', "is here twice"),
    ('id = "closed"', 'id = "Closed!"', 'id = "Closed!"', "is no id"),
    ('right = ["by"]', 'right = ["rest"]', "[[tables.balances]]", "there is no row “rest”"),
    ('right = ["by"]', 'right = []', "[[tables.balances]]", "two sides"),
    ('chart = "received"', 'chart = "nothing"', "chart", "there is no column “nothing”"),
    ('right = ["first.by.received"]', 'right = ["first.by.nothing"]', 'right = ["first.by.nothing"]',
     "there is no cell"),
    ("days = 3", "days = 0", "days = 0", "from 1 to 60"),
    ('period = "month"', "", "id", "the key “period” is missing"),
    ('period = "month"', 'period = month', "period", "this is not TOML"),
    ('zh = "表一"', 'zh = "表一"\ndays = 1000', "days = 1000", "from 0 to 366"),
])
def test_a_mistake_is_named_with_its_line(old: str, new: str, at: str, said: str) -> None:
    assert old in WHOLE
    text = WHOLE.replace(old, new, 1)
    line, reason = refused(text)
    assert said in reason
    assert line == line_of(text, at)


def test_rows_that_are_cut_short_add_up_to_nothing() -> None:
    text = WHOLE.replace('by = "source"', 'by = "cause"\ntop = 3')
    assert "cut short" in refused(text)[1]
    typed_report(text.replace("top = 3", 'top = 3\nrest_zh = "其余"\nrest_en = "Rest"'), "own.toml", KNOWN)


def test_too_long_a_form_and_too_many_tables_are_refused() -> None:
    assert "characters at most" in refused(WHOLE + "#" * LONGEST)[1]
    many = WHOLE.split("[[identities]]")[0]
    tables = many[many.index("[[tables]]"):]
    text = many + "".join(tables.replace('id = "first"', f'id = "t{at}"') for at in range(20))
    assert "from 1 to 20" in refused(text)[1]


def test_the_same_form_twice_in_a_folder_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(WHOLE, "utf-8")
    with pytest.raises(FormError) as error:
        shipped_reports(KNOWN, tmp_path)
    assert error.value.file == "b.toml"
