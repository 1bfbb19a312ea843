"""Says things in the language that was chosen when the program started."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mediation_desk.domain.words import DeskError, Sentence
from mediation_desk.gui.kit.qt_words import QtWords
from mediation_desk.library.words import CHINESE, ENGLISH, Words

_PROPERTY = "desk_words"


def install(app: QCoreApplication, words: Words) -> None:
    """Let the application speak ``words``, and Qt's own dialogs and calendars with it."""
    app.setProperty(_PROPERTY, words)
    QLocale.setDefault(QLocale("zh_CN" if words.chinese else "en_GB"))
    for known in app.findChildren(QTranslator):
        app.removeTranslator(known)
        known.deleteLater()
    if words.chinese:
        app.installTranslator(QtWords(words, app))  # first, so asked last
        translator = QTranslator(app)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)


def system_language() -> str:
    """``zh_CN`` where the system speaks Chinese, otherwise ``en``."""
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return CHINESE if chinese else ENGLISH


def words() -> Words:
    """The language in use; English before one was installed."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app else None
    return found if isinstance(found, Words) else Words(ENGLISH)


def tr(text: str, **particulars: object) -> str:
    """An English message id in the reader's language, its ``{named}`` places filled."""
    return words().fill(text, particulars)


def tr_count(one: str, many: str, count: int, **particulars: object) -> str:
    """``one`` for a count of 1, otherwise ``many``; both message ids may use ``{count}``."""
    return tr(one if count == 1 else many, count=count, **particulars)


def tr_sentence(sentence: Sentence) -> str:
    """A sentence that came from a lower floor."""
    return words().sentence(sentence)


def tr_error(error: DeskError) -> str:
    """What the user is told about their trouble."""
    return words().sentence(error.sentence)
