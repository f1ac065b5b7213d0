"""What a campaign lets a person do, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from outreach_app.domain.freshness import Freshness
from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.domain.posting import Network
from outreach_app.domain.wording import Wording


class ActionKind(Enum):
    """The ways a campaign lets a person act."""

    CALL = "call"
    EMAIL = "email"
    CONTACT_FORM = "contact-form"
    LETTER = "letter"
    PETITION = "petition"
    SHARE = "share"
    LINK = "link"
    VISIT = "visit"


@dataclass(frozen=True)
class ScriptLine:
    """One line of what to say on the phone; a pause says what happens between the lines."""

    text: Wording
    is_pause: bool = False


@dataclass(frozen=True)
class Action:
    """One way to act.

    It goes to the visitor's lawmakers (``roles``), to a named company or office (``target``), or is open to everyone
    (neither).

    Attributes:
        roles: roles of the lawmakers it is for, such as ``senator``; empty where it is not for lawmakers.
        places: divisions those lawmakers speak for, such as ``ocd-division/country:us/state:oh``, each with all that
            lies inside it; empty for every place.
        target: the named company or office it goes to instead. A petition always has one.
        hint: one or two sentences on how to go about it, such as what to bring on a visit; ``None`` for none.
        lines: for a call or visit, what to say; for a letter, email or contact form, its paragraphs. A line may hold
            the blanks ``{title}`` (the lawmaker's title), ``{name}`` (their name) and ``{bill}`` (number and title
            with its article, such as "S. 1829, the STOP CSAM Act"); with a target, none.
        lines_without_bill: the same when no bill is alive; holds no ``{bill}``. Both are empty where nothing is said.
        url: where a link, petition or share leads (https); ``None`` where the lawmaker's own page is the goal.
        phone: the target's number to call; ``None`` for a lawmaker, who brings their own.
        mailbox: the target's e-mail address; ``subject`` stands in the message's subject line.
        address: the target's postal address, a line each; ``None`` where a letter goes to the lawmaker's own.
        post: for ``share``, the ready-made post without its link; ``networks`` are where it fits, link and all.
        source: the page where phone, mailbox, address or link were read, and where the next check starts.
    """

    id: str
    kind: ActionKind
    title: Wording
    roles: tuple[str, ...]
    target: Wording | None
    lines: tuple[ScriptLine, ...]
    lines_without_bill: tuple[ScriptLine, ...]
    url: str | None
    post: Wording | None
    freshness: Freshness
    places: tuple[str, ...] = ()
    hint: Wording | None = None
    phone: str | None = None
    mailbox: str | None = None
    subject: Wording | None = None
    address: Wording | None = None
    networks: tuple[Network, ...] = ()
    source: str | None = None

    @property
    def is_for_lawmakers(self) -> bool:
        """Whether it goes to whoever speaks for the visitor."""
        return bool(self.roles)

    def suits(self, lawmaker: Lawmaker) -> bool:
        """Whether it is for this lawmaker, by role and by place."""
        return lawmaker.role in self.roles and (
            not self.places or any(_lies_in(lawmaker.division_id, place) for place in self.places)
        )

    def whole_post(self, language: str) -> str:
        """The ready-made post as it is sent, with its link; empty where there is no post."""
        if self.post is None:
            return ""
        return " ".join(part for part in (self.post.in_language(language), self.url) if part)


def _lies_in(division_id: str, place: str) -> bool:
    return division_id == place or division_id.startswith(f"{place}/")
