"""Everything that ``trainer exercise`` says to a person, in Russian."""

from collections.abc import Mapping

from trainer.model.exercise import Form

HELP: Mapping[str, str] = {
    "exercise": "Показывает упражнения или проводит одно из них.",
    "id": "id упражнения; без него - список",
    "json": "выводить записи JSON, по одной в строке",
}
FORMS: Mapping[Form, str] = {
    Form.REVIEW: "разбор чужого ответа",
    Form.COMMENTS: "критик или хейтер",
    Form.REWRITE: "переписать",
    Form.SPOT: "найти промах",
    Form.VARIANTS: "сказать иначе",
    Form.SHORTEN: "сократить вдвое",
    Form.RECOVER: "прийти в себя",
}
LIST: Mapping[str, str] = {
    "item": "{id:<24} {form}, {minutes}: {title}",
    "minutes": "{minutes} мин",
    "any": "без времени",
    "none": "Упражнений пока нет.",
}
