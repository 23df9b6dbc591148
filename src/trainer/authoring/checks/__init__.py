"""The checks of the lint, one a file; each looks at one scenario and yields problems."""

from trainer.authoring.checks.alike import alike
from trainer.authoring.checks.card import card
from trainer.authoring.checks.client_lines import client_lines
from trainer.authoring.checks.dead_ends import dead_ends
from trainer.authoring.checks.endings import endings
from trainer.authoring.checks.examples import examples
from trainer.authoring.checks.facts import facts
from trainer.authoring.checks.given import given
from trainer.authoring.checks.good_end import good_end
from trainer.authoring.checks.limits import limits
from trainer.authoring.checks.loops import loops
from trainer.authoring.checks.own_words import own_words
from trainer.authoring.checks.reachable import reachable
from trainer.authoring.checks.showable import showable
from trainer.authoring.checks.ways import ways
from trainer.authoring.checks.wordings import wordings
from trainer.authoring.report import Check

CHECKS: tuple[Check, ...] = (
    *(reachable, dead_ends, loops, ways, limits, endings, good_end),
    *(facts, examples, given, wordings, showable, card, client_lines, alike, own_words),
)
