"""How values go into the store: JSON that any text survives, plain text, times in UTC."""

import json
import re
from datetime import UTC, datetime
from typing import Any

# Lone surrogates come from terminals with broken encodings. JSON can spell them out, UTF-8 cannot.
_LONE = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")


def to_json(data: object) -> str:
    """Return JSON in which Russian text stays readable and every string comes back as it was."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(text: object) -> str:
    """Return text for a column that people read and search; what no database takes becomes «�»."""
    return _UNSTORABLE.sub("\ufffd", str(text))


def utc(at: object) -> str:
    """Return a time in ISO form in UTC, to the second; empty for what is no time. Without a zone UTC is meant."""
    try:
        moment = datetime.fromisoformat(str(at))
    except ValueError:
        return ""
    return iso(moment)


def iso(moment: datetime) -> str:
    """Return a moment as the store writes it; without a zone UTC is meant."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def number(value: Any) -> int | None:
    """Return a whole number, None for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
