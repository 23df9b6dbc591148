"""All that the readers say about a broken file: one line a code, in Russian.

The first letter of a code is its weight: E stops the pack, W lets it be played. ``{hint}`` is the
did-you-mean, empty when nothing comes near.
"""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # files
    "E001": "файл не найден",
    "E002": "файл не открылся: {reason}",
    "E003": "файл больше {limit} МБ: сценарий столько не занимает, проверьте, тот ли это файл",
    "E004": "файл не в кодировке UTF-8: сохраните его как UTF-8",
    "E005": "управляющий символ {char}: удалите его",
    "E006": "ошибка в YAML: {reason}",
    "E007": "файл пуст",
    "E008": "на это значение ссылаются через якорь (& и *): напишите значение полностью, без якоря",
    "E009": "слишком глубокая вложенность: больше {limit} уровней",
    "E010": "метка типа «{tag}» не поддерживается: уберите её",
    # data
    "E020": "ключ «{key}» уже был в строке {line}: оставьте один",
    "E021": "неизвестный ключ «{key}»{hint}",
    "E022": "не хватает ключа «{key}»",
    "E023": "«{key}»: нужно {wanted}, а здесь {found}",
    "E024": "«{key}»: пустое значение",
    "E025": "«{key}»: значение «{value}» не подходит, можно: {options}{hint}",
    "E026": "«{key}»: число {value} вне границ {low}-{high}",
    # packs and scenarios
    "E030": "в наборе нет файла pack.yaml",
    "E031": "сценарий «{id}» назван в pack.yaml, но файла dialogues/{id}.yaml нет{hint}",
    "E032": "сценарий «{id}» не назван в pack.yaml: допишите его в scenarios",
    "E033": "id «{id}» не совпадает с именем файла «{stem}»",
    "E034": "id «{id}» уже занят в строке {line}",
    "E035": "id «{id}»: только латинские строчные буквы, цифры и дефис",
    "E036": "«{id}» - и шаг, и концовка: дайте разные id",
    "E040": "нет такого стандарта: «{id}»{hint}",
    "E041": "стандарт «{id}» здесь не подходит: нужен {wanted}, а это {found}",
    "E042": "нет такого факта: «{id}»{hint}",
    "E043": "нет такого шага или концовки: «{id}»{hint}",
    "E044": "нет такого пункта карточки: «{id}»{hint}",
    "E050": "условие «{key}: {value}» не читается: напишите, например, «>= 60», «< 3», «40..70»",
    "E051": "пустое условие: уберите when или впишите в него хотя бы одно требование",
    "E052": "у шага «{id}» последний переход с условием: добавьте в конец переход без when",
    "E053": "у шага «{id}» нет переходов: добавьте ways",
    "E054": "пример ничего не проверяет: допишите, что ответ показывает или нарушает, балл или переход",
    "E055": "шаг «{turn}» не ждёт «{id}», проверить это нельзя: допишите в expected или уберите из примера",
    "E056": "«{id}» и в «{one}», и в «{other}»: оставьте в одном",
    "E057": "такой же ответ уже есть в строке {line}: оставьте один",
    "E060": "нет сценария «{id}»{hint}",
    # folders of packs
    "E061": "нет папки с наборами «{folder}»",
    "E062": "набор «{id}» уже есть: {other}. Дайте одному из них другой id",
    "E063": "сценарий «{id}» уже есть: {other}. Дайте одному из них другой id",
    "E064": "папка с наборами «{folder}» не открылась: нет прав на чтение",
    "E065": "в папке «{folder}» нет наборов: файл pack.yaml ищется в ней самой, в её папках и в её scenarios",
}

HINT = " - возможно, вы имели в виду «{near}»?"

REFUSALS: Mapping[type[OSError], str] = {
    PermissionError: "нет прав на чтение",
    IsADirectoryError: "это папка",
    OSError: "диск или имя файла не отвечают",
}

# What the YAML parser says, by a piece of its message.
_REASONS: Mapping[str, str] = {
    "found another document": "в файле два документа: уберите строку «---»",
    "undefined alias": "ссылка (*) на якорь, которого нет",
    "duplicate anchor": "два якоря с одним именем",
    "cannot start any token": "недопустимый знак: нужны кавычки вокруг значения или пробелы вместо табуляции",
    "expected ',' or ']'": "список в квадратных скобках не закрыт или нет запятой",
    "expected ',' or '}'": "набор в фигурных скобках не закрыт или нет запятой",
    "mapping values are not allowed": "лишнее двоеточие: значение с двоеточием возьмите в кавычки",
    "expected key": "нарушены отступы: ключ стоит не на своём месте",
    "'-' indicator": "нарушены отступы: пункт списка стоит не на своём месте",
    "unexpected end of stream": "не закрыты кавычки",
    "could not find expected ':'": "после ключа нет двоеточия",
    "unknown escape": "неизвестная последовательность с обратной чертой: возьмите текст в одинарные кавычки",
}


def reason(message: str) -> str:
    """Return what is wrong in Russian; a message that is not known is shown as it is."""
    for piece, text in _REASONS.items():
        if piece in message:
            return text
    return f"строку не разобрать ({message})" if message else "файл не разобрать"


WANTED: Mapping[str, str] = {
    "mapping": "набор «ключ: значение»",
    "sequence": "список",
    "scalar": "текст",
    "text": "текст",
    "integer": "целое число",
    "flag": "true или false",
    "nothing": "пусто",
}

KINDS: Mapping[str, str] = {
    "obligation": "обязательство",
    "prohibition": "запрет",
    "process": "стандарт действий",
}
