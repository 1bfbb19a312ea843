"""The names of columns are data: every meaning has some, no name has two, and a mistake names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.intake.lists.columns import Meaning
from mediation_desk.library.list_columns import read_columns, shipped_columns
from mediation_desk.library.tomllines import FormError


def test_every_meaning_is_called_something_and_no_name_stands_twice() -> None:
    names = shipped_columns()
    assert set(names) == set(Meaning) and all(names.values())


@pytest.mark.parametrize(("text", "said"), [
    ('[[columns]]\nmeans = "number"\nnames = ["号"]\n\n[[columns]]\nmeans = "numbr"\nnames = []\n',
     "line 6: there is no column “numbr”"),
    ('[[columns]]\nmeans = "number"\nnames = []\n[[columns]]\nmeans = "number"\nnames = []\n',
     "line 5: “number” is here twice"),
    ('[[columns]]\nmeans = "number"\nnames = ["号"]\n[[columns]]\nmeans = "name"\nnames = ["号 "]\n',
     "line 6: “号 ” stands under “number” already")])
def test_a_mistake_names_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "columns.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(FormError, match=said):
        read_columns(file)
