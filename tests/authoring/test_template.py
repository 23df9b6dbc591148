"""A new scenario plays at once: the real judge finds its model answer good and its bad answer bad."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.authoring.format import files_of, formatted
from trainer.authoring.lint import lint_pack
from trainer.authoring.template import DEFAULT_EXPECTED, Wish, draft, filled, place, save
from trainer.authoring.template.draft import UnknowableError
from trainer.authoring.template.pack_list import with_scenario
from trainer.authoring.template.texts_ru import PHRASES
from trainer.authoring.template.wish import clean
from trainer.model.problem import InputError
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Verdict
from trainer.packs.reader import read_pack

SCHEMAS = {"scenario": lambda: "{}\n", "pack": lambda: "{}\n"}
ODD = 'Где: "мой" # букет {1} [2] \\ & * - ? | > %\nОтветьте\tсейчас: да или нет?'
WISHES = {
    "nothing said": Wish("talk"),
    "a bouquet": Wish(
        "talk", "Букет", client="Вера", line="Где мой букет? Юбилей вечером!", mood="upset",
        facts=("курьер приедет сегодня с 14 до 16",), expected=("greet", "empathy", "answer-fully", "commit"),
    ),
    "three facts": Wish(
        "talk", "Возврат", client="Иван Иванович", line="Можно вернуть товар без чека?",
        facts=("вернуть товар без чека можно", "нужен паспорт", "деньги придут за 10 дней"),
        expected=("greet", "answer-fully", "clarify", "explain-why", "farewell"),
    ),
    "only the card": Wish(
        "talk", "Рейс", client="Юля", line="Хочу поменять рейс", expected=("answer-fully", "polite-words"),
        card=(("Правила", "Поменять рейс можно бесплатно до 10 мая."), ("", "Потом это стоит 2 500 ₽.")),
    ),
    "odd characters": Wish(
        "talk", 'Где: "заказ"? # 1', client='Анна "Аня" О\'Нил: #1', line=ODD, company="ООО «Рога & копыта»: #1",
        facts=('заказ: №12-45 # "Лампа" приедет завтра', "оплата {картой};\nналичных не берём"),
        card=(("Ключ: значение", 'текст # "в кавычках"'),), expected=("greet", "answer-fully", "empathy"),
    ),
    "denied": Wish(
        "talk", "Отмена", client="Пётр", line="как отменить подписку", facts=("деньги без вас не списываются",),
        expected=("use-name", "answer-fully", "take-ownership"),
    ),
    "nothing is expected but one": Wish("talk", "Ждут", client="Ким", line="Ну?", expected=("farewell",)),
}  # fmt: skip


def made(folder: Path, wish: Wish, judge: object) -> tuple[Scenario, str]:
    where = place(f"{folder.as_posix()}/pack/talk")
    text = draft(filled(wish), judge, f"{where.schema}/scenario.json").text  # type: ignore[arg-type]
    save(where, text, SCHEMAS)
    return read_pack(folder / "pack").scenarios["talk"], text


@pytest.mark.parametrize("name", WISHES)
def test_a_new_scenario_has_nothing_that_the_lint_minds(name: str, tmp_path: Path, judge) -> None:
    wish = WISHES[name]
    scenario, text = made(tmp_path, wish, judge)
    # The odd wish brings a card of its own that lacks its facts, and that is worth a warning.
    minded = {"W233"} if name == "odd characters" else set()
    assert {problem.code for problem in lint_pack(tmp_path / "pack", judge)} == minded
    assert text.startswith("# yaml-language-server: $schema=../schema/scenario.json\n")
    assert (tmp_path / "pack" / "schema" / "scenario.json").is_file()
    assert [before == after for before, after in map(formatted, files_of(tmp_path / "pack"))] == [True, True]
    whole = filled(wish)
    assert scenario.title == whole.title
    assert scenario.company == whole.company
    assert scenario.client.name == whole.client
    turn = scenario.turns[scenario.start]
    assert turn.client == whole.line
    assert tuple(fact.text for fact in turn.facts) == whole.facts
    assert tuple((piece.title, piece.text) for piece in scenario.card) == whole.card
    assert turn.expected == (wish.expected or DEFAULT_EXPECTED)


def test_every_obligation_alone_can_be_shown(tmp_path: Path, judge, shipped: Catalogue) -> None:
    line = "Где мой букет с розами? Юбилей мамы вечером!"
    wishes = [filled(Wish("talk", line=line, expected=(s.id,))) for s in shipped.of_kind(Kind.OBLIGATION)]
    assert {w.expected[0] for w in wishes} == set(PHRASES)
    drafts = {wish.expected[0]: draft(wish, judge, "x") for wish in wishes}
    assert {name: made.model.score for name, made in drafts.items() if made.model.score < 90} == {}
    assert {name: made.bad.score for name, made in drafts.items() if made.bad.score >= 40} == {}


class Strict:
    """Never sees a farewell."""

    def score(self, text, setting) -> Verdict:
        missed = tuple(name for name in setting.turn.expected if name == "farewell")
        facts = tuple(fact.id for fact in setting.facts())
        return Verdict(text, 60 if missed else 100, 3, (), missed, (), facts, (), {}, ())


def test_what_no_phrase_shows_is_left_out_and_named() -> None:
    made = draft(filled(Wish("talk", expected=("greet", "farewell"))), Strict(), "x")
    assert made.left_out == ("farewell",)
    assert made.model.score == 100
    assert "# Не вошли: farewell." in made.text
    assert "expected: [greet]" in made.text


class Blind:
    """Judges nothing."""

    def score(self, text, setting) -> Verdict:
        return Verdict(text, 100, 5, (), (), (), tuple(f.id for f in setting.facts()), (), {}, ())


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SAID = st.tuples(TEXTS, st.sampled_from(["Где заказ?", "слово", "«Да»: нет # 1"]), TEXTS).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=SAID, company=SAID, client=SAID, line=SAID, card=SAID, fact=SAID)
def test_no_text_of_the_author_is_yaml(tmp_path_factory, title, company, client, line, card, fact) -> None:
    folder = tmp_path_factory.mktemp("made")
    wish = Wish("talk", title, company, client, "angry", line, ((title, card),), (fact,))
    try:
        scenario, _ = made(folder, wish, Blind())
    except UnknowableError:
        return
    whole = filled(wish)
    assert (scenario.title, scenario.company, scenario.client.name) == (
        whole.title, whole.company, whole.client
    )  # fmt: skip
    turn = scenario.turns["start"]
    assert (turn.client, turn.facts[0].text, scenario.card[0].text) == (
        whole.line, whole.facts[0], whole.card[0][1]
    )  # fmt: skip


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean(" а\u202eб\x07\u200b\r\n в\ufeff ") == "аб в"


LISTS = {
    "in a row": "id: pack\ntitle: Т # т\nscenarios: [one, two]  # все\n",
    "in a row that ends with a comma": "id: pack\ntitle: Т\nscenarios: [one,\n  two,  # второй\n]\n",
    "empty": "id: pack\ntitle: Т\nscenarios: []  # пусто\n",
    "one a line": "id: pack\nscenarios:\n  - one\n  # второй\n  - two  # два\n\n# конец\ntitle: Т\n",
    "without an end": "id: pack\ntitle: Т\nscenarios:\n- one\n- two",
    "with the ends of lines of Windows": "id: pack\r\ntitle: Т\r\nscenarios:\r\n  - one\r\n",
}
ADDED = {
    "in a row": ("two]", "two, three]"),
    "in a row that ends with a comma": ("two,", "two, three,"),
    "empty": ("[]", "[three]"),
    "one a line": ("  # два\n", "  # два\n  - three\n"),
    "without an end": ("- two", "- two\n- three"),
    "with the ends of lines of Windows": ("one\r\n", "one\r\n  - three\r\n"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_scenario_is_added_and_nothing_else_is_touched(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(LISTS[name], encoding="utf-8", newline="")
    longer = with_scenario(file, "three")
    assert longer == LISTS[name].replace(*ADDED[name])
    file.write_text(longer, encoding="utf-8", newline="")
    assert with_scenario(file, "three") == longer


def refusals(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.yaml").write_text("id: [", encoding="utf-8")
    (tmp_path / "there" / "dialogues").mkdir(parents=True)
    (tmp_path / "there" / "dialogues" / "talk.yaml").write_text("моё", encoding="utf-8")
    root = tmp_path.as_posix()
    yield from ("talk", "/", "", f"{root}/Набор/talk", f"{root}/pack/Talk one", f"{root}/file/talk")
    yield from (f"{root}/broken/talk", f"{root}/there/talk")


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    for where in refusals(tmp_path):
        with pytest.raises(InputError):
            place(where)
    assert (tmp_path / "there" / "dialogues" / "talk.yaml").read_text(encoding="utf-8") == "моё"
    assert not (tmp_path / "pack").exists()


def test_a_shared_schema_is_used_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "scenario.json").write_text("{}", encoding="utf-8")
    where = place(f"{tmp_path.as_posix()}/pack/talk")
    save(where, "id: talk\n", SCHEMAS)
    assert where.schema == "../../schema"
    assert not (tmp_path / "pack" / "schema").exists()
    assert "$schema=../schema/pack.json" in (tmp_path / "pack" / "pack.yaml").read_text(encoding="utf-8")
