"""Says, at the end of ``make setup``, whether Qt and the stores load here, and if not what is missing."""

import importlib
import os
import sys

PARTS = {
    "the windows": "PySide6.QtWidgets",
    "the page view": "PySide6.QtPdfWidgets",
    "printing": "PySide6.QtPrintSupport",
    "the encrypted store": "sqlcipher3",
    "the shared store": "psycopg",
}


def main() -> None:
    """Import each part, then start Qt without a screen; exit 1 with words when one cannot load."""
    for words, module in PARTS.items():
        try:
            importlib.import_module(module)
        except ImportError as error:
            sys.exit(f"setup: {words} cannot load: {error}\n{ADVICE}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])
    print("setup: ready")


ADVICE = "setup: packaging/system-libraries.txt lists the system libraries, as Debian and Ubuntu call them"

if __name__ == "__main__":
    main()
