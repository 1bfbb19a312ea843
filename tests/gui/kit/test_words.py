"""The language is chosen once, and Qt's own dialogs speak it too."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, tr_sentence
from mediation_desk.library.words import CHINESE, ENGLISH, Words


def test_a_count_of_one_is_in_the_singular_and_every_other_in_the_plural(dressed: QApplication) -> None:
    said = [tr_count("{count} day left", "{count} days left", count) for count in (0, 1, 2, 21)]
    assert said == ["0 days left", "1 day left", "2 days left", "21 days left"]


def test_particulars_are_written_as_the_reader_writes_them(dressed: QApplication) -> None:
    text = "{owed} is still outstanding."
    assert tr(text, owed=yuan("4300")) == "4,300.00 yuan is still outstanding."
    kit_words.install(dressed, Words.of(CHINESE))
    assert tr(text, owed=yuan("4300")) == "尚有4,300.00元未付。"


def test_what_a_party_typed_is_no_place_to_be_filled(dressed: QApplication) -> None:
    assert tr("Removed: {name}", name="{reason} {0}") == "Removed: {reason} {0}"
    assert tr("no {particulars} given") == "no {particulars} given"


def test_a_trouble_and_a_sentence_from_below_are_said_in_the_language_in_use(dressed: QApplication) -> None:
    error = DeskError("This is longer than {limit} characters.", limit=50)
    assert tr_error(error) == "This is longer than 50 characters." == tr_sentence(error.sentence)
    kit_words.install(dressed, Words.of(CHINESE))
    assert tr_error(error) == tr_sentence(error.sentence) != "This is longer than 50 characters."


def test_going_from_chinese_to_english_leaves_no_chinese_behind(dressed: QApplication) -> None:
    for code in (CHINESE, ENGLISH, CHINESE, ENGLISH):
        kit_words.install(dressed, Words.of(code))
        assert kit_words.words().code == code
        assert (QLocale().language() is QLocale.Language.Chinese) is (code == CHINESE)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
