"""What is wrong with a pack: noted one by one while reading goes on, so that an author sees everything at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from outreach_app.campaign.names import printable
from outreach_app.errors import CampaignError, Message
from outreach_app.language import _, ngettext


class Severity(Enum):
    """Whether a pack can be used all the same."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing wrong: the file inside the pack, the dotted key in it (may be empty), and a sentence."""

    file: str
    key: str
    severity: Severity
    text: Message


class Findings:
    """The problems noted so far, in the order they were met."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def refuse(self, file: str, key: str, text: Message) -> None:
        """Note something that a pack cannot be used with."""
        self._note(file, key, Severity.ERROR, text)

    def warn(self, file: str, key: str, text: Message) -> None:
        """Note something an author should look at."""
        self._note(file, key, Severity.WARNING, text)

    def _note(self, file: str, key: str, severity: Severity, text: Message) -> None:
        self._problems.append(Problem(printable(file), printable(key), severity, text))

    def all(self) -> list[Problem]:
        """Everything noted, what refuses the pack first."""
        return sorted(self._problems, key=lambda problem: problem.severity is not Severity.ERROR)

    def errors(self) -> list[Problem]:
        """What the pack cannot be used with."""
        return [problem for problem in self._problems if problem.severity is Severity.ERROR]


def refusal(errors: Sequence[Problem]) -> CampaignError:
    """One error for all that is wrong: it says the first problem and how many more there are."""
    first = errors[0]
    where = f"{first.file}, {first.key}" if first.key else first.file
    more = len(errors) - 1
    if not more:
        return CampaignError(
            _("This campaign pack cannot be used. {where}: {problem}", where=where, problem=first.text)
        )
    return CampaignError(
        ngettext(
            "This campaign pack cannot be used. {where}: {problem} There is {count} more problem.",
            "This campaign pack cannot be used. {where}: {problem} There are {count} more problems.",
            more,
            where=where,
            problem=first.text,
        )
    )
