"""A small scenario, a judge that looks for a few words, a clock that stands still."""

from datetime import UTC, datetime

from trainer.model.scenario import (
    CardPiece,
    Client,
    Condition,
    Ending,
    Fact,
    Mood,
    Note,
    Outcome,
    Pack,
    Scenario,
    Turn,
    Way,
)
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Kind, Quality, Standard
from trainer.model.verdict import Deduction, Finding, Setting, Verdict

FULL = "Здравствуйте! Понимаю, как обидно ждать. Привезём завтра, с вас 250 рублей."
RUDE = "Сам дурак, ждите завтра, 250."
LACKS_PRICE = "Здравствуйте! Понимаю вас. Привезём завтра."
PRICE = "Здравствуйте ещё раз, понимаю: 250 рублей."
BYE = "Здравствуйте, понимаю. Курьер позвонит."
NOTE = "Ждёт посылку, привезём завтра."
WORDS = {
    "moved": "17:00",
    "when": "завтра",
    "price": "250",
    "call": "позвонит",
    "gist": "посылк",
    "deadline": "завтра",
}


def scenario() -> Scenario:
    price = Fact("price", "250 рублей", True, asks=("А сколько это стоит?", "Так сколько?"))
    first = Turn(
        id="where",
        client="Где моя посылка?",
        expected=("greet", "empathy", "answer-fully"),
        facts=(Fact("when", "привезут завтра", True, asks=("Когда?",)), price),
        needs=("order",),
        ways=(
            Way("lost", Condition(violated=("rude",)), urgent=True),
            Way("call", client="Хорошо. А курьер позвонит?", remark="Клиентка смягчается."),
        ),
        model_answer=FULL,
        bad_answer=RUDE,
        hints=("Сначала чувство, потом дело.", "Начните так: «Понимаю…»"),
    )
    second = Turn(
        id="call",
        client="А курьер позвонит?",
        expected=("greet", "empathy"),
        facts=(Fact("call", "курьер позвонит", True, asks=("Позвонит?",)),),
        last=True,
        ways=(Way("good", Condition(bounds={"score": (80, None)})), Way("so-so")),
        model_answer=BYE,
        hints=("Ответьте прямо.",),
    )
    return Scenario(
        id="parcel",
        title="Пропавшая посылка",
        company="Вектор Доставка",
        client=Client("Ольга", ("Ольга",), Mood.UPSET, "Ждёт подарок сыну."),
        briefing="Вы отвечаете в чате. Ольга ждёт посылку.",
        card=(
            CardPiece("order", "Заказ", "Заказ 12-34, привезут завтра."),
            CardPiece("price", "Цена", "Доставка стоит 250 ₽. [b]Не разметка[/b]"),
        ),
        turns={"where": first, "call": second},
        endings={
            "good": Ending("good", "Ольга благодарна", "Ольга ждёт курьера.", Outcome.GOOD),
            "so-so": Ending("so-so", "Осадок остался", "Ольга ждёт, но сердится.", Outcome.MIXED),
            "lost": Ending("lost", "Ольга ушла", "Ольга пишет жалобу.", Outcome.LOST),
        },
        start="where",
        patience=2,
        note=Note((Fact("gist", "суть", True), Fact("deadline", "срок", True)), NOTE),
    )


def pack() -> Pack:
    found = scenario()
    return Pack("small", "Малый набор", "Для пробы", {found.id: found})


def catalogue() -> Catalogue:
    rows = (
        ("greet", "goodwill", Kind.OBLIGATION, "Поздороваться"),
        ("empathy", "engagement", Kind.OBLIGATION, "Выразить понимание"),
        ("answer-fully", "competence", Kind.OBLIGATION, "Ответить на все вопросы"),
        ("rude", "courtesy", Kind.PROHIBITION, "Грубость"),
        ("check-first", "attentiveness", Kind.PROCESS, "Сначала проверить самому"),
        ("log-contact", "ownership", Kind.PROCESS, "Записать разговор"),
    )
    titles = {"goodwill": "Доброжелательность", "engagement": "Заинтересованность"}
    titles |= {"competence": "Профессионализм", "courtesy": "Корректность"}
    titles |= {"attentiveness": "Внимательность", "ownership": "Ответственность"}
    return Catalogue(
        {name: Quality(name, title, "002") for name, title in titles.items()},
        {
            name: Standard(
                name,
                quality,
                kind,
                title,
                f"Что: {title}.",
                "Клиенту важно.",
                "Сделайте так.",
                "002: место",
                20,
            )
            for name, quality, kind, title in rows
        },
    )


class FakeJudge:
    """Finds a greeting, empathy, one insult and the words of facts."""

    def __init__(self) -> None:
        self.settings: list[Setting] = []

    def score(self, text: str, setting: Setting) -> Verdict:
        self.settings.append(setting)
        low = text.lower()
        facts = setting.facts()
        given = tuple(f.id for f in facts if WORDS[f.id] in low)
        wanted = setting.asking or tuple(f.id for f in facts if f.required)
        missing = tuple(name for name in wanted if name not in given)
        met = {"greet": "здравствуйте", "empathy": "понимаю"}
        expected = () if setting.asking or not setting.turn else setting.turn.expected
        shown = tuple(name for name, word in met.items() if name in expected and word in low)
        missed = tuple(name for name in met if name in expected and name not in shown)
        missed += ("answer-fully",) if missing else ()
        deductions = [_deduction(name, ()) for name in missed]
        violated = ("rude",) if "дурак" in low else ()
        if violated:
            at = low.index("дурак")
            deductions.append(_deduction("rude", (Span(at, at + 5),)))
        score = max(0, 100 - sum(item.points for item in deductions))
        praise = tuple(Finding(n, (Span(low.index(met[n]), low.index(met[n]) + len(met[n])),)) for n in shown)
        qualities = {"goodwill": 0 if "greet" in missed else 100, "competence": 0 if missing else 100}
        return Verdict(
            text, score, 1 + score // 25, shown, missed, violated, given, missing, qualities,
            tuple(deductions), praise,
        )  # fmt: skip


def _deduction(name: str, spans: tuple[Span, ...]) -> Deduction:
    quality = catalogue().standards[name].quality
    return Deduction(name, quality, 20, spans, "Так клиенту обидно.", "Скажите иначе.", "002: место")


class StillClock:
    def now(self) -> datetime:
        return datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
