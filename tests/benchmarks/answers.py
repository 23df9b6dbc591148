"""Answers of about 60 words that all differ, so that nothing is measured out of a cache."""

import random
from collections.abc import Iterator

WORDS = 60
OPENINGS = (
    "Здравствуйте, {name}! Меня зовут {own}, компания «Вектор Доставка».",
    "Добрый день, {name}! На связи {own} из «Вектор Доставки».",
    "{name}, здравствуйте. Понимаю, как неприятно ждать без новостей.",
)
MIDDLES = (
    "Да, курьер приедет за посылкой прямо в офис на {street}, {house}.",
    "Заявки до {hour}:00 забираем в тот же день, более поздние - на следующий рабочий.",
    "Выезд стоит {money} рублей, а если отправлений {count} и больше, платить не нужно.",
    "Вижу заказ {order}: последняя отметка была {days} дней назад на складе.",
    "Мне очень жаль, что мы подвели вас с доставкой подарка.",
    "Я уже передал запрос в службу поиска и слежу за ним сам.",
    "Упакуйте, пожалуйста, коробку, чтобы она не пострадала в дороге.",
    "Накладную печатать не нужно: мастер привезёт её с собой и позвонит за {count} минут.",
    "Заявление можно подать уже сейчас в личном кабинете, понадобится фото чека.",
    "Деньги вернутся на карту в течение {days} дней после проверки.",
)
CLOSINGS = (
    "Какой интервал вам удобнее: с 10 до {hour} или с {hour} до 19?",
    "Остались вопросы? Хорошего вам дня!",
    "Напишите, пожалуйста, адрес и сколько у вас коробок.",
)
NAMES = ("Марина", "Иван Иванович", "Анастасия", "Дмитрий", "Ольга", "Тимур", "Лидия Петровна")
STREETS = ("Лесной", "Садовой", "Речной", "Полевой", "Школьной", "Набережной")


def answers(count: int, seed: int = 1) -> Iterator[str]:
    """Yield ``count`` answers, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        middles = chance.sample(MIDDLES, len(MIDDLES))
        parts = [chance.choice(OPENINGS)]
        while sum(len(part.split()) for part in parts) < WORDS - 12:
            parts.append(middles.pop())
        parts.append(chance.choice(CLOSINGS))
        yield " ".join(_filled(part, chance) for part in parts)


def _filled(part: str, chance: random.Random) -> str:
    return part.format(
        name=chance.choice(NAMES),
        own=chance.choice(NAMES).split()[0],
        street=chance.choice(STREETS),
        house=chance.randint(1, 200),
        hour=chance.randint(11, 18),
        money=chance.randint(100, 900),
        count=chance.randint(2, 60),
        days=chance.randint(2, 30),
        order=f"{chance.randint(10, 99)}-{chance.randint(1000, 9999)}",
    )
