from tests.scoring.samples import context, setting
from trainer.model.span import Span
from trainer.model.standard import Catalogue
from trainer.scoring.rules.base import Role
from trainer.scoring.rules.kinds import KINDS


def test_every_rule_of_the_catalogue_is_of_a_known_kind_with_known_options(shipped: Catalogue) -> None:
    rules = [(s.id, rule) for s in shipped.standards.values() for rule in s.rules]
    assert rules
    for name, rule in rules:
        assert rule.kind in KINDS, name
        assert set(rule.options) <= KINDS[rule.kind].options, name
        assert rule.options.get("role", "finds") in set(Role), name


def test_every_kind_reads_an_empty_answer() -> None:
    for name, kind in KINDS.items():
        options = {"any": ["да"]} if name == "pattern" else {}
        for at in (None, setting("greet")):
            hits = kind.find(context("", at), options)
            # Of nothing one can only say that it is short.
            assert [hit.span for hit in hits] == [Span(0, 0)] * (name == "short-answer"), name
