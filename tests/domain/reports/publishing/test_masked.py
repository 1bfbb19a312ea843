"""Numbers masked, names left."""

from mediation_desk.domain.reports.publishing.masked import hidden, masked


def test_numbers_are_masked_as_everywhere_and_what_is_public_stays() -> None:
    text = ("张三，电话138-9712-3456，卡6222021234567890123，信用代码91630103MA75ABCD12，欠38,700.00元，"
            "2024-11-25到期")
    assert masked(text, ["13897123456"], ["91630103MA75ABCD12"]) == (
        "张三，电话138****3456，卡622202*********0123，信用代码91630103MA75ABCD12，欠38,700.00元，2024-11-25到期")


def test_a_number_of_letters_and_a_name_in_a_chat_are_masked() -> None:
    assert masked("护照E12345678，微信abcdefghijkl", ["E12345678"]) == (
        f"护照{hidden('E12345678')}，微信{hidden('abcdefghijkl')}")
    assert "E12345678" not in masked("护照 E1234 5678", ["E12345678"])
