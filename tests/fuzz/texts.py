"""Targets that read what a person types: each takes bytes, proves what must always hold, and returns what was found."""

import json
from functools import cache
from typing import Any

from tests.conftest import setting_at
from trainer.model.span import Span
from trainer.packs.catalogue import read_catalogue
from trainer.practice.visible import json_text, one_line, visible
from trainer.scoring.judge import Judge
from trainer.team.cells import cell, unguarded
from trainer.text.analysis import Text
from trainer.text.pattern import PatternError, search
from trainer.text.pieces import clean
from trainer.text.quotes import cited_tokens, quoted_tokens
from trainer.text.spelling import correction
from trainer.text.wording import find_source

_READ = "Здравствуйте! Курьер не приедет 25.12 до 18:30, с вас 250 рублей. Вы «дурак»? Да, в среду."


def typed(data: bytes) -> str:
    """Return bytes as a text that somebody could type, lone surrogates and all."""
    return data.decode("utf-8", "surrogateescape")


def inside(span: Span, text: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)


def tokenizer(data: bytes) -> Any:
    text = Text(typed(data))
    normal = text.source.text
    assert len(text.source.starts) == len(text.source.ends) == len(normal)
    assert len(clean(normal)) == len(normal) == len(text.source.lower)
    end = 0
    for at, token in enumerate(text.tokens):
        assert end <= token.start < token.end <= len(normal)
        end = token.end
        inside(text.span(at, at + 1), text.typed)
        correction(token)
    for stretch in (*text.sentences, *text.clauses):
        assert 0 <= stretch.start < stretch.end <= len(normal)
        assert 0 <= stretch.first <= stretch.last <= len(text.tokens)
        inside(text.span_of(stretch), text.typed)
    assert cited_tokens(text) <= quoted_tokens(text) <= set(range(len(text.tokens)))
    return text.tokens, text.sentences, text.clauses


def quantities(data: bytes) -> Any:
    text = Text(typed(data))
    for found in text.quantities:
        assert 0 <= found.first <= found.last < len(text.tokens)
        assert found.value >= 0
        assert found.same(found)
        inside(text.span(found.first, found.last + 1), text.typed)
    return text.quantities


def matcher(data: bytes) -> Any:
    """What stands before the first line end is a pattern, the rest a text; without a rest there is a usual one."""
    pattern, _, rest = typed(data).partition("\n")
    text = Text(rest or _READ)
    wording = find_source(pattern, text)
    try:
        found = search(pattern, text)
    except PatternError as error:
        return str(error), wording
    behind = 0
    for match in found:
        assert behind <= match.first < match.last <= len(text.tokens)
        behind = match.last
        inside(text.span(match.first, match.last), text.typed)
    return found, wording


@cache
def _judge() -> Judge:
    return Judge(read_catalogue())


def judge(data: bytes) -> Any:
    text = typed(data)
    verdict = _judge().score(text, setting_at("courier-pickup/question"))
    points = sum(item.points for item in verdict.deductions)
    assert verdict.score == max(0, 100 - points)
    assert 1 <= verdict.grade <= 5
    spans = [span for item in verdict.deductions for span in item.evidence]
    spans += [span for item in verdict.praise for span in item.spans]
    for span in spans:
        inside(span, text)
    for item in verdict.record()["deductions"]:
        for part in item["evidence"]:
            assert text[part["start"] : part["end"]] == part["text"]
    assert not set(verdict.given) & set(verdict.missing)
    return verdict, _judge().read(text)


def shown(data: bytes) -> Any:
    """Whatever is typed, what is shown of it steers no terminal, no spreadsheet, no reader of JSON."""
    text = typed(data)
    seen, line, told, box = visible(text), one_line(text), json_text({text: [text]}), cell(text)
    assert len(seen) == len(text)
    for char in seen + line + told + box:
        assert char in "\n\u200d" or char.isprintable() or (char in told and char.isspace())
    assert "\n" not in line + told + box
    assert json.loads(told) == json.loads(json.dumps({text: [text]}))
    assert not box.lstrip().startswith(("=", "+", "-", "@"))
    assert unguarded(box) == one_line(text)
    return seen, line, told, box


TARGETS = {
    "tokenizer": tokenizer,
    "quantities": quantities,
    "matcher": matcher,
    "judge": judge,
    "shown": shown,
}
