"""A campaign as its own people wrote it: what it says, asks for and links to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from outreach_app.domain.action import Action
from outreach_app.domain.freshness import Freshness, Source
from outreach_app.domain.wording import Wording


@dataclass(frozen=True)
class Bar:
    """One bar of a comparison that starts at zero; ``value`` is a count, drawn to scale with its neighbours."""

    label: Wording
    value: int


@dataclass(frozen=True)
class Fact:
    """One sourced statement. ``figure`` is the large number or word above the sentence.

    ``checked_by`` and ``checked_on`` stand only where the pack says who checked it and when. ``is_for_passers_by`` is
    false for a fact that speaks to one reader, and has no business on a large screen in a room full of people.
    """

    id: str
    figure: Wording | None
    sentence: Wording
    bars: tuple[Bar, ...]
    source: Source
    freshness: Freshness
    checked_by: Wording | None = None
    checked_on: date | None = None
    is_for_passers_by: bool = True


@dataclass(frozen=True)
class Bill:
    """A bill before a legislature; dead and hidden once its freshness has run out.

    Attributes:
        number: as it is cited, such as ``S. 1829``.
        chamber: role of the lawmakers it lies before, ``senator`` or ``representative``; ``None`` for both.
    """

    id: str
    number: str
    chamber: str | None
    title: Wording
    status: Wording
    source: Source
    freshness: Freshness


class HelplineKind(Enum):
    """What a helpline is for; decides its icon and its place."""

    CRISIS = "crisis"
    SUPPORT = "support"
    REPORT = "report"
    REMOVAL = "removal"
    EMERGENCY = "emergency"


@dataclass(frozen=True)
class Helpline:
    """Somebody to turn to. Never hidden, however old.

    Attributes:
        label: what it is, such as "Crisis support".
        headline: what to dial or the service's name, in large type.
        note: one or two short sentences.
        code: what its QR code says, by language (``tel:``, ``sms:`` or ``https:``); ``None`` for no code,
            as for 911, which a stray scan must not call.
        address: a web address to read beside the code, without its scheme; ``None`` if there is none.
        verified_on: the day somebody made sure that all this is right.
        verified_at: the page where they did, and where the next check starts.
    """

    id: str
    kind: HelplineKind
    label: Wording
    headline: Wording
    note: Wording
    code: Wording | None
    address: str | None
    verified_on: date
    verified_at: str | None = None


class PledgeFieldKind(Enum):
    """The closed list of what a pledge may ask for. There is no free text."""

    NAME = "name"
    EMAIL = "email"
    POSTCODE = "postcode"
    MOBILE = "mobile"
    COUNTRY = "country"
    SIGNATURE = "signature"
    CHOICE = "choice"
    CHECK_BOX = "check-box"


@dataclass(frozen=True)
class Choice:
    """One of the answers of a ``choice``: ``id`` is what is kept, whatever the language it was read in."""

    id: str
    label: Wording


@dataclass(frozen=True)
class PledgeField:
    """One thing the pledge asks for.

    Attributes:
        id: what its answer is kept under; of a ``choice`` or ``check-box`` the pack's own name, else the kind's.
        label: the question of a ``choice``, the words beside a ``check-box``; ``None`` for every other kind.
        choices: the answers of a ``choice``.
        has_letters: of a ``postcode``, whether it may hold letters, as most countries' do; else it is a ZIP code.
    """

    id: str
    kind: PledgeFieldKind
    is_required: bool
    label: Wording | None = None
    choices: tuple[Choice, ...] = ()
    has_letters: bool = False


class ConsentBox(Enum):
    """What a person may agree to beyond signing; each apart, each unticked."""

    EMAIL = "email"
    TEXTS = "texts"
    NAMED = "named"


@dataclass(frozen=True)
class Consent:
    """One box: what it is called and the exact words agreed to. ``id`` names the words' version."""

    id: str
    box: ConsentBox
    title: Wording
    text: Wording


class NoticeIcon(Enum):
    """The pictures that may stand beside a line of the short notice."""

    LOCK = "lock"
    KEY = "key"
    LAWMAKERS = "lawmakers"
    NEVER = "never"


@dataclass(frozen=True)
class NoticeLine:
    """One line of "what happens to my details"."""

    id: str
    icon: NoticeIcon
    text: Wording


@dataclass(frozen=True)
class PledgeForm:
    """What is signed and what is asked for.

    Attributes:
        text: the pledge itself; ``text_id`` names its version; ``is_approved`` is false for sample text.
        ask: the ask to the lawmakers, and ``ask_to`` whom it goes to; said as "{ask_to}: {ask}".
        minimum_age: years; below it nothing is kept. ``None`` asks nobody's age.
        notice: the short notice's lines; ``full_notice`` its paragraphs.
        withdrawal_address: where a code can be entered online; ``None`` if there is no such page.
        withdrawal_contact: whom to write to for withdrawal and erasure.
    """

    text_id: str
    text: Wording
    is_approved: bool
    ask_to: Wording
    ask: Wording
    minimum_age: int | None
    fields: tuple[PledgeField, ...]
    consents: tuple[Consent, ...]
    notice: tuple[NoticeLine, ...]
    full_notice: tuple[Wording, ...]
    withdrawal_address: str | None
    withdrawal_contact: Wording

    def field(self, kind: PledgeFieldKind) -> PledgeField | None:
        """The field of a kind, if this pledge asks for it."""
        return next((field for field in self.fields if field.kind is kind), None)


@dataclass(frozen=True)
class Film:
    """The campaign's film or quiet loop: its file, its length and its captions by language (WebVTT files).

    ``freshness``: a film can show a figure, and then grows old like a fact.
    """

    path: Path
    seconds: int
    captions: Mapping[str, Path]
    poster: Path | None
    freshness: Freshness


@dataclass(frozen=True)
class Finder:
    """An official page that finds lawmakers by street address; its freshness never hides it.

    ``roles``: whom it finds, such as ``senator``; empty for all of them.
    """

    id: str
    name: Wording
    url: str
    freshness: Freshness
    roles: tuple[str, ...] = ()


class LoopPart(Enum):
    """What can be shown to passers-by."""

    FILM = "film"  # the quiet loop, played whole
    SLIDES = "slides"
    FACTS = "facts"
    GOAL = "goal"


@dataclass(frozen=True)
class LoopEntry:
    """One turn of the attract screen: the film, one slide, one fact or the goal.

    Whenever it comes round again it shows the next slide or the next fact. ``seconds``: how long it stands; 0 for the
    film, which plays whole.
    """

    part: LoopPart
    seconds: int


@dataclass(frozen=True)
class Campaign:
    """A whole campaign pack, read and checked.

    Attributes:
        wordmark: short name beside the mark, such as ``#TakeItDown``.
        motto: the two or three large words of the attract screen, one a line.
        slides: sentences that take turns under the motto.
        page: the campaign's own page, where its main code leads, and ``page_label`` what is there. It is never
            hidden, nor are ``switchboard`` and ``finders``: ``page_freshness`` and the others only warn.
        palettes: role colours that replace the program's own, by scheme (``light``, ``attract`` ...).
        motif: shades that replace the program's own in the wall of bars, by the ground it stands on.
        switchboard: a phone number that reaches any lawmaker's office.
        film: behind the content notice; ``loop``: the quiet cut for passers-by.
        playlist: what the attract screen shows, in this order, over and over; never empty.
        goal: pledges hoped for at one event; ``None`` for none.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    fallback_language: str
    organisation: str
    name: Wording
    wordmark: Wording
    motto: Wording
    slides: tuple[Wording, ...]
    pledge_title: Wording
    pledge_summary: Wording
    handout_title: Wording
    page: str
    page_label: Wording
    page_freshness: Freshness
    palettes: Mapping[str, Mapping[str, str]]
    motif: Mapping[str, tuple[str, ...]]
    pledge: PledgeForm
    facts: tuple[Fact, ...]
    bills: tuple[Bill, ...]
    helplines: tuple[Helpline, ...]
    help_title: Wording
    help_lead: Wording
    actions: tuple[Action, ...]
    finders: tuple[Finder, ...]
    switchboard: str | None
    switchboard_freshness: Freshness | None
    film: Film | None
    loop: Film | None
    film_notice: Wording | None
    goal: int | None
    playlist: tuple[LoopEntry, ...]

    @property
    def asks_lawmakers(self) -> bool:
        """Whether it asks anything of whoever speaks for a visitor; many campaigns ask a board, a firm or a town."""
        return any(action.is_for_lawmakers for action in self.actions)

    def facts_on(self, today: date) -> tuple[Fact, ...]:
        """The facts that may be shown on a day."""
        return tuple(fact for fact in self.facts if fact.freshness.is_current(today))

    def bills_on(self, today: date) -> tuple[Bill, ...]:
        """The bills that are alive on a day."""
        return tuple(bill for bill in self.bills if bill.freshness.is_current(today))

    def actions_on(self, today: date) -> tuple[Action, ...]:
        """The actions that may be offered on a day."""
        return tuple(action for action in self.actions if action.freshness.is_current(today))

    def film_on(self, today: date) -> Film | None:
        """The film, on a day it may be shown."""
        return self.film if self.film is not None and self.film.freshness.is_current(today) else None

    def loop_on(self, today: date) -> Film | None:
        """The quiet loop, on a day it may be shown."""
        return self.loop if self.loop is not None and self.loop.freshness.is_current(today) else None
