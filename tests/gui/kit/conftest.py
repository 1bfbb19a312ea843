"""Every test of the kit is dressed; the offscreen platform's complaints are passed over."""

import pytest
from PySide6.QtWidgets import QApplication


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform tells of size hints, popups and raised windows that it has none of them."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def _dressed_always(dressed: QApplication) -> QApplication:
    """Light, at 100 %, in English, whether or not the test asks for anything."""
    return dressed
