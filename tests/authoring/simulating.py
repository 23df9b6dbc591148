"""A scenario and judges for the tests of the simulation; no models are loaded."""

from dataclasses import replace

from tests.dialogue.samples import PRICE, WHEN, when
from trainer.model.scenario import (
    CardPiece,
    Client,
    Ending,
    Mood,
    Note,
    Outcome,
    Scenario,
    Turn,
    Way,
)
from trainer.model.standard import Catalogue, Example, Kind, Quality, Standard
from trainer.model.verdict import Setting, Verdict

MODEL = "Здравствуйте, Пётр! Доставка стоит 250 ₽. Привезём завтра. Какое время удобнее?"
BAD = "Отстань. Читай сайт."


def standard(name: str, kind: Kind, *texts: str) -> Standard:
    return Standard(
        name, "care", kind, name, "", "", "", "001", 10, hits=tuple(Example(text) for text in texts)
    )


CATALOGUE = Catalogue(
    {"care": Quality("care", "Забота", "001")},
    {
        s.id: s
        for s in (
            standard("greet", Kind.OBLIGATION, "Здравствуйте!", "Добрый день!"),
            standard("rude", Kind.PROHIBITION, "Отстань.", "Отстаньте от меня."),
            standard("curt", Kind.PROHIBITION, "Да.", "Нет."),
        )
    },
)


class Judge:
    """Judges by the words that a text holds; ``calls`` are the settings and texts that it was given."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[str, ...], str]] = []

    def score(self, text: str, setting: Setting) -> Verdict:
        assert setting.turn is not None
        self.calls.append((setting.turn.id, setting.asking, text))
        wanted = [f for f in setting.facts() if not setting.asking or f.id in setting.asking]
        given = tuple(f.id for f in setting.facts() if f.parts[0][0].lstrip("#") in text)
        missing = tuple(f.id for f in wanted if f.id not in given)
        broken = tuple(name for name in ("rude",) if "тстань" in text)
        shown = tuple(n for n in setting.turn.expected if n == "greet" and ("Здр" in text or "Добр" in text))
        missed = len(setting.turn.expected) - len(shown) if not setting.asking else 0
        score = max(0, 100 - 25 * len(missing) - 60 * len(broken) - 15 * missed)
        return Verdict(text, score, 1 + score // 25, shown, (), broken, given, missing, {}, ())


def talk(*ways: Way, **fields) -> Scenario:
    """Return a talk of two turns that needs both facts and a civil tone for its good ending."""
    first = Turn(
        "ask",
        "Сколько и когда?",
        ("greet",),
        facts=(PRICE, WHEN),
        needs=("price",),
        ways=ways
        or (
            Way("bad", when(violated=("rude",)), urgent=True),
            Way("more", when(bounds={"score": (60, None)})),
            Way("bad"),
        ),
        model_answer=MODEL,
        bad_answer=BAD,
    )
    second = Turn(
        "more",
        "А точно завтра?",
        (),
        facts=(WHEN,),
        ways=(Way("good", when(bounds={"score": (90, None)})), Way("so-so")),
        model_answer="Да, завтра. Хорошего дня!",
        bad_answer="Отстань.",
    )
    plain = Scenario(
        id="talk",
        title="Сколько и когда",
        company="Ромашка",
        client=Client("Пётр", ("Пётр",), Mood.NEUTRAL),
        briefing="",
        card=(CardPiece("price", "Цена", "Цена 250 ₽."), CardPiece("slot", "Время", "Завтра.")),
        turns={"ask": first, "more": second},
        endings={
            "good": Ending("good", "Спасибо", "Пётр доволен.", Outcome.GOOD),
            "so-so": Ending("so-so", "Ладно", "Пётр ждёт.", Outcome.MIXED),
            "bad": Ending("bad", "Ушёл", "Пётр ушёл.", Outcome.LOST),
        },
        start="ask",
        note=Note((PRICE,), "Спросил о цене: 250 ₽. Доставка завтра."),
    )
    return replace(plain, **fields)
