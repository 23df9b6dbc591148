"""Everything that ``trainer map`` says to a person, in Russian."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "map": "Рисует сценарий: шаги, концовки и переходы с условиями. Без ключей - деревом в терминале.",
    "scenario": "id сценария или файл",
    "svg": "нарисовать картинку в файл; нужен Graphviz",
    "mermaid": "напечатать текст для Mermaid",
    "runs": "сыграть столько раз и показать, как часто какой переход случался",
    "seed": "начало случайных чисел для --runs: с тем же числом и картинка та же",
}
MAP: Mapping[str, str] = {
    "legend": "* шаг, + хорошо, ~ так себе, - клиент потерян",
    "progress": "Играю сценарий",
    "written": "Картинка записана: {name}",
    "no-dot": "программа dot из Graphviz не нашлась, поэтому картинки не будет, вот дерево. "
    "Поставьте Graphviz или возьмите --mermaid",
    "failed": "Graphviz не справился: {reason}",
    "one": "в «{name}» сценариев: {count}, нарисовать можно один",
    "runs": "--runs: нужно целое от 1 до {most}",
}
