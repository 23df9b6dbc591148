"""The list of commands (Ctrl+P): what can be done on the screen in front, and what can be done everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from trainer.tui import commands_texts_ru as ru

# Keys that mean something else on every line of a list: nobody looks for them in a list of commands.
_PLAIN_KEYS = frozenset({"enter", "escape"})


@dataclass(frozen=True, slots=True)
class Command:
    """``title`` and ``about`` are for people; ``action`` is run at ``node``."""

    title: str
    about: str
    action: str
    node: DOMNode


class TrainerCommands(Provider):
    """Finds commands by their Russian names; a list that finds nothing says so in one line."""

    async def discover(self) -> Hits:
        """Yield all commands."""
        for one in self._commands():
            yield DiscoveryHit(Content(one.title), partial(_run, self.app, one), one.title, one.about)

    async def search(self, query: str) -> Hits:
        """Yield what fits, the best first."""
        matcher, found = self.matcher(query), False
        for one in self._commands():
            score = max(matcher.match(one.title), matcher.match(one.about) / 2)
            if score > 0:
                found = True
                yield Hit(score, Content(one.title), partial(_run, self.app, one), one.title, one.about)
        if not found:
            yield Hit(0.01, Content(ru.NOTHING), _nothing, ru.NOTHING, ru.NOTHING_ABOUT)

    def _commands(self) -> Iterator[Command]:
        seen = {action for action, *_ in ru.EVERYWHERE}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            action = binding.action.removeprefix("app.")
            if enabled and binding.show and binding.key not in _PLAIN_KEYS and action not in seen:
                seen.add(action)
                about = ru.HERE.format(key=binding.key_display or binding.key)
                yield Command(binding.description, about, binding.action, node)
        for action, title, about, key in ru.EVERYWHERE:
            told = ru.ANYWHERE.format(about=about, key=key) if key else about
            yield Command(title, told, f"app.{action}", self.app)


async def _run(app: App[object], command: Command) -> None:
    await app.run_action(command.action, command.node)


def _nothing() -> None:
    """Do nothing: what was chosen only says that nothing was found."""
