"""A scenario that is being written, line by line: it is read again before each answer."""

from trainer.authoring.watched import Version, WatchedScenario
from trainer.cli.exit_codes import ExitCode
from trainer.cli.plain_texts_ru import PREVIEW
from trainer.cli.play_plain import Interrupts, Lines, prompt_for, write
from trainer.cli.preview_app import FileRehearsal
from trainer.cli.tools import Tools
from trainer.practice.plain import run_plain
from trainer.practice.rehearsal import in_version
from trainer.practice.session import Session


def run(watched: WatchedScenario, version: Version, turn: str, tools: Tools) -> int:
    """Play the scenario until its end; nothing is kept."""
    assert version.scenario is not None
    rehearsal, lines = FileRehearsal(watched, turn), Lines()
    session = rehearsal.begin(version.scenario)

    def follow(present: Session) -> tuple[Session, str]:
        nonlocal session
        found = rehearsal.look()
        if found is None:
            return present, ""
        if found.broken or found.scenario is None:
            return present, _problems("broken", found)
        moved = in_version(present, found.scenario)
        session = moved or rehearsal.begin(found.scenario)
        told = PREVIEW["fine" if moved else "gone"]
        return session, "\n".join(filter(None, [told, _problems("problems", found)]))

    def read() -> str:
        return lines.read(prompt_for(session))

    if told := _problems("problems", version):
        write(told)
    with Interrupts() as interrupts:
        run_plain(session, tools.catalogue().extended(version.scenario.own), read, write, follow=follow)
    return ExitCode.INTERRUPTED if interrupts.seen else ExitCode.DONE


def _problems(title: str, version: Version) -> str:
    if not version.problems:
        return ""
    return "\n".join([PREVIEW[title], *(str(problem) for problem in version.problems)])
