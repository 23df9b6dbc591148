import os
from pathlib import Path

import pytest

from tests.packs.samples import KINDS, PACK, TALK, write_exercises, write_pack
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Mood, Outcome
from trainer.packs.reader import read_pack


def problems_of(tmp_path, talk=TALK, pack=PACK) -> list[Problem]:
    found: list[Problem] = []
    read_pack(write_pack(tmp_path, talk, pack), found, KINDS)
    return found


def test_a_sound_pack_is_read_whole(tmp_path):
    pack = read_pack(write_pack(tmp_path), kinds=KINDS)
    talk = pack.scenarios["talk"]
    assert (talk.start, talk.patience, talk.client.mood) == ("ask", 1, Mood.UPSET)
    assert talk.client.names == ("Пётр", "Петя")
    assert [e.outcome for e in talk.endings.values()] == [Outcome.GOOD, Outcome.MIXED, Outcome.LOST]
    turn = talk.turns["ask"]
    assert turn.required() == ("price", "when")
    assert turn.facts[0].parts == (("#250",),)
    assert turn.facts[0].asks == ("Так сколько?", "Цену назовите!")
    assert turn.ways[0].urgent
    assert turn.ways[1].when is not None
    assert turn.ways[1].when.bounds == {"score": (60, None)}
    assert talk.note.model_answer == "Спросил про цену."


def test_a_piece_of_the_card_says_what_contradicts_it(tmp_path):
    stated = TALK.replace('"Цена 250 ₽."}', '"Цена 250 ₽.", contradicts: ["#300_рублей", даром]}')
    talk = read_pack(write_pack(tmp_path, talk=stated), kinds=KINDS).scenarios["talk"]
    assert talk.card[0].contradictions == ("#300_рублей", "даром")


def test_every_record_knows_its_place(tmp_path):
    talk = read_pack(write_pack(tmp_path), kinds=KINDS).scenarios["talk"]
    lines = TALK.split("\n")
    for record, words in [
        (talk.turns["ask"], "id: ask"),
        (talk.turns["ask"].facts[1], "{id: when"),
        (talk.turns["ask"].ways[3], "{to: lost}"),
        (talk.endings["shrug"], "{id: shrug"),
        (talk.card[0], "{id: price, title"),
    ]:
        assert record.place.path.endswith("talk.yaml")
        assert lines[record.place.line - 1][record.place.column - 1 :].startswith(words)


@pytest.mark.parametrize(
    ("old", "new", "code", "suggestion"),
    [
        ("expected: [greet", "expected: [gret", "E040", "«greet»"),
        ("expected: [greet", "expected: [rude", "E041", ""),
        ("violated: [rude]", "violated: [ruder]", "E040", "«rude»"),
        ("violated: [rude]", "violated: [greet]", "E041", ""),
        ("{to: lost}", "{to: lots}", "E043", "«lost»"),
        ("said: [price]", "said: [pryce]", "E042", "«price»"),
        ("needs: [price]", "needs: [prise]", "E044", "«price»"),
        ("needs: [price]", "neds: [price]", "E021", "«needs»"),
        ("patience: 1", "patience: 10", "E026", ""),
        ("mood: upset", "mood: upsett", "E025", "«upset»"),
        ("outcome: mixed", "outcome: mix", "E025", "«mixed»"),
        ("required: true, text: завтра", "required: да, text: завтра", "E023", ""),
        ('score: ">= 60"', 'score: "около 60"', "E050", ""),
        ('score: ">= 60"', 'mood: ">= happy"', "E050", ""),
        ('when: {score: ">= 60"}', "when: {}", "E051", ""),
        ("      - {to: lost}\n", "", "E052", ""),
        ("id: shrug", "id: lost", "E034", ""),
        ("id: shrug", "id: Ладно", "E035", ""),
        ("id: when", "id: price", "E034", ""),
        ("id: talk", "id: talking", "E033", ""),
        ("id: shrug", "id: ask", "E036", ""),
        ('say: [["#250"]]', 'say: ["#250"]', "E023", ""),
        ("client: Сколько стоит и когда привезёте?", "client: ''", "E024", ""),
    ],
)
def test_each_mistake_is_found_with_a_way_out(tmp_path, old, new, code, suggestion):
    assert old in TALK
    found = [p for p in problems_of(tmp_path, TALK.replace(old, new, 1)) if p.code == code]
    assert found
    assert suggestion in found[0].text
    assert found[0].place.line > 0


def test_a_problem_points_at_the_key_in_question(tmp_path):
    found = problems_of(tmp_path, TALK.replace("patience: 1", "patiens: 1"))
    line = TALK.split("\n").index("patience: 1") + 1
    assert [(p.place.line, p.place.column, p.code) for p in found] == [(line, 1, "E021")]


def test_all_mistakes_of_a_pack_are_raised_together(tmp_path):
    broken = TALK.replace("{to: lost}", "{to: lots}").replace("patience: 1", "patience: много")
    with pytest.raises(InputError) as caught:
        read_pack(write_pack(tmp_path, broken), kinds=KINDS)
    assert [p.code for p in caught.value.problems] == ["E023", "E043"]


def test_with_a_list_the_sound_rest_of_a_broken_pack_is_read(tmp_path):
    found: list[Problem] = []
    pack = read_pack(write_pack(tmp_path, TALK.replace("patience: 1", "patience: много")), found, KINDS)
    assert pack.scenarios["talk"].turns["ask"].client


@pytest.mark.parametrize(
    ("pack", "code", "text"),
    [
        (PACK.replace("[talk]", "[tolk]"), "E031", "«talk»?"),
        (PACK.replace("[talk]", "[]"), "E032", "«talk»"),
        (PACK.replace("[talk]", "[talk, talk]"), "E034", "«talk»"),
        (PACK.replace("id: demo", "id: other"), "E033", "«demo»"),
    ],
)
def test_the_list_of_scenarios_has_to_match_the_files(tmp_path, pack, code, text):
    found = [p for p in problems_of(tmp_path, pack=pack) if p.code == code]
    assert found
    assert text in found[0].text


def test_a_folder_without_a_pack_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"pack\.yaml"):
        read_pack(tmp_path, kinds=KINDS)


def test_a_broken_scenario_does_not_hide_the_others(tmp_path):
    folder = write_pack(tmp_path, pack=PACK.replace("[talk]", "[talk, other]"))
    (folder / "dialogues" / "other.yaml").write_text("id: [\n", encoding="utf-8")
    found: list[Problem] = []
    pack = read_pack(folder, found, KINDS)
    assert list(pack.scenarios) == ["talk"]
    assert [p.code for p in found] == ["E006"]


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("score: '>= 60'", ("score", (60, None))),
        ("score: '> 60'", ("score", (61, None))),
        ("score: '< 60'", ("score", (None, 59))),
        ("score: 40..70", ("score", (40, 70))),
        ("score: 100", ("score", (100, 100))),
        ("mood: '<= angry'", ("mood", (None, 1))),
        ("mood: upset..pleased", ("mood", (2, 4))),
        ("visits: '>= 2'", ("visits", (2, None))),
    ],
)
def test_bounds_are_read_in_every_form(tmp_path, written, bound):
    talk = TALK.replace('score: ">= 60"', written)
    way = read_pack(write_pack(tmp_path, talk), kinds=KINDS).scenarios["talk"].turns["ask"].ways[1]
    assert way.when is not None
    assert way.when.bounds == dict([bound])


def test_a_negated_condition_is_read_and_checked(tmp_path):
    talk = TALK.replace("{said: [price]}", "{not: {violated: [curt]}}")
    way = read_pack(write_pack(tmp_path, talk), kinds=KINDS).scenarios["talk"].turns["ask"].ways[2]
    assert way.when is not None
    assert way.when.negated is not None
    assert way.when.negated.violated == ("curt",)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_lead_nowhere_outside_the_pack(tmp_path):
    folder = write_pack(tmp_path)
    outside = tmp_path / "secret.yaml"
    outside.write_text("phone: +7 916 234-56-78\n", encoding="utf-8")
    talk = folder / "dialogues" / "talk.yaml"
    inside = folder / "talk.yaml"
    talk.rename(inside)
    talk.symlink_to(inside)
    assert problems_in(folder) == []
    talk.unlink()
    talk.symlink_to(outside)
    assert problems_in(folder) == ["talk.yaml E011"]
    (folder / "pack.yaml").unlink()
    (folder / "pack.yaml").symlink_to(outside)
    assert problems_in(folder) == ["pack.yaml E011"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_and_a_link_to_itself_keep_nobody_waiting(tmp_path):
    folder = write_pack(tmp_path)
    talk = folder / "dialogues" / "talk.yaml"
    talk.unlink()
    os.mkfifo(talk)
    assert problems_in(folder) == ["talk.yaml E002"]
    talk.unlink()
    talk.symlink_to(talk)
    assert problems_in(folder) == ["talk.yaml E002"]


def problems_in(folder: Path) -> list[str]:
    found: list[Problem] = []
    read_pack(folder, found, KINDS)
    return [f"{Path(item.place.path).name} {item.code}" for item in found]


def test_the_client_is_a_person(tmp_path):
    whole = TALK.replace(
        "about: Спешит", "about: Спешит, age: 34, manner: Сухо, wants: Цену, fears: Обмана, calms: Цифры"
    )
    client = read_pack(write_pack(tmp_path, whole), kinds=KINDS).scenarios["talk"].client
    assert (client.age, client.manner, client.wants) == (34, "Сухо", "Цену")
    assert (client.fears, client.calms) == ("Обмана", "Цифры")


def test_what_is_not_said_of_the_client_is_empty(tmp_path):
    client = read_pack(write_pack(tmp_path), kinds=KINDS).scenarios["talk"].client
    assert (client.age, client.manner, client.wants, client.fears, client.calms) == (None, "", "", "", "")


def test_lines_and_model_answers_may_come_in_several_wordings(tmp_path):
    talk = (
        TALK.replace("client: Сколько стоит и когда привезёте?", "client: [Почём?, Сколько стоит?]")
        .replace(
            "model_answer: Здравствуйте! Доставка стоит 250 ₽, привезём завтра.", "model_answer: [Раз, Два]"
        )
        .replace("- {to: lost}", "- {to: lost, client: [Пока, Ну всё]}")
    )
    turn = read_pack(write_pack(tmp_path, talk), kinds=KINDS).scenarios["talk"].turns["ask"]
    assert (turn.client, turn.lines) == ("Почём?", ("Почём?", "Сколько стоит?"))
    assert (turn.model_answer, turn.model_answers) == ("Раз", ("Раз", "Два"))
    assert turn.ways[3].lines == ("Пока", "Ну всё")
    assert turn.ways[2].lines == ()


@pytest.mark.parametrize(
    ("lines", "code"),
    [("[]", "E024"), ("['']", "E024"), ("[Почём?, Почём?]", "E038"), ("[[Почём?]]", "E023")],
)
def test_a_list_of_lines_has_to_hold_different_lines(tmp_path, lines, code):
    talk = TALK.replace("client: Сколько стоит и когда привезёте?", f"client: {lines}")
    assert code in [problem.code for problem in problems_of(tmp_path, talk)]


PLAN = """\
for: Новичкам
minutes: 120
trains: [greet]
exercises: [rewrite, spot]
plan:
  - {id: one, title: День первый, minutes: 30, items: [talk, rewrite]}
  - {id: two, title: День второй, items: [talk], mode: exam}
"""


def test_a_pack_says_for_whom_it_is_and_what_is_done_on_which_day(tmp_path):
    folder = write_pack(tmp_path, pack=PACK + PLAN)
    write_exercises(folder, "rewrite", "spot")
    pack = read_pack(folder, kinds=KINDS)
    assert (pack.audience, pack.minutes, pack.trains) == ("Новичкам", 120, ("greet",))
    assert pack.exercise_ids == ("rewrite", "spot")
    one, two = pack.plan
    assert ([item.id for item in one.items], one.minutes, one.exam) == (["talk", "rewrite"], 30, False)
    assert (two.title, two.minutes, two.exam) == ("День второй", None, True)
    assert one.items[1].place.line == PACK.count("\n") + 6


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("trains: [greet]", "trains: [gret]", "E040"),
        ("exercises: [rewrite, spot]", "exercises: [spot, spot]", "E034"),
        ("id: two", "id: one", "E034"),
        ("items: [talk], ", "items: [], ", "E024"),
        ("items: [talk], ", "", "E022"),
        ("mode: exam", "mode: exams", "E025"),
        ("minutes: 30", "minutes: 500", "E026"),
        ("minutes: 120", "minutes: два часа", "E023"),
    ],
)
def test_each_mistake_of_the_new_keys_of_a_pack_is_found(tmp_path, old, new, code):
    assert old in PLAN
    write_exercises(tmp_path / "demo", *(["spot"] if "rewrite" in old else ["rewrite", "spot"]))
    found = problems_of(tmp_path, pack=PACK + PLAN.replace(old, new))
    assert [problem.code for problem in found] == [code]


def test_a_pack_of_exercises_needs_no_scenarios(tmp_path):
    folder = tmp_path / "demo"
    write_exercises(folder, "spot")
    (folder / "pack.yaml").write_text("id: demo\ntitle: Проба\nexercises: [spot]\n", encoding="utf-8")
    assert read_pack(folder, kinds=KINDS).exercise_ids == ("spot",)
