"""The checks of the lint, one a file; each looks at one scenario and yields problems."""

from trainer.authoring.checks.dead_ends import dead_ends
from trainer.authoring.checks.endings import endings
from trainer.authoring.checks.examples import examples
from trainer.authoring.checks.facts import facts
from trainer.authoring.checks.loops import loops
from trainer.authoring.checks.reachable import reachable
from trainer.authoring.checks.ways import ways
from trainer.authoring.checks.wordings import wordings
from trainer.authoring.report import Check

CHECKS: tuple[Check, ...] = (reachable, dead_ends, loops, ways, endings, facts, examples, wordings)
