"""One printed page for each bad moment: what was in danger, what to do now, whom to call. Short, and calm.

Every sentence is held against what the program does: what a lost device, stick or key tells a stranger, and what
can still be opened afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.handout import Blank, Form, Point, Section, Sentence
from outreach_app.errors import Message
from outreach_app.handouts import papers
from outreach_app.language import Tongue, _
from outreach_app.theme_tokens import ThemeTokens


class TroubleWords:
    """Writes them in one language.

    Args:
        campaign: whose wordmark stands on them.
        tokens: the theme they are coloured with.
        tongue: the language.
    """

    def __init__(self, campaign: Campaign, tokens: ThemeTokens, tongue: Tongue) -> None:
        self._campaign, self._tongue = campaign, tongue
        self._colors = dict(tokens.light)

    @property
    def forms(self) -> Mapping[str, Callable[[], Form]]:
        """How each page is written, by its paper's name."""
        return {
            papers.DEVICE_LOST.name: self.device_lost,
            papers.STICK_LOST.name: self.stick_lost,
            papers.LOCK_WORDS_FORGOTTEN.name: self.lock_words_forgotten,
            papers.BOTH_KEYS_LOST.name: self.both_keys_lost,
        }

    def device_lost(self) -> Form:
        """The device was lost, or somebody took it."""
        return self._page(
            _("The device is lost or stolen"),
            _("Nobody who has it can read a pledge. No key that opens them was ever on it."),
            now=[
                _("Do not run after anyone. Look after the people at the table first."),
                _("Tell the lead. Write down when and where it was last seen."),
                _("Bring the last copy, on its stick, to the office today. All pledges up to it are safe there."),
                _("Report it to the police, with the device’s number from its box or bill."),
                _("Change both PINs on every device that was set up from the same file, before the next event."),
            ],
            later=[
                _("Pledges signed after the last copy are on the device alone. If it stays away, they are lost."),
                _("If it comes back: let no visitor touch it. Copy the pledges once more and write that on the slip."),
                _("The office compares it with the last slip: changes up to the slip show. Doubt what came later."),
            ],
            known=[
                _("A stranger may see: the event’s name, how many signed, and pages of lawmakers without a name."),
                _("If it was taken while somebody was typing, what stood on the screen then may have been read."),
            ],
        )

    def stick_lost(self) -> Form:
        """A stick with a copy, a set-up file, or the office's keys is gone."""
        return self._page(
            _("A stick is lost"),
            _("First ask: what was on it? That decides what to do."),
            now=[
                _("Copies of pledges: nobody can read them. Copy once more from the table onto another stick."),
                _("Nothing is missing at the table: it keeps its pledges until 7 days after the receipt."),
                _("A set-up file: choose new PINs for the next event, since somebody may try to guess the old ones."),
                _("The office’s keys: tell the office at once. They are locked, and only its words unlock them."),
            ],
            later=[
                _("For lost keys the office makes new ones, and every table gets the new file before its next event."),
                _("If the words that lock the keys were easy to guess, take it as if someone could open the pledges."),
                _("Write down which stick it was and since when, beside the closing slip."),
            ],
            known=[
                _("A copy tells a stranger the event’s name and how many signed. No name, and nothing anybody typed.")
            ],
        )

    def lock_words_forgotten(self) -> Form:
        """Nobody knows what unlocks the office's keys."""
        return self._page(
            _("The passphrase is forgotten"),
            _("Nobody can bring it back, nor can the makers of this program. The recovery key still opens all."),
            now=[
                _("Stop guessing. The tables go on as before: they need no passphrase."),
                _("Look where it was written down: with the recovery sheet, in the safe, with a second person."),
                _("Fetch the recovery sheet. It is the paper with words and a square code, made with the keys."),
                _("Prove it: type its key into a file, then run outreach keys drill with --recovery-file."),
                _("Erase that file when you are done. The sheet goes back to its safe place."),
            ],
            later=[
                _("Make new keys, and give every table the new file before its next event."),
                _("Keep the old sheet until every pledge sealed for it has been opened, or its time is over."),
                _("Write the new passphrase on paper, and keep it apart from the keys and from the sheet."),
            ],
            known=[_("Whoever says they can open the keys for money is not telling the truth.")],
        )

    def both_keys_lost(self) -> Form:
        """Neither the office's key nor the recovery key is there any more."""
        return self._page(
            _("Both keys are lost"),
            _("What was sealed for them can be opened by nobody. That is hard, and it is what the seal is for."),
            now=[
                _("Stop signing at every table that seals for these keys: pause it at the staff desk."),
                _("Search once more, together: the stick, the safe, the second place of the sheet."),
                _("Do not erase anything. A key that turns up in a month opens all of it."),
                _("Make new keys. Prove both of them with outreach keys drill before the next event."),
            ],
            later=[
                _("Say it plainly where the table stands, and ask people to sign again."),
                _("As long as nobody finds the keys, nobody was exposed."),
                _("The counts still stand: how many signed, at which event. Say no more than that."),
                _("Keep the recovery sheet and the keys in two places, with two people."),
            ],
            known=[_("Withdrawal codes are no longer needed for these pledges: nobody can read them.")],
        )

    # -- parts -----------------------------------------------------------------------------------------------------

    def _page(
        self, heading: Message, lead: Message, *, now: list[Message], later: list[Message], known: list[Message]
    ) -> Form:
        say = self._tongue.say
        return Form(
            **self._leaf(heading),
            corner=say(_("For the lead")),
            heading=say(heading),
            lead=say(lead),
            pages=(
                (
                    self._list(_("Do this now"), now, is_numbered=True),
                    self._list(_("After that"), later),
                    Section(say(_("Good to know")), tuple(Sentence(say(line)) for line in known)),
                    Section(
                        say(_("Whom to call; fill this in before the event")),
                        (Blank(say(_("The lead"))), Blank(say(_("The office"))), Blank(say(_("Who keeps the sheet")))),
                    ),
                ),
            ),
        )

    def _list(self, heading: Message, sentences: list[Message], *, is_numbered: bool = False) -> Section:
        say = self._tongue.say
        points = (
            Point(say(sentence), place if is_numbered else None) for place, sentence in enumerate(sentences, start=1)
        )
        return Section(say(heading), tuple(points))

    def _leaf(self, title: Message) -> dict[str, Any]:
        say = self._tongue.say
        return {
            "language": self._tongue.code,
            "is_right_to_left": self._tongue.is_right_to_left,
            "document_title": say(title),
            "wordmark": say(self._campaign.wordmark),
            "colors": self._colors,
        }
