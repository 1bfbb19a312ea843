"""The grid in which a transfer is parted: pasted, added up, and refused where it cannot be."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.performance.parts import PartsField

FIRST, SECOND = UUID(int=1), UUID(int=2)


def shown(field: PartsField) -> list[str]:
    return [field.model.index(at, 1).data() for at in range(field.model.rowCount())]


@pytest.mark.usefixtures("dressed")
def test_amounts_are_pasted_and_what_is_left_of_the_transfer_is_said(dressed: QApplication) -> None:
    field = PartsField()
    field.lay([(FIRST, "马成", yuan("500")), (SECOND, "韩雪", yuan("300"))])
    field.follow(yuan("700"))
    with pytest.raises(DeskError, match="what each worker receives"):
        field.parts()
    field.grid.setCurrentIndex(field.model.index(0, 1))
    field.grid.paste_text("400.50\n￥２９９.50")
    assert shown(field)[2:] == ["700.00", "0.00"]
    assert field.parts() == ((FIRST, yuan("400.50")), (SECOND, yuan("299.50")))
    field.model.edit({(1, 1): "300.01"})
    assert "300.00" in field.model.cell(field.model.index(1, 1)).trouble
    assert shown(field)[3] == "-0.51"
    field.model.edit({(1, 1): "viel"})
    assert field.model.cell(field.model.index(1, 1)).trouble and shown(field)[2] == "400.50"
    with pytest.raises(DeskError) as told:
        field.parts()
    assert told.value.field == "parts"
    field.set_typed("")
    assert shown(field) == ["", "", str(Money(0)), "700.00"]
    field.deleteLater()
