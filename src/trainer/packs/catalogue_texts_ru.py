"""What the reader of the catalogue says about a broken file, on top of what every reader says."""

from collections.abc import Mapping

from trainer.packs.texts_ru import TEXTS

CATALOGUE_TEXTS: Mapping[str, str] = {
    **TEXTS,
    "E080": "стандарт «{id}» назван в списке, но файла standards/{id}.yaml нет{hint}",
    "E081": "стандарт «{id}» не назван в qualities.yaml: допишите его в standards",
    "E082": "«{key}»: нужен хотя бы один пример",
    "E083": "в примере не отмечены слова, о которых он: возьмите их в ⟦…⟧",
    "E084": "отметки ⟦…⟧ не сходятся: каждую откройте и закройте, без вложенных и пустых",
    "E085": "в этом примере стандарт не виден, поэтому отметки ⟦…⟧ уберите",
    "E086": "такой пример уже есть в строке {line}: оставьте один",
    "E087": "«{key}»: в правиле можно написать текст, целое число, true, false или список текстов",
    "E088": "«missed» бывает только у обязательств: уберите его",
    "E089": "«at»: «{value}» не читается, напишите сценарий и шаг через косую черту",
}
