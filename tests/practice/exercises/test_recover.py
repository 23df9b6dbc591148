"""Recovery: a walk in time, every step may be skipped, nothing is kept."""

from tests.practice.exercises.drill import drill
from trainer.practice.exercises.plain import run_recovery
from trainer.practice.exercises.recover import begin, moments

STEPS = drill("recover").steps


def test_breathing_is_counted_out_round_by_round():
    breaths = [m for m in moments(STEPS) if m.label]
    assert [(m.label, m.seconds, m.round) for m in breaths] == [
        ("Вдох", 4, 1), ("Задержка", 2, 1), ("Выдох", 6, 1),
        ("Вдох", 4, 2), ("Задержка", 2, 2), ("Выдох", 6, 2),
    ]  # fmt: skip
    assert all(m.rounds == 2 for m in breaths)


def test_the_walk_goes_on_by_itself_while_time_runs_and_waits_at_a_question():
    walk = begin(STEPS, 100.0)
    assert (walk.moment.kind.value, walk.left(110.0)) == ("pause", 50.0)
    assert walk.tick(159.9) == walk
    assert walk.tick(165.0).moment.label == "Задержка"
    late = walk.tick(10_000.0)
    assert late.moment.kind.value == "question"
    assert late.tick(20_000.0) == late
    assert late.left(20_000.0) == 0


def test_every_step_can_be_skipped():
    walk = begin(STEPS, 0.0).go_on(3.0)
    assert (walk.moment.label, walk.left(4.0)) == ("Вдох", 3.0)
    kinds = []
    while walk.moment:
        kinds.append(walk.moment.kind.value)
        walk = walk.go_on(5.0)
    assert kinds == ["breathe", "question", "word"]
    assert walk.go_on(6.0) == walk
    assert walk.tick(6.0) == walk


def test_line_by_line_it_is_told_step_by_step_and_ends_when_asked():
    told: list[str] = []
    lines = iter(["", "", "Ничего личного"])
    run_recovery(drill("recover"), lambda: next(lines), told.append)
    whole = "\n".join(told)
    assert "Вдох на 4, задержка на 2, выдох на 6. Сколько раз: 2." in whole
    assert "Ничего личного" not in whole
    assert whole.index("Дышите") < whole.index("Что из сказанного") < whole.index("Вы сделали, что могли")
    short: list[str] = []
    run_recovery(drill("recover"), lambda: "/quit", short.append)
    assert "Дышите" not in "\n".join(short)


def test_without_input_all_steps_are_told():
    def closed() -> str:
        raise EOFError

    told: list[str] = []
    run_recovery(drill("recover"), closed, told.append)
    assert "Вы сделали, что могли" in "\n".join(told)
