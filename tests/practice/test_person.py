import pytest

from trainer.model.scenario import Client, Mood
from trainer.practice.person import introduced, name_and_age, portrait


def client(**more: object) -> Client:
    return Client("Вера", ("Вера",), Mood.UPSET, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (1, "1 год"),
        (11, "11 лет"),
        (14, "14 лет"),
        (21, "21 год"),
        (34, "34 года"),
        (45, "45 лет"),
        (112, "112 лет"),
    ],
)
def test_the_age_agrees_with_its_number(age: int, said: str) -> None:
    assert name_and_age(client(age=age)) == f"Вера, {said}"


def test_before_the_talk_nothing_is_told_that_helps_with_the_answer() -> None:
    whole = client(about="Ждёт букет.", age=34, manner="М", wants="Х", fears="Б", calms="У")
    assert introduced(whole) == "Вера, 34 года. Ждёт букет."
    assert introduced(client()) == "Вера."


def test_after_the_talk_all_that_the_author_wrote_is_told() -> None:
    whole = client(manner="Сухо", wants="Букет", fears="Опоздать", calms="Точный час")
    assert portrait(whole) == (
        ("Как пишет", "Сухо"),
        ("Чего хочет", "Букет"),
        ("Чего боится", "Опоздать"),
        ("Что успокоит", "Точный час"),
    )
    assert portrait(client(calms="Точный час")) == (("Что успокоит", "Точный час"),)
    assert portrait(client()) == ()
