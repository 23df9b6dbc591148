from tests.scoring.samples import setting, turn, words
from trainer.model.verdict import Setting
from trainer.scoring.rules.people import client_details, client_name

LINE = Setting(turn=turn(client="Здравствуйте! Заказывала чайник 4512, привезли с трещиной."))


def test_the_name_of_the_client_in_any_form() -> None:
    at = Setting(names=("Ирина Сергеевна", "Ирина"))
    assert words(client_name, "Ирине отправили", at) == ["Ирине"]
    assert "Ирина Сергеевна" in words(client_name, "Ирина Сергеевна, добрый день", at)
    assert words(client_name, "Марина, добрый день", at) == []
    assert words(client_name, "Ирина", Setting()) == []


def test_details_of_the_clients_line() -> None:
    assert words(client_details, "Вижу чайник с трещиной, заменим", LINE) == ["чайник", "трещиной"]
    assert words(client_details, "Заменим 4512, чайник", LINE) == ["4512", "чайник"]


def test_one_detail_or_common_words_are_not_enough() -> None:
    assert words(client_details, "Заменим чайник", LINE) == []
    assert words(client_details, "Заменим чайник", LINE, least=1) == ["чайник"]
    assert words(client_details, "Здравствуйте, с вами Анна", LINE, least=1) == []
    assert words(client_details, "Чайник с трещиной") == []


def test_what_is_known_counts_as_the_clients_words() -> None:
    assert setting().turn is not None
    assert words(client_details, "Заменим кастрюлю", LINE, least=1, also=["кастрюля"]) == ["кастрюлю"]


def test_words_of_three_letters_are_no_details() -> None:
    cat = Setting(turn=turn(client="Кот, стол, 5"))
    assert words(client_details, "Кот и стол 5", cat, least=1) == ["стол", "5"]
    assert words(client_details, "Стол", cat) == []
    assert words(client_details, "Стол 5", cat) == ["Стол", "5"]


def test_the_name_is_no_detail() -> None:
    named = Setting(turn=turn(client="Ирина Петрова ждёт посылку"), names=("Ирина Петрова",))
    assert words(client_details, "Ирина Петрова, посылку нашли", named, least=1) == ["посылку"]
