"""Tokens of personal links, and which links open."""

from datetime import UTC, datetime, timedelta

import pytest

from trainer.team.links import Link, Status, Token, new_token, read_token, until

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LINK = Link("l1", "p1", "Анна", True, NOW, until(NOW, 1))


def test_a_token_is_read_back_and_fits_only_its_own_hash() -> None:
    token, other = new_token("l"), new_token("l")
    assert read_token(str(token)) == token
    assert token.fits(token.hash)
    assert not token.fits(other.hash)
    assert token.secret not in token.hash
    assert len({new_token("l").secret for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "text",
    ["", ".", "l1.x", "l000000000000." + "a" * 42, "L000000000000." + "a" * 43, "l000000000000." + "я" * 43],
)
def test_what_is_no_token_is_not_read(text: str) -> None:
    assert read_token(text) is None
    assert read_token(f"{new_token('l')}\n") is None


@pytest.mark.parametrize(
    ("changes", "status", "alive", "opens"),
    [
        ({}, Status.FRESH, True, True),
        ({"used_at": NOW}, Status.IN_USE, True, False),
        ({"used_at": NOW, "once": False}, Status.IN_USE, True, True),
        ({"expires_at": NOW}, Status.EXPIRED, False, False),
        ({"expires_at": NOW + timedelta(seconds=1)}, Status.FRESH, True, True),
        ({"revoked_at": NOW, "expires_at": NOW}, Status.REVOKED, False, False),
    ],
)
def test_which_links_open(changes: dict[str, object], status: Status, alive: bool, opens: bool) -> None:
    from dataclasses import replace

    found = replace(LINK, **changes)
    assert (found.status(NOW), found.alive(NOW), found.opens(NOW)) == (status, alive, opens)


def test_a_token_says_nothing_of_its_secret_by_its_id() -> None:
    token = Token("l000000000000", "a" * 43)
    assert str(token) == "l000000000000." + "a" * 43
