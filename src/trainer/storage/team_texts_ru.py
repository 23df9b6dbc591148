"""What the store says about people, groups and assignments."""

from collections.abc import Mapping

from trainer.storage.texts_ru import STORE_TEXTS

TEAM_TEXTS: Mapping[str, str] = {
    **STORE_TEXTS,
    "E210": "«{name}» уже есть (id {id}): если это другой человек, добавьте к имени отличие",
    "E211": "имя «{name}» не подходит: нужно от 1 до 100 знаков, без «@» и дефиса в начале",
    "E212": "id «{id}» не подходит: нужны строчные латинские буквы, цифры, точка или дефис, до 40 знаков",
    "E213": "нет группы «{name}»{hint}",
    "E214": "группа «{name}» уже есть",
    "E215": "id «{id}» занят",
    "E216": "имя «{name}» совпадает с чьим-то id: добавьте к имени отличие",
    "E217": "нет задания «{id}»{hint}; все задания: trainer assigned",
    "E218": "«{name}» уже не работает (id {id}): вернуть можно так: trainer person close {id} --reopen",
}
PIN_WRONG = "PIN не подошёл."
PIN_CLOSED = "Слишком много неверных PIN: попробуйте снова в {time}."
