"""Ready-made posts: how long they may be where people post them, each place counting in its own way."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

_LINK = re.compile(r"https://\S+")
_SHORT_LINK = 23
"""Characters a link counts as, however long it is, on X and Mastodon: both wrap it."""

_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count once on X; every other one counts twice (developer.x.com, "Counting characters")."""

_JOINING = frozenset({"Mn", "Me", "Cf", "Sk"})
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
"""The alphabet of a text message, and the signs that take two places in it (3GPP TS 23.038)."""


class Network(Enum):
    """Where a ready-made post can go."""

    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    THREADS = "threads"
    SMS = "sms"


MOST_ON = {Network.X: 280, Network.BLUESKY: 300, Network.MASTODON: 500, Network.THREADS: 500, Network.SMS: 3}
"""The most each place takes: characters as it counts them; for a text message the parts it is sent in. No phone
forbids a fourth part; more than three is nothing that a person sends to a friend."""


def length_on(network: Network, post: str) -> int:
    """How long a post with its link is, as a network counts it; for ``SMS``, the number of parts it is sent in."""
    text = unicodedata.normalize("NFC", post)
    match network:
        case Network.X:
            return _weight(_LINK.sub("", text)) + _SHORT_LINK * len(_LINK.findall(text))
        case Network.MASTODON:
            return _seen_characters(_LINK.sub("", text)) + _SHORT_LINK * len(_LINK.findall(text))
        case Network.BLUESKY:
            return _seen_characters(text)
        case Network.THREADS:
            # Emoji count there as the bytes they take; letters of every script count once.
            return sum(len(one.encode()) if unicodedata.category(one) == "So" else 1 for one in text)
        case Network.SMS:
            return _parts(text)


def _weight(text: str) -> int:
    return sum(1 if any(low <= ord(one) <= high for low, high in _LIGHT) else 2 for one in text)


def _seen_characters(text: str) -> int:
    """What a reader takes for one character each. Joined emoji count more than once, so it is never too few."""
    return sum(unicodedata.category(one) not in _JOINING or one in "^`" for one in text)


def _parts(text: str) -> int:
    """160 letters fit in one text message, 153 in each of several; 70 and 67 once one letter is not in its alphabet."""
    if all(one in _GSM or one in _GSM_TWICE for one in text):
        length, single, several = sum(2 if one in _GSM_TWICE else 1 for one in text), 160, 153
    else:
        length, single, several = len(text.encode("utf-16-be")) // 2, 70, 67
    return 1 if length <= single else -(-length // several)
