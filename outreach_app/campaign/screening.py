"""An author's look into the films: do they play, how long, and with captions in which languages."""

from __future__ import annotations

from outreach_app.campaign.captions import read_captions
from outreach_app.campaign.film_files import read_film_file
from outreach_app.campaign.names import SETTINGS
from outreach_app.campaign.problems import Findings
from outreach_app.domain.campaign import Campaign, Film
from outreach_app.errors import CampaignError
from outreach_app.language import _

_LEEWAY_SECONDS = 1.5


def look_at_films(campaign: Campaign, findings: Findings) -> None:
    """Note what is wrong with the film and the quiet loop of a pack that can be read."""
    for key, film in (("film", campaign.film), ("loop", campaign.loop)):
        if film is not None:
            _look_at_file(key, film, findings)
            _look_at_captions(key, film, campaign, findings)


def _look_at_file(key: str, film: Film, findings: Findings) -> None:
    if film.path.suffix != ".mp4":
        return
    try:
        found = read_film_file(film.path)
    except OSError:
        found = None
    if found is None or not found.is_playable:
        said = _("Its content is no film that can be played. Save it as MP4 with H.264.")
        findings.refuse(SETTINGS, f"{key}.file", said)
    elif abs(found.seconds - film.seconds) > _LEEWAY_SECONDS:
        said = _(
            "The film says it is {said} seconds long, and the file is {found}.",
            said=film.seconds,
            found=round(found.seconds),
        )
        findings.refuse(SETTINGS, f"{key}.seconds", said)


def _look_at_captions(key: str, film: Film, campaign: Campaign, findings: Findings) -> None:
    if not film.captions:
        findings.warn(SETTINGS, f"{key}.captions", _("The film has no captions. Many people watch without sound."))
        return
    for language in campaign.languages:
        place = f"{key}.captions.{language}"
        path = film.captions.get(language)
        if path is None:
            said = _("The film has no captions in this language, so those of the fallback language are shown.")
            findings.warn(SETTINGS, place, said)
            continue
        try:
            cues = read_captions(path)
        except CampaignError as error:
            findings.refuse(SETTINGS, place, error.message)
            continue
        late = next((cue for cue in cues if cue.begin >= film.seconds), None)
        if late is not None:
            findings.warn(
                SETTINGS, place, _("A caption stands at {at} seconds, after the film's end.", at=round(late.begin))
            )
