"""The client as a person: what the trainee knows before the talk, and what comes out after it."""

from trainer.model.scenario import Client
from trainer.practice import texts_ru as ru


def name_and_age(client: Client) -> str:
    """Return «Вера, 34 года», or the name alone."""
    return f"{client.name}, {_years(client.age)}" if client.age else client.name


def introduced(client: Client) -> str:
    """Return who writes, in one or two sentences, without anything that would give an answer away."""
    known = name_and_age(client)
    return f"{known}. {client.about}" if client.about else f"{known}."


def portrait(client: Client) -> tuple[tuple[str, str], ...]:
    """Return what is told of the client after the talk: (title, text), none when the author says nothing."""
    told = ((title, getattr(client, key)) for key, title in ru.PORTRAIT.items())
    return tuple((title, text) for title, text in told if text)


def _years(age: int) -> str:
    one, few, many = ru.YEARS
    if age % 10 == 1 and age % 100 != 11:
        form = one
    elif age % 10 in (2, 3, 4) and age % 100 not in (12, 13, 14):
        form = few
    else:
        form = many
    return form.format(age=age)
