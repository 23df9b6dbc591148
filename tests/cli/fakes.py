"""A small scenario, a small catalogue and a judge that looks for three words."""

import re
from datetime import UTC, datetime

from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import CardPiece, Client, Ending, Fact, Mood, Outcome, Scenario, Turn, Way
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Example, Kind, Quality, Standard
from trainer.model.verdict import Deduction, Finding, Reading, Setting, Verdict
from trainer.practice.records import Mode
from trainer.practice.session import Session, start
from trainer.storage.memory import MemoryStore


def standard(name: str, kind: Kind, title: str) -> Standard:
    return Standard(
        name,
        "goodwill",
        kind,
        title,
        asks=f"просит {name}",
        matters=f"зачем {name}",
        fix=f"как {name}",
        source="002: страница",
        points=10,
        hits=(Example("Добрый день!", ("Добрый день",)),),
        misses=(Example("День добрый выдался"),),
    )


CATALOGUE = Catalogue(
    {"goodwill": Quality("goodwill", "Доброжелательность", "002")},
    {
        item.id: item
        for item in (
            standard("greet", Kind.OBLIGATION, "Поздороваться"),
            standard("answer-fully", Kind.OBLIGATION, "Ответить полностью"),
            standard("rude", Kind.PROHIBITION, "Не грубить"),
            standard("log-contact", Kind.PROCESS, "Записать разговор"),
        )
    },
)

FACT = Fact("price", "стоит 250 ₽", True, parts=(("250 ₽",),), asks=("А сколько стоит?",))

SCENARIO = Scenario(
    id="shop",
    title="Магазин",
    company="Ромашка",
    client=Client("Анна", ("Анна",), Mood.NEUTRAL),
    briefing="Вы отвечаете в чате.",
    card=(CardPiece("prices", "Цены", "Доставка стоит 250 ₽."),),
    turns={
        "first": Turn(
            "first", "Сколько стоит доставка?", ("greet", "answer-fully"), (FACT,), ways=(Way("second"),)
        ),
        "second": Turn("second", "А завтра привезёте?", ("greet",), ways=(Way("good"),), last=True),
    },
    endings={"good": Ending("good", "Договорились", "Анна довольна.", Outcome.GOOD)},
    start="first",
)

_MARKS = {"greet": r"здравствуйте|добрый день", "rude": r"дура\w*", "price": r"250"}


class FakeJudge:
    """Finds a greeting, a rude word and the price; ten points each."""

    def score(self, text: str, setting: Setting) -> Verdict:
        turn = setting.turn
        assert turn is not None
        found = {name: _spans(name, text) for name in _MARKS}
        given = tuple(fact.id for fact in turn.facts if found[fact.id])
        missing = tuple(fact.id for fact in turn.facts if not found[fact.id])
        holds = {"greet": bool(found["greet"]), "answer-fully": not missing}
        missed = tuple(name for name in turn.expected if not holds[name])
        deductions = [_deduction(name, ()) for name in missed]
        if found["rude"]:
            deductions.append(_deduction("rude", found["rude"]))
        score = 100 - 10 * len(deductions)
        return Verdict(
            text,
            score,
            max(1, 5 - len(deductions)),
            tuple(name for name in turn.expected if holds[name]),
            missed,
            ("rude",) if found["rude"] else (),
            given,
            missing,
            {"goodwill": score},
            tuple(deductions),
            (Finding("greet", found["greet"]),) if found["greet"] else (),
        )

    def read(self, text: str) -> Reading:
        shown = (Finding("greet", _spans("greet", text)),) if _spans("greet", text) else ()
        violated = (Finding("rude", _spans("rude", text), why="грубо"),) if _spans("rude", text) else ()
        return Reading(text, shown, violated)


def _spans(name: str, text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(_MARKS[name], text, re.IGNORECASE))


def _deduction(name: str, spans: tuple[Span, ...]) -> Deduction:
    item = CATALOGUE.standards[name]
    return Deduction(name, "goodwill", 10, spans, f"почему {name}", item.fix, item.source)


def find(scenario_id: str) -> Scenario:
    if scenario_id != SCENARIO.id:
        raise InputError(Problem(Place(scenario_id), "E060", f"нет сценария «{scenario_id}»"))
    return SCENARIO


class FakeClock:
    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)


def session(scenario: Scenario, mode: Mode, seed: int | None = None) -> Session:
    return start("s", scenario, mode, FakeJudge(), MemoryStore(), FakeClock(), seed or 0)


def app(scenario_id: str | None, mode: Mode, going: str, seed: int | None = None) -> None:
    print("app", scenario_id, mode, going, *([] if seed is None else [seed]))


TOOLS = Tools(
    judge=FakeJudge,
    catalogue=lambda: CATALOGUE,
    scenario=find,
    scenarios=lambda: ["shop"],
    passing_session=session,
    session=session,
    warning=lambda: "",
    app=app,
)
