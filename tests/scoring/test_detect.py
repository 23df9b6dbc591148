from typing import ClassVar

import pytest

from tests.scoring.samples import context, standard
from trainer.model.span import Span
from trainer.model.standard import Kind, Rule
from trainer.scoring.detect import Bars, Evidence, detect, gather, merged
from trainer.scoring.rules.base import Hit

HIT = (Hit(Span(0, 2)),)
BARS = Bars(alone=0.6, beside=0.3, floor=0.1)


def evidence(
    finds: bool = False, supports: bool = False, vetoed: bool = False, likely: float | None = None
) -> Evidence:
    return Evidence(HIT * finds, HIT * supports, vetoed, likely)


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (evidence(finds=True), True),
        (evidence(supports=True), False),
        (evidence(), False),
        (evidence(finds=True, likely=0.1), True),
        (evidence(finds=True, likely=0.05), False),
        (evidence(likely=0.6), True),
        (evidence(likely=0.59), False),
        (evidence(supports=True, likely=0.3), True),
        (evidence(supports=True, likely=0.29), False),
        (evidence(finds=True, likely=0.99, vetoed=True), False),
        (evidence(finds=True, vetoed=True), False),
    ],
)
def test_rules_propose_and_meaning_decides(seen: Evidence, found: bool) -> None:
    assert seen.found(BARS) is found


def rule(role: str, *patterns: str) -> Rule:
    return Rule("pattern", {"any": list(patterns), "role": role})


CALM = standard(
    "calm", Kind.PROHIBITION, 10, "care", rule("finds", "успокоиться"), rule("vetoes", "извините")
)


def test_a_finding_shows_the_words_of_the_rule() -> None:
    typed = "Успокойтесь. Успокойтесь же"
    finding = detect(CALM, context(typed), None, Bars())
    assert finding is not None
    assert [span.of(typed) for span in finding.spans] == ["Успокойтесь", "Успокойтесь"]
    assert (finding.standard, finding.by) == ("calm", "rule")


def test_a_veto_stops_a_finding() -> None:
    assert detect(CALM, context("Успокойтесь, извините"), None, Bars()) is None
    assert gather(CALM, context("извините"), None).vetoed


def test_nothing_is_found_without_a_rule_and_without_meaning() -> None:
    assert detect(standard("x"), context("Успокойтесь"), None, Bars()) is None


def test_a_rule_may_say_why() -> None:
    typos = standard("typos", Kind.PROHIBITION, 10, "care", Rule("spelling", {}))
    finding = detect(typos, context("пасылка"), None, Bars())
    assert finding is not None
    assert "посылка" in finding.why


def test_overlapping_words_are_shown_once() -> None:
    spans = [Span(5, 9), Span(0, 3), Span(2, 4), Span(9, 12), Span(20, 21), Span(5, 6)]
    assert merged(spans) == (Span(0, 4), Span(5, 12), Span(20, 21))
    assert merged([]) == ()


def test_where_meaning_names_no_words_the_whole_answer_is_shown() -> None:
    class Nowhere:
        classes: ClassVar = {"calm": 0}

        def likely(self, standard: str) -> float:
            return 0.9

        def span(self, standard: str) -> Span:
            return Span(3, 3)

    finding = detect(standard("calm"), context("Тише, тише"), Nowhere(), Bars())  # type: ignore[arg-type]
    assert finding is not None
    assert (finding.spans, finding.by) == ((Span(0, 10),), "meaning")


def test_of_several_reasons_the_first_is_said() -> None:
    typos = standard("typos", Kind.PROHIBITION, 10, "care", rule("finds", "курьер"), Rule("spelling", {}))
    finding = detect(typos, context("курьер, пасылка, досавка"), None, Bars())
    assert finding is not None
    assert "посылка" in finding.why
    assert len(finding.spans) == 3


def test_where_nothing_was_fitted_a_half_counts_alone_and_a_quarter_beside_a_rule() -> None:
    assert evidence(likely=0.5).found(Bars())
    assert not evidence(likely=0.49).found(Bars())
    assert evidence(supports=True, likely=0.25).found(Bars())
    assert not evidence(supports=True, likely=0.24).found(Bars())
    assert evidence(finds=True, likely=0.0).found(Bars())
