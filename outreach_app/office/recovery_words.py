"""A key as words, for a sheet of paper: one word for each byte, and one more that checks them.

The words are short, common, and differ in their first four letters, so that a smudged end does no harm.
"""

from __future__ import annotations

import hashlib

_IN_ORDER = """
    acid acorn actor adult agent alarm album alley amber anchor angle ankle apple apron arch arena armor arrow
    artist atlas attic aunt autumn axis bacon badge baker ballet bamboo banjo barn basket beach beaver bell bench
    bicycle bird biscuit blanket block boat bonus book bottle branch bread brick bridge broom bubble bucket budget
    bundle bus butter cabin cactus camel candle canoe carpet castle cedar cello chalk cherry chess circle citrus
    clay clock cloud coast cobweb coffee comet copper coral cotton cousin cradle crayon cricket crown cube curtain
    cycle daisy dancer dawn deer denim desert diary dinner dolphin donkey door dragon drum duck eagle earth echo
    edge elbow elm ember engine envelope evening fabric falcon farm feather fence fiddle field finger fish flame
    flute fog forest fossil fox frame frost fruit funnel garden garlic gate ghost ginger glass globe glove goat gold
    grape gravel guitar hammer harbor harvest hat hawk hazel heart helmet hill honey horse hotel ice igloo inch ink
    insect island ivory jacket jar jelly jewel jungle jury kayak kettle key kitchen kite knot ladder lake lamp
    lantern lava leaf lemon letter lily lion lizard lobster magnet maple marble market meadow melon metal mirror
    moon moss motor mountain mouse museum music napkin needle nest night north nut oak oasis ocean olive onion
    orange orbit otter oven owl oyster paint palace panda paper parrot peach pearl pebble pencil pepper piano pigeon
    pillow planet plum pocket poem pond potato pumpkin puzzle quail quilt rabbit radio rain raven ribbon river robin
    rocket saddle salt sand shell ship silver
"""
WORDS = tuple(_IN_ORDER.split())
_BY_START = {word[:4]: value for value, word in enumerate(WORDS)}


def to_words(key: bytes) -> tuple[str, ...]:
    """A key's bytes as words, with the checking word last."""
    return tuple(WORDS[value] for value in key + _check(key))


def from_words(words: list[str]) -> bytes | None:
    """The key that words stand for, as they were typed; ``None`` where a word is not ours or the check fails."""
    values = [_BY_START.get(word.lower()[:4]) for word in words]
    data = bytes(value for value in values if value is not None)
    if len(data) < max(2, len(words)) or _check(data[:-1]) != data[-1:]:
        return None
    return data[:-1]


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"outreach recovery words 1\n" + key).digest()[:1]
