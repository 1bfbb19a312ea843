"""Names that sound alike."""

from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.reports.publishing.sounding import Sounding, soundings
from mediation_desk.library.pinyin import readings


def test_only_another_writing_of_the_same_sounds_is_found_and_where_it_stood() -> None:
    text = "韩 小 兰与韩晓岚、含笑楠"
    spans = list(Sounding("韩晓岚", readings).found(Text(text)))
    assert [text[start:end] for start, end in spans] == ["韩 小 兰"]


def test_a_given_name_of_one_character_sounds_like_too_much() -> None:
    assert soundings("马兰", "马", readings) == ()
    assert len(soundings("马晓兰", "马", readings)) == 1
