"""Texts a campaign pack brings, each in the pack's languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """One text of a pack.

    Attributes:
        versions: the text by language code; holds at least the fallback language.
        fallback: the language whose text stands in where another is missing.
    """

    versions: Mapping[str, str]
    fallback: str

    def in_language(self, code: str) -> str:
        """The text in a language, or in the pack's fallback language."""
        text = self.versions.get(code)
        return text if text is not None else self.versions[self.fallback]

    def __str__(self) -> str:
        return self.versions[self.fallback]
