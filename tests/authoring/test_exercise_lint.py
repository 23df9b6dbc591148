"""The lint of exercises: the small pack is sound; what its author might get wrong is found."""

import shutil
from pathlib import Path

import pytest

from trainer.authoring.lint import lint_pack

DRILL = Path(__file__).resolve().parent.parent / "data" / "packs" / "drill"


def linted(tmp_path: Path, judge: object, form: str = "", old: str = "", new: str = "") -> list[str]:
    folder = tmp_path / "drill"
    shutil.copytree(DRILL, folder)
    if form:
        path = folder / "exercises" / f"drill-{form}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [problem.code for problem in lint_pack(folder, judge)]  # type: ignore[arg-type]


def test_the_small_pack_is_sound(tmp_path, judge):
    assert linted(tmp_path, judge) == []


@pytest.mark.parametrize(
    ("form", "old", "new", "code"),
    [
        ("rewrite", "Возврат денежных средств осуществляется в течение 10 дней.", "Вернём за 10 дней.", "E150"),
        ("rewrite", "Вернём деньги за 10 дней.", "Вернём деньги скоро.", "E152"),
        ("shorten", ", возьмите с собой паспорт.", ".", "E152"),
        ("variants", "Курьер опаздывает и будет у вас до шести вечера.", "Курьер опаздывает.", "E152"),
        ("variants", "Приношу извинения, день у вас пропал по нашей вине. Посылку доставят не позже 18:00.",
         "Простите за долгое ожидание! Курьер будет до 18:00.", "E152"),
        ("review", "courier-pickup/question", "courier-pickup/questions", "E151"),
        ("review", "courier-pickup/question", "courier-pick/question", "E060"),
        ("review", 'model_answer: "Вера, очень понимаю ваше волнение: юбилей, а букета нет. ', 'model_answer: "', "E153"),
        ("spot", "Здравствуйте! Посылка приедет завтра", "Сам дурак! Посылка приедет завтра", "W255"),
    ],
)  # fmt: skip
def test_what_the_judge_sees_is_told(tmp_path, judge, form, old, new, code):
    assert code in linted(tmp_path, judge, form, old, new)


@pytest.mark.parametrize(
    ("form", "old", "new", "code"),
    [
        ("comments", "kind: hater", "kind: critic", "E154"),
        ("rewrite", '"Вернём деньги за 10 дней.", ', "", "E155"),
        ("variants", '      - "Простите за долгое ожидание! Курьер приедет до 18:00."\n', "", "E155"),
        ("rewrite", "#10_дней", "#11_дней", "W250"),
        ("rewrite", "#10_дней", "(|)", "E113"),
        ("review", '["сколько (стоить|платить)"', '["(|)"', "E113"),
        ("review", "enough: false", "enough: true", "W251"),
        ("review", '    next_question: ["Когда он приедет?", "Сколько это стоит?"]\n', "", "W252"),
        ("review", "lacking: [initiative]", "lacking: []", "W253"),
        ("spot", "why: Клиенту неважно, кто ошибся.", "why: Осуществляется перекладывание вины.", "W240"),
    ],
)
def test_what_needs_no_judge_is_told_without_one(tmp_path, form, old, new, code):
    assert code in linted(tmp_path, None, form, old, new)
