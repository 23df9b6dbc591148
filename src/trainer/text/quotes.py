"""What stands in quotation marks is somebody else's words or a name."""

import re
from functools import lru_cache

from trainer.text.analysis import Text

_QUOTED = re.compile(r'"[^"\n]{1,200}"')


# «Попутный», «Быстрый плюс»: a few words with a capital are what something is called, not what somebody said.
_NAME = re.compile(r'"[^\W\d_a-zа-яё][\w-]*(?: [\w-]+){0,2}"')


@lru_cache(maxsize=2)  # asked again and again of the text at hand
def quoted_tokens(text: Text) -> frozenset[int]:
    """Return the indices of tokens inside quotation marks (the marks themselves too)."""
    inside = {at for m in _QUOTED.finditer(text.source.text) for at in range(*m.span())}
    return frozenset(i for i, t in enumerate(text.tokens) if t.start in inside)


@lru_cache(maxsize=2)
def cited_tokens(text: Text) -> frozenset[int]:
    """Return the indices of quoted tokens that are somebody's words; names in quotation marks are left out."""
    names = {at for m in _NAME.finditer(text.source.text) for at in range(*m.span())}
    return frozenset(i for i in quoted_tokens(text) if text.tokens[i].start not in names)
