"""Ready-made posts: how long each place says they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.domain.posting import MOST_ON, Network, length_on

LINK = "https://takeitdown.childfund.org/"


@pytest.mark.parametrize(
    ("network", "post", "length"),
    [
        (Network.X, "Hello", 5),
        (Network.X, f"Hello {LINK}", 6 + 23),
        (Network.X, "日本", 4),
        (Network.X, "“Quoted” – and … more", 22),
        (Network.X, "e\u0301", 1),
        (Network.MASTODON, f"Hello {LINK}{'a' * 60}", 6 + 23),
        (Network.BLUESKY, f"Hello {LINK}", 6 + len(LINK)),
        (Network.BLUESKY, "e\u0301a", 2),
        (Network.THREADS, "a🙂", 1 + 4),
        (Network.THREADS, "ñ", 1),
        (Network.SMS, "a" * 160, 1),
        (Network.SMS, "a" * 161, 2),
        (Network.SMS, "a" * 307, 3),
        (Network.SMS, "ñ" * 160, 1),
        (Network.SMS, "í" * 70, 1),
        (Network.SMS, "í" * 71, 2),
        (Network.SMS, "í" * 135, 3),
        (Network.SMS, "€" * 80, 1),
        (Network.SMS, "€" * 81, 2),
        (Network.SMS, "🙂" * 35, 1),
        (Network.SMS, "🙂" * 36, 2),
    ],
)
def test_each_place_counts_in_its_own_way(network: Network, post: str, length: int) -> None:
    assert length_on(network, post) == length


@given(some.text(max_size=400), some.text(max_size=40))
def test_a_longer_post_never_counts_less(post: str, more: str) -> None:
    for network in Network:
        if network is not Network.SMS and "https://" not in post + more:
            # Letters may join an accent that follows, so a post may grow without counting more, but never less by much.
            assert length_on(network, post + more) >= length_on(network, post) - 4


@given(some.text(alphabet="abcdefghij klmnop", max_size=600))
def test_plain_letters_count_once_everywhere(post: str) -> None:
    for network in (Network.X, Network.BLUESKY, Network.MASTODON, Network.THREADS):
        assert length_on(network, post) == len(post)


def test_every_network_has_a_limit() -> None:
    assert set(MOST_ON) == set(Network)
