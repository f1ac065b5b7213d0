"""The sentences of a pack, ``text/<language>.toml``, found by the dotted ids of ``campaign.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from outreach_app.campaign.problems import Findings
from outreach_app.campaign.safety import heaps_marks, unseen_character
from outreach_app.domain.action import ScriptLine
from outreach_app.domain.wording import Wording
from outreach_app.errors import Message
from outreach_app.language import _

LONGEST_TEXT = 1500
"""Characters in one text: about a screen of it."""
MOST_TEXTS = 60
"""Texts in one list."""

LONGEST_BLANK = 40
"""Characters of an unknown blank that are shown to the author."""

SCRIPT_BLANKS = frozenset({"title", "name", "bill"})
_BLANK = re.compile(r"\{([^{}]*)\}|[{}]")

Flat = dict[str, object]


class Texts:
    """All languages of a pack at once.

    A text that a translation does not have is said in the fallback language, and noted for the author; one that the
    fallback language does not have refuses the pack.

    Args:
        by_language: what each text file says; ``None`` for one that could not be read, and whose texts are therefore
            not called missing one by one.
        fallback: the language every text must stand in.
        findings: where problems are noted.
    """

    def __init__(
        self, by_language: Mapping[str, Mapping[str, object] | None], fallback: str, findings: Findings
    ) -> None:
        self._by_language = {code: _flattened(raw or {}) for code, raw in by_language.items()}
        self._unread = {code for code, raw in by_language.items() if raw is None}
        self.fallback = fallback
        self.languages = tuple(by_language)
        self._findings = findings
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the fallback language says anything under this key; any other where its file could not be read."""
        if self.fallback in self._unread:
            return any(key in texts for texts in self._by_language.values())
        return key in self._by_language.get(self.fallback, {})

    def wording(self, key: str) -> Wording:
        """One text."""
        versions = {code: self._text(code, key, value) for code, value in self._versions(key)}
        return self._wording(versions)

    def wording_or_none(self, key: str) -> Wording | None:
        """One text that a pack may leave out."""
        if not self.has(key):
            return None
        return self.wording(key)

    def wordings(self, key: str) -> tuple[Wording, ...]:
        """A list of texts, as many in each language."""
        lists = {code: self._list(code, key, value) for code, value in self._versions(key)}
        return tuple(
            self._wording({code: self._text(code, f"{key}[{number}]", value) for code, value in row})
            for number, row in enumerate(self._rows(key, lists), start=1)
        )

    def nothing(self) -> Wording:
        """A stand-in for a text that was never asked for, in a pack that is refused."""
        return self._wording({})

    def refuse(self, code: str, key: str, text: Message) -> None:
        """Note a problem with one text of one language."""
        self._findings.refuse(_file(code), key, text)

    def script(self, key: str, blanks: Iterable[str]) -> tuple[ScriptLine, ...]:
        """What to say, line by line: ``{ say = "..." }`` and ``{ pause = "..." }`` in the same order everywhere.

        Args:
            key: where it stands.
            blanks: the blanks its lines may hold, without their braces.
        """
        allowed = frozenset(blanks)
        lists = {code: self._list(code, key, value) for code, value in self._versions(key)}
        lines = []
        for number, row in enumerate(self._rows(key, lists), start=1):
            place = f"{key}[{number}]"
            spoken = {code: self._spoken(code, place, value, allowed) for code, value in row}
            if len({is_pause for is_pause, _text in spoken.values()}) > 1:
                self._refuse_everywhere(spoken, place, _("The languages differ: one speaks where another pauses."))
            is_pause = next(iter(spoken.values()))[0]
            lines.append(ScriptLine(self._wording({code: text for code, (_p, text) in spoken.items()}), is_pause))
        return tuple(lines)

    def close(self) -> None:
        """Note every text that nobody asked for."""
        for code, texts in self._by_language.items():
            for key in texts:
                if key not in self._asked:
                    said = _("No such text is known. Look for a slip of the pen here or in campaign.toml.")
                    self._findings.refuse(_file(code), key, said)

    def _wording(self, versions: Mapping[str, str]) -> Wording:
        return Wording({self.fallback: "", **versions}, self.fallback)

    def _versions(self, key: str) -> list[tuple[str, object]]:
        self._asked.add(key)
        found = []
        for code, texts in self._by_language.items():
            if key in texts:
                found.append((code, texts[key]))
            elif code in self._unread:
                continue
            elif code == self.fallback:
                self._findings.refuse(_file(code), key, _("This text is missing."))
            else:
                said = _(
                    "This text is not translated, so it is shown in the language {fallback}.", fallback=self.fallback
                )
                self._findings.warn(_file(code), key, said)
        return found

    def _rows(self, key: str, lists: Mapping[str, list[object]]) -> list[list[tuple[str, object]]]:
        """The same line of every language side by side; a translation of another length is noted and left out."""
        if self.fallback in self._unread:
            return []
        model = lists.get(self.fallback, [])
        for code, items in lists.items():
            if len(items) != len(model):
                said = _(
                    "This list has {found} entries and the fallback language has {wanted}.",
                    found=len(items),
                    wanted=len(model),
                )
                self._findings.refuse(_file(code), key, said)
        return [
            [(code, items[index]) for code, items in lists.items() if len(items) == len(model)]
            for index in range(len(model))
        ]

    def _list(self, code: str, key: str, value: object) -> list[object]:
        if not isinstance(value, list) or not 0 < len(value) <= MOST_TEXTS:
            self._findings.refuse(_file(code), key, _("This must be a list of 1 to {most} entries.", most=MOST_TEXTS))
            return []
        return value

    def _spoken(self, code: str, key: str, value: object, blanks: frozenset[str]) -> tuple[bool, str]:
        if isinstance(value, dict) and len(value) == 1:
            ((kind, text),) = value.items()
            if kind in ("say", "pause"):
                return kind == "pause", self._text(code, key, text, blanks)
        self._findings.refuse(_file(code), key, _('A line is written { say = "..." } or { pause = "..." }.'))
        return False, ""

    def _text(self, code: str, key: str, value: object, blanks: frozenset[str] = frozenset()) -> str:
        fault = _fault_of_text(value, blanks)
        if fault is not None:
            self._findings.refuse(_file(code), key, fault)
        return value.strip() if isinstance(value, str) else ""

    def _refuse_everywhere(self, codes: Iterable[str], key: str, text: Message) -> None:
        for code in codes:
            if code != self.fallback:
                self._findings.refuse(_file(code), key, text)


def _file(code: str) -> str:
    return f"text/{code}.toml"


def _fault_of_text(value: object, blanks: frozenset[str]) -> Message | None:
    """Why a text may not be shown; ``None`` if it may."""
    if not isinstance(value, str) or not value.strip():
        return _("This must be a text between quotation marks.")
    if len(value) > LONGEST_TEXT:
        return _("This may have at most {most} characters.", most=LONGEST_TEXT)
    if unseen := unseen_character(value):
        return _("This holds a character nobody can see ({code}). Take it out.", code=unseen)
    if heaps_marks(value):
        return _("Too many marks stand on one letter here, and they would cover other lines. Take them out.")
    for found in _BLANK.finditer(value):
        if found.group(1) not in blanks:
            return _("Nothing fills the blank {blank} here. Take it out.", blank=found.group()[:LONGEST_BLANK])
    return None


def _flattened(raw: Mapping[str, object]) -> Flat:
    """Nested tables as one mapping of dotted keys. A loop, because a file may nest deeper than calls may."""
    flat: Flat = {}
    waiting: list[tuple[str, Mapping[str, object]]] = [("", raw)]
    while waiting:
        prefix, table = waiting.pop()
        for key, value in table.items():
            if isinstance(value, dict) and value:
                waiting.append((f"{prefix}{key}.", value))
            else:
                flat[f"{prefix}{key}"] = value
    return flat
