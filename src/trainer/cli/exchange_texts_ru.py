"""What the commands of exchange, and all that have several actions, say to a person, in Russian."""

from collections.abc import Mapping

EXCHANGE_INPUT: Mapping[str, str] = {
    "C150": "что сделать? trainer {command}: {actions}",
    "C151": "нет действия «{word}»{hint}; есть {actions}",
    "C152": "нет набора «{id}»{hint}; все наборы покажет trainer play",
    "C153": "--tries: «{word}» не подходит, нужно целое от 1 до {most}",
    "C154": "хранилище не ответило: {why}",
}
STORE = "хранилище"
SUBCOMMANDS = """{about}

вызов: trainer {command} {actions} …

«trainer {command} ДЕЙСТВИЕ --help» расскажет о действии."""
