"""What several forms ask of a text: which facts it keeps, what it breaks that the given text did not."""

from collections.abc import Collection, Iterator, Sequence

from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Finding, Setting
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.assessment import Loss, shares
from trainer.practice.exercises.ports import ReadingJudge
from trainer.scoring.context import FactsFound
from trainer.scoring.facts import find_facts
from trainer.text.analysis import Text

# Each new prohibition costs so much: one is enough to fail an item.
BROKEN = 25
# Of a reply without the talk around it nobody can tell: it may be short or ask because it is no first answer.
OF_THE_TALK = frozenset({"curt", "question-for-question", "premature-closing"})
# Of a single line neither: what is refused or left in it may be offered in the next. Among 1398 lines cut out of replies
# without a fault these five made 250 false alarms, all others 61.
OF_WHOLE_ANSWERS = OF_THE_TALK | {"flat-refusal", "abandon"}


def facts_in(text: str, facts: Sequence[Fact], client: str = "") -> FactsFound:
    """Return which facts a text gives, leaves out and contradicts; ``client`` is the line that it answers."""
    turn = Turn(id="", client=client, expected=(), facts=tuple(facts))
    return find_facts(Text(text), Setting(turn=turn))


def lost_facts(text: str, facts: Sequence[Fact], whole: int, least: int, client: str = "") -> Iterator[Loss]:
    """Yield a loss for each fact that did not survive; all together cost ``whole``, each ``least`` or more."""
    found = facts_in(text, facts, client)
    for fact, points in zip(facts, shares(whole, len(facts)), strict=True):
        if spans := found.wrong.get(fact.id):
            why = ru.FACT_WRONG.format(fact=fact.text)
            yield Loss(max(least, points), ru.FACT_TITLE, why, standard="", text=text, evidence=spans)
        elif fact.id not in found.given:
            yield Loss(max(least, points), ru.FACT_TITLE, ru.FACT_LOST.format(fact=fact.text))


def newly_broken(
    text: str, judge: ReadingJudge, before: Collection[str], *, single: bool, points: int = BROKEN
) -> Iterator[Loss]:
    """Yield a loss for each prohibition that a text breaks and the text before it did not.

    ``single`` says that the text is a line rather than a whole answer. A standard that errs too often takes no points.
    """
    for finding in judge.read(text).violated:
        if finding.standard in before or (single and finding.standard in OF_WHOLE_ANSWERS):
            continue
        yield charged(finding, text, 0 if finding.standard in judge.muted else points)


def charged(finding: Finding, text: str, points: int) -> Loss:
    """Return the loss for a prohibition that a text breaks; its title comes with the catalogue."""
    return Loss(points, "", finding.why, standard=finding.standard, text=text, evidence=finding.spans)


def broken_in(text: str, judge: ReadingJudge) -> frozenset[str]:
    """Return the prohibitions that a text breaks."""
    return frozenset(finding.standard for finding in judge.read(text).violated)
