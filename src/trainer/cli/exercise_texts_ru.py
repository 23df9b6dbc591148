"""Everything that ``trainer exercise`` says to a person, in Russian."""

from collections.abc import Mapping

from trainer.practice.exercises.texts_ru import FORMS as FORMS

HELP: Mapping[str, str] = {
    "exercise": "Показывает упражнения или проводит одно из них.",
    "id": "id упражнения; без него - список",
    "plain": "строка за строкой, для программ чтения с экрана",
    "exam": "экзамен: разбор в конце",
    "items": "взять только N заданий",
    "seed": "перемешать задания; с тем же зерном выйдет тот же порядок",
    "resume": "продолжить начатое упражнение",
    "answers": "сделать без экрана по готовым ответам: записи JSON с полем id и полями своего вида; «-» - стандартный ввод",
    "json": "вывести запись JSON: список упражнений, а вместе с --answers - итог",
}
LIST: Mapping[str, str] = {
    "item": "{id}  {form}, {count}{minutes}: {title}",
    "items": "заданий {count}, ",
    "minutes": "{minutes} мин",
    "any": "без спешки",
    "none": "Упражнений пока нет.",
}
CALLS: Mapping[str, str] = {
    "items": "--items: «{word}» не подходит, нужно целое от 1",
    "seed": "--seed: «{word}» не подходит, нужно целое от 0",
    "needs-id": "к --answers нужен id упражнения",
    "only-answers": "--json работает вместе с --answers или со списком",
    "recover": "передышка ничего не оценивает: уберите --answers",
}
RESUME = "trainer exercise --resume {id}"
YOU = "Вы: {text}"
RAN_OUT = "Ответов не хватило: {items}."
