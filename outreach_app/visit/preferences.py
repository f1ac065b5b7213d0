"""What staff may set, each declared once: its key, type, default and sentence. The page in the docs is made from this.

They are kept as ``preferences.json`` in the station's folder. Nothing in them is needed to keep a pledge, so a file
that cannot be read never stops a table: the one before it, or else the defaults, are used, and staff are told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from outreach_app.domain.display import Display
from outreach_app.errors import Message
from outreach_app.language import Sayable, _, language_name

Value = int | bool | str
"""What a preference may hold."""

_FIRST_YEAR, _LAST_YEAR = 2000, 2199
_LONGEST_NAME = 200
AS_SET_UP, NO_PRINTER = "set-up", "none"


@dataclass(frozen=True)
class WholeNumber:
    """A number between two others; ``step`` is what one touch adds."""

    least: int
    most: int
    step: int
    unit: Message

    def allows(self, value: object) -> bool:
        """Whether a value is one of these."""
        return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most


@dataclass(frozen=True)
class Switch:
    """On or off."""

    def allows(self, value: object) -> bool:
        """Whether a value is one of these."""
        return isinstance(value, bool)


@dataclass(frozen=True)
class OneOf:
    """One of a few, each with its name."""

    choices: Mapping[str, Sayable]

    def allows(self, value: object) -> bool:
        """Whether a value is one of these."""
        return isinstance(value, str) and value in self.choices


@dataclass(frozen=True)
class Day:
    """A day of the calendar, kept as ``2026-11-28``, or none, kept as an empty text; ``none`` says that."""

    none: Message

    def allows(self, value: object) -> bool:
        """Whether a value is one of these."""
        if value == "":
            return True
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return False
        return day is not None and day.isoformat() == value and _FIRST_YEAR <= day.year <= _LAST_YEAR


@dataclass(frozen=True)
class DeviceName:
    """A name that this device gives, such as a printer's, or one of a few answers in its place.

    What the device has is asked on screen; a name that it does not know now, such as of a printer that is switched
    off, stays what it is.
    """

    answers: Mapping[str, Message]

    def allows(self, value: object) -> bool:
        """Whether a value may be such a name: one line, not too long."""
        return isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME and value.isprintable()


Kind = WholeNumber | Switch | OneOf | Day | DeviceName


@dataclass(frozen=True)
class Preference:
    """One thing that staff may set.

    Attributes:
        key: in the file.
        label: what it is called; ``sentence`` what it does.
    """

    key: str
    kind: Kind
    default: Value
    label: Message
    sentence: Message


def _seconds(key: str, default: int, least: int, most: int, step: int, label: Message, sentence: Message) -> Preference:
    return Preference(key, WholeNumber(least, most, step, _("seconds")), default, label, sentence)


IDLE_ASK = _seconds(
    "idle_ask", 40, 20, 300, 10, _("Ask after"), _("How long a screen waits before it asks whether anybody is there.")
)
IDLE_ASK_READING = _seconds(
    *("idle_ask_reading", 90, 30, 600, 10),
    _("Ask after, while reading"),
    _("The same for facts, lawmakers and the page to take home."),
)
IDLE_ASK_WRITING = _seconds(
    *("idle_ask_writing", 90, 30, 600, 10),
    _("Ask after, while writing"),
    _("The same for the pledge’s form. A longer time is kinder, and leaves a name on the screen longer."),
)
IDLE_COUNT_DOWN = _seconds(
    *("idle_count_down", 20, 10, 60, 5),
    _("Time to answer"),
    _("Seconds to say I am still here, before all is cleared."),
)
LOCK_STAFF_AREA = _seconds(
    *("lock_staff_area", 60, 20, 600, 10), _("Lock the staff area after"), _("Without a touch it locks by itself.")
)
TEXT_SIZE = Preference(
    "text_size",
    OneOf({"normal": _("Normal"), "large": _("Large")}),
    "normal",
    _("Text size"),
    _("How large the text is when a visit begins. A visitor can change it for themselves."),
)
CONTRAST = Preference(
    "contrast",
    OneOf({"normal": _("Normal"), "high": _("High")}),
    "normal",
    _("Contrast"),
    _("For a bright hall or a dim screen. A visitor can change it for themselves."),
)
MOTION = Preference(
    "motion",
    OneOf({"full": _("As designed"), "still": _("Still")}),
    "full",
    _("Motion"),
    _("Still shows pictures in place of moving ones."),
)
REACH = Preference(
    "reach",
    OneOf({"standard": _("Standard"), "low": _("Low")}),
    "standard",
    _("Reach"),
    _("Low keeps what is touched in the lower part of the screen, for people who sit."),
)
LOOP = Preference(
    "loop", Switch(), True, _("Quiet film"), _("Show the quiet film to passers-by, where the campaign has one.")
)
VOLUME = Preference(
    "volume",
    WholeNumber(0, 100, 10, _("percent")),
    30,
    _("Volume"),
    _("How loud the film is when it starts. No film with sound starts by itself."),
)
GOAL = Preference(
    "goal",
    WholeNumber(0, 1_000_000, 25, _("pledges")),
    0,
    _("Goal"),
    _("Pledges hoped for at this event; 0 takes the campaign’s own, or none."),
)
FIRST_LANGUAGE = Preference(
    "first_language",
    OneOf({"campaign": _("As the campaign has it"), **{code: language_name(code) for code in ("en", "es", "ar")}}),
    "campaign",
    _("First language"),
    _("The language each visit begins in. A visitor can change it at any moment."),
)
LAST_DAY = Preference(
    "last_day",
    Day(_("No last day")),
    "",
    _("Last day"),
    _("Until noon on the day after, the table opens by itself. Later on it stays shut until this is a later day."),
)
MOST_PAGES = Preference(
    "most_pages",
    WholeNumber(0, 10_000, 50, _("pages")),
    0,
    _("Pages per event"),
    _("After this many printed pages Print is hidden; 0 sets no limit."),
)
PAPER_NAMES: Mapping[str, Message] = {
    "letter": _("Letter"),
    "a4": _("A4"),
    "half-letter": _("Half letter"),
    "a5": _("A5"),
    "receipt-80mm": _("Receipt roll, 80 mm"),
}
"""The papers that pages to take home are made for."""

PRINTER = Preference(
    "printer",
    DeviceName({AS_SET_UP: _("As set up"), NO_PRINTER: _("No printer")}),
    AS_SET_UP,
    _("Printer"),
    _("For pages to take home. It counts when this event is opened the next time: Events, then Open."),
)
PAPER = Preference(
    "paper",
    OneOf({AS_SET_UP: _("As set up"), **PAPER_NAMES}),
    AS_SET_UP,
    _("Paper"),
    _("The paper in the printer. It counts when this event is opened the next time: Events, then Open."),
)

PREFERENCES: tuple[Preference, ...] = (
    FIRST_LANGUAGE,
    GOAL,
    LAST_DAY,
    TEXT_SIZE,
    CONTRAST,
    MOTION,
    REACH,
    LOOP,
    VOLUME,
    PRINTER,
    PAPER,
    MOST_PAGES,
    IDLE_ASK,
    IDLE_ASK_READING,
    IDLE_ASK_WRITING,
    IDLE_COUNT_DOWN,
    LOCK_STAFF_AREA,
)
"""In the order staff see them."""


@dataclass(frozen=True)
class Preferences:
    """What is set at one station; whatever is not, has its default.

    Attributes:
        values: by key; only values that :data:`PREFERENCES` allow.
    """

    values: Mapping[str, Value] = field(default_factory=dict)

    def number(self, preference: Preference) -> int:
        """The value of a number."""
        value = self.value(preference)
        assert isinstance(value, int)  # noqa: S101 - nothing else was let in
        return value

    def is_on(self, preference: Preference) -> bool:
        """The value of a switch."""
        return bool(self.value(preference))

    def choice(self, preference: Preference) -> str:
        """The value of a choice."""
        return str(self.value(preference))

    def day(self, preference: Preference) -> date | None:
        """The value of a day; ``None`` for none."""
        value = str(self.value(preference))
        return date.fromisoformat(value) if value else None

    def having(self, preference: Preference, value: Value) -> Preferences:
        """The same with one of them set.

        Raises:
            ValueError: the preference does not allow it, a fault of the screen that offered it.
        """
        if not preference.kind.allows(value):
            raise ValueError(preference.key)
        return Preferences({**self.values, preference.key: value})

    def value(self, preference: Preference) -> Value:
        """What is set, or the default."""
        return self.values.get(preference.key, preference.default)


def display_of(preferences: Preferences) -> Display:
    """How a visit's screen begins, as the staff have set it."""
    return Display(
        large_text=preferences.choice(TEXT_SIZE) == "large",
        high_contrast=preferences.choice(CONTRAST) == "high",
        still=preferences.choice(MOTION) == "still",
        low=preferences.choice(REACH) == "low",
    )
