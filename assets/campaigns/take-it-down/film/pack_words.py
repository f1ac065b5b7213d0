"""What the pack says that stands on the picture too, so that the two never disagree."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class PackWords:
    """Figures and addresses, read from the pack's own files.

    Attributes:
        enticement: reports in the first half of 2025 and of 2024.
        address: of the campaign's page, without its scheme.
        helpline: the number of the crisis line.
    """

    wordmark: str
    address: str
    helpline: str
    enticement: tuple[int, int]


def read_pack_words(pack: Path) -> PackWords:
    """Read them.

    Raises:
        KeyError: the pack is laid out differently now.
    """
    settings = tomllib.loads((pack / "campaign.toml").read_text(encoding="utf-8"))
    text = tomllib.loads((pack / "text" / "en.toml").read_text(encoding="utf-8"))
    fact = next(fact for fact in settings["facts"] if fact["id"] == "enticement")
    before, now = (int(bar["value"]) for bar in fact["bars"])
    lifeline = next(line for line in settings["helplines"] if line["kind"] == "crisis")
    return PackWords(
        wordmark=text["wordmark"],
        address=str(urlsplit(settings["page"]["url"]).hostname),
        helpline=lifeline["code"]["en"]["call"],
        enticement=(now, before),
    )
