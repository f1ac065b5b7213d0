"""The slip with the code that opens a locked staff area: for a lead's own safe place, so it names no topic."""

from __future__ import annotations

from outreach_app.domain.handout import Blank, Form, Letters, Section, Sentence
from outreach_app.language import Tongue, _
from outreach_app.theme_tokens import ThemeTokens

_GROUPS = (4, 4, 4, 4, 1)


def recovery_slip(code: str | None, tongue: Tongue, tokens: ThemeTokens) -> Form:
    """The slip in one language; without a code, boxes to copy it into."""
    say = tongue.say
    return Form(
        language=tongue.code,
        is_right_to_left=tongue.is_right_to_left,
        document_title=say(_("Code to keep")),
        wordmark="",
        colors=dict(tokens.light),
        corner="",
        heading=say(_("Code to keep")),
        lead=say(_("It opens the staff’s screens of a device that has locked them after many wrong tries.")),
        pages=(
            (
                Section(None, (Letters(code, _GROUPS),)),
                Section(None, (Blank(say(_("For which device"))), Blank(say(_("Day"))))),
                Section(None, (Sentence(say(_("Keep it away from the table, in a place that only a lead knows."))),)),
                Section(None, (Sentence(say(_("It is not shown or printed again."))),)),
            ),
        ),
    )
