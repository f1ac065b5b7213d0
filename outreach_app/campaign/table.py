"""One table of ``campaign.toml``, read key by key.

Whatever is wrong is noted and answered with a stand-in, so that reading goes on and finds the next problem too. A pack
with a problem of that kind is refused as a whole, so no stand-in is ever shown to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from outreach_app.campaign.problems import Findings
from outreach_app.campaign.safety import fault_of_link, heaps_marks, unseen_character
from outreach_app.domain.freshness import Freshness
from outreach_app.errors import Message
from outreach_app.language import _

E = TypeVar("E", bound=Enum)

LONGEST_NAME = 200
"""Characters in a string of campaign.toml: sentences live in the text files, and longer links make codes too dense."""

_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{1,24}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Table:
    """A TOML table on its way to become something of the domain.

    Args:
        raw: what the file says.
        file: the file's name inside the pack.
        key: the dotted key of this table; empty for the file itself.
        findings: where problems are noted.
    """

    def __init__(self, raw: Mapping[str, object], file: str, key: str, findings: Findings) -> None:
        self._raw = raw
        self._read: set[str] = set()
        self.file = file
        self.key = key
        self.findings = findings

    def place(self, key: str) -> str:
        """The dotted key of something in this table, or of the table itself."""
        if not key:
            return self.key
        return f"{self.key}.{key}" if self.key else key

    def refuse(self, key: str, text: Message) -> None:
        """Note a problem with one key."""
        self.findings.refuse(self.file, self.place(key), text)

    def has(self, key: str) -> bool:
        """Whether the table says anything under this key."""
        return key in self._raw

    def _take(self, key: str) -> object | None:
        self._read.add(key)
        value = self._raw.get(key)
        if value is None:
            self.refuse(key, _("This key is missing."))
        return value

    def string(self, key: str) -> str:
        """A short text without unseen characters; what a person reads belongs in the text files."""
        value = self._take(key)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, _("This must be a text between quotation marks."))
            return ""
        if len(value) > LONGEST_NAME:
            self.refuse(key, _("This may have at most {most} characters.", most=LONGEST_NAME))
        if unseen := unseen_character(value):
            self.refuse(key, _("This holds a character nobody can see ({code}). Take it out.", code=unseen))
        if heaps_marks(value):
            said = _("Too many marks stand on one letter here, and they would cover other lines. Take them out.")
            self.refuse(key, said)
        return value

    def id(self, key: str = "id") -> str:
        """A name made of small letters, digits and hyphens."""
        value = self.string(key)
        if value and not _ID.fullmatch(value):
            self.refuse(key, _("This name may hold only small letters, digits and single hyphens."))
            return ""
        return value

    def whole_number(self, key: str, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self._take(key)
        if value is None:
            return least
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.refuse(key, _("This must be a whole number from {least} to {most}.", least=least, most=most))
            return least
        return value

    def yes_or_no(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, _("This must be true or false, without quotation marks."))
        return value is True

    def day(self, key: str) -> date:
        """A day written plainly, such as ``2026-11-22``."""
        value = self._take(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.refuse(key, _("This must be a day such as 2026-11-22, without quotation marks."))
        return date.min

    def freshness(self) -> Freshness:
        """The keys ``as_of`` and ``expires``; the latter is a day or, said aloud, ``"never"``."""
        as_of = self.day("as_of")
        if self._raw.get("expires") == "never":
            self._read.add("expires")
            return Freshness(as_of, None)
        value = self._take("expires")
        if isinstance(value, date) and not isinstance(value, datetime):
            if value < as_of:
                self.refuse("expires", _("This day lies before the day the source speaks of."))
            return Freshness(as_of, value)
        if value is not None:
            self.refuse("expires", _('This must be a day such as 2026-11-22, or "never".'))
        return Freshness(as_of, None)

    def one_of(self, key: str, choices: type[E]) -> E:
        """A member of a closed set, by its value."""
        value = self._take(key)
        for choice in choices:
            if choice.value == value:
                return choice
        if value is not None:
            known = ", ".join(str(choice.value) for choice in choices)
            self.refuse(key, _("This must be one of: {known}.", known=known))
        return next(iter(choices))

    def link(self, key: str) -> str:
        """An https address."""
        value = self.string(key)
        if value and (fault := fault_of_link(value)):
            self.refuse(key, fault)
        return value

    def link_or_none(self, key: str) -> str | None:
        """An https address, if the table has one."""
        return self.link(key) if self.has(key) else None

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of short texts; empty if the key is not there."""
        self._read.add(key)
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.refuse(key, _("This must be a list of texts, each between quotation marks."))
            return ()
        if any(unseen_character(item) or len(item) > LONGEST_NAME for item in value):
            self.refuse(key, _("One of these texts is too long or holds a character nobody can see."))
        return tuple(value)

    def table(self, key: str) -> Table:
        """A table inside this one; an empty one if the key is not there."""
        self._read.add(key)
        value = self._raw.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, _("This must be a table."))
            value = {}
        return Table(value, self.file, self.place(key), self.findings)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list, such as ``[[facts]]``."""
        self._read.add(key)
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, _("This must be a list of tables."))
            return
        for number, item in enumerate(value, start=1):
            yield Table(item, self.file, f"{self.place(key)}[{number}]", self.findings)

    def named_tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """The tables of a list that each have an ``id`` of their own, by which their keys are said from then on."""
        seen: set[str] = set()
        for table in self.tables(key):
            name = table.id()
            if name in seen:
                table.refuse("id", _("Another entry already has this name."))
            elif name:
                seen.add(name)
                table.key = f"{self.place(key)}.{name}"
                yield name, table

    def every_key(self) -> tuple[str, ...]:
        """The keys of the table, all of them counted as read."""
        self._read.update(self._raw)
        return tuple(self._raw)

    def close(self) -> None:
        """Note every key that nobody asked for: most often a slip of the pen."""
        for key in self._raw:
            if key not in self._read:
                self.refuse(key, _("No such key is known here. Look for a slip of the pen."))


def phone_number(table: Table, key: str) -> str:
    """A phone number as a person writes it."""
    number = table.string(key)
    if number and not _PHONE.fullmatch(number):
        table.refuse(key, _("A phone number holds digits, spaces, dots, hyphens and brackets."))
    return number
