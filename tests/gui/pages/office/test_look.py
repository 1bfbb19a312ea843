import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.pages.office.test_page import *
@pytest.mark.parametrize("lang", ["x"])
def test_look(house, safety, tmp_path, lang):
    house.page.window().resize(1366, 768)
    house.click(safety.verify)
    house.settle()
    house.page.window().grab().save("/tmp/safety.png")
